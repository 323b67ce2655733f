/**
 * The kernel that answers single questions: which side of a line, how long an edge. Answering takes none of its
 * memory, so one instance is kept and shared by all; nothing may be written to it.
 */
import { makeKernel, type Kernel } from './kernel.js';

let kernel: Kernel | null = null;

/** The shared kernel, made when it is first asked. */
export const askKernel = (): Kernel => (kernel ??= makeKernel());
