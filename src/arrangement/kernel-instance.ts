/**
 * An instance of the kernel: its code, on a memory, with what the host does for it. In whatever thread.
 */
import { host } from './kernel-host.js';
import type { KernelExports } from './kernel-interface.js';

/** An instance on a memory of the kind that the code says. */
export const instanceOf = (code: WebAssembly.Module, memory: WebAssembly.Memory): KernelExports =>
  new WebAssembly.Instance(code, { host: { ...host }, env: { memory } }).exports as unknown as KernelExports;
