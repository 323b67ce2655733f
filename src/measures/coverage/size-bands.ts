/**
 * Size bands of neighbourhoods by their people.
 *
 * Policy speaks of neighbourhoods of 30,000 to 50,000, and counts those of 100,000 and more as too large to be one
 * (HSJ 2025); a single neighbourhood provider serves about 50,000, a multi-neighbourhood provider 250,000 and more.
 */
import { wholeText } from '../../trouble/count-text.js';

/** Ends of the bands, rising: a band holds its upper end. The first holds what is under its end. */
export const DEFAULT_BANDS: readonly number[] = [30_000, 50_000, 100_000];

/** Sizes that a neighbourhood is flagged against: from there on it is large enough. */
export const DEFAULT_FLAGS: readonly number[] = [50_000, 250_000];

/**
 * The band of a number of people, rounded to a whole: `under 30,000`, `30,000 to 50,000`, `50,001 to 100,000`,
 * `over 100,000` for ends 30,000, 50,000 and 100,000.
 */
export function sizeBand(people: number, ends: readonly number[]): string {
  const whole = Math.round(people);
  if (ends.length === 0) return '';
  if (whole < ends[0]!) return `under ${wholeText(ends[0]!)}`;
  for (let i = 1; i < ends.length; i++) {
    if (whole <= ends[i]!)
      return `${wholeText(i === 1 ? ends[0]! : ends[i - 1]! + 1)} to ${wholeText(ends[i]!)}`;
  }
  return ends.length === 1 ? `${wholeText(ends[0]!)} and over` : `over ${wholeText(ends[ends.length - 1]!)}`;
}

/** All bands in their order, for counting. */
export function bandNames(ends: readonly number[]): string[] {
  if (ends.length === 0) return [];
  const samples = [ends[0]! - 1, ...ends.slice(0, -1).map((end, i) => (i === 0 ? end : end + 1))];
  return [...samples, ends[ends.length - 1]! + 1].map((people) => sizeBand(people, ends));
}
