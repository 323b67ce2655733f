/**
 * Exact answers about points and segments on the lattice, however far apart they are.
 *
 * The kernel answers what is near at hand itself, in plain doubles (src/kernel/predicates.ts), and asks here beyond
 * 2^26 steps: it has neither big integers nor the adaptive predicate.
 *
 * The sign of an area is taken from an adaptive predicate (Shewchuk 1997, as packaged in robust-predicates), rounding
 * from big integers.
 */
import { orient2d } from 'robust-predicates';

/** As the kernel's `side`: positive where c lies left of the line a → b. */
export const farSide = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number =>
  -orient2d(ax, ay, bx, by, cx, cy);

/** Whether a segment of direction dx, dy meets the pixel of the point ex, ey from its start, in its bounding box. */
export function farMeetsPixel(dx: number, dy: number, ex: number, ey: number): boolean {
  const reach = Math.abs(dx) + Math.abs(dy);
  const rough = 2 * (dx * ey - dy * ex);
  const doubt = (Math.abs(dx * ey) + Math.abs(dy * ex)) * 2 ** -50;
  if (Math.abs(rough) < reach - doubt) return true;
  if (Math.abs(rough) > reach + doubt) return false;
  const twice = 2n * (BigInt(dx) * BigInt(ey) - BigInt(dy) * BigInt(ex));
  const limit = BigInt(reach);
  if (twice >= limit || twice <= -limit) {
    return (twice === limit || twice === -limit) && twice === BigInt(dx) - BigInt(dy);
  }
  return true;
}

/** The lattice point whose pixel holds the crossing of a → b and c → d; a half rounds up, as the pixel does. */
export function farCrossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): [number, number] {
  const [bigRx, bigRy, bigSx, bigSy] = [BigInt(bx - ax), BigInt(by - ay), BigInt(dx - cx), BigInt(dy - cy)];
  let above = BigInt(cx - ax) * bigSy - BigInt(cy - ay) * bigSx;
  let below = bigRx * bigSy - bigRy * bigSx;
  if (below < 0n) {
    above = -above;
    below = -below;
  }
  return [
    ax + Number(floorOf(2n * above * bigRx + below, 2n * below)),
    ay + Number(floorOf(2n * above * bigRy + below, 2n * below)),
  ];
}

/** Quotient rounded down; the divisor is positive. */
function floorOf(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}
