/**
 * Which column holds the codes of the blocks: by its heading, and by what it holds where the heading misleads.
 *
 *     LSOA name  LSOA code            LSOA      Code
 *     E01000901  Area 01              Area 01   E01000901      both times the codes are where the codes are
 */
import { codeKind } from '../../layer/code-kind.js';
import { columnTaken } from '../../layer/columns-taken.js';
import { type Table, columnNamed, headingKey, headingList } from '../../layer/table.js';
import { InputError } from '../../trouble/input-error.js';
import type { FieldTaken } from '../../trouble/reading-record.js';
import { ambiguous } from './ambiguous.js';
import { codeRank } from './code-headings.js';

/** Rows looked at. */
const SAMPLE = 200;

/** The three spellings of a postcode in the directories of the ONS, the one with a single space first. */
const POSTCODE_SPELLINGS = ['pcds', 'pcd8', 'pcd2', 'pcd7', 'pcd'];

/** The column of block codes: the named one, or the one of the finest areas. Throws InputError where none or several. */
export function recogniseCode(table: Table, named: string | null = null): number {
  if (named !== null) return columnNamed(table, named);
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
  throw ambiguous(table, 'the codes', columns, 'Leave only one of them in the file, or give it as a lookup.');
}

/** The column of codes that was taken, for the record; others are those whose headings name a code as fine. */
export function codeTaken(table: Table, code: number, named: string | null): FieldTaken[] {
  if (code < 0) return [];
  const rank = codeRank(table.headings[code]!);
  const others = table.headings.flatMap((heading, at) =>
    rank >= 0 && codeRank(heading) === rank ? [at] : [],
  );
  return columnTaken(table, 'code', code, named !== null ? 'named' : rank < 0 ? 'values' : 'heading', others);
}

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
  const codes = cells.filter((text) => codeKind(text.toUpperCase()) !== null).length;
  return codes > 0 && codes >= 0.9 * cells.length;
}

/** True where no cell is a code of a known shape and most have small letters, as names do. */
function holdsNames(table: Table, column: number): boolean {
  const cells = sample(table, column);
  const names = cells.filter((text) => /\p{Ll}{2}/u.test(text)).length;
  return 2 * names > cells.length && cells.every((text) => codeKind(text.toUpperCase()) === null);
}
