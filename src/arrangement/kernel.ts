/**
 * The kernel: the part of the arrangement that is compiled to WebAssembly (src/kernel), and its memory.
 *
 * An instance serves one arrangement and is dropped with its memory. Addresses are byte offsets; what is read out is
 * copied, since a memory that grows takes its views away.
 */
import { kernelCode } from './kernel-code.js';
import { host } from './kernel-host.js';
import type { KernelExports, KernelResult } from './kernel-interface.js';

/** Functions and results of the kernel. */
export type Kernel = KernelExports;

let compiled: WebAssembly.Module | null = null;

/** A fresh kernel. */
export function makeKernel(): Kernel {
  compiled ??= new WebAssembly.Module(bytesOf(kernelCode));
  return new WebAssembly.Instance(compiled, { host: { ...host } }).exports as unknown as Kernel;
}

function bytesOf(code: string): Uint8Array<ArrayBuffer> {
  const text = atob(code);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** A view of 32-bit entries, good until the kernel is called again. */
export const viewInts = (kernel: Kernel, address: number, length: number): Int32Array =>
  new Int32Array(kernel.memory.buffer, address, length);

/** A copy of an array. */
export const readInts = (kernel: Kernel, array: KernelResult, length: number): Int32Array =>
  viewInts(kernel, array.value, length).slice();

/** A view of 64-bit floats, good until the kernel's memory grows. */
export const viewFloats = (kernel: Kernel, address: number, length: number): Float64Array =>
  new Float64Array(kernel.memory.buffer, address, length);

/** A copy of an array of 64-bit floats. */
export const readFloats = (kernel: Kernel, array: KernelResult, length: number): Float64Array =>
  viewFloats(kernel, array.value, length).slice();

/** Every second entry, from the first or the second on. */
export function readColumn(kernel: Kernel, pairs: KernelResult, count: number, column: 0 | 1): Int32Array {
  const view = viewInts(kernel, pairs.value, 2 * count);
  const read = new Int32Array(count);
  for (let i = 0; i < count; i++) read[i] = view[2 * i + column]!;
  return read;
}

/** Writes bytes; the address. */
export function writeBytes(kernel: Kernel, bytes: Uint8Array): number {
  const address = kernel.take(bytes.length);
  new Uint8Array(kernel.memory.buffer, address, bytes.length).set(bytes);
  return address;
}

/** Writes 32-bit entries; the address. */
export function writeInts(kernel: Kernel, entries: Int32Array): number {
  const address = kernel.take(4 * entries.length);
  viewInts(kernel, address, entries.length).set(entries);
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
