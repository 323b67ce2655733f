/**
 * Counts as they stand in sentences: `1 row`, `2 rows`, `1,909 rows`.
 */
import { formatNumber, withCommas } from '../result/format-number.js';

/** A count with its noun, in the plural where it is not one. */
export function counted(count: number, noun: string): string {
  return `${countText(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/** A whole number with commas between thousands. */
export const countText = (count: number): string => withCommas(formatNumber(count, 0));
