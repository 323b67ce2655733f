/**
 * Figures of a table rounded to the decimals of their columns.
 */
import { isFigure } from './format-cell.js';
import { roundNumber } from './format-number.js';
import type { Cell, Column, Table } from './table.js';

/** The table with every figure rounded. */
export function roundTable(table: Table): Table {
  const { columns } = table;
  const figures = columns.flatMap((column, i) => (isFigure(column) ? [i] : []));
  const rows = table.rows.map((row) => {
    const cells = row.length === columns.length ? row.slice() : columns.map((_, i) => row[i] ?? null);
    for (const i of figures) {
      const cell = cells[i]!;
      if (typeof cell === 'number') cells[i] = roundNumber(cell, columns[i]!.decimals);
    }
    return cells;
  });
  return { ...table, rows };
}

/** A cell, a figure with the decimals of its column; numbers in columns of text stay as they are. */
export const roundCell = (cell: Cell, column: Column): Cell =>
  typeof cell === 'number' && isFigure(column) ? roundNumber(cell, column.decimals) : cell;
