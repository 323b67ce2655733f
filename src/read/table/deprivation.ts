/**
 * Deprivation deciles by block, as the English Indices of Deprivation are published.
 */
import { InputError } from '../../trouble/input-error.js';
import { makeNote, type Note } from '../../trouble/note.js';
import { recordReading } from '../../trouble/reading-record.js';
import type { Deprivation } from '../../layer/core20.js';
import { lsoaYear } from '../../layer/code-kind.js';
import { blocksCounted, columnTaken, rowsRead } from '../../layer/columns-taken.js';
import { sourceName } from '../../layer/people.js';
import { type Table, columnNamed, headingKey, headingList } from '../../layer/table.js';
import { ambiguous } from './ambiguous.js';
import { codeColumn, type KnownCodes } from './code-column.js';
import { tidyCode } from '../../layer/tidy-codes.js';

const DECILE =
  /^(index_of_multiple_deprivation_)?imd(_?(20)?\d\d)?_?(overall_)?dec(ile?)?(_where_1_is_.*|_?(20)?\d\d)?$/;
const EDITION = /(?:imd|iod|id|deprivation)[^0-9]{0,12}(20\d\d)/i;

/** True where a table has a column of deprivation deciles. */
export const holdsDeprivation = (table: Table): boolean =>
  table.headings.some((h) => DECILE.test(headingKey(h)));

/**
 * Reads the deciles; the edition is taken from the headings or the file name, else from the LSOA codes. Throws
 * InputError where there is no decile column, a decile is not 1 to 10, or a block stands twice.
 */
export function readDeprivation(
  table: Table,
  column: string | null = null,
  known: KnownCodes = new Set(),
): Deprivation {
  const { column: code, fields: codeTaken } = codeColumn(table, known);
  const decile = column === null ? recogniseDecile(table) : columnNamed(table, column);
  const numbers = table.numbers(decile);
  const rows = new Map<string, number>();
  let withoutCode = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const block = tidyCode(table.text(code, row));
    if (block === '') {
      withoutCode++;
      continue;
    }
    const value = numbers.values[row]!;
    if (!(Number.isInteger(value) && value >= 1 && value <= 10)) {
      throw decileFault(table, block, row, `'${table.text(decile, row)}' is not a decile from 1 to 10`);
    }
    if (rows.has(block)) throw decileFault(table, block, row, 'the block stands in two rows');
    rows.set(block, value);
  }
  const blocks = [...rows.keys()].sort();
  const edition = editionOf(table, blocks);
  const notes: Note[] = [
    ...table.notes,
    makeNote('decile-columns', table.fileName, {
      words: {
        deciles: table.headings[decile]!,
        codes: table.headings[code]!,
        edition: String(edition.year),
        by: edition.by,
      },
    }),
    ...(withoutCode === 0
      ? []
      : [
          makeNote('rows-without-code', table.fileName, {
            counts: { rows: withoutCode },
            people: { people: 0 },
          }),
        ]),
  ];
  return {
    blocks,
    deciles: Uint8Array.from(blocks, (block) => rows.get(block)!),
    edition: edition.year,
    editionBy: edition.by,
    source: `${table.headings[decile]} in ${sourceName(table)}`,
    notes,
    reading: recordReading({
      fields: [...columnTaken(table, 'decile', decile, column === null ? 'heading' : 'named'), ...codeTaken],
      read: rowsRead(table),
      counted: rows.size,
      notes,
      makes: blocksCounted(blocks),
    }),
  };
}

function recogniseDecile(table: Table): number {
  const columns = table.headings.flatMap((heading, at) => (DECILE.test(headingKey(heading)) ? [at] : []));
  if (columns.length === 1) return columns[0]!;
  if (columns.length > 1)
    throw ambiguous(table, 'the decile', columns, 'Name one after the file, as FILE:COLUMN.');
  throw new InputError({
    id: 'decile-column-missing',
    file: table.fileName,
    message: 'no column of deprivation deciles recognised',
    hint: `Call it IMD_decile or name it after the file; the columns are ${headingList(table)}.`,
  });
}

function decileFault(table: Table, unit: string, row: number, message: string): InputError {
  return new InputError({
    id: 'decile-wrong',
    file: table.fileName,
    unit,
    place: table.place(row),
    message,
    hint: 'Each block has one decile, 1 for the most deprived tenth.',
  });
}

function editionOf(table: Table, blocks: readonly string[]): { year: number; by: string } {
  for (const heading of table.headings) {
    const found = EDITION.exec(heading);
    if (found !== null) return { year: Number(found[1]), by: 'its headings' };
  }
  const named = EDITION.exec(sourceName(table));
  if (named !== null) return { year: Number(named[1]), by: 'the file name' };
  return lsoaYear(blocks) === 2021
    ? { year: 2025, by: 'its LSOAs of 2021' }
    : { year: 2019, by: 'its LSOAs of 2011' };
}
