/**
 * One ring of a layer as places, without the closing position and without standing still.
 *
 *     a b b c a      a position given twice in a row is counted and passed over
 */
import type { Shapes } from '../../layer/shapes.js';

export interface RingPath {
  /** Coordinates of each place along the ring; no two neighbours are the same, nor are the last and the first. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** How many positions repeated the one before them. */
  readonly doubled: number;
  /** Place in the shapes of the first of those, or -1. */
  readonly firstDoubled: number;
}

/** The path of one ring. */
export function pathOfRing({ coordinates, ringStart }: Shapes, ring: number): RingPath {
  const from = ringStart[ring]!;
  const to = ringStart[ring + 1]! - 1;
  const x = new Float64Array(Math.max(0, to - from));
  const y = new Float64Array(x.length);
  let count = 0;
  let firstDoubled = -1;
  for (let i = from; i < to; i++) {
    x[count] = coordinates[2 * i]!;
    y[count] = coordinates[2 * i + 1]!;
    if (x[count] === coordinates[2 * i + 2] && y[count] === coordinates[2 * i + 3]) {
      if (firstDoubled < 0) firstDoubled = i;
    } else {
      count++;
    }
  }
  return { x: x.subarray(0, count), y: y.subarray(0, count), doubled: to - from - count, firstDoubled };
}

/** Twice the area inside a path in square units of its coordinates, negative where it runs clockwise. */
export function twiceArea({ x, y }: RingPath): number {
  let sum = 0;
  for (let i = 1; i + 1 < x.length; i++) {
    sum += (x[i]! - x[0]!) * (y[i + 1]! - y[0]!) - (x[i + 1]! - x[0]!) * (y[i]! - y[0]!);
  }
  return sum;
}
