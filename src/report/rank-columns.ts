/**
 * Which columns of a table a reader needs first, for places too narrow for all of them.
 *
 * Who comes first (names, or codes that have no name beside them), then how many people, what the relation is,
 * what share and how much land; codes that stand beside a name, basis and method come last. Kinds of columns decide,
 * not commands, so a new table needs no rule; the few tables they misjudge are named in FIRST.
 */
import { isAbout, type Wanted } from '../result/find-column.js';
import type { Column, Table } from '../result/table.js';

/** What comes straight after the names, in tables where kind alone would choose badly: headings of the contract, or roles. */
const FIRST: Readonly<Record<string, readonly (string | Wanted)[]>> = {
  check: ['severity', 'finding', 'detail'],
  metrics: ['metric', 'value'],
  tests: ['statement', 'tested', 'met', 'not_met'],
  matches: ['layer', 'match', 'match_code'],
  partners: ['layer', 'name', { role: 'amount' }, 'pct_of_place', 'whole_or_shared'],
  neighbourhoods: [{ role: 'amount', kind: 'people' }, { role: 'inside' }, 'parts'],
  parents: ['neighbourhoods', { role: 'uncovered' }, { role: 'double' }],
  suggest: [
    { role: 'from', kind: 'name' },
    { role: 'to', kind: 'name' },
    { role: 'from' },
    { role: 'to' },
    'people_moved',
    'outside_main_after',
  ],
  differencing: ['group', 'in_words', { role: 'amount', kind: 'people' }, 'fewer_than'],
  effect: ['scenario', 'quantity', 'before', 'after', 'change'],
};

/**
 * Column numbers, the most needed first. Columns that are blank in every row are left out; so are columns of text
 * that say the same in every row, since one line can say it (see `constantColumns`). Never empty: a table in which
 * nothing is left keeps its first column.
 */
export function rankColumns(table: Table): number[] {
  const constant = new Set(constantColumns(table));
  const telling = table.columns.map((_, i) => i).filter((i) => !constant.has(i) && !isBlank(table, i));
  if (telling.length === 0) return [0];
  return telling
    .map((i) => ({ i, score: score(table, i) }))
    .sort((x, y) => x.score - y.score || x.i - y.i)
    .map(({ i }) => i);
}

/** Columns of text that hold one and the same text in every row, where there are several rows. */
export function constantColumns(table: Table): number[] {
  if (table.rows.length < 2) return [];
  return table.columns.flatMap((column, i) => {
    const first = table.rows[0]![i] ?? null;
    const same = column.kind === 'text' && first !== null && first !== '';
    return same && table.rows.every((row) => row[i] === first) ? [i] : [];
  });
}

/** True for a column without a single value. */
export function isBlank(table: Table, i: number): boolean {
  return table.rows.length > 0 && table.rows.every((row) => (row[i] ?? '') === '');
}

function score(table: Table, i: number): number {
  const column = table.columns[i]!;
  const { heading, kind, about } = column;
  const named = (FIRST[table.name] ?? []).findIndex((wanted) =>
    typeof wanted === 'string' ? heading === wanted : isAbout(column, wanted),
  );
  if (named >= 0) return 5 + named;
  const isFirst = table.columns.findIndex((column) => column.kind === kind) === i;
  switch (kind) {
    case 'name':
      return 0;
    case 'code':
      return codeScore(table, i);
    case 'people':
      if (about.role === 'next') return 25;
      return about.role === 'outside_main' ? 19 : isFirst ? 20 : 60;
    case 'text':
      if (about.role === 'partners') return 57;
      return isFirst ? 21 : about.measure !== undefined ? 80 : 52;
    case 'hectares':
      // Where people were counted their share says more than the land.
      return !isFirst ? 60 : hasPeople(table) ? 31 : 22;
    case 'percent':
      return percentScore(table, i);
    case 'share':
    case 'number':
      return 40;
    case 'count':
      return about.role === 'blocks' ? 75 : isFirst ? 50 : 56;
    case 'metres':
    case 'kilometres':
      return isFirst ? 53 : 62;
    case 'flag':
      return about.role === 'matters' ? 84 : 58;
    case 'degrees':
      return 85;
  }
}

const hasPeople = (table: Table): boolean =>
  table.columns.some(({ kind }, i) => kind === 'people' && !isBlank(table, i));

/** Shares of people before shares of land; of two, the last, which speaks of the second layer. */
function percentScore(table: Table, i: number): number {
  const ofLand = (k: number): boolean => isShareOfLand(table.columns[k]!);
  const rivals = table.columns
    .map((_, k) => k)
    .filter((k) => table.columns[k]!.kind === 'percent' && !isBlank(table, k));
  const people = rivals.filter((k) => !ofLand(k));
  if (people.length === 0) return rivals.at(-1) === i ? 30 : 45;
  if (people.at(-1) === i) return 30;
  return ofLand(i) ? 45 : 35;
}

/** A share of a unit's land: of a layer, or in a main partner, and of no measure. */
const isShareOfLand = ({ about }: Column): boolean =>
  about.measure === undefined && (about.layer !== undefined || about.role === 'in_main');

/** A code stands in for a name that is blank in every row; beside a name it is hardly needed. */
function codeScore(table: Table, i: number): number {
  const { role, layer } = table.columns[i]!.about;
  const name = table.columns.findIndex(
    ({ kind, about }) => kind === 'name' && about.role === role && about.layer === layer,
  );
  if (name < 0) return i === 0 ? 0 : 33;
  return isBlank(table, name) ? 0 : 90;
}
