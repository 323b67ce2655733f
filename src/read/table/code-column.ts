/**
 * Which column holds the codes of the blocks: the one whose codes are those of the layers, whatever it is called; where
 * nothing is known of them by its heading, and by what it holds where the heading misleads.
 *
 *     LSOA name  LSOA code            LSOA      Code
 *     E01000901  Area 01              Area 01   E01000901      both times the codes are where the codes are
 */
import { codeKind } from '../../layer/code-kind.js';
import { columnTaken } from '../../layer/columns-taken.js';
import { comparableSet } from '../../layer/spelling.js';
import { isAscending } from '../../trouble/lists-of-codes.js';
import { comparable, countBefore } from '../../trouble/order.js';
import { type Table, columnNamed, headingKey, headingList } from '../../layer/table.js';
import { tidyCode } from '../../layer/tidy-codes.js';
import { makeNote, type Note } from '../../trouble/note.js';
import { InputError } from '../../trouble/input-error.js';
import type { FieldReason, FieldTaken } from '../../trouble/reading-record.js';
import { ambiguous } from './ambiguous.js';
import { codeRank } from './code-headings.js';

/** Rows looked at, and rows that show a column of numbers. */
const [SAMPLE, FEW] = [200, 20];

/** The three spellings of a postcode in the directories of the ONS, the one with a single space first. */
const POSTCODE_SPELLINGS = ['pcds', 'pcd8', 'pcd2', 'pcd7', 'pcd'];

/** Part of a column's codes, or of those known, that must match before a column is taken for that. */
const HALF = 0.5;

/** The codes that blocks or members are known to have, as they are compared. */
export type KnownCodes = Pick<ReadonlySet<string>, 'size' | 'has'> &
  Iterable<string> & {
    /** The same as a list, as they are spelled. */
    readonly list?: readonly string[];
  };

/** Some codes as they are compared, gathered when they are first asked for: a column that is named needs none. */
export function knownCodes(codes: readonly string[]): KnownCodes {
  let made: ReadonlySet<string> | null = null;
  const set = (): ReadonlySet<string> => (made ??= comparableSet(codes));
  return {
    list: codes,
    get size() {
      return set().size;
    },
    has: (code) => set().has(code),
    [Symbol.iterator]: () => set()[Symbol.iterator](),
  };
}

export interface CodeColumn {
  readonly column: number;
  /** The column for the record of the reading, with others whose headings name a code as fine. */
  readonly fields: readonly FieldTaken[];
  /** That a column was taken by its codes where others might have been. */
  readonly notes: readonly Note[];
}

/**
 * The column of block codes, named by the user or not, and why it was taken. Throws InputError where there is none, or
 * several that would do as well.
 */
export function codeColumn(
  table: Table,
  known: KnownCodes = new Set(),
  named: string | null = null,
): CodeColumn {
  if (named !== null) return taken(table, columnNamed(table, named), 'named');
  const matching = columnsThatMatch(table, known);
  const ranks = table.headings.map(codeRank);
  if (matching.length === 0) {
    const column = byHeading(table);
    return taken(table, column, ranks[column]! < 0 ? 'values' : 'heading');
  }
  const headed = matching.filter((column) => ranks[column]! >= 0);
  const column = oneOf(table, oneSpelling(table, headed.length > 0 ? headed : matching));
  const finest = Math.min(...ranks.filter((rank) => rank >= 0));
  const others = table.headings.filter((_, at) => at !== column && ranks[at] === finest);
  if (others.length === 0 || oneSpelling(table, matching).length < matching.length)
    return taken(table, column, ranks[column]! < 0 ? 'matching' : 'heading');
  const words = {
    column: table.headings[column]!,
    why: 'whose codes the layers have',
    others: others.map((other) => `'${other}'`),
  };
  return {
    ...taken(table, column, 'matching'),
    notes: [makeNote('areas-chosen', table.fileName, { words })],
  };
}

/** A column of codes with its entry in the record, and nothing to say of it. */
function taken(table: Table, column: number, why: FieldReason): CodeColumn {
  const rank = codeRank(table.headings[column]!);
  const others = table.headings.flatMap((heading, at) =>
    rank >= 0 && codeRank(heading) === rank ? [at] : [],
  );
  return { column, fields: columnTaken(table, 'code', column, why, others), notes: [] };
}

/** The columns, of those offered, that hold most of the codes known, and half of them or of their own at least. */
export function columnsThatMatch(
  table: Table,
  known: KnownCodes,
  columns: readonly number[] = table.headings.map((_, column) => column),
): readonly number[] {
  const own = columnsOfList(table, known.list ?? [], columns);
  if (own !== null) return own;
  if (known.size === 0) return [];
  const codesKnown = [...known];
  const areNumbers = codesKnown.some((code) => /^\d+$/.test(code));
  const areGss = codesKnown.every((code) => /^[a-z]\d{8}$/i.test(code));
  const matched = columns.map((column) => {
    const first = firstCells(table, column);
    if (!areNumbers && first.every((text) => /^\d+$/.test(text))) return 0;
    if (areGss && !first.some((text) => text === '' || /[a-z]\d{8}/i.test(text))) return 0;
    const { values } = table.distinct(column);
    // Most codes are spelled as they are known, which needs no comparing.
    const exact = values.filter((text) => known.has(text)).length;
    if (exact === values.length) return exact;
    const codes = new Set(values.map((text) => (known.has(text) ? text : comparable(tidyCode(text)))));
    codes.delete('');
    let count = 0;
    for (const code of codes) if (known.has(code)) count++;
    return count >= HALF * Math.min(codes.size, known.size) ? count : 0;
  });
  const most = Math.max(...matched);
  return most === 0 ? [] : columns.filter((_, at) => matched[at] === most);
}

