/**
 * How far apart two layers run where they run together, from distances between their borders.
 *
 *     share of        ___________    distances of drawing end at t: twice as far there are hardly any more. What
 *     positions     ╱           ╱    comes further out is real: borders that have nothing to do with one another.
 *     within t    ╱ |       _╱
 *               ───┴───────────── t
 */
import type { BorderDistances } from '../../arrangement/border-distances.js';

/** Nearer than this is the same place, in metres: rounding of positions. */
const SAME_PLACE = 0.02;
/** Tried distances in metres: from the least to the greatest, so many to each doubling. */
const LEAST = 0.5;
const GREATEST = 500;
const PER_DOUBLING = 8;
/** Shares by which doubling the distance may add; the second is tried where the first finds nothing. */
const HARDLY_MORE = [0.02, 0.1];
/** Fewer positions than this tell nothing. */
const FEWEST = 20;
/** At least such a share of the positions that lie apart must lie within the distance. */
const LEAST_SHARE = 0.1;
/** At least so many times as many as by chance. */
const OVER_CHANCE = 2;

/**
 * The smallest distance in metres within which the two run together; null where they do not. `density` is border of
 * the other layer in metres on each square metre: by chance a share 1 − exp(−2 t density) lies within t of it.
 */
export function runApart({ metres, asked }: BorderDistances, density: number): number | null {
  const same = countWithin(metres, SAME_PLACE);
  const apart = asked - same;
  for (const more of HARDLY_MORE) {
    for (let step = 0; ; step++) {
      const t = LEAST * 2 ** (step / PER_DOUBLING);
      if (t > GREATEST) break;
      const within = countWithin(metres, t) - same;
      if (within < FEWEST || within <= LEAST_SHARE * apart) continue;
      if (countWithin(metres, 2 * t) - same - within > more * within) continue;
      return within / apart >= OVER_CHANCE * (1 - Math.exp(-2 * t * density)) ? t : null;
    }
  }
  return null;
}

/** How many of some rising numbers are at most `limit`. */
function countWithin(rising: Float64Array, limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
