/**
 * What edges are to two layers, and how many metres of each kind there are. The kernel finds them (src/kernel/border-kinds.ts).
 */
import type { FaceGraph } from './arrangement.js';
import { faceKernel } from './face-kernel.js';

/** Bits of an edge: border of the first layer, of the second; of the first between two of its units, of the second. */
export const OF_A = 1;
export const OF_B = 2;
export const BETWEEN_A = 4;
export const BETWEEN_B = 8;

export interface BorderKinds {
  /** Bits of each edge. */
  readonly kind: Uint8Array;
  /** For each face: OF_A where border of the first layer alone runs along it, OF_B for the second. */
  readonly aloneOn: Uint8Array;
  /** Metres of border of the first layer, of the second, and of both at once. */
  readonly metresA: number;
  readonly metresB: number;
  readonly metresBoth: number;
}

/** The kinds of all edges of a face graph. */
export function borderKinds(graph: FaceGraph, layerA: number, layerB: number): BorderKinds {
  const { kernel, writeLabels, overEdges, close } = faceKernel(graph);
  const [a, b] = [writeLabels(graph.labels[layerA]!), writeLabels(graph.labels[layerB]!)];
  const faces = graph.area.length;
  const alone = kernel.take(faces);
  const kind = new Uint8Array(graph.length.length);
  kernel.startKinds();
  overEdges((sides, lengths, edges, first) => {
    const before = kernel.mark();
    const kinds = kernel.take(edges);
    kernel.findKinds(a, b, sides, lengths, edges, kinds, alone);
    kind.set(new Uint8Array(kernel.memory.buffer, kinds >>> 0, edges), first);
    kernel.giveBack(before);
  });
  const found = {
    kind,
    aloneOn: new Uint8Array(kernel.memory.buffer, alone >>> 0, faces).slice(),
    metresA: kernel.borderOfA.value,
    metresB: kernel.borderOfB.value,
    metresBoth: kernel.borderOfBoth.value,
  };
  close();
  return found;
}
