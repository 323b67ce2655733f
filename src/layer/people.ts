/**
 * People by block: a measure.
 *
 * A measure is a named weight (residents, registered patients, Core20 residents) with the file and column it was
 * counted from. Blocks are kept in order of their codes, so that sums do not depend on the order of a file.
 */
import { InputError } from '../trouble/input-error.js';
import { counted, firstThree, wholeText } from '../trouble/count-text.js';
import { makeNote, withoutFolders, type Note } from '../trouble/note.js';
import type { Table } from './table.js';
import { chooseRows } from './breakdown-rows.js';
import { compareCodes } from '../trouble/order.js';

export interface Measure {
  /** What the user calls it: `people`, `residents`, `registered`, `core20`. */
  readonly name: string;
  /** What was counted, from file and column: `total_residents in census21_residents_lsoa21.csv`. */
  readonly basis: string;
  /** Codes of the blocks that have a number, sorted, distinct. */
  readonly blocks: readonly string[];
  /** People of each block, same order; finite and not negative. */
  readonly values: Float64Array;
  /** How many small areas each block stands for (an atom is many LSOAs), or null where each is one. */
  readonly blockCounts: Float64Array | null;
  /** Codes of blocks whose cell is blank or shorthand, sorted: people unknown, not nought. */
  readonly blocksWithoutNumber: readonly string[];
  /** True for published figures that need no disclosure control. */
  readonly isPublic: boolean;
  /** Sum of `values`, in order of codes. */
  readonly total: number;
  /** What was decided or passed over. */
  readonly notes: readonly Note[];
}

/** What `readMeasure` needs to know about the columns; recognised columns fit. */
export interface MeasureColumns {
  readonly code: number;
  readonly value: number;
  readonly breakdowns: readonly number[];
  readonly note: Note;
}

/** Codes of whole countries: their rows are totals of the others. */
const COUNTRY = /^(E92000001|W92000004|S92000003|N92000002|K0[234]\d{6})$/;

/**
 * Reads the people of every block. Rows of totals for whole countries are left out and said; rows by sex or age are
 * narrowed to "all", or added up (a block with a blank among its parts has no number then). Throws InputError for people that are negative or no number, and for a block that
 * stands in two rows.
 */
export function readMeasure(
  table: Table,
  columns: MeasureColumns,
  options: { readonly name: string; readonly isPublic?: boolean },
): Measure {
  const heading = table.headings[columns.value]!;
  const people = table.numbers(columns.value);
  if (people.wrong > 0) throw notNumber(table, columns.value, people.firstWrong, people.wrong);
  const negative = people.values.findIndex((value) => value < 0);
  if (negative >= 0) throw negativePeople(table, columns, negative);

  const note = (id: Note['id'], parts: Parameters<typeof makeNote>[2]): void => {
    notes.push(makeNote(id, table.fileName, parts));
  };
  const notes = [...table.notes, columns.note];
  const { rows, adds, notes: rowNotes } = chooseRows(table, columns.breakdowns);
  notes.push(...rowNotes);
  const { values: codes, index } = table.distinct(columns.code);
  const sums = new Float64Array(codes.length).fill(NaN);
  const seen = new Int32Array(codes.length);
  let withoutCode = 0;
  let lostPeople = 0;
  let countries = 0;
  for (const row of rows) {
    const block = index[row]!;
    const value = people.values[row]!;
    if (codes[block] === '') {
      withoutCode++;
      lostPeople += Number.isNaN(value) ? 0 : value;
      continue;
    }
    if (COUNTRY.test(codes[block]!)) {
      countries++;
      continue;
    }
    sums[block] = seen[block]! === 0 ? value : sums[block]! + value;
    seen[block]!++;
  }
  if (!adds) refuseRepeats(table, codes, seen);
  if (countries > 0) note('country-totals', { counts: { rows: countries } });
  if (withoutCode > 0)
    note('rows-without-code', { counts: { rows: withoutCode }, people: { people: lostPeople } });
  const words = { column: heading };
  if (people.shorthand > 0) note('shorthand-cells', { counts: { cells: people.shorthand }, words });
  if (people.blank > 0) note('blank-cells', { counts: { cells: people.blank }, words });

  const present = codes.flatMap((_, block) => (seen[block]! > 0 ? [block] : []));
  const byCode = (a: number, b: number): number => compareCodes(codes[a]!, codes[b]!);
  const withNumber = present.filter((block) => !Number.isNaN(sums[block]!)).sort(byCode);
  const without = present.filter((block) => Number.isNaN(sums[block]!)).sort(byCode);
  if (withNumber.length === 0) {
    throw new InputError({
      id: 'no-people',
      file: table.fileName,
      message: `'${heading}' holds no number`,
      hint: 'Name another column after the file, as FILE:COLUMN.',
    });
  }
  return makeMeasure({
    name: options.name,
    basis: `${heading} in ${sourceName(table)}`,
    blocks: withNumber.map((block) => codes[block]!),
    values: Float64Array.from(withNumber, (block) => sums[block]!),
    blocksWithoutNumber: without.map((block) => codes[block]!),
    isPublic: options.isPublic ?? false,
    notes,
  });
}

/** A measure with its total; `blocks` must be sorted and distinct. */
export function makeMeasure(
  parts: Omit<Measure, 'total' | 'blockCounts'> & { readonly blockCounts?: Float64Array | null },
): Measure {
  return { blockCounts: null, ...parts, total: parts.values.reduce((sum, value) => sum + value, 0) };
}

/** The file, and its sheet where it has one, without the folders it lies in. */
export function sourceName(table: Table): string {
  const file = withoutFolders(table.fileName);
  return table.sheet === null ? file : `${file} (${table.sheet})`;
}

function notNumber(table: Table, column: number, row: number, count: number): InputError {
  return new InputError({
    id: 'not-a-number',
    file: table.fileName,
    place: table.place(row),
    message: `'${table.text(column, row).slice(0, 20)}' in '${table.headings[column]}' is not a number${count > 1 ? ` (nor are ${wholeText(count - 1)} further cells)` : ''}`,
    hint: 'People are numbers, blank, or shorthand such as [c], [x] or *.',
  });
}

function negativePeople(table: Table, columns: MeasureColumns, row: number): InputError {
  return new InputError({
    id: 'negative-people',
    file: table.fileName,
    unit: table.text(columns.code, row),
    place: table.place(row),
    message: `${table.text(columns.value, row)} people in '${table.headings[columns.value]}'`,
    hint: 'A block cannot hold fewer than no people; correct the number or name another column.',
  });
}

function refuseRepeats(table: Table, codes: readonly string[], seen: Int32Array): void {
  const repeated = codes.filter((_, block) => seen[block]! > 1).sort();
  if (repeated.length === 0) return;
  throw new InputError({
    id: 'repeated-blocks',
    file: table.fileName,
    message: `${counted(repeated.length, 'block')} in more than one row: ${firstThree(repeated)}`,
    hint: 'Keep one row a block (one date, one age group); people divided over several units are a lookup with weights, FILE:MEMBER:GROUP:WEIGHT.',
  });
}
