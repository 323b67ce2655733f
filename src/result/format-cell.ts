/**
 * A cell as text for machines: what stands in a CSV field before quoting, and the guard for spreadsheets.
 *
 * A spreadsheet runs a field that begins with = + - @ (or tab, line end, or a full-width twin of these) as a
 * formula. Such text gets one apostrophe in front, the convention spreadsheets themselves use for "this is text".
 * Text that is a plain number (`-5`, `+44`, `007`) does no harm and stays, and so does every figure.
 */
import type { Cell, Column, ColumnKind } from './table.js';
import { formatNumber } from './format-number.js';

const TEXT_KINDS: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['code', 'name', 'text', 'flag']);

/** True for columns of figures: written with their decimals and set to the right. */
export function isFigure(column: Pick<Column, 'kind'>): boolean {
  return !TEXT_KINDS.has(column.kind);
}

/** Text of a cell: figures with the column's decimals and no commas, `true` or `false`, blank for null. Not guarded. */
export function formatCell(cell: Cell, column: Column): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return formatNumber(cell, isFigure(column) ? column.decimals : null);
  return String(cell);
}

/** The text with an apostrophe in front where a spreadsheet would run it as a formula. */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
