/**
 * Cells of a table column by column: figures as numbers side by side, so that hundreds of thousands of rows are rounded and
 * written without an array for each. Rows are made of them when somebody asks for rows.
 */
import type { Cell, Column, Table } from './table.js';

/** Cells of one column: figures alone, NaN for an unknown one, or whatever there is. */
export type ColumnCells = Float64Array | readonly Cell[];

/** Cells of all columns, and how many each has. */
export interface CellsByColumn {
  readonly count: number;
  readonly columns: readonly ColumnCells[];
}

const known = new WeakMap<object, CellsByColumn>();

/** A table of such cells. */
export function tableOfCells(table: Omit<Table, 'rows'>, cells: CellsByColumn): Table {
  let rows: Table['rows'] | null = null;
  const made: Table = {
    ...table,
    get rows() {
      return (rows ??= rowsOf(cells));
    },
  };
  known.set(made, cells);
  return made;
}

/** The cells of a table by column; null where it was made of rows. */
export const cellsOf = (table: Pick<Table, 'rows'>): CellsByColumn | null => known.get(table) ?? null;

/** How many rows a table has. */
export const rowCount = (table: Pick<Table, 'rows'>): number => cellsOf(table)?.count ?? table.rows.length;

/** What stands in a column, by number of the row; null in one that is not there. */
export function cellsIn(table: Pick<Table, 'rows'>, column: number): (row: number) => Cell {
  const cells = cellsOf(table);
  if (cells === null) return (row) => table.rows[row]![column] ?? null;
  const ofColumn = cells.columns[column] ?? [];
  return ofColumn instanceof Float64Array ? (row) => figureAt(ofColumn, row) : (row) => ofColumn[row] ?? null;
}

/** The table with other words at its columns. */
export function withColumns(table: Table, columns: readonly Column[]): Table {
  const cells = cellsOf(table);
  return cells === null ? { ...table, columns } : tableOfCells({ ...withoutRows(table), columns }, cells);
}

/** All of a table but its rows. */
export const withoutRows = ({ name, title, caption, columns }: Table): Omit<Table, 'rows'> => ({
  name,
  ...(title === undefined ? {} : { title }),
  caption,
  columns,
});

/** Rows whose cells are made column by column before the next ones come: what they are made of stays near. */
const TOGETHER = 512;

/** The cells that functions give of each row: as numbers side by side where a column of figures has them alone. */
export function cellsFor<Row>(
  rows: readonly Row[],
  columns: readonly { readonly isFigure: boolean; readonly value: (row: Row, place: number) => Cell }[],
): CellsByColumn {
  const count = rows.length;
  const cells: (Float64Array | Cell[])[] = columns.map(({ isFigure }) =>
    isFigure ? new Float64Array(count) : new Array<Cell>(count),
  );
  for (let from = 0; from < count; from += TOGETHER) {
    const to = Math.min(count, from + TOGETHER);
    columns.forEach(({ value }, i) => {
      const own = cells[i]!;
      const done = own instanceof Float64Array ? fillFigures(own, rows, value, from, to) : from;
      if (done === to) return;
      const mixed = own instanceof Float64Array ? mixedOf(own, done) : own;
      cells[i] = mixed;
      for (let place = done; place < to; place++) mixed[place] = value(rows[place]!, place);
    });
  }
  return { count, columns: cells };
}

/** Fills in figures up to the first cell that is none; gives its place, or the end. */
function fillFigures<Row>(
  figures: Float64Array,
  rows: readonly Row[],
  value: (row: Row, place: number) => Cell,
  from: number,
  to: number,
): number {
  for (let place = from; place < to; place++) {
    const cell = value(rows[place]!, place);
    if (cell === null) figures[place] = NaN;
    else if (typeof cell === 'number' && !Number.isNaN(cell)) figures[place] = cell;
    else return place;
  }
  return to;
}

/** Room for cells of any kind, the first of which are figures. */
function mixedOf(figures: Float64Array, done: number): Cell[] {
  const cells = new Array<Cell>(figures.length);
  for (let place = 0; place < done; place++) cells[place] = figureAt(figures, place);
  return cells;
}

const rowsOf = ({ count, columns }: CellsByColumn): Cell[][] =>
  Array.from({ length: count }, (_, row) =>
    columns.map((cells) => (cells instanceof Float64Array ? figureAt(cells, row) : cells[row]!)),
  );

function figureAt(figures: Float64Array, row: number): number | null {
  const figure = figures[row]!;
  return Number.isNaN(figure) ? null : figure;
}
