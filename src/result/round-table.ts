/**
 * Figures of a table rounded to the decimals of their columns.
 */
import { cellsOf, tableOfCells, withoutRows, type ColumnCells } from './column-cells.js';
import { isFigure } from './format-cell.js';
import { roundNumber } from './format-number.js';
import type { Cell, Column, Table } from './table.js';

/** The table with every figure rounded. */
export function roundTable(table: Table): Table {
  const { columns } = table;
  const byColumn = cellsOf(table);
  if (byColumn !== null) {
    const rounded = byColumn.columns.map((cells, i) => roundColumn(cells, columns[i]!));
    return tableOfCells(withoutRows(table), { ...byColumn, columns: rounded });
  }
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

function roundColumn(cells: ColumnCells, column: Column): ColumnCells {
  if (!isFigure(column)) return cells;
  if (!(cells instanceof Float64Array)) return cells.map((cell) => roundCell(cell, column));
  const { decimals } = column;
  const rounded = new Float64Array(cells.length);
  for (let row = 0; row < cells.length; row++) {
    const figure = cells[row]!;
    // Figures of a unit stand in all of its rows.
    if (row > 0 && figure === cells[row - 1]) rounded[row] = rounded[row - 1]!;
    else rounded[row] = Number.isNaN(figure) ? NaN : roundNumber(figure, decimals);
  }
  return rounded;
}

/** A cell, a figure with the decimals of its column; numbers in columns of text stay as they are. */
export const roundCell = (cell: Cell, column: Column): Cell =>
  typeof cell === 'number' && isFigure(column) ? roundNumber(cell, column.decimals) : cell;
