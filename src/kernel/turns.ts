/**
 * Which half-edge follows which around the face on its left, found at the node where they meet.
 *
 *       ──►●──►        most nodes have two edges: the half-edge that leaves by the one that was not come by
 *
 *          │ ↑
 *       ──►●──         at the others, the one before it counter-clockwise: their half-edges are sorted
 *
 * For most nodes nothing but two numbers is kept: how many half-edges leave it, and all their numbers combined by
 * "exclusive or", from which the other one of two comes out.
 */
import { CHECKED } from './checks';
import { comesFirst, origin, sortAround } from './half-edges';
import { at, put, take, takeUnsetArray } from './memory';
import { nodeCount } from './nodes';

/** Of each node: half-edges combined, or where they begin in `leaving` if they are three or more; their number. */
export let ofNode: usize = 0;
/** Half-edges from nodes of three and more edges, counter-clockwise from due west. */
export let leaving: usize = 0;

/** Gets ready for half-edges whose ends stand in `origin`. Around nodes they are sorted afterwards. */
export function startTurns(halfCount: i32): void {
  ofNode = take((<usize>nodeCount) << 3);
  for (let h = 0; h < halfCount; h++) {
    const record = recordOf(at(origin, h));
    store<i32>(record, load<i32>(record) ^ h);
    store<i32>(record, load<i32>(record, 4) + 1, 4);
  }
  let total = 0;
  for (let v = 0; v < nodeCount; v++) {
    const record = recordOf(v);
    const degree = load<i32>(record, 4);
    if (degree < 3) continue;
    // Filled from behind: where they end becomes where they begin.
    total += degree;
    store<i32>(record, total);
  }
  leaving = takeUnsetArray(total);
  for (let h = halfCount - 1; h >= 0; h--) {
    const record = recordOf(at(origin, h));
    if (load<i32>(record, 4) < 3) continue;
    const place = load<i32>(record) - 1;
    if (CHECKED) assert(place >= 0 && place < total, 'a half-edge has its place among those that leave');
    store<i32>(record, place);
    put(leaving, place, h);
  }
}

/** Sorts half-edges around the nodes from `first` to `end` - 1; `records` and `halves` are where `ofNode` and `leaving` stand. */
export function sortTurns(first: i32, end: i32, records: usize, halves: usize): void {
  ofNode = records;
  leaving = halves;
  for (let v = first; v < end; v++) {
    const begin = load<i32>(recordOf(v));
    const degree = load<i32>(recordOf(v), 4);
    if (degree > 2) sortAround(leaving, v, begin, begin + degree);
  }
}

/** Whether the land on the left of what leads to a node goes on to one half-edge only, and back to one. */
export function isPassed(node: i32): bool {
  return load<i32>(recordOf(node), 4) == 2;
}

function recordOf(node: i32): usize {
  if (CHECKED) assert(node >= 0 && node < nodeCount, 'there is no such node');
  return ofNode + ((<usize>node) << 3);
}

/** The half-edge that follows one around the face on its left. */
export function following(half: i32): i32 {
  const back = half ^ 1;
  if (CHECKED) {
    const found =
      load<i32>(recordOf(at(origin, back)), 4) == 2 ? load<i32>(recordOf(at(origin, back))) ^ back : back;
    assert(at(origin, found) == at(origin, back), 'the other of two half-edges leaves the same node');
  }
  const record = recordOf(at(origin, back));
  const degree = load<i32>(record, 4);
  if (degree == 2) return load<i32>(record) ^ back;
  if (degree == 1) return back;
  const first = load<i32>(record);
  if (at(leaving, first) == back) return at(leaving, first + degree - 1);
  let k = first + 1;
  while (at(leaving, k) != back) k++;
  return at(leaving, k - 1);
}

/** The last half-edge from a node, counter-clockwise from due west; `half` is any of them. */
export function lastLeaving(node: i32, half: i32): i32 {
  const combined = load<i32>(recordOf(node));
  const degree = load<i32>(recordOf(node), 4);
  if (degree > 2) return at(leaving, combined + degree - 1);
  if (degree == 1) return half;
  const other = combined ^ half;
  return comesFirst(node, half, other) ? other : half;
}
