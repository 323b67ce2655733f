/**
 * A subtraction as text: `E06000001 + E06000002 − E54000003`, what is added first.
 */
import type { Subtraction } from './subtraction.js';

/** Writes units by what `nameOf` calls them; `1/2 × (…)` where factors are no whole numbers. */
export function writeSubtraction(
  { terms, denominator }: Subtraction,
  nameOf: (unit: number) => string,
): string {
  const added = terms.filter(({ factor }) => factor > 0n);
  const taken = terms.filter(({ factor }) => factor < 0n);
  const term = ({ unit, factor }: (typeof terms)[number]): string => {
    const times = factor < 0n ? -factor : factor;
    return times === 1n ? nameOf(unit) : `${times} × ${nameOf(unit)}`;
  };
  const text = added.map(term).join(' + ') + taken.map((each) => ` − ${term(each)}`).join('');
  return denominator === 1n ? text : `1/${denominator} × (${text})`;
}

/** The same in a sentence, where long lists are cut: `Hart, Test Valley and 9 more less Hampshire`. */
export function saySubtraction(
  { terms, denominator }: Subtraction,
  nameOf: (unit: number) => string,
): string {
  const names = (list: typeof terms): string => {
    const shown = list.slice(0, MOST_NAMES).map(({ unit, factor }) => {
      const times = factor < 0n ? -factor : factor;
      return times === 1n ? nameOf(unit) : `${times} times ${nameOf(unit)}`;
    });
    const more = list.length - shown.length;
    return more === 0 ? shown.join(' + ') : `${shown.join(' + ')} + ${more} more`;
  };
  const added = names(terms.filter(({ factor }) => factor > 0n));
  const taken = names(terms.filter(({ factor }) => factor < 0n));
  const text = taken === '' ? added : `${added} less ${taken}`;
  return denominator === 1n ? text : `1/${denominator} of (${text})`;
}

const MOST_NAMES = 4;
