/**
 * People by block: a measure.
 *
 * A measure is a named weight (residents, registered patients, Core20 residents) with the file and column it was
 * counted from. Blocks are kept in order of their codes, so that sums do not depend on the order of a file.
 */
import { InputError } from '../trouble/input-error.js';
import { counted as countText, firstThree, spaced } from '../trouble/count-text.js';
import { makeNote, withoutFolders, type Note } from '../trouble/note.js';
import {
  recordReading,
  type CountOf,
  type FieldTaken,
  type ReadingRecord,
} from '../trouble/reading-record.js';
import { blocksCounted, rowsRead } from './columns-taken.js';
import { countOnce } from './count-once.js';
import { tidyColumn } from './tidy-codes.js';
import type { Table } from './table.js';
import { inOrderOfCodes } from '../trouble/lists-of-codes.js';
import { valuesAt } from '../trouble/order.js';

export interface Measure {
  /** What the user calls it: `people`, `residents`, `registered`, `core20`. */
  readonly name: string;
  /** What was counted, from file and column: `total_residents in census21_residents_lsoa21.csv`. */
  readonly basis: string;
  /** The groups that all of them are of, where the table says so: `Sex: Male`. */
  readonly groups?: readonly string[];
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
  /** How its table was read, where it came from one. */
  readonly reading?: ReadingRecord;
}

/** What `readMeasure` needs to know about the columns; recognised columns fit. */
export interface MeasureColumns {
  readonly code: number;
  readonly value: number;
  readonly breakdowns: readonly number[];
  readonly notes: readonly Note[];
  readonly fields: readonly FieldTaken[];
  /** What is counted, in the plural: residents, registered patients. */
  readonly as: string;
}

/** Codes of whole countries: their rows are totals of the others. */
const COUNTRY = /^(E92000001|W92000004|S92000003|N92000002|K0[234]\d{6})$/;
const isCountry = (code: string): boolean => code.length === 9 && COUNTRY.test(code);

/**
 * Reads the people of every block. Rows of totals for whole countries are left out and said; rows by sex or age are
 * brought to one number a block (see `countOnce`). Throws InputError for people that are negative or no number, and for
 * a block that stands in two rows.
 */
export function readMeasure(
  table: Table,
  columns: MeasureColumns,
  options: { readonly name: string; readonly isPublic?: boolean },
): Measure {
  const heading = table.headings[columns.value]!;
  const { code, value, breakdowns } = columns;
  const counted = countOnce(table, { keys: [code], value, thing: 'people', breakdowns });
  const note = (id: Note['id'], parts: Parameters<typeof makeNote>[2]): void => {
    notes.push(makeNote(id, table.fileName, parts));
  };
  const notes = [...table.notes, ...columns.notes, ...counted.notes];
  const { values: codes, index } = tidyColumn(table, code);
  const sums = new Float64Array(codes.length).fill(NaN);
  const seen = new Int32Array(codes.length);
  const grand = rowsOfTotal(codes, index, counted);
  let withoutCode = 0;
  let lostPeople = 0;
  let countries = 0;
  let unknown = 0;
  let known = 0;
  for (let at = 0; at < counted.rows.length; at++) {
    const block = index[counted.rows[at]!]!;
    const people = counted.values[at]!;
    const stands = counted.stands[at]!;
    if (grand.length > 0 && grand.includes(at)) continue;
    if (codes[block] === '') {
      withoutCode += stands;
      lostPeople += Number.isNaN(people) ? 0 : people;
      continue;
    }
    if (isCountry(codes[block]!)) {
      countries += stands;
      continue;
    }
    if (Number.isNaN(people)) unknown += stands;
    else known += stands;
    sums[block] = people;
    seen[block]!++;
  }
  refuseRepeats(table, codes, seen);
  if (grand.length > 0)
    note('table-totals', {
      counts: { rows: grand.reduce((sum, at) => sum + counted.stands[at]!, 0) },
    });
  if (countries > 0) note('country-totals', { counts: { rows: countries } });
  // Engines count people on exported faces, and put whoever is on none in a row without a face.
  if (withoutCode > 0)
    note(table.headings[code] === 'face' ? 'rows-outside-faces' : 'rows-without-code', {
      counts: { rows: withoutCode },
      people: { people: lostPeople },
    });
  if (unknown > 0) note('rows-without-number', { counts: { rows: unknown }, words: { column: heading } });

  // A sum is NaN where no number is known.
  const isKnown = (block: number): boolean => sums[block]! >= 0;
  const withNumber = inOrderOfCodes(codes, isKnown);
  const without = inOrderOfCodes(codes, (block) => seen[block]! > 0 && !isKnown(block));
  if (withNumber.order.length === 0) {
    throw new InputError({
      id: 'no-people',
      file: table.fileName,
      message: `'${heading}' holds no number`,
      hint: 'Name another column after the file, as FILE:COLUMN.',
    });
  }
  const measure = makeMeasure({
    name: options.name,
    basis: `${spaced(heading)}${ofGroups(counted.groups)} in ${sourceName(table)}`,
    groups: counted.groups,
    blocks: withNumber.sorted,
    values: valuesAt(sums, withNumber.order),
    blocksWithoutNumber: without.sorted,
    isPublic: options.isPublic ?? false,
    notes,
  });
  return {
    ...measure,
    reading: recordReading({
      fields: columns.fields,
      read: rowsRead(table),
      counted: known,
      notes,
      makes: blocksCounted(measure.blocks),
      total: peopleCounted(measure.total, columns.as, ofGroups(counted.groups)),
    }),
  };
}

