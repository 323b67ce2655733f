/**
 * What of a result a page carries: all of it, or where that would be too heavy the largest rows and pieces.
 *
 *     room ─► pieces: two fifths of it ─► tables: what is left, small ones whole
 */
import { columnAbout } from '../../result/find-column.js';
import type { ColumnKind, Table } from '../../result/table.js';
import type { Result } from '../../result/result.js';
import { csvLines } from '../csv.js';
import { drawnShapes, type DrawnShape } from '../drawn-shapes.js';
import { jsonBytes } from './escape.js';

/** Parts of a result that a page carries. */
export interface PageContent {
  /** The tables with the rows that the page carries, in their order. */
  readonly tables: readonly Table[];
  /** Rows of each table in the result. */
  readonly rows: readonly number[];
  /** Shapes of these rows, `row` being counted among them. */
  readonly shapes: readonly DrawnShape[];
  /** Shapes that the result would draw. */
  readonly pieces: number;
  /** False where the pairs of units, which cards tell of, have no room. */
  readonly pairs: boolean;
  /** Of how many dots of people one is carried; 1 for all. */
  readonly dots: number;
}

/** All of a result. */
export function wholeContent(result: Result): PageContent {
  const shapes = drawnShapes(result);
  return {
    tables: result.tables,
    rows: result.tables.map(({ rows }) => rows.length),
    shapes,
    pieces: shapes.length,
    pairs: true,
    dots: 1,
  };
}

/** The largest rows and pieces that take no more than so many bytes, a piece being weighed by `bytesOf`. */
export function contentWithin(
  result: Result,
  bytes: number,
  bytesOf: (shape: DrawnShape) => number,
): PageContent {
  const whole = wholeContent(result);
  const tableOf = new Map(result.tables.map((table) => [table.name, table]));
  const amountOf = ({ table, row }: DrawnShape): number => amountOfRow(tableOf.get(table), row);
  const pieces = largest(whole.shapes, (shape) => amountOf(shape), bytesOf, PIECES * bytes);
  const kept = new Set(pieces.chosen);
  let left = bytes - pieces.bytes;
  const costs = result.tables.map((table) => csvLines(table).map((line) => jsonBytes(line) + ROW));
  const sizes = costs.map((ofRows) => ofRows.reduce((sum, cost) => sum + cost, 0));
  const rowsOf: number[][] = [];
  const order = [...sizes.keys()].sort((p, q) => sizes[p]! - sizes[q]! || p - q);
  order.forEach((t, place) => {
    const rows = result.tables[t]!.rows.map((_, r) => r);
    const share = left / (order.length - place);
    const found = largest(
      rows,
      (r) => amountOfRow(result.tables[t], r),
      (r) => costs[t]![r]!,
      share,
    );
    rowsOf[t] = found.chosen;
    left -= found.bytes;
  });
  const places = new Map(
    result.tables.map(({ name }, t) => [name, new Map(rowsOf[t]!.map((row, place) => [row, place]))]),
  );
  return {
    ...whole,
    tables: result.tables.map((table, t) =>
      rowsOf[t]!.length === table.rows.length
        ? table
        : { ...table, rows: rowsOf[t]!.map((r) => table.rows[r]!) },
    ),
    shapes: whole.shapes.flatMap((shape) => {
      const row = kept.has(shape) ? places.get(shape.table)?.get(shape.row) : undefined;
      return row === undefined ? [] : [{ ...shape, row }];
    }),
  };
}

/** Part of the room that pieces may take. */
const PIECES = 0.4;
/** Bytes of a row beside its cells: line ends, and what it shows on the map. */
const ROW = 24;

/** The largest items that have room, in the order in which they stood. */
function largest<T>(
  items: readonly T[],
  amount: (item: T) => number,
  cost: (item: T) => number,
  room: number,
): { readonly chosen: T[]; readonly bytes: number } {
  const amounts = items.map(amount);
  const order = [...items.keys()].sort((p, q) => amounts[q]! - amounts[p]! || p - q);
  const chosen: number[] = [];
  let bytes = 0;
  for (const i of order) {
    const own = cost(items[i]!);
    if (bytes + own > room) break;
    bytes += own;
    chosen.push(i);
  }
  return { chosen: chosen.sort((p, q) => p - q).map((i) => items[i]!), bytes };
}

/** What rows are ranked by: people, else the length of a border, else land; 0 where nothing is known. */
const RANKING: readonly ColumnKind[] = ['people', 'kilometres', 'hectares'];

function amountOfRow(table: Table | undefined, row: number): number {
  if (table === undefined) return 0;
  for (const kind of RANKING) {
    const own = columnAbout(table, { kind, role: 'amount' });
    const column = own >= 0 ? own : columnAbout(table, { kind });
    const value = column >= 0 ? table.rows[row]?.[column] : null;
    if (typeof value === 'number') return value;
  }
  return 0;
}
