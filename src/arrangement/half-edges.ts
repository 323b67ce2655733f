/**
 * Half-edges: each edge twice, once in each direction, each knowing the next around the face on its left.
 *
 *            v
 *       ┌────●────┐       half-edge 2e runs from[e] → to[e], 2e + 1 back
 *       │    │↑   │       twin of h is h ^ 1
 *       │   2e│2e+1       next[h] keeps the same face on the left
 *       └────●────┘
 */
import { makeKernel, readInts, writePairs } from './kernel.js';
import type { PlanarEdges } from './noding.js';

export interface HalfEdges {
  /** Node v has half-edges out[outStart[v]] to out[outStart[v + 1] - 1], counter-clockwise from due west. */
  readonly outStart: Uint32Array;
  readonly out: Int32Array;
  /** The half-edge that follows each around the face on its left. */
  readonly next: Int32Array;
}

/** The node a half-edge starts from. */
export const origin = (edges: PlanarEdges, half: number): number =>
  (half & 1) === 0 ? edges.from[half >> 1]! : edges.to[half >> 1]!;

/** The node a half-edge runs to. */
export const target = (edges: PlanarEdges, half: number): number =>
  (half & 1) === 0 ? edges.to[half >> 1]! : edges.from[half >> 1]!;

/** Links all half-edges of a planar set of edges. */
export function linkHalfEdges(edges: PlanarEdges): HalfEdges {
  const { nodeX, nodeY, from, to } = edges;
  const kernel = makeKernel();
  const positions = writePairs(kernel, nodeX, nodeY);
  kernel.link(positions, nodeX.length, writePairs(kernel, from, to), from.length);
  return {
    outStart: new Uint32Array(readInts(kernel, kernel.outStart, nodeX.length + 1).buffer),
    out: readInts(kernel, kernel.out, 2 * from.length),
    next: readInts(kernel, kernel.next, 2 * from.length),
  };
}
