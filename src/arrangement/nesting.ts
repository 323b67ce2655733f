/**
 * Which edge lies nearest to the west of a point: it tells which face an island or a hole lies in.
 *
 *      │        ╲
 *      │    ◄────╲──●        a ray due west from the westernmost node of a piece;
 *      │          ╲          the last edge it meets going back is the nearest
 *
 * All points are answered in one pass over the edges.
 */
import type { PlanarEdges } from './noding.js';
import { side } from './predicates.js';

const MOST_BUCKETS = 2 ** 20;

/**
 * For each given node the half-edge nearest to its west, with the face towards the node on its left; -1 for none.
 * An edge counts from its lower end up to, but not including, its upper end.
 */
export function nearestEdgeToTheLeft(edges: PlanarEdges, points: Int32Array): Int32Array {
  const { from, to, nodeX, nodeY } = edges;
  const nearest = new Int32Array(points.length).fill(-1);
  if (points.length < 2) return nearest;
  const order = Int32Array.from(points, (_, i) => i).sort((i, j) => nodeY[points[i]!]! - nodeY[points[j]!]!);
  const heights = Float64Array.from(order, (i) => nodeY[points[i]!]!);
  const lowest = heights[0]!;
  const highest = heights[heights.length - 1]!;
  const { first, scale } = bucketHeights(heights);
  for (let e = 0; e < from.length; e++) {
    const u = from[e]!;
    const v = to[e]!;
    const rising = nodeY[u]! < nodeY[v]!;
    const lower = rising ? u : v;
    const upper = rising ? v : u;
    const least = nodeY[lower]!;
    const greatest = nodeY[upper]!;
    if (greatest <= lowest || least > highest) continue;
    let k = least <= lowest ? 0 : first[Math.floor((least - lowest) * scale)]!;
    while (k < heights.length && heights[k]! < least) k++;
    for (; k < heights.length && heights[k]! < greatest; k++) {
      const i = order[k]!;
      const p = points[i]!;
      const px = nodeX[p]!;
      if (nodeX[lower]! > px && nodeX[upper]! > px) continue;
      const py = nodeY[p]!;
      if (side(nodeX[lower]!, nodeY[lower]!, nodeX[upper]!, nodeY[upper]!, px, py) >= 0) continue;
      if (nearest[i] === -1 || liesEast(edges, e, nearest[i]! >> 1)) {
        // The half-edge that runs down has the east on its left.
        nearest[i] = rising ? 2 * e + 1 : 2 * e;
      }
    }
  }
  return nearest;
}

/** For equal buckets of height, the first of the rising heights that lies in it or above. */
function bucketHeights(heights: Float64Array): { first: Uint32Array; scale: number } {
  const lowest = heights[0]!;
  const buckets = Math.min(MOST_BUCKETS, heights.length * 16 + 1);
  const scale = buckets / (heights[heights.length - 1]! - lowest + 1);
  const first = new Uint32Array(buckets + 1).fill(heights.length);
  for (let k = heights.length - 1; k >= 0; k--) first[Math.floor((heights[k]! - lowest) * scale)] = k;
  for (let b = buckets - 1; b >= 0; b--) if (first[b]! > first[b + 1]!) first[b] = first[b + 1]!;
  return { first, scale };
}

/** Whether edge e lies east of edge f where both span one height. Neither crosses the other. */
function liesEast(edges: PlanarEdges, e: number, f: number): boolean {
  const { from, to, nodeX, nodeY } = edges;
  const e1 = nodeY[from[e]!]! < nodeY[to[e]!]! ? from[e]! : to[e]!;
  const e2 = e1 === from[e] ? to[e]! : from[e]!;
  const f1 = nodeY[from[f]!]! < nodeY[to[f]!]! ? from[f]! : to[f]!;
  const f2 = f1 === from[f] ? to[f]! : from[f]!;
  const aside = (p: number, q: number, r: number): number =>
    side(nodeX[p]!, nodeY[p]!, nodeX[q]!, nodeY[q]!, nodeX[r]!, nodeY[r]!);
  const low = nodeY[e1]! >= nodeY[f1]! ? -aside(f1, f2, e1) : aside(e1, e2, f1);
  if (low !== 0) return low > 0;
  const high = nodeY[e2]! <= nodeY[f2]! ? -aside(f1, f2, e2) : aside(e1, e2, f2);
  return high > 0;
}
