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

/** The sum of an amount over some items. */
export const sum = <T>(items: readonly T[], amount: (item: T) => number): number =>
  items.reduce((total, item) => total + amount(item), 0);
