/**
 * The kernel: the part of the arrangement that is compiled to WebAssembly (src/kernel), and its memory.
 *
 * An instance serves one arrangement and is dropped with its memory. Addresses are byte offsets, which come as numbers with a
 * sign: those from two gigabytes on are negative until a view is laid. What is read out while it is at work is copied, since a
 * memory that grows takes its views away.
 */
import { firstPages, kernelCode, memoryKindAt } from './kernel-code.js';
import { instanceOf } from './kernel-instance.js';
import type { KernelExports, KernelResult } from './kernel-interface.js';

/** Functions and results of the kernel. */
export type Kernel = KernelExports;

/** Most pages of 64 kB: four gigabytes. */
const MOST_PAGES = 65_536;

/** What the code says of a memory that instances share. */
const SHARED = 3;

let compiled: WebAssembly.Module | null = null;
let compiledToShare: WebAssembly.Module | null = null;

/** A fresh kernel. */
export function makeKernel(): Kernel {
  compiled ??= new WebAssembly.Module(bytesOf(kernelCode));
  return instanceOf(compiled, new WebAssembly.Memory({ initial: firstPages, maximum: MOST_PAGES }));
}

/** A kernel whose memory others can share, with the code and the memory for them. */
export interface SharedKernel {
  readonly kernel: Kernel;
  readonly code: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/** A fresh kernel to be shared, or null where there is no such memory. */
export function makeSharedKernel(): SharedKernel | null {
  try {
    const memory = new WebAssembly.Memory({ initial: firstPages, maximum: MOST_PAGES, shared: true });
    compiledToShare ??= new WebAssembly.Module(sharing(bytesOf(kernelCode)));
    return { kernel: instanceOf(compiledToShare, memory), code: compiledToShare, memory };
  } catch (error) {
    // An engine that shares no memory, or an address space too small to set four gigabytes aside.
    if (
      error instanceof RangeError ||
      error instanceof TypeError ||
      error instanceof WebAssembly.CompileError
    )
      return null;
    throw error;
  }
}

function sharing(code: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  code[memoryKindAt] = SHARED;
  return code;
}

function bytesOf(code: string): Uint8Array<ArrayBuffer> {
  const text = atob(code);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** A view of 32-bit entries, good until the kernel is called again. */
export const viewInts = (kernel: Kernel, address: number, length: number): Int32Array =>
  new Int32Array(kernel.memory.buffer, address >>> 0, length);

/** A copy of an array. */
export const readInts = (kernel: Kernel, array: KernelResult, length: number): Int32Array =>
  viewInts(kernel, array.value, length).slice();

/** A view of 64-bit floats, good until the kernel's memory grows. */
export const viewFloats = (kernel: Kernel, address: number, length: number): Float64Array =>
  new Float64Array(kernel.memory.buffer, address >>> 0, length);

/** A copy of an array of 64-bit floats. */
export const readFloats = (kernel: Kernel, array: KernelResult, length: number): Float64Array =>
  viewFloats(kernel, array.value, length).slice();

/** Writes bytes; the address. */
export function writeBytes(kernel: Kernel, bytes: Uint8Array): number {
  const address = kernel.take(bytes.length);
  new Uint8Array(kernel.memory.buffer, address >>> 0, bytes.length).set(bytes);
  return address;
}

/** Writes 32-bit entries; the address. */
export function writeInts(kernel: Kernel, entries: Int32Array): number {
  const address = kernel.take(4 * entries.length);
  viewInts(kernel, address, entries.length).set(entries);
  return address;
}

/** Writes 64-bit floats; the address. */
export function writeFloats(kernel: Kernel, floats: Float64Array): number {
  const address = kernel.take(8 * floats.length);
  viewFloats(kernel, address, floats.length).set(floats);
  return address;
}

/** Writes two columns as pairs; the address. */
export function writePairs(kernel: Kernel, first: Int32Array, second: Int32Array): number {
  const address = kernel.take(8 * first.length);
  const view = viewInts(kernel, address, 2 * first.length);
  for (let i = 0; i < first.length; i++) {
    view[2 * i] = first[i]!;
    view[2 * i + 1] = second[i]!;
  }
  return address;
}
