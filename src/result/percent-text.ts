/**
 * Shares as a sentence has them, wherever they are said, so that one share is not rounded in two ways.
 *
 *     0.004  <0.1 %     0.69  0.7 %     9.3  9.3 %     47.28  47.3 %     99.91  99.9 %     99.99  >99.9 %     100  100 %
 */
import { formatNumber, roundNumber, withCommas } from './format-number.js';

/** Decimals that a percentage has in a table of the result: it is rounded from these, in tables and sentences alike. */
export const PERCENT_PLACES = 4;

/** A percentage with one decimal: what is not nothing is never `0.0`, and what is not all is never `100`. */
export function percentNumber(percent: number): string {
  const kept = roundNumber(percent, PERCENT_PLACES);
  if (kept === 0 || kept === 100) return String(kept);
  const text = withCommas(formatNumber(kept, 1));
  if (text === '0.0' || text === '-0.0') return '<0.1';
  return text === '100.0' && kept < 100 ? '>99.9' : text;
}

/** `47.3 %`. */
export const percentText = (percent: number): string => `${percentNumber(percent)} %`;

/** The same as a figure, whose sign does not go to the next line by itself. */
export const percentFigure = (percent: number): string => `${percentNumber(percent)}\u00a0%`;
