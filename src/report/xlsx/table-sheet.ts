/**
 * A table as a sheet: headings in row 1, one row of the table in each row below, figures as numbers.
 */
import type { Cell, Column, Table } from '../../result/table.js';
import { InputError } from '../../trouble/input-error.js';
import { formatCell, isFigure } from '../../result/format-cell.js';
import { formatNumber } from '../../result/format-number.js';
import type { Sheet, SheetCell } from './sheet.js';

const MOST_ROWS = 1_048_575;

/** The sheet. Throws InputError where a table has more rows than a sheet can hold. */
export function tableSheet(table: Table, name: string): Sheet {
  if (table.rows.length > MOST_ROWS) throw tooLong(table);
  return {
    name,
    rows: [
      table.columns.map(({ heading }): SheetCell => ({ text: heading, look: 'heading' })),
      ...table.rows.map((row) => table.columns.map((column, i) => sheetCell(row[i] ?? null, column))),
    ],
    widths: table.columns.map((column, i) => widthOf(table, column, i)),
    isTable: true,
  };
}

/** Figures have the decimals of their column, as in the CSV. */
function sheetCell(cell: Cell, column: Column): SheetCell {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return { flag: cell };
  if (typeof cell === 'string') return { text: cell };
  const decimals = isFigure(column) ? column.decimals : null;
  return { number: formatNumber(cell, decimals), decimals };
}

/** Wide enough for the longest of the first cells, within reason. */
function widthOf(table: Table, column: Column, i: number): number {
  const longest = table.rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, formatCell(row[i] ?? null, column).length), 0);
  return Math.min(60, Math.max(10, Math.ceil(column.heading.length * 0.7), longest + 3));
}

const tooLong = (table: Table): InputError =>
  new InputError({
    id: 'sheet-too-long',
    message: `the table '${table.name}' has ${table.rows.length} rows, and a sheet holds ${MOST_ROWS}`,
    hint: 'Write it as CSV',
  });
