/**
 * Which columns of a table hold the codes of the blocks, the people and the coordinates.
 *
 * Every recognition comes with a note, so that nothing is taken silently; where two columns would do equally
 * well, none is taken and the message says how to name one.
 */
import { InputError } from '../../trouble/input-error.js';
import { makeNote, type Note } from '../../trouble/note.js';
import { type Table, columnNamed, headingKey, headingList } from '../../layer/table.js';
import { isBreakdown } from '../../layer/count-once.js';
import { cellKind } from '../../layer/parse-number.js';
import { codeRank } from './code-headings.js';

/** The columns that say how many people each block holds. */
export interface PeopleColumns {
  readonly code: number;
  readonly value: number;
  /** Columns that divide the people of a block over several rows (sex, age). */
  readonly breakdowns: readonly number[];
  /** Which columns were taken, and for what. */
  readonly note: Note;
}

const RESIDENTS = '(usual_|total_|all_)?(residents?|population|pop|people|persons|inhabitants)';
const PATIENTS = '(number_of_|total_|all_|registered_)?(registered_)?patients|list_size|registered';

/** Headings that say people outright. */
const PLAIN = new RegExp(
  `^(${RESIDENTS}|${PATIENTS}|all_ages|total|totals|all|observation|observations|obs_value|count|value|number)$`,
);
/** Headings that say people with something added: a date, an area. */
const DATED = new RegExp(
  `^(${RESIDENTS}|${PATIENTS})_.*\\d{2,4}$|^(mid_?)?(19|20)\\d\\d_(population|pop|residents)$`,
);
const ENDING = /_(population|pop|residents|people|persons|patients)(_\d{2,4})?$/;

const NEVER_PEOPLE =
  /^(fid|objectid|id|index|row|year|date|.*(area|length|perimeter|hectares|rank|score|decile|percent|pct|rate|density|lat|latitude|long?|longitude|easting|northing|bng_[en]|[xy]|globalid|name|nm|cd|code|version))(_.*)?$/;

/** The column of block codes: the named one, or the one of the finest areas. Throws InputError where none or several. */
export function recogniseCode(table: Table, named: string | null = null): number {
  if (named !== null) return columnNamed(table, named);
  const ranks = table.headings.map(codeRank);
  const finest = Math.min(...ranks.filter((rank) => rank >= 0));
  const columns = ranks.flatMap((rank, column) => (rank === finest ? [column] : []));
  if (columns.length === 1) return columns[0]!;
  if (columns.length === 0) {
    throw new InputError({
      id: 'code-column-missing',
      file: table.fileName,
      message: 'no column of codes recognised',
      hint: `Call it, for example, LSOA21CD, lsoa_code or postcode; the columns are ${headingList(table)}.`,
    });
  }
  throw ambiguous(table, 'the codes', columns, 'Leave only one of them in the file, or give it as a lookup.');
}

/** The columns of a table of people; `column` is the one the user named for the people, or null. */
export function recognisePeople(table: Table, measure: string, column: string | null = null): PeopleColumns {
  const code = recogniseCode(table);
  const value = column === null ? recogniseValue(table, measure, code) : columnNamed(table, column);
  const breakdowns = table.headings.flatMap((heading, at) =>
    at !== value && at !== code && isBreakdown(headingKey(heading)) ? [at] : [],
  );
  const [people, codes] = [table.headings[value]!, table.headings[code]!];
  const words = { measure, people, as: countedAs(people), codes };
  return { code, value, breakdowns, note: makeNote('people-columns', null, { words }) };
}

/** What a heading says is counted. */
export function countedAs(heading: string): string {
  const key = headingKey(heading);
  if (/patient|registered|list_size/.test(key)) return 'registered patients';
  if (/resident/.test(key)) return 'residents';
  return /household|dwelling|pupil|voter|elector/.test(key) ? heading.toLowerCase() : 'people';
}

function recogniseValue(table: Table, measure: string, code: number): number {
  const keys = table.headings.map(headingKey);
  for (const pattern of [PLAIN, DATED, ENDING]) {
    const columns = keys.flatMap((key, column) => (column !== code && pattern.test(key) ? [column] : []));
    if (columns.length === 1) return columns[0]!;
    if (columns.length > 1)
      throw ambiguous(table, 'the people', columns, nameOne(table, measure, columns[0]!));
  }
  const numeric = keys.flatMap((key, column) =>
    column !== code &&
    codeRank(table.headings[column]!) < 0 &&
    !NEVER_PEOPLE.test(key) &&
    holdsNumbers(table, column)
      ? [column]
      : [],
  );
  if (numeric.length === 1) return numeric[0]!;
  if (numeric.length > 1) throw ambiguous(table, 'the people', numeric, nameOne(table, measure, numeric[0]!));
  throw new InputError({
    id: 'people-column-missing',
    file: table.fileName,
    message: 'no column of people recognised',
    hint: `Name one, for example --people ${measure}=${table.fileName}:COLUMN; the columns are ${headingList(table)}.`,
  });
}

/** True where the first rows of a column hold numbers (or signs for none) and nothing else. */
function holdsNumbers(table: Table, column: number): boolean {
  let numbers = 0;
  for (let row = 0; row < Math.min(50, table.rowCount); row++) {
    const kind = cellKind(table.text(column, row));
    if (kind === 'wrong') return false;
    if (kind === 'number') numbers++;
  }
  return numbers > 0;
}

const nameOne = (table: Table, measure: string, column: number): string =>
  `Name one, for example --people "${measure}=${table.fileName}:${table.headings[column]}".`;

/** The fault of several columns that would do for one purpose. */
export function ambiguous(table: Table, what: string, columns: readonly number[], hint: string): InputError {
  const headings = columns.map((column) => `'${table.headings[column]}'`);
  return new InputError({
    id: 'column-ambiguous',
    file: table.fileName,
    message: `${what} may stand in ${headings.slice(0, -1).join(', ')} or ${headings[headings.length - 1]!}`,
    hint,
  });
}
