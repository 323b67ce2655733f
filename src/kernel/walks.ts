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
import { highEnd, lowEnd } from './edges';
import { at } from './memory';
import { nodeX, nodeY } from './nodes';
import { side } from './predicates';

/**
 * The last edge crossed between two points at one height, `start` and `stop` along, among the edges list[first] to
 * list[end - 1]; -1 for none.
 */
export function lastCrossed(
  north: bool,
  height: f64,
  start: f64,
  stop: f64,
  list: usize,
  first: i32,
  end: i32,
): i32 {
  let last: i32 = -1;
  for (let i = first; i < end; i++) {
    const e = at(list, i);
    const lower = lowerEnd(north, e);
    const upper = lowEnd(e) ^ highEnd(e) ^ lower;
    const lowest = heightOf(north, lower);
    const highest = heightOf(north, upper);
    if (height < lowest || height >= highest) continue;
    const a = alongOf(north, lower);
    const b = alongOf(north, upper);
    if (min(a, b) > stop || max(a, b) < start) continue;
    const rises = north && b > a;
    if (isBefore(side(a, lowest, b, highest, start, height), rises)) continue;
    if (!isBefore(side(a, lowest, b, highest, stop, height), rises)) continue;
    if (last == -1) last = e;
    else if (last != e) {
      const other = lowerEnd(north, last);
      if (liesBeyond(north, lower, upper, other, lowEnd(last) ^ highEnd(last) ^ other)) last = e;
    }
  }
  return last;
}

/** Whether a point on this side of an edge, seen from its lower end, has gone across it. */
function isBefore(side: f64, rises: bool): bool {
  return side < 0 || (side == 0 && !rises);
}

/**
 * Whether one edge lies further along than another where both span one height. Neither crosses the other. Each is
 * given by its lower and its upper end.
 */
export function liesBeyond(north: bool, e1: i32, e2: i32, f1: i32, f2: i32): bool {
  const low =
    heightOf(north, e1) >= heightOf(north, f1) ? -sideOf(north, f1, f2, e1) : sideOf(north, e1, e2, f1);
  if (low != 0) return low > 0;
  const high =
    heightOf(north, e2) <= heightOf(north, f2) ? -sideOf(north, f1, f2, e2) : sideOf(north, e1, e2, f2);
  return high > 0;
}

/** The end of an edge that lies lower, or its first where both lie at one height. */
function lowerEnd(north: bool, edge: i32): i32 {
  const u = lowEnd(edge);
  const v = highEnd(edge);
  return heightOf(north, u) > heightOf(north, v) ? v : u;
}

/** Which side of the line through two nodes a third lies on, walking east or else north. */
export function sideOf(north: bool, u: i32, v: i32, w: i32): f64 {
  return side(
    alongOf(north, u),
    heightOf(north, u),
    alongOf(north, v),
    heightOf(north, v),
    alongOf(north, w),
    heightOf(north, w),
  );
}

function alongOf(north: bool, node: i32): f64 {
  return <f64>(north ? nodeY(node) : nodeX(node));
}

function heightOf(north: bool, node: i32): f64 {
  return <f64>(north ? nodeX(node) : nodeY(node));
}
