/**
 * Words and figures that the sentences of an alignment are put together from.
 */
import { spaced } from '../../trouble/count-text.js';

/** How many units are named in a sentence. */
export const NAMED = 3;

/** The default name of a measure reads as a word already; others are named. */
export const peopleWord = (measure: string): string => spaced(measure);

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

/** One decimal; a little is not nothing and nearly all is not all. */
export function percentText(share: number): string {
  const percent = 100 * share;
  if (percent > 0 && percent < 0.05) return 'under 0.1 %';
  if (percent < 100 && percent >= 99.95) return 'over 99.9 %';
  return `${percent.toFixed(1)} %`;
}

/** The sum of an amount over some items. */
export const sum = <T>(items: readonly T[], amount: (item: T) => number): number =>
  items.reduce((total, item) => total + amount(item), 0);
