/**
 * Tables made of columns that own their cells: each says what it is and makes its cell of a row, so that a column
 * cannot stand elsewhere than its cells.
 *
 *     { heading: 'parts', title: 'parts', kind: 'count', description: '…', value: (unit) => unit.parts.length }
 */
import { cellsFor, tableOfCells } from './column-cells.js';
import { isFigure } from './format-cell.js';
import { PERCENT_PLACES } from './percent-text.js';
import { capital } from '../trouble/count-text.js';
import type { About, Cell, Column, ColumnKind, Table } from './table.js';

/** A column with how its cell is made. Decimals are those usual for the kind, and it is about nothing, unless said. */
export interface ColumnOf<Row> extends Omit<Column, 'decimals' | 'about' | 'words'> {
  readonly decimals?: number | null;
  readonly about?: About;
  /** The cell of a row; `place` is the number of the row, from 0. */
  readonly value: (row: Row, place: number) => Cell;
}

const USUAL_DECIMALS: Readonly<Partial<Record<ColumnKind, number>>> = {
  count: 0,
  hectares: 2,
  percent: PERCENT_PLACES,
  metres: 1,
  kilometres: 3,
  share: 6,
  degrees: 7,
};

/** The table of some rows, whatever they are: one cell for each column. */
export function makeTable<Row>(wanted: {
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly columns: readonly ColumnOf<Row>[];
  readonly rows: readonly Row[];
}): Table {
  const { name, title, caption, columns, rows } = wanted;
  const table = {
    name,
    title: capital(title),
    caption,
    columns: columns.map(({ heading, title, kind, decimals, description, about }) => ({
      heading,
      title,
      kind,
      decimals: decimals === undefined ? (USUAL_DECIMALS[kind] ?? null) : decimals,
      description,
      about: about ?? {},
    })),
  };
  return tableOfCells(
    table,
    cellsFor(
      rows,
      columns.map((column) => ({ isFigure: isFigure(column), value: column.value })),
    ),
  );
}
