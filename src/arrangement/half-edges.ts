/**
 * Half-edges: each edge twice, once in each direction, each knowing the next around the face on its left.
 *
 *            v
 *       ┌────●────┐       half-edge 2e runs from[e] → to[e], 2e + 1 back
 *       │    │↑   │       twin of h is h ^ 1
 *       │   2e│2e+1       next[h] keeps the same face on the left
 *       └────●────┘
 *
 * Linking them is a step of its own, taken by whoever walks around faces or nodes. Memory: the kernel that noded the
 * layers is let go before (everything of it was copied out), linking has a kernel of its own, and that is let go when
 * the links are copied out, so no kernel outlives a call. The links last as long as the edges they belong to.
 */
import { giveEdges } from './give-edges.js';
import { readInts } from './kernel.js';
import type { PlanarEdges } from './planar-edges.js';

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

const linked = new WeakMap<PlanarEdges, HalfEdges>();

/**
 * Half-edges of a planar set of edges: linked at the first call, the same object from then on, whatever arrangement
 * the edges are part of.
 */
export function halfEdgesOf(edges: PlanarEdges): HalfEdges {
  let halves = linked.get(edges);
  if (halves === undefined) linked.set(edges, (halves = linkHalfEdges(edges)));
  return halves;
}

function linkHalfEdges(edges: PlanarEdges): HalfEdges {
  const { nodeX, nodeY, from, to } = edges;
  const kernel = giveEdges(nodeX, nodeY, from, to);
  kernel.link();
  return {
    outStart: new Uint32Array(readInts(kernel, kernel.outStart, nodeX.length + 1).buffer),
    out: readInts(kernel, kernel.out, 2 * from.length),
    next: readInts(kernel, kernel.next, 2 * from.length),
  };
}
