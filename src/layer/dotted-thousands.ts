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

/**
 * The first row of a column whose number may be thousands or broken, or -1: where commas do not divide the cells, every
 * dot has three digits behind it and no number without one has more than three.
 */
export function dottedThousands(table: Table, column: number): number {
  if (!table.notes.some(({ id }) => id === 'cells-divided')) return -1;
  const { values, index } = table.distinct(column);
  const numbers = values.filter((text) => /^[+-]?[\d.]+$/.test(text.trim()));
  const dotted = numbers.filter((text) => DOTTED.test(text.trim()));
  const isSo =
    dotted.length > 0 && numbers.every((text) => DOTTED.test(text.trim()) || SMALL.test(text.trim()));
  return isSo ? index.indexOf(values.indexOf(dotted[0]!)) : -1;
}
