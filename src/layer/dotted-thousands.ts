/**
 * Dots that may stand between thousands: files divided by semicolons or tabs are written where a comma is the sign of
 * decimals, and there `1.010` is one thousand and ten.
 *
 *     E01000901;1.010         1,010 or 1.01: it is not told, so nothing is counted
 *     E01000902;  850
 */
import type { Table } from './table.js';

/** A number with a dot as between thousands, and a whole number that needs none. */
const [DOTTED, SMALL] = [/^[+-]?[1-9]\d{0,2}\.\d{3}$/, /^[+-]?\d{1,3}$/];

/** What a column of numbers says of its dots. */
export interface DotsSeen {
  /** The first row whose number may be thousands or broken, or -1. */
  readonly first: number;
  /** Whether every dot has three digits behind it, and no number without one has more than three. */
  readonly isOpen: boolean;
}

/** Looks at the dots of a column; there is nothing to see where commas divide the cells. */
export function dotsOf(table: Table, column: number): DotsSeen {
  if (!table.notes.some(({ id }) => id === 'cells-divided')) return { first: -1, isOpen: false };
  const { values, index } = table.distinct(column);
  const numbers = values.filter((text) => /^[+-]?[\d.]+$/.test(text.trim()));
  const dotted = numbers.filter((text) => DOTTED.test(text.trim()));
  return {
    first: dotted.length === 0 ? -1 : index.indexOf(values.indexOf(dotted[0]!)),
    isOpen: numbers.every((text) => DOTTED.test(text.trim()) || SMALL.test(text.trim())),
  };
}

/** The first row of a column whose number may be thousands or broken, or -1 where it is told which. */
export function dottedThousands(table: Table, column: number): number {
  const { first, isOpen } = dotsOf(table, column);
  return isOpen ? first : -1;
}
