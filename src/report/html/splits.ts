/**
 * Which units of one layer are split between units of another, and how many people are outside the main one: read
 * from the tables of the result, whichever command made them.
 */
import type { LayerRecord, Result } from '../../result/result.js';
import type { Cell, Table } from '../../result/table.js';
import { mainOf, type Share } from '../../result/main-partner.js';
import { compareCodes } from '../../trouble/order.js';

/** Pairs of units of two layers that overlap, from a table like that of `overlap`. */
export interface PairList {
  readonly a: LayerRecord;
  readonly b: LayerRecord;
  readonly measures: readonly string[];
  /** Names by layer and code. */
  readonly names: ReadonlyMap<string, string>;
  readonly rows: readonly {
    readonly a: string;
    readonly b: string;
    readonly relation: string;
    readonly hectares: number | null;
    readonly people: readonly (number | null)[];
  }[];
}

/** A unit in two or more units of the other layer. */
export interface SplitUnit {
  readonly code: string;
  readonly name: string;
  readonly mainCode: string;
  readonly mainName: string;
  /** Codes of all its partners. */
  readonly partners: readonly string[];
  /** People of the first measure, or hectares where there is none; null where a figure is withheld. */
  readonly amount: number | null;
  readonly outside: number | null;
}

export interface Split {
  /** The units of `b` are split between those of `a`. */
  readonly a: LayerRecord;
  readonly b: LayerRecord;
  /** Name of the measure; null where amounts are hectares. */
  readonly measure: string | null;
  /** Most outside first. */
  readonly units: readonly SplitUnit[];
}

const text = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '');
const figure = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);
const place = (table: Table, heading: string): number =>
  table.columns.findIndex((column) => column.heading === heading);

/** Names of the measures of a table: those with a column that says what was counted. */
export const measuresOf = (table: Table): string[] =>
  table.columns.flatMap(({ heading }) => (heading.endsWith('_basis') ? [heading.slice(0, -6)] : []));

/** Every list of pairs that the result or its map holds, one for any two layers. */
export function pairLists(result: Result): PairList[] {
  const found = new Map<string, PairList>();
  for (const table of [...result.tables, ...(result.map?.pairs ?? [])]) {
    const [a, b] = table.columns
      .filter(({ heading, kind }) => kind === 'code' && heading.endsWith('_code'))
      .map(({ heading }) => result.layers.find(({ id }) => `${id}_code` === heading));
    if (table.name !== 'overlap' || a === undefined || b === undefined || place(table, 'relation') < 0)
      continue;
    const key = `${a.id} ${b.id}`;
    if (!found.has(key)) found.set(key, readPairs(table, a, b));
  }
  return [...found.values()];
}

function readPairs(table: Table, a: LayerRecord, b: LayerRecord): PairList {
  const measures = measuresOf(table);
  const columns = [`${a.id}_code`, `${b.id}_code`, 'relation', 'overlap_ha'].map((heading) =>
    place(table, heading),
  );
  const people = measures.map((name) => place(table, name));
  const rows = table.rows.flatMap((row) => {
    const relation = text(row[columns[2]!]);
    if (relation === 'outside' || relation === 'sliver') return [];
    return [
      {
        a: text(row[columns[0]!]),
        b: text(row[columns[1]!]),
        relation,
        hectares: figure(row[columns[3]!]),
        people: people.map((i) => figure(row[i])),
      },
    ];
  });
  return { a, b, measures, rows, names: namesOf(table, [a, b]) };
}

function namesOf(table: Table, layers: readonly LayerRecord[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const row of table.rows) {
    for (const { id } of layers)
      names.set(`${id} ${text(row[place(table, `${id}_code`)])}`, text(row[place(table, `${id}_name`)]));
  }
  return names;
}

/** The splits of a result: from `shared` tables, else from pairs, the layer of more units being the split one. */
export function findSplits(result: Result): Split[] {
  // Of two moments of one map, that a unit was divided is told by its own table.
  if (result.command === 'compare' || result.command === 'scenario') return [];
  const told = result.tables.flatMap((table) => {
    const split = /^shared(_|$)/.test(table.name) ? readShared(result, table) : null;
    return split === null ? [] : [split];
  });
  if (told.length > 0) return told;
  return pairLists(result).map(splitOfPairs);
}

function readShared(result: Result, table: Table): Split | null {
  const main = table.columns.find(({ heading }) => /^main_.*_code$/.test(heading));
  const a = result.layers.find(({ id }) => main?.heading === `main_${id}_code`);
  const b = result.layers.find(({ id }) => table.columns[0]!.heading === `${id}_code`);
  if (a === undefined || b === undefined) return null;
  const [measure = null] = measuresOf(table);
  const column = (heading: string): number => place(table, heading);
  const units = table.rows.map((row) => ({
    code: text(row[column(`${b.id}_code`)]),
    name: text(row[column(`${b.id}_name`)]),
    mainCode: text(row[column(`main_${a.id}_code`)]),
    mainName: text(row[column(`main_${a.id}_name`)]),
    partners: text(row[column(`${a.id}_codes`)]).split(';'),
    amount: figure(row[column(measure ?? 'area_ha')]),
    outside: figure(row[column(measure === null ? 'ha_outside_main' : `${measure}_outside_main`)]),
  }));
  return { a, b, measure, units };
}

function splitOfPairs(list: PairList): Split {
  const turned = list.a.units > list.b.units;
  const [a, b] = turned ? [list.b, list.a] : [list.a, list.b];
  const nameOf = (layer: LayerRecord, code: string): string => list.names.get(`${layer.id} ${code}`) ?? code;
  const parts = new Map<string, { code: string; amount: number | null; share: Share }[]>();
  const hasPeople = list.measures.length > 0;
  for (const row of list.rows) {
    const [unit, other] = turned ? [row.a, row.b] : [row.b, row.a];
    const amount = (hasPeople ? row.people[0] : row.hectares) ?? null;
    const share = { people: row.people[0] ?? 0, land: row.hectares ?? 0, code: other };
    parts.set(unit, [...(parts.get(unit) ?? []), { code: other, amount, share }]);
  }
  const units = [...parts]
    .filter(([, own]) => own.length > 1)
    .map(([code, own]): SplitUnit => {
      const main = mainOf(own, ({ share }) => share)!;
      const withheld = own.some((part) => part.amount === null);
      const amount = withheld ? null : own.reduce((sum, part) => sum + part.amount!, 0);
      return {
        code,
        name: nameOf(b, code),
        mainCode: main.code,
        mainName: nameOf(a, main.code),
        partners: own.map((part) => part.code),
        amount,
        outside: amount === null ? null : amount - main.amount!,
      };
    })
    .sort((p, q) => (q.outside ?? 0) - (p.outside ?? 0) || compareCodes(p.code, q.code));
  return { a, b, measure: list.measures[0] ?? null, units };
}
