/**
 * The last edge that a straight walk east, or north, goes across.
 *
 *        ╲    │                 walking east from S to P, the last edge crossed is e;
 *      S──╲───│e──▶ P           P lies on the face east of e
 *          ╲  │
 *
 * Both walks are one piece of code: "along" is the way one walks (x going east, y going north), "height" the other
 * axis. Every point stands a little to the east of its lattice position, and very much less to the north of it, so
 * that no walk ever runs through a node or along an edge:
 *
 *   - an edge counts from its lower end up to, but not including, its upper end;
 *   - a point on an edge has gone across it walking east; walking north it has unless the edge rises to the east.
 */
import { side } from './predicates.js';
import type { PlanarEdges } from './noding.js';

/** Walks east at a height y, or north at an x. */
export type Heading = 'east' | 'north';

/**
 * The last edge crossed between two points at one height, among edges list[first] to list[end - 1] and the edge
 * `found` so far; -1 for none.
 */
export function lastCrossed(
  edges: PlanarEdges,
  heading: Heading,
  height: number,
  start: number,
  stop: number,
  list: Int32Array,
  first: number,
  end: number,
  found: number,
): number {
  const { from, to } = edges;
  const north = heading === 'north';
  const heightOf = north ? edges.nodeX : edges.nodeY;
  const alongOf = north ? edges.nodeY : edges.nodeX;
  let last = found;
  for (let i = first; i < end; i++) {
    const e = list[i]!;
    let lower = from[e]!;
    let upper = to[e]!;
    let lowest = heightOf[lower]!;
    let highest = heightOf[upper]!;
    if (lowest > highest) {
      [lower, upper] = [upper, lower];
      [lowest, highest] = [highest, lowest];
    }
    if (height < lowest || height >= highest) continue;
    const a = alongOf[lower]!;
    const b = alongOf[upper]!;
    if ((a > stop && b > stop) || (a < start && b < start)) continue;
    const tie = north && b > a ? 1 : -1;
    if ((side(a, lowest, b, highest, start, height) || tie) < 0) continue;
    if ((side(a, lowest, b, highest, stop, height) || tie) > 0) continue;
    if (last === -1 || (last !== e && liesBeyond(edges, heightOf, alongOf, e, last))) last = e;
  }
  return last;
}

/** Whether edge e lies further along than edge f where both span one height. Neither crosses the other. */
function liesBeyond(
  { from, to }: PlanarEdges,
  heightOf: Int32Array,
  alongOf: Int32Array,
  e: number,
  f: number,
): boolean {
  const turnedE = heightOf[from[e]!]! > heightOf[to[e]!]!;
  const turnedF = heightOf[from[f]!]! > heightOf[to[f]!]!;
  const [e1, e2] = turnedE ? [to[e]!, from[e]!] : [from[e]!, to[e]!];
  const [f1, f2] = turnedF ? [to[f]!, from[f]!] : [from[f]!, to[f]!];
  const aside = (p: number, q: number, r: number): number =>
    side(alongOf[p]!, heightOf[p]!, alongOf[q]!, heightOf[q]!, alongOf[r]!, heightOf[r]!);
  const low = heightOf[e1]! >= heightOf[f1]! ? -aside(f1, f2, e1) : aside(e1, e2, f1);
  if (low !== 0) return low > 0;
  const high = heightOf[e2]! <= heightOf[f2]! ? -aside(f1, f2, e2) : aside(e1, e2, f2);
  return high > 0;
}
