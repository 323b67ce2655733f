/**
 * Reading tables of a result by their headings: which layers and measures they speak of, and sums over rows.
 *
 * Rules work on the result document, so that a saved one can be judged, or serve as a baseline, like a fresh one.
 */
import type { Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';

/** The table of a name, or null. */
export const tableNamed = (result: Result, name: string): Table | null =>
  result.tables.find((table) => table.name === name) ?? null;

/** Place of a heading in a table, -1 where it has none. */
export const columnOf = (table: Table, heading: string): number =>
  table.columns.findIndex((column) => column.heading === heading);

/** A function that reads one cell of a row by heading; null where the table has no such column. */
export function cellReader(table: Table): (row: readonly Cell[], heading: string) => Cell {
  const places = new Map(table.columns.map(({ heading }, i) => [heading, i]));
  return (row, heading) => {
    const place = places.get(heading);
    return place === undefined ? null : (row[place] ?? null);
  };
}

/** A cell as text, blank for null. */
export const textOf = (cell: Cell): string => (cell === null ? '' : String(cell));

/** A cell as a number, 0 for anything else: unknown amounts add nothing. */
export const amountOf = (cell: Cell): number => (typeof cell === 'number' ? cell : 0);

/** Sum of a column; null where the table has no such column, or no cell of it holds a number though there are rows. */
export function sumOf(table: Table, heading: string): number | null {
  const place = columnOf(table, heading);
  if (place < 0) return null;
  const known = table.rows.filter((row) => typeof row[place] === 'number');
  if (known.length === 0 && table.rows.length > 0) return null;
  return known.reduce((sum, row) => sum + amountOf(row[place]!), 0);
}

/** Names of the measures a table has figures of: those with a column `{measure}_basis`, in table order. */
export const measuresOf = (table: Table): string[] =>
  table.columns.flatMap(({ heading }) =>
    heading.endsWith('_basis') ? [heading.slice(0, -'_basis'.length)] : [],
  );

/** Layer ids of a table, from its columns `{id}_code` of kind `code` that have a name beside them, in table order. */
export const layersOf = (table: Table): string[] =>
  table.columns.flatMap(({ heading, kind }) =>
    kind === 'code' && heading.endsWith('_code') && columnOf(table, heading.replace(/_code$/, '_name')) >= 0
      ? [heading.slice(0, -'_code'.length)]
      : [],
  );
