/**
 * Exact answers about points and segments on the lattice.
 *
 * While all differences are under 2^26 steps (6.7 degrees, 67 km) the products of two of them are under 2^52 and
 * plain doubles are exact. Beyond that the host is asked.
 */
import { CHECKED } from './checks';
import * as host from './host';

/** Differences below this multiply exactly in doubles. */
const EXACT_REACH: f64 = 67108864;

/**
 * Which side of the line a → b the point c lies on: positive left, negative right, zero on it.
 * Only the sign means anything.
 */
export function side(ax: f64, ay: f64, bx: f64, by: f64, cx: f64, cy: f64): f64 {
  const dx = bx - ax;
  const dy = by - ay;
  const ex = cx - ax;
  const ey = cy - ay;
  if (max(max(abs(dx), abs(dy)), max(abs(ex), abs(ey))) < EXACT_REACH) return dx * ey - dy * ex;
  return host.side(ax, ay, bx, by, cx, cy);
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
export function meetsPixel(ax: f64, ay: f64, bx: f64, by: f64, px: f64, py: f64): bool {
  if (CHECKED) {
    assert(min(ax, bx) <= px && px <= max(ax, bx), 'the pixel lies between the ends, from west to east');
    assert(min(ay, by) <= py && py <= max(ay, by), 'the pixel lies between the ends, from south to north');
  }
  const dx = bx - ax;
  const dy = by - ay;
  const reach = abs(dx) + abs(dy);
  if (reach < EXACT_REACH) {
    const twice = 2 * (dx * (py - ay) - dy * (px - ax));
    if (abs(twice) != reach) return abs(twice) < reach;
    return twice == dx - dy;
  }
  return host.meetsPixel(dx, dy, px - ax, py - ay) != 0;
}

/** Whether two segments cross at one point inside both; touching and lying on one another do not count. */
export function crossProperly(ax: f64, ay: f64, bx: f64, by: f64, cx: f64, cy: f64, dx: f64, dy: f64): bool {
  const c = side(ax, ay, bx, by, cx, cy);
  if (c == 0) return false;
  const d = side(ax, ay, bx, by, dx, dy);
  if (d == 0 || c > 0 == d > 0) return false;
  const a = side(cx, cy, dx, dy, ax, ay);
  if (a == 0) return false;
  const b = side(cx, cy, dx, dy, bx, by);
  return b != 0 && a > 0 != b > 0;
}

/** The lattice point found by `roundCrossing`. */
export let roundedX: i32 = 0;
export let roundedY: i32 = 0;

/** Distance from one half at which a rounded double is not trusted. */
const NEAR_HALF: f64 = 1e-5;

/**
 * Finds the lattice point whose pixel holds the crossing of a → b and c → d. Exact: where the double is close to
 * one half, the rational number decides (a half rounds up, as the pixel does).
 */
export function roundCrossing(ax: f64, ay: f64, bx: f64, by: f64, cx: f64, cy: f64, dx: f64, dy: f64): void {
  const rx = bx - ax;
  const ry = by - ay;
  const sx = dx - cx;
  const sy = dy - cy;
  if (max(max(abs(rx), abs(ry)), max(abs(sx), abs(sy))) < EXACT_REACH) {
    const along = ((cx - ax) * sy - (cy - ay) * sx) / (rx * sy - ry * sx);
    const x = along * rx + 0.5;
    const y = along * ry + 0.5;
    const restX = x - Math.floor(x);
    const restY = y - Math.floor(y);
    const least = min(restX, restY);
    const greatest = max(restX, restY);
    if (least > NEAR_HALF && greatest < 1 - NEAR_HALF) {
      roundedX = <i32>(ax + Math.floor(x));
      roundedY = <i32>(ay + Math.floor(y));
      return;
    }
  }
  roundedX = host.crossingX(ax, ay, bx, by, cx, cy, dx, dy);
  roundedY = host.crossingY();
}
