/**
 * Figures of a table rounded to the decimals of their columns.
 */
import { isFigure } from './format-cell.js';
import { roundNumber } from './format-number.js';
import type { Cell, Column, Table } from './table.js';

/** The table with every figure rounded. */
export const roundTable = (table: Table): Table => ({
  ...table,
  rows: table.rows.map((row) => table.columns.map((column, i) => roundCell(row[i] ?? null, column))),
});

/** A cell, a figure with the decimals of its column; numbers in columns of text stay as they are. */
export const roundCell = (cell: Cell, column: Column): Cell =>
  typeof cell === 'number' && isFigure(column) ? roundNumber(cell, column.decimals) : cell;
