/**
 * The overlap matrix: what every metric is computed from.
 *
 *                 B0   B1   B2   outside
 *           A0    80   20    .      3        row totals     100 100 100
 *           A1     .   50   50      .        column totals   90  70 140
 *           A2    10    .   90      .        total          300
 *      outside     .    .    5
 *
 * Rows are units of A, columns units of B, cells hectares or people. Totals are over the cells only: the domain is
 * the land or the people that both layers cover, after slivers are set aside. What a unit has outside the other layer
 * (coast aside) is kept beside the cells; only the figures that say so use it. The layers must not overlap themselves.
 */
import { orderedSum } from './ordered-sum.js';

/** One cell: what unit `row` of A and unit `column` of B share, in hectares or people. */
export interface OverlapEntry {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** What each unit has outside the other layer, in the unit of the cells; all 0 where not given. */
export interface OutsideTotals {
  /** One number a row. */
  readonly rows?: ArrayLike<number>;
  /** One number a column. */
  readonly columns?: ArrayLike<number>;
}

/** Cells by row, then column; only cells above 0 are kept, each pair once. */
export interface OverlapMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Row i holds cells rowStart[i] to rowStart[i + 1] - 1; rows + 1 numbers. */
  readonly rowStart: Uint32Array;
  /** Column of each cell, rising within a row. */
  readonly column: Uint32Array;
  /** Hectares or people of each cell, above 0. */
  readonly value: Float64Array;
  /** Sum of the cells of each row. */
  readonly rowTotals: Float64Array;
  /** Sum of the cells of each column. */
  readonly columnTotals: Float64Array;
  /** Sum of all cells. */
  readonly total: number;
  /** What each row's unit has outside every column. */
  readonly rowOutside: Float64Array;
  /** What each column's unit has outside every row. */
  readonly columnOutside: Float64Array;
}

/**
 * The matrix of these cells, in any order; cells of the same pair are added up, cells of 0 dropped.
 * Throws a RangeError for a cell outside the matrix and for an amount that is negative or not a number.
 */
export function overlapMatrix(
  rows: number,
  columns: number,
  entries: Iterable<OverlapEntry>,
  outside: OutsideTotals = {},
): OverlapMatrix {
  const cells = mergedCells(checkedCells(rows, columns, entries));
  const rowStart = new Uint32Array(rows + 1);
  const ofRow: number[][] = Array.from({ length: rows }, () => []);
  const ofColumn: number[][] = Array.from({ length: columns }, () => []);
  for (const cell of cells) {
    rowStart[cell.row + 1]!++;
    ofRow[cell.row]!.push(cell.value);
    ofColumn[cell.column]!.push(cell.value);
  }
  for (let row = 0; row < rows; row++) rowStart[row + 1]! += rowStart[row]!;
  return {
    rows,
    columns,
    rowStart,
    column: Uint32Array.from(cells, (cell) => cell.column),
    value: Float64Array.from(cells, (cell) => cell.value),
    rowTotals: Float64Array.from(ofRow, orderedSum),
    columnTotals: Float64Array.from(ofColumn, orderedSum),
    total: orderedSum(cells.map((cell) => cell.value)),
    rowOutside: outsideTotals(rows, outside.rows, 'rows'),
    columnOutside: outsideTotals(columns, outside.columns, 'columns'),
  };
}

/** The same matrix with A and B changed about: rows become columns. */
export function transpose(matrix: OverlapMatrix): OverlapMatrix {
  const cells = matrix.value.length;
  const rowStart = new Uint32Array(matrix.columns + 1);
  for (const column of matrix.column) rowStart[column + 1]!++;
  for (let row = 0; row < matrix.columns; row++) rowStart[row + 1]! += rowStart[row]!;
  const next = rowStart.slice();
  const column = new Uint32Array(cells);
  const value = new Float64Array(cells);
  for (let row = 0; row < matrix.rows; row++) {
    for (let at = matrix.rowStart[row]!; at < matrix.rowStart[row + 1]!; at++) {
      const to = next[matrix.column[at]!]!++;
      column[to] = row;
      value[to] = matrix.value[at]!;
    }
  }
  return {
    rows: matrix.columns,
    columns: matrix.rows,
    rowStart,
    column,
    value,
    rowTotals: matrix.columnTotals,
    columnTotals: matrix.rowTotals,
    total: matrix.total,
    rowOutside: matrix.columnOutside,
    columnOutside: matrix.rowOutside,
  };
}

/** All cells, by row, then column. */
export function cellsOf(matrix: OverlapMatrix): OverlapEntry[] {
  const cells: OverlapEntry[] = [];
  for (let row = 0; row < matrix.rows; row++) {
    for (let at = matrix.rowStart[row]!; at < matrix.rowStart[row + 1]!; at++) {
      cells.push({ row, column: matrix.column[at]!, value: matrix.value[at]! });
    }
  }
  return cells;
}

/** The cells of one row, in column order: the parts of that unit, in hectares or people. */
export const partsOf = (matrix: OverlapMatrix, row: number): Float64Array =>
  matrix.value.subarray(matrix.rowStart[row], matrix.rowStart[row + 1]);

/** The number of rows that each column meets, and the row it meets where that is one (else -1). */
export function rowsMetBy(matrix: OverlapMatrix): { count: Uint32Array; only: Int32Array } {
  const count = new Uint32Array(matrix.columns);
  const only = new Int32Array(matrix.columns).fill(-1);
  for (const { row, column } of cellsOf(matrix)) {
    count[column]!++;
    only[column] = count[column] === 1 ? row : -1;
  }
  return { count, only };
}

function checkedCells(rows: number, columns: number, entries: Iterable<OverlapEntry>): OverlapEntry[] {
  const cells = [...entries];
  const within = (index: number, length: number): boolean =>
    Number.isInteger(index) && index >= 0 && index < length;
  for (const { row, column, value } of cells) {
    if (!within(row, rows)) throw new RangeError(`row ${row} is not one of ${rows}`);
    if (!within(column, columns)) throw new RangeError(`column ${column} is not one of ${columns}`);
    if (!Number.isFinite(value) || value < 0) throw new RangeError(`cell ${row}, ${column} holds ${value}`);
  }
  return cells;
}

function mergedCells(cells: OverlapEntry[]): OverlapEntry[] {
  const sorted = cells
    .filter((cell) => cell.value > 0)
    .sort((a, b) => a.row - b.row || a.column - b.column || a.value - b.value);
  const merged: OverlapEntry[] = [];
  for (const cell of sorted) {
    const last = merged.at(-1);
    if (last?.row === cell.row && last.column === cell.column) {
      merged[merged.length - 1] = { ...cell, value: last.value + cell.value };
    } else merged.push(cell);
  }
  return merged;
}

function outsideTotals(length: number, given: ArrayLike<number> | undefined, side: string): Float64Array {
  if (given === undefined) return new Float64Array(length);
  if (given.length !== length)
    throw new RangeError(`outside totals of ${side}: ${given.length} instead of ${length}`);
  const totals = Float64Array.from(given);
  for (const value of totals) {
    if (!Number.isFinite(value) || value < 0) throw new RangeError(`outside totals of ${side} hold ${value}`);
  }
  return totals;
}
