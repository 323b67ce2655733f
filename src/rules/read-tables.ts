/**
 * Reading tables of a result: sums over rows, and cells under headings of the contract. Which layers and measures a
 * table speaks of its columns say (src/result/find-column.ts).
 *
 * Rules work on the result document, so that a saved one can be judged, or serve as a baseline, like a fresh one.
 */
import { columnAbout, columnsAbout } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';

/** The table of a name, or null. */
export const tableNamed = (result: Result, name: string): Table | null =>
  result.tables.find((table) => table.name === name) ?? null;

/** A function that reads one cell of a row by a heading of the contract; null where the table has no such column. */
export function cellReader(table: Table): (row: readonly Cell[], heading: string) => Cell {
  const places = new Map(table.columns.map(({ heading }, i) => [heading, i]));
  return (row, heading) => {
    const place = places.get(heading);
    return place === undefined ? null : (row[place] ?? null);
  };
}

/** A cell as text, blank for null, and for a place that is not there. */
export const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell);

/** A cell as a number, 0 for anything else: unknown amounts add nothing. */
export const amountOf = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);

/** Sum of the column at a place; null where there is none, or no cell of it holds a number though there are rows. */
export function sumOf(table: Table, place: number): number | null {
  if (place < 0) return null;
  const known = table.rows.filter((row) => typeof row[place] === 'number');
  if (known.length === 0 && table.rows.length > 0) return null;
  return known.reduce((sum, row) => sum + amountOf(row[place]), 0);
}

/** Places of the code and the name of the units that a table is about, of one layer or of any; -1 for none. */
export function unitPlaces(table: Table, layer?: string): { readonly code: number; readonly name: number } {
  const wanted = { role: 'unit', ...(layer === undefined ? {} : { layer }) } as const;
  return {
    code: columnAbout(table, { ...wanted, kind: 'code' }),
    name: columnAbout(table, { ...wanted, kind: 'name' }),
  };
}

/** Ids of the layers whose units stand in the rows of a table, in table order. */
export const layersOf = (table: Table): string[] =>
  columnsAbout(table, { role: 'unit', kind: 'code' }).flatMap((place) => {
    const { layer } = table.columns[place]!.about;
    return layer === undefined ? [] : [layer];
  });

/** Place of the people or land that the rows speak of: by a measure, or hectares for null. */
export const amountPlace = (table: Table, measure: string | null): number =>
  columnAbout(table, { role: 'amount', measure, ...(measure === null ? { kind: 'hectares' } : {}) });
