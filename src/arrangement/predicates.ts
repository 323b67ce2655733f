/**
 * Exact answers about points and segments on the lattice.
 *
 * While all differences are under 2^26 steps (6.7 degrees, 67 km) the products of two of them are under 2^52 and
 * plain doubles are exact. Beyond that the sign is taken from an adaptive predicate (Shewchuk 1997, as packaged in
 * robust-predicates) and rounding from big integers.
 */
import { orient2d } from 'robust-predicates';

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
  return -orient2d(ax, ay, bx, by, cx, cy);
}

/**
 * Whether the segment a → b meets the pixel around the lattice point p.
 *
 *     the pixel takes its left and lower sides and its lower left corner:
 *
 *       o───────o
 *       │   p   o      x in [px − ½, px + ½), y in [py − ½, py + ½)
 *       ●───────o
 *
 * The caller has made sure that p lies in the bounding box of the segment. Then the segment meets the closed pixel
 * exactly when the line does: |cross| ≤ (|dx| + |dy|) / 2. At equality it touches one corner, which counts only if
 * that is the lower left one.
 */
export function meetsPixel(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  const reach = (dx < 0 ? -dx : dx) + (dy < 0 ? -dy : dy);
  if (reach < EXACT_REACH) {
    const twice = 2 * (dx * (py - ay) - dy * (px - ax));
    if (twice >= reach || twice <= -reach) {
      return (twice === reach || twice === -reach) && twice === dx - dy;
    }
    return true;
  }
  return meetsPixelFarReaching(dx, dy, px - ax, py - ay, reach);
}

function meetsPixelFarReaching(dx: number, dy: number, ex: number, ey: number, reach: number): boolean {
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

/** Whether two segments cross at one point inside both; touching and lying on one another do not count. */
export function crossProperly(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const c = side(ax, ay, bx, by, cx, cy);
  if (c === 0) return false;
  const d = side(ax, ay, bx, by, dx, dy);
  if (d === 0 || c > 0 === d > 0) return false;
  const a = side(cx, cy, dx, dy, ax, ay);
  if (a === 0) return false;
  const b = side(cx, cy, dx, dy, bx, by);
  return b !== 0 && a > 0 !== b > 0;
}

/** Distance from one half at which a rounded double is not trusted. */
const NEAR_HALF = 1e-5;

/**
 * The lattice point whose pixel holds the crossing of a → b and c → d, written to `out` as x, y.
 * Exact: where the double is close to one half, the rational number decides (a half rounds up, as the pixel does).
 */
export function roundCrossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  out: Float64Array,
): void {
  const rx = bx - ax;
  const ry = by - ay;
  const sx = dx - cx;
  const sy = dy - cy;
  const near =
    Math.abs(rx) < EXACT_REACH &&
    Math.abs(ry) < EXACT_REACH &&
    Math.abs(sx) < EXACT_REACH &&
    Math.abs(sy) < EXACT_REACH;
  if (near) {
    const along = ((cx - ax) * sy - (cy - ay) * sx) / (rx * sy - ry * sx);
    const x = along * rx;
    const y = along * ry;
    const floorX = Math.floor(x + 0.5);
    const floorY = Math.floor(y + 0.5);
    if (
      Math.abs(x + 0.5 - floorX) > NEAR_HALF &&
      Math.abs(x - 0.5 - floorX) > NEAR_HALF &&
      Math.abs(y + 0.5 - floorY) > NEAR_HALF &&
      Math.abs(y - 0.5 - floorY) > NEAR_HALF
    ) {
      out[0] = ax + floorX;
      out[1] = ay + floorY;
      return;
    }
  }
  const [bigRx, bigRy, bigSx, bigSy] = [BigInt(rx), BigInt(ry), BigInt(sx), BigInt(sy)];
  let above = BigInt(cx - ax) * bigSy - BigInt(cy - ay) * bigSx;
  let below = bigRx * bigSy - bigRy * bigSx;
  if (below < 0n) {
    above = -above;
    below = -below;
  }
  out[0] = ax + Number(floorOf(2n * above * bigRx + below, 2n * below));
  out[1] = ay + Number(floorOf(2n * above * bigRy + below, 2n * below));
}

/** Quotient rounded down; the divisor is positive. */
function floorOf(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}
