/**
 * The nearest of some points to each of many, in metres.
 *
 * Points are sorted from south to north; from a place one looks both ways until even the difference in latitude is
 * more than the best found.
 */
import { edgeLength } from '../../arrangement/ellipsoid.js';
import { countBefore } from '../../trouble/order.js';

export interface Nearest {
  /** Number of the nearest point, or -1 where there is none. */
  readonly service: number;
  readonly metres: number;
}

/** A degree of latitude is longer than this everywhere. */
const METRES_PER_DEGREE = 110_500;

/**
 * For each place (x, y after one another) the nearest of the `chosen` points. Metres on the plane, or on the
 * ellipsoid for degrees. Of equals the point with the lower number; places without coordinates have none.
 */
export function nearestOf(
  points: Float64Array,
  chosen: readonly number[],
  places: Float64Array,
  planar: boolean,
): Nearest[] {
  const order = [...chosen].sort((p, q) => points[2 * p + 1]! - points[2 * q + 1]! || p - q);
  const metresPerStep = planar ? 1 : METRES_PER_DEGREE;
  const distance = planar
    ? (ax: number, ay: number, bx: number, by: number): number => Math.hypot(ax - bx, ay - by)
    : edgeLength;
  return Array.from({ length: places.length / 2 }, (_, place): Nearest => {
    const [x, y] = [places[2 * place]!, places[2 * place + 1]!];
    let best: Nearest = { service: -1, metres: Infinity };
    if (Number.isNaN(x)) return best;
    const look = (at: number): boolean => {
      const point = order[at]!;
      const apart = Math.abs(points[2 * point + 1]! - y) * metresPerStep;
      if (apart > best.metres) return false;
      const metres = distance(x, y, points[2 * point]!, points[2 * point + 1]!);
      if (metres < best.metres || (metres === best.metres && point < best.service))
        best = { service: point, metres };
      return true;
    };
    const from = countBefore(order.length, (at) => points[2 * order[at]! + 1]! < y);
    for (let at = from; at < order.length && look(at); at++);
    for (let at = from - 1; at >= 0 && look(at); at--);
    return best;
  });
}
