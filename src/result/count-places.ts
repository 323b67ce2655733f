/**
 * How many pieces of a table matter and what they hold, and what all the smaller ones do.
 */
import { columnAbout, measuresOf } from './find-column.js';
import type { Cell, Table } from './table.js';
import { wholeParts } from './whole-parts.js';

export interface Places {
  /** What is counted: the first measure, or null for hectares. */
  readonly measure: string | null;
  /** Pieces that matter, and smaller ones. */
  readonly places: number;
  readonly smaller: number;
  /** What they hold, in whole numbers that add up to the whole total. */
  readonly held: number;
  readonly heldBySmaller: number;
  /** Hectares of the places that matter; null where no shapes were read. */
  readonly hectares: number | null;
}

/** The places of a table that says which matter; null for any other table. */
export function countPlaces(table: Table): Places | null {
  const matters = columnAbout(table, { role: 'matters' });
  if (matters < 0) return null;
  const [measure = null] = measuresOf(table);
  const amount = columnAbout(table, { role: 'amount', measure });
  const land = columnAbout(table, { role: 'amount', kind: 'hectares' });
  const rows = table.rows.filter((row) => row[matters] !== null);
  const large = rows.filter((row) => row[matters] === true);
  const small = rows.filter((row) => row[matters] !== true);
  const [held, heldBySmaller] = wholeParts([sumOf(large, amount), sumOf(small, amount)]);
  return {
    measure,
    places: large.length,
    smaller: small.length,
    held: held!,
    heldBySmaller: heldBySmaller!,
    hectares: rows.some((row) => typeof row[land] === 'number') ? sumOf(large, land) : null,
  };
}

const sumOf = (rows: readonly (readonly Cell[])[], column: number): number =>
  rows.reduce((sum, row) => sum + (typeof row[column] === 'number' ? row[column] : 0), 0);
