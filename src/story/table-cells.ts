/**
 * Cells of a table as plain values. A blank figure is withheld or unknown: it never adds up to anything.
 */
import type { Cell, Table } from '../result/table.js';

/** The text of a cell, '' for a blank. */
export const textAt = (row: readonly Cell[], place: number): string => {
  const cell = row[place];
  return typeof cell === 'string' ? cell : '';
};

/** The figure of a cell, null for a blank and for a column that is not there. */
export const figureAt = (row: readonly Cell[], place: number): number | null => {
  const cell = row[place];
  return typeof cell === 'number' ? cell : null;
};

/** The sum of figures; null where one of them is not known. */
export const sumKnown = (figures: readonly (number | null)[]): number | null =>
  figures.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);

/** The rows of the first table of a name; none where there is no such table. */
export const tableNamed = (tables: readonly Table[], name: string): Table | null =>
  tables.find((table) => table.name === name) ?? null;
