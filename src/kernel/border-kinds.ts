/**
 * What edges are to two layers: border of the first, of the second, and whether between two of its units.
 *
 *     a │ b    1 + 4      border of the first layer between two of its units
 *     a │ –    1          border where it ends
 *
 * Edges come in as many goes as their owner likes. Metres are whole fractions, so sums are the same in any order.
 */
import { CHECKED, isWithin } from './checks';
import { isCovered, Labels, labelOn } from './face-labels';

const OF_A: i32 = 1;
const OF_B: i32 = 2;
const BETWEEN_A: i32 = 4;
const BETWEEN_B: i32 = 8;

/** Metres of border of the first layer, of the second, and of both at once. */
export let borderOfA: f64 = 0;
export let borderOfB: f64 = 0;
export let borderOfBoth: f64 = 0;

/** Begins to count anew. */
export function startKinds(): void {
  borderOfA = 0;
  borderOfB = 0;
  borderOfBoth = 0;
}

/**
 * Writes the kind of each of some edges, of which `sides` has the faces left and right and `lengths` the metres; for faces
 * that only one of the layers has border along, to `aloneOn`, which.
 */
export function findKinds(
  first: usize,
  second: usize,
  sides: usize,
  lengths: usize,
  edges: i32,
  kinds: usize,
  aloneOn: usize,
): void {
  const a = changetype<Labels>(first);
  const b = changetype<Labels>(second);
  // Most edges lie between the same two faces as the edge before, and are what it is.
  let faceLeft = -1;
  let faceRight = -1;
  let is = 0;
  for (let e = 0; e < edges; e++) {
    if (CHECKED) {
      assert(isWithin(sides, sides + ((<usize>e) << 3), 8), 'every edge has two sides');
      assert(isWithin(lengths, lengths + ((<usize>e) << 3), 8), 'every edge has a length');
      assert(isWithin(kinds, kinds + e, 1), 'there is room for the kind of every edge');
    }
    const left = load<i32>(sides + ((<usize>e) << 3));
    const right = load<i32>(sides + ((<usize>e) << 3), 4);
    if (left != faceLeft || right != faceRight) {
      faceLeft = left;
      faceRight = right;
      is =
        kindOf(labelOn(a, left), labelOn(a, right), OF_A, BETWEEN_A) |
        kindOf(labelOn(b, left), labelOn(b, right), OF_B, BETWEEN_B);
      const whose = is & (OF_A | OF_B);
      if (whose != (OF_A | OF_B)) {
        mark(aloneOn + left, whose);
        mark(aloneOn + right, whose);
      }
    }
    store<u8>(kinds + e, <u8>is);
    const metres = load<f64>(lengths + ((<usize>e) << 3));
    if ((is & OF_A) != 0) borderOfA += metres;
    if ((is & OF_B) != 0) borderOfB += metres;
    if ((is & OF_A) != 0 && (is & OF_B) != 0) borderOfBoth += metres;
  }
}

/** What an edge is to a layer that has these labels on its sides. */
function kindOf(left: i32, right: i32, border: i32, between: i32): i32 {
  if (left == right) return 0;
  return isCovered(left) && isCovered(right) ? border | between : border;
}

function mark(entry: usize, bits: i32): void {
  store<u8>(entry, load<u8>(entry) | (<u8>bits));
}
