/**
 * Combinations of what several layers say of each face, numbered in order of the faces.
 *
 *     numbers so far   0 0 1 1      labels   - a a -      ──►   0 1 2 3
 */
import { at, put, takeArray } from './memory';

/**
 * Numbers the combinations of two numbers of each face: writes that of each face, and the first face of each. Gives how many
 * they are.
 */
export function combine(faces: i32, first: usize, second: usize, combined: usize, faceOf: usize): i32 {
  // Open addressing, at most half full: one more than the number of a combination.
  const bits = 33 - clz<i32>(faces);
  const last = (1 << bits) - 1;
  const table = takeArray(1 << bits);
  let count = 0;
  for (let face = 0; face < faces; face++) {
    const p = at(first, face);
    const q = at(second, face);
    let place = <i32>((<u32>((p * P + q) * Q)) >> (32 - bits));
    let found = at(table, place) - 1;
    while (found >= 0 && (at(first, at(faceOf, found)) != p || at(second, at(faceOf, found)) != q)) {
      place = (place + 1) & last;
      found = at(table, place) - 1;
    }
    if (found < 0) {
      found = count++;
      put(table, place, count);
      put(faceOf, found, face);
    }
    put(combined, face, found);
  }
  return count;
}

/** Odd numbers that spread what lies side by side: 2³² over the golden ratio, and a prime. */
const P: i32 = 0x01000193;
const Q: i32 = 0x9e3779b1;
