/**
 * Sorts items by a number each, keeping items of equal numbers in order (radix sort, 12 bits at a time).
 */
import { CHECKED } from './checks';
import { at, countUp, put, takeArray, takeUnsetArray } from './memory';

const BITS = 12;
const BUCKETS = 1 << BITS;

export let sortedKeys: usize = 0;
export let sortedItems: usize = 0;

const ALL_KEYS: f64 = 4294967296;

/** Sorts by lattice steps, which may be negative; otherwise as sortByKey. `sortedKeys` means nothing then. */
export function sortBySteps(steps: usize, items: usize, count: i32): void {
  // Read without its sign, the number rises as the step does.
  for (let i = 0; i < count; i++) put(steps, i, at(steps, i) ^ i32.MIN_VALUE);
  sortByKey(steps, items, count, ALL_KEYS);
}

/**
 * Sorts by keys that are under `bound`, read without their sign; the result is left in `sortedKeys` and
 * `sortedItems`. Uses both arrays as working space.
 */
export function sortByKey(keysGiven: usize, itemsGiven: usize, count: i32, bound: f64): void {
  let keys = keysGiven;
  let items = itemsGiven;
  let otherKeys = takeUnsetArray(count);
  let otherItems = takeUnsetArray(count);
  const next = takeArray(BUCKETS + 1);
  let reached: f64 = 1;
  for (let shift = 0; shift == 0 || reached < bound; shift += BITS) {
    memory.fill(next, 0, (BUCKETS + 1) << 2);
    for (let i = 0; i < count; i++) countUp(next, ((at(keys, i) >>> shift) & (BUCKETS - 1)) + 1);
    for (let b = 0; b < BUCKETS; b++) put(next, b + 1, at(next, b + 1) + at(next, b));
    for (let i = 0; i < count; i++) {
      const key = at(keys, i);
      const to = countUp(next, (key >>> shift) & (BUCKETS - 1));
      put(otherKeys, to, key);
      put(otherItems, to, at(items, i));
    }
    let swap = keys;
    keys = otherKeys;
    otherKeys = swap;
    swap = items;
    items = otherItems;
    otherItems = swap;
    reached *= <f64>BUCKETS;
  }
  if (CHECKED) {
    for (let i = 1; i < count; i++) {
      assert(<u32>at(keys, i - 1) <= <u32>at(keys, i), 'keys are sorted, so none was over the bound');
    }
  }
  sortedKeys = keys;
  sortedItems = items;
}
