/**
 * Half-edges: each edge twice, once in each direction, each knowing the next around the face on its left.
 *
 *            v
 *       ┌────●────┐       half-edge 2e runs from the first to the second node of e, 2e + 1 back
 *       │    │↑   │       twin of h is h ^ 1
 *       │   2e│2e+1       next[h] keeps the same face on the left
 *       └────●────┘
 */
import { areOffsets, CHECKED } from './checks';
import { at, countDown, countUp, put, takeArray } from './memory';
import { nodeCount, nodeX, nodeY } from './nodes';
import { side } from './predicates';

/** Node each half-edge starts from: the ends of edges, one after the other. */
export let origin: usize = 0;
export let halfCount: i32 = 0;
/** Node v has half-edges out[outStart[v]] to out[outStart[v + 1] - 1], counter-clockwise from due west. */
export let outStart: usize = 0;
export let out: usize = 0;
/** The half-edge that follows each around the face on its left. */
export let next: usize = 0;

/** Takes the ends of `edges` edges, which stand in pairs. */
export function startHalfEdges(ends: usize, edges: i32): void {
  origin = ends;
  halfCount = 2 * edges;
}

/** Links all half-edges. */
export function linkHalfEdges(): void {
  outStart = takeArray(nodeCount + 1);
  for (let h = 0; h < halfCount; h++) countUp(outStart, at(origin, h));
  let total = 0;
  for (let v = 0; v <= nodeCount; v++) {
    total += at(outStart, v);
    put(outStart, v, total);
  }
  out = takeArray(halfCount);
  for (let h = halfCount - 1; h >= 0; h--) put(out, countDown(outStart, at(origin, h)), h);
  if (CHECKED) assert(areOffsets(outStart, nodeCount, halfCount), 'every half-edge leaves one node');
  next = takeArray(halfCount);
  for (let v = 0; v < nodeCount; v++) linkAround(v, at(outStart, v), at(outStart, v + 1));
  if (CHECKED) {
    for (let h = 0; h < halfCount; h++) {
      assert(at(origin, at(next, h)) == at(origin, h ^ 1), 'a half-edge goes on from where its twin begins');
    }
  }
}

function linkAround(node: i32, first: i32, end: i32): void {
  if (end == first) return;
  if (end - first > 1) sortAround(out, node, first, end);
  // Arriving at the node against out[k], the face on the left goes on along the half-edge before it.
  let before = at(out, end - 1);
  for (let k = first; k < end; k++) {
    const half = at(out, k);
    put(next, half ^ 1, before);
    before = half;
  }
}

/** Sorts half-edges from one node counter-clockwise, starting just after due west. */
export function sortAround(halves: usize, node: i32, first: i32, end: i32): void {
  for (let i = first + 1; i < end; i++) {
    const half = at(halves, i);
    let j = i - 1;
    while (j >= first && !comesFirst(node, at(halves, j), half)) {
      put(halves, j + 1, at(halves, j));
      j--;
    }
    put(halves, j + 1, half);
  }
  if (CHECKED) {
    for (let i = first; i < end; i++) {
      assert(at(origin, at(halves, i)) == node, 'half-edges around a node leave it');
      const rises = i == first || comesFirst(node, at(halves, i - 1), at(halves, i));
      assert(rises, 'half-edges around a node stand counter-clockwise, none on another');
    }
  }
}

/**
 * Whether half-edge g comes before h counter-clockwise around their node, starting just after due west:
 * first the lower half turn (y < 0, then due east), then the upper one, due west last.
 */
export function comesFirst(node: i32, g: i32, h: i32): bool {
  const x = nodeX(node);
  const y = nodeY(node);
  const u = at(origin, g ^ 1);
  const v = at(origin, h ^ 1);
  const gUpper = upperHalf(x, y, u);
  const hUpper = upperHalf(x, y, v);
  if (gUpper != hUpper) return hUpper;
  return side(<f64>x, <f64>y, <f64>nodeX(u), <f64>nodeY(u), <f64>nodeX(v), <f64>nodeY(v)) > 0;
}

/** Directions above due east, up to and including due west. */
function upperHalf(x: i32, y: i32, towards: i32): bool {
  return nodeY(towards) > y || (nodeY(towards) == y && nodeX(towards) < x);
}
