/**
 * A table over cells already in memory: a sheet of a workbook, the properties of features.
 */
import type { DistinctColumn, Table } from '../../layer/table.js';
import type { Note } from '../../trouble/note.js';
import { readNumbers } from './number-column.js';

/** A cell: numbers stay numbers, an empty cell is null or absent. */
export type Cell = string | number | boolean | null | undefined;

/** What a grid of cells needs beside its cells to become a table. */
export interface GridFrame {
  readonly fileName: string;
  readonly sheet: string | null;
  readonly headings: readonly string[];
  readonly notes: readonly Note[];
  /** Where row `row` of the grid stands in the file. */
  readonly place: (row: number) => string;
}

/** A cell as trimmed text; true and false as spreadsheets write them. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'number' ? String(cell) : cell.trim();
}

/** The table whose cell in column c of row r is `cell(c, r)`. */
export function gridTable(
  frame: GridFrame,
  rowCount: number,
  cell: (column: number, row: number) => Cell,
): Table {
  const text = (column: number, row: number): string => cellText(cell(column, row));
  return {
    ...frame,
    rowCount,
    text,
    numbers: (column) =>
      readNumbers(
        rowCount,
        (row) => text(column, row),
        (row) => {
          const value = cell(column, row);
          return typeof value === 'number' ? value : NaN;
        },
      ),
    distinct: (column) => distinctTexts(rowCount, (row) => text(column, row)),
  };
}

/** The distinct texts of a column and which of them each row holds. */
export function distinctTexts(rowCount: number, text: (row: number) => string): DistinctColumn {
  const index = new Int32Array(rowCount);
  const values: string[] = [];
  const seen = new Map<string, number>();
  for (let row = 0; row < rowCount; row++) {
    const value = text(row);
    let at = seen.get(value);
    if (at === undefined) {
      at = values.length;
      seen.set(value, at);
      values.push(value);
    }
    index[row] = at;
  }
  return { values, index };
}
