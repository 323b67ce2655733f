/**
 * Which edge lies nearest to the west of a point: it tells which face an island or a hole lies in.
 *
 *      │        ╲
 *      │    ◄────╲──●        a ray due west from the westernmost node of a piece;
 *      │          ╲          the last edge it meets going back is the nearest
 *
 * All points are answered in one pass over the edges.
 */
import { CHECKED } from './checks';
import { halfCount, origin } from './half-edges';
import { at, put, takeArray, takeUnsetArray } from './memory';
import { nodeX, nodeY } from './nodes';
import { sortBySteps, sortedItems } from './sort';
import { liesBeyond, sideOf } from './walks';

/** For each point the half-edge nearest to its west, with the face towards the point on its left; -1 for none. */
export let nearest: usize = 0;

/** Points in order of height, and for equal buckets of height the first that lies in each or above. */
let order: usize = 0;
let height: usize = 0;
let firstIn: usize = 0;
let lowest: i32 = 0;
let bucketsPerStep: f64 = 0;

const MOST_BUCKETS = 1 << 20;

/**
 * Looks west from the given nodes. An edge counts from its lower end up to, but not including, its upper end.
 */
export function nearestToTheLeft(points: usize, count: i32): void {
  nearest = takeUnsetArray(count);
  memory.fill(nearest, 0xff, (<usize>count) << 2);
  if (count < 2) return;
  orderByHeight(points, count);
  const highest = at(height, count - 1);
  for (let h = 0; h < halfCount; h += 2) {
    let lower = at(origin, h);
    let upper = at(origin, h + 1);
    const rising = nodeY(lower) < nodeY(upper);
    if (!rising) {
      const swap = lower;
      lower = upper;
      upper = swap;
    }
    const least = nodeY(lower);
    const greatest = nodeY(upper);
    if (greatest <= lowest || least > highest) continue;
    const west = min(nodeX(lower), nodeX(upper));
    const east = max(nodeX(lower), nodeX(upper));
    let k = least <= lowest ? 0 : at(firstIn, bucketOf(least));
    while (k < count && at(height, k) < least) k++;
    for (; k < count && at(height, k) < greatest; k++) {
      const i = at(order, k);
      const p = at(points, i);
      if (west > nodeX(p)) continue;
      const found = at(nearest, i);
      // One that ends before the nearest so far begins lies further away, whatever their heights.
      if (found >= 0 && east < min(nodeX(at(origin, found)), nodeX(at(origin, found ^ 1)))) continue;
      if (sideOf(false, lower, upper, p) >= 0) continue;
      // The half-edge that runs down has the east on its left.
      if (found < 0 || liesBeyond(false, lower, upper, at(origin, found ^ 1), at(origin, found)))
        put(nearest, i, rising ? h + 1 : h);
    }
  }
}

function orderByHeight(points: usize, count: i32): void {
  const steps = takeUnsetArray(count);
  const items = takeUnsetArray(count);
  for (let i = 0; i < count; i++) {
    put(steps, i, nodeY(at(points, i)));
    put(items, i, i);
  }
  sortBySteps(steps, items, count);
  order = sortedItems;
  height = takeUnsetArray(count);
  for (let k = 0; k < count; k++) put(height, k, nodeY(at(points, at(order, k))));
  lowest = at(height, 0);
  const buckets = min(MOST_BUCKETS, count * 16 + 1);
  bucketsPerStep = <f64>buckets / (<f64>at(height, count - 1) - <f64>lowest + 1);
  firstIn = takeArray(buckets + 1);
  put(firstIn, buckets, count);
  for (let b = 0; b < buckets; b++) put(firstIn, b, count);
  for (let k = count - 1; k >= 0; k--) put(firstIn, bucketOf(at(height, k)), k);
  for (let b = buckets - 1; b >= 0; b--) put(firstIn, b, min(at(firstIn, b), at(firstIn, b + 1)));
}

function bucketOf(y: i32): i32 {
  if (CHECKED) assert(y >= lowest, 'nothing is looked up below the lowest point');
  return <i32>Math.floor((<f64>y - <f64>lowest) * bucketsPerStep);
}
