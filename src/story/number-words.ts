/**
 * Numbers as a headline says them: words to nine, figures from 10, shares with one decimal.
 */
import { formatNumber, withCommas } from '../result/format-number.js';
import { wholeText } from '../trouble/count-text.js';

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `no`, `one` … `nine`, `10`, `1,234`; a number with decimals is rounded to a whole. */
export const numberWord = (count: number): string => WORDS[Math.round(count)] ?? wholeText(count);

/** `one piece`, `four pieces`, `12 pieces`. */
export const countedWord = (count: number, one: string, many = `${one}s`): string =>
  `${numberWord(count)} ${Math.round(count) === 1 ? one : many}`;

/** The text with its first letter large. */
export const atStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Per cent with one decimal and a no-break space: `12.5 %`. What is not nothing is never `0.0 %`, and what is not all
 * is never `100 %`.
 */
export function percentText(percent: number): string {
  if (percent === 0) return '0\u00a0%';
  if (percent === 100) return '100\u00a0%';
  const text = formatNumber(percent, 1);
  if (text === '0.0') return 'under 0.1\u00a0%';
  return text === '100.0' ? 'over 99.9\u00a0%' : `${text}\u00a0%`;
}

/** A share of a whole as `percentText`; null where there is none to tell. */
export const shareText = (part: number | null, whole: number | null): string | null =>
  part === null || whole === null || whole === 0 ? null : percentText((100 * part) / whole);

/** A large total as people say it: `56.5 million`; below a million all its digits. */
export const roundTotal = (total: number): string =>
  total < 1e6 ? wholeText(total) : `${withCommas(formatNumber(total / 1e6, 1))} million`;