/** The columns that hold the very list, in its order; null where there is none, or another holds codes of it too. */
function columnsOfList(
  table: Table,
  list: readonly string[],
  columns: readonly number[],
): readonly number[] | null {
  if (list.length < FEW || !isAscending(list)) return null;
  const own = columns.filter(
    (column) => table.text(column, 0) === list[0] && table.distinct(column).values === list,
  );
  const isOfList = (code: string): boolean =>
    list[countBefore(list.length, (at) => list[at]! < code)] === code;
  const hasSome = (column: number): boolean =>
    firstCells(table, column).some((text) => isOfList(text) || isOfList(tidyCode(text)));
  return own.length === 0 || columns.some((column) => !own.includes(column) && hasSome(column)) ? null : own;
}

/** The first cells of a column, which tell numbers and names from codes without a look at all of them. */
const firstCells = (table: Table, column: number): string[] =>
  Array.from({ length: Math.min(FEW, table.rowCount) }, (_, row) => table.text(column, row));

/** The one column, or the first of several that hold the same in every row. */
function oneOf(table: Table, columns: readonly number[]): number {
  const [first, ...others] = columns;
  const isSame = (column: number): boolean =>
    Array.from({ length: table.rowCount }, (_, row) => row).every(
      (row) => table.text(column, row) === table.text(first!, row),
    );
  if (others.every(isSame)) return first!;
  throw severalCodes(table, columns);
}

function byHeading(table: Table): number {
  const ranks = table.headings.map(codeRank);
  const finest = Math.min(...ranks.filter((rank) => rank >= 0));
  const columns = oneSpelling(
    table,
    ranks.flatMap((rank, column) => (rank === finest ? [column] : [])),
  );
  if (columns.length === 1)
    return holdsNames(table, columns[0]!) ? insteadOf(table, columns[0]!) : columns[0]!;
  if (columns.length === 0) {
    const held = table.headings.flatMap((_, column) => (holdsCodes(table, column) ? [column] : []));
    if (held.length === 1) return held[0]!;
    throw new InputError({
      id: 'code-column-missing',
      file: table.fileName,
      message: 'no column of codes recognised',
      hint: `Call it, for example, LSOA21CD, lsoa_code or postcode; the columns are ${headingList(table)}.`,
    });
  }
  throw severalCodes(table, columns);
}

const severalCodes = (table: Table, columns: readonly number[]): InputError =>
  ambiguous(
    table,
    'the codes',
    columns,
    `Name them before the column that is counted, as FILE:CODES:COLUMN, for example ${table.fileName}:${table.headings[columns[0]!]!}:COLUMN; or leave only one of them in the file.`,
    [{ setting: 'column', values: columns.map((column) => `${table.headings[column]!}:`) }],
  );

function oneSpelling(table: Table, columns: readonly number[]): readonly number[] {
  const keys = columns.map((column) => headingKey(table.headings[column]!));
  if (columns.length < 2 || !keys.every((key) => POSTCODE_SPELLINGS.includes(key))) return columns;
  const best = POSTCODE_SPELLINGS.find((spelling) => keys.includes(spelling))!;
  return [columns[keys.indexOf(best)]!];
}

/** Another column that holds codes, as many different ones as this holds names; this one where there is none. */
function insteadOf(table: Table, column: number): number {
  const others = table.headings.flatMap((_, other) =>
    other !== column &&
    holdsCodes(table, other) &&
    table.distinct(other).values.length >= table.distinct(column).values.length
      ? [other]
      : [],
  );
  return others.length === 1 ? others[0]! : column;
}

const sample = (table: Table, column: number): string[] =>
  Array.from({ length: Math.min(SAMPLE, table.rowCount) }, (_, row) => table.text(column, row)).filter(
    (text) => text !== '',
  );

/** True where nine in ten cells are codes of a known shape. */
function holdsCodes(table: Table, column: number): boolean {
  const cells = sample(table, column);
  const codes = cells.filter((text) => codeKind(tidyCode(text)) !== null).length;
  return codes > 0 && codes >= 0.9 * cells.length;
}

/** True where no cell is a code of a known shape and most have small letters, as names do. */
function holdsNames(table: Table, column: number): boolean {
  const cells = sample(table, column);
  const names = cells.filter((text) => /\p{Ll}{2}/u.test(text)).length;
  return 2 * names > cells.length && cells.every((text) => codeKind(tidyCode(text)) === null);
}
