/**
 * A kernel for work that has none of its own, lent once and again; one that has grown large goes.
 */
import { makeKernel, type Kernel } from './kernel.js';

let spare: Kernel | null = null;

/** Bytes beyond which a kernel is not kept. */
const MOST_KEPT = 1 << 24;

/** A kernel; what is taken from it goes with `giveSpare`. */
export function takeSpare(): Kernel {
  const kernel = spare ?? makeKernel();
  spare = null;
  return kernel;
}

/** Gives it back, with what was taken from a mark on. */
export function giveSpare(kernel: Kernel, mark: number): void {
  kernel.giveBack(mark);
  if (kernel.memory.buffer.byteLength <= MOST_KEPT) spare = kernel;
}
