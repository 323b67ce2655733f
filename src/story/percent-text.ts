/**
 * Shares that stand side by side, before and after: always one decimal, as 7.6 % and 12.8 %.
 */
import { formatNumber } from '../result/format-number.js';

/**
 * Per cent with one decimal and a no-break space: `12.5 %`. What is not nothing is never `0.0 %`, and what is not all
 * is never `100 %`.
 */
export function percentText(percent: number): string {
  if (percent === 0) return '0\u00a0%';
  if (percent === 100) return '100\u00a0%';
  const text = formatNumber(percent, 1);
  if (text === '0.0') return '<0.1\u00a0%';
  return text === '100.0' ? '>99.9\u00a0%' : `${text}\u00a0%`;
}

/** A part of a whole as per cent; null where either is not known or there is no whole. */
export const percentOf = (part: number | null, whole: number | null): string | null =>
  part === null || whole === null || whole === 0 ? null : percentText((100 * part) / whole);
