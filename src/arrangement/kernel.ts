/**
 * The kernel: the part of the arrangement that is compiled to WebAssembly (src/kernel), and its memory.
 *
 * An instance serves one arrangement and is dropped with its memory. Addresses are byte offsets; what is read out is
 * copied, since a memory that grows takes its views away.
 */
import { InputError } from '../trouble/input-error.js';
import { areaUnderEdge, edgeLength } from './ellipsoid.js';
import { farCrossing, farMeetsPixel, farSide } from './far-predicates.js';
import { kernelCode } from './kernel-code.js';

/** Functions and results of the kernel, as src/kernel/index.ts exports them. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  /** Takes zeroed memory; the address. */
  take(bytes: number): number;
  startRings(positions: number): void;
  /** Steps so far. */
  addPositions(address: number, count: number, begins: boolean): number;
  readonly stepEdge: WebAssembly.Global;
  node(polygons: number, stepStart: number, leftOut: number): void;
  face(): void;
  measure(stepsPerUnit: number, onEllipsoid: boolean): void;
  link(nodes: number, count: number, ends: number, edges: number): void;
  readonly nodes: WebAssembly.Global;
  readonly nodeCount: WebAssembly.Global;
  readonly crossings: WebAssembly.Global;
  readonly cuts: WebAssembly.Global;
  readonly ends: WebAssembly.Global;
  readonly edgeCount: WebAssembly.Global;
  readonly sideStart: WebAssembly.Global;
  readonly sidePolygon: WebAssembly.Global;
  readonly sideCount: WebAssembly.Global;
  readonly out: WebAssembly.Global;
  readonly outStart: WebAssembly.Global;
  readonly next: WebAssembly.Global;
  readonly faceOf: WebAssembly.Global;
  readonly faceCount: WebAssembly.Global;
  readonly route: WebAssembly.Global;
  readonly routeLength: WebAssembly.Global;
  readonly edgeLength: WebAssembly.Global;
  readonly faceArea: WebAssembly.Global;
  makeSums(count: number): number;
  moveTerm(sums: number, to: number, from: number, term: number): void;
  writeSums(sums: number, count: number, address: number): void;
  side(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number;
  meetsPixel(ax: number, ay: number, bx: number, by: number, px: number, py: number): number;
  crossProperly(...xy: FourPoints): number;
  roundCrossing(...xy: FourPoints): void;
  readonly roundedX: WebAssembly.Global;
  readonly roundedY: WebAssembly.Global;
}

type FourPoints = [number, number, number, number, number, number, number, number];

let compiled: WebAssembly.Module | null = null;

/** A fresh kernel. */
export function makeKernel(): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(kernelCode), (each) => each.charCodeAt(0)));
  return new WebAssembly.Instance(compiled, { host }).exports as unknown as Kernel;
}

let foundY = 0;

const host = {
  side: farSide,
  meetsPixel: (dx: number, dy: number, ex: number, ey: number): number =>
    Number(farMeetsPixel(dx, dy, ex, ey)),
  crossingX: (...xy: number[]): number => {
    const [x, y] = farCrossing(...(xy as FourPoints));
    foundY = y;
    return x;
  },
  crossingY: (): number => foundY,
  longArea: areaUnderEdge,
  longLength: edgeLength,
  sin: Math.sin,
  memoryFull: (): void => {
    throw new InputError({
      id: 'too-many-positions',
      message: 'the layers have too many positions to be laid on one sheet (over some 40 million)',
      hint: 'Use layers of a coarser resolution, or clip them with --clip',
    });
  },
};

/** A view of 32-bit entries, good until the kernel is called again. */
export const viewInts = (kernel: Kernel, address: number, length: number): Int32Array =>
  new Int32Array(kernel.memory.buffer, address, length);

/** A copy of an array. */
export const readInts = (kernel: Kernel, array: WebAssembly.Global, length: number): Int32Array =>
  viewInts(kernel, array.value, length).slice();

/** A copy of an array of 64-bit floats. */
export const readFloats = (kernel: Kernel, array: WebAssembly.Global, length: number): Float64Array =>
  new Float64Array(kernel.memory.buffer, array.value, length).slice();

/** Every second entry, from the first or the second on. */
export function readColumn(
  kernel: Kernel,
  pairs: WebAssembly.Global,
  count: number,
  column: 0 | 1,
): Int32Array {
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
