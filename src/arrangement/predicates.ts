/**
 * On which side of a line a lattice point lies, exactly.
 *
 * While all differences are under 2^26 steps (6.7 degrees, 67 km) the products of two of them are under 2^52 and
 * plain doubles are exact. Beyond that see far-predicates.ts. The kernel has the same rule for its own use.
 */
import { farSide } from './far-predicates.js';

/** Differences below this multiply exactly in doubles. */
export const EXACT_REACH = 2 ** 26;

/**
 * Which side of the line a → b the point c lies on: positive left, negative right, zero on it.
 * Only the sign means anything.
 */
export function side(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const ex = cx - ax;
  const ey = cy - ay;
  if (
    dx < EXACT_REACH &&
    dx > -EXACT_REACH &&
    dy < EXACT_REACH &&
    dy > -EXACT_REACH &&
    ex < EXACT_REACH &&
    ex > -EXACT_REACH &&
    ey < EXACT_REACH &&
    ey > -EXACT_REACH
  ) {
    return dx * ey - dy * ex;
  }
  return farSide(ax, ay, bx, by, cx, cy);
}
