/**
 * Which columns of a table could be weights: they hold numbers, and blanks or signs for what is small or not known.
 */
import type { Table } from './table.js';

/** Rows looked at. */
const SAMPLE = 500;
const NUMBER = /^(-?[\d,]*\.?\d*(e-?\d+)?|\*|\.\.?|-|c)$/i;

/** Whether a column holds numbers. */
export function holdsNumbers(table: Table, heading: string): boolean {
  const column = table.headings.indexOf(heading);
  const texts = Array.from({ length: Math.min(table.rowCount, SAMPLE) }, (_, row) => table.text(column, row));
  return texts.some((text) => /\d/.test(text)) && texts.every((text) => NUMBER.test(text));
}

/** The headings of such columns, in their order. */
export const weightColumns = (table: Table): string[] =>
  table.headings.filter((heading) => heading !== '' && holdsNumbers(table, heading));
