/**
 * Half-edges: each edge twice, once in each direction, each knowing the next around the face on its left.
 *
 *            v
 *       ┌────●────┐       half-edge 2e runs from[e] → to[e], 2e + 1 back
 *       │    │↑   │       twin of h is h ^ 1
 *       │   2e│2e+1       next[h] keeps the same face on the left
 *       └────●────┘
 */
import { side } from './predicates.js';
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
  const { from, to, nodeX } = edges;
  const nodes = nodeX.length;
  const outStart = new Uint32Array(nodes + 1);
  for (let e = 0; e < from.length; e++) {
    outStart[from[e]!]!++;
    outStart[to[e]!]!++;
  }
  let total = 0;
  for (let v = 0; v <= nodes; v++) {
    total += outStart[v]!;
    outStart[v] = total;
  }
  const out = new Int32Array(total);
  for (let e = from.length - 1; e >= 0; e--) {
    out[--outStart[from[e]!]!] = 2 * e;
    out[--outStart[to[e]!]!] = 2 * e + 1;
  }
  const next = new Int32Array(total);
  for (let v = 0; v < nodes; v++) {
    const first = outStart[v]!;
    const last = outStart[v + 1]! - 1;
    if (last > first + 1) sortAround(edges, v, out, first, last);
    else if (last === first + 1 && !comesFirst(edges, v, out[first]!, out[last]!)) {
      const swap = out[first]!;
      out[first] = out[last]!;
      out[last] = swap;
    }
    // Arriving at v against out[k], the face on the left goes on along the half-edge before it.
    for (let k = first; k <= last; k++) next[out[k]! ^ 1] = out[k === first ? last : k - 1]!;
  }
  return { outStart, out, next };
}

function sortAround(edges: PlanarEdges, node: number, out: Int32Array, first: number, last: number): void {
  for (let i = first + 1; i <= last; i++) {
    const half = out[i]!;
    let j = i - 1;
    while (j >= first && !comesFirst(edges, node, out[j]!, half)) {
      out[j + 1] = out[j]!;
      j--;
    }
    out[j + 1] = half;
  }
}

/**
 * Whether half-edge g comes before h counter-clockwise around their node, starting just after due west:
 * first the lower half turn (y < 0, then due east), then the upper one, due west last.
 */
function comesFirst(edges: PlanarEdges, node: number, g: number, h: number): boolean {
  const { nodeX, nodeY } = edges;
  const x = nodeX[node]!;
  const y = nodeY[node]!;
  const u = target(edges, g);
  const v = target(edges, h);
  const gUpper = upperHalf(nodeX[u]! - x, nodeY[u]! - y);
  const hUpper = upperHalf(nodeX[v]! - x, nodeY[v]! - y);
  if (gUpper !== hUpper) return hUpper;
  return side(x, y, nodeX[u]!, nodeY[u]!, nodeX[v]!, nodeY[v]!) > 0;
}

/** Directions above due east, up to and including due west. */
const upperHalf = (dx: number, dy: number): boolean => dy > 0 || (dy === 0 && dx < 0);