const ofGroups = (groups: readonly string[]): string =>
  groups.length === 0 ? '' : ` (${groups.join(', ')})`;

/** So many residents, patients or whatever a heading says is counted, and of which groups they are. */
export const peopleCounted = (count: number, many: string, groups = ''): CountOf => ({
  count,
  one: `${many === 'people' ? 'person' : many.replace(/s$/, '')}${groups}`,
  many: `${many}${groups}`,
});

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

/** The rows, without a code or called a total, that hold the sum of all others; totals of countries are none of these. */
function rowsOfTotal(
  codes: readonly string[],
  index: Int32Array,
  { rows, values }: { readonly rows: Int32Array; readonly values: Float64Array },
): readonly number[] {
  const codeAt = (at: number): string => codes[index[rows[at]!]!]!;
  const candidates: number[] = [];
  for (let at = 0; at < rows.length; at++) if (values[at]! > 0 && isForAll(codeAt(at))) candidates.push(at);
  if (candidates.length === 0) return [];
  const sum = values.reduce(
    (total, value, at) => total + (Number.isNaN(value) || isCountry(codeAt(at)) ? 0 : value),
    0,
  );
  const like = (at: number): number[] => candidates.filter((other) => values[other] === values[at]);
  const total = candidates.find((at) => Math.abs(sum - (1 + like(at).length) * values[at]!) <= 1e-9 * sum);
  return total === undefined ? [] : like(total);
}

/** True for no code, and for a word that says the total where one stands in its place: none of them has a digit. */
const isForAll = (code: string): boolean =>
  !endsInDigit(code) && /^((grand|column|overall) )?totals?$|^all$|^$/i.test(code);

function endsInDigit(code: string): boolean {
  const last = code.charCodeAt(code.length - 1);
  return last >= 48 && last <= 57;
}

function refuseRepeats(table: Table, codes: readonly string[], seen: Int32Array): void {
  if (seen.every((times) => times < 2)) return;
  const repeated = codes.filter((_, block) => seen[block]! > 1).sort();
  throw new InputError({
    id: 'repeated-blocks',
    file: table.fileName,
    message: `${countText(repeated.length, 'block')} in more than one row: ${firstThree(repeated)}`,
    hint: 'Keep one row a block (one date, one age group); people divided over several units are a lookup with weights, FILE:MEMBER:GROUP:WEIGHT.',
  });
}
