/**
 * A table as it may be printed under a disclosure rule, from those that several runs made.
 *
 * A row of one run is that row of another which names the same units; a row that only a run has in which suppressed cells
 * hold somebody stands after the others, with its codes and nothing else.
 */
import type { Disclosure } from '../layer/disclosure.js';
import { agreedCell } from './agreed-cell.js';
import type { Role } from './role.js';
import type { Cell, Column, Table } from './table.js';

/** The first table, its cells as agreed. */
export function agreedTable(tables: readonly (Table | undefined)[], rule: Disclosure): Table {
  const [first, ...others] = tables as [Table, ...(Table | undefined)[]];
  const places = first.columns.flatMap((column, place) => (isName(column) ? [place] : []));
  const isKey = new Set(places);
  const keys = keysOf(first, places);
  const matched = others.map((other) => (other === undefined ? null : rowsByKey(other, places)));
  const rows = first.rows.map((row, r): Cell[] =>
    row.map((cell, c) =>
      isKey.has(c)
        ? cell
        : agreedCell(first.columns[c]!, [cell, ...matched.map((found) => found?.get(keys[r]!)?.[c])], rule),
    ),
  );
  const known = new Set(keys);
  const most = matched[0];
  const further = [...(most ?? [])].flatMap(([key, row]) =>
    known.has(key) ? [] : [row.map((cell, c) => (isKey.has(c) ? cell : null))],
  );
  return { ...first, rows: [...rows, ...further] };
}

/** What a row is to the units that it names, where these are the row's own and not found by counting. */
const OWN: ReadonlySet<Role | undefined> = new Set([
  undefined,
  'unit',
  'from',
  'to',
  'left',
  'right',
  'neighbour',
  'block',
]);

/** Texts that are worked out of people and land; all others say what a row is about. */
const isName = ({ kind, about }: Column): boolean =>
  (kind === 'code' || kind === 'name') && OWN.has(about.role);

/** The land of a row, by which rows that name the same units are told apart. */
const isLand = ({ kind, about }: Column): boolean =>
  kind === 'degrees' || (kind === 'hectares' && about.measure === undefined);

/** A key for each row: the units it names; its land and how many are alike before it, where others name the same. */
function keysOf({ columns, rows }: Table, names: readonly number[]): string[] {
  const land = columns.flatMap((column, place) => (isLand(column) ? [place] : []));
  const textOf = (row: readonly Cell[], places: readonly number[]): string =>
    JSON.stringify(places.map((place) => row[place]));
  const named = rows.map((row) => textOf(row, names));
  const times = new Map<string, number>();
  for (const name of named) times.set(name, (times.get(name) ?? 0) + 1);
  const before = new Map<string, number>();
  return rows.map((row, r) => {
    if (times.get(named[r]!) === 1) return named[r]!;
    const text = named[r]! + textOf(row, land);
    const alike = before.get(text) ?? 0;
    before.set(text, alike + 1);
    return `${text} ${alike}`;
  });
}

const rowsByKey = (table: Table, names: readonly number[]): ReadonlyMap<string, readonly Cell[]> => {
  const keys = keysOf(table, names);
  return new Map(table.rows.map((row, r) => [keys[r]!, row]));
};
