/**
 * Which columns of a table hold the codes of the blocks, the people and the coordinates.
 *
 * Every recognition comes with a note, so that nothing is taken silently; where two columns would do equally
 * well, none is taken and the message says how to name one.
 */
import { InputError, type Offer } from '../../trouble/input-error.js';
import { makeNote, type Note } from '../../trouble/note.js';
import type { FieldReason, FieldTaken } from '../../trouble/reading-record.js';
import { columnTaken } from '../../layer/columns-taken.js';
import { type Table, columnNamed, headingKey, headingList } from '../../layer/table.js';
import { isBreakdown } from '../../layer/count-once.js';
import { cellKind } from '../../layer/parse-number.js';
import { ambiguous } from './ambiguous.js';
import { codeColumn, type KnownCodes } from './code-column.js';
import { codeRank } from './code-headings.js';
import { furtherBreakdowns } from './further-breakdowns.js';
import { holdsRates, saysNoPeople, saysRate } from './never-people.js';
import { totalAmong } from './total-column.js';

/** The columns that say how many people each block holds. */
export interface PeopleColumns {
  readonly code: number;
  readonly value: number;
  /** Columns that divide the people of a block over several rows (sex, age). */
  readonly breakdowns: readonly number[];
  /** Which columns were taken, and for what. */
  readonly notes: readonly Note[];
  readonly fields: readonly FieldTaken[];
  /** What is counted, by the heading. */
  readonly as: string;
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
/** Headings that may say people in a table of areas, and in a table of addresses anything. */
const NUMBERS_OF_OTHER_THINGS = /^(all|observations?|obs_value|value|number|total|totals)$/;
const ENDING = /_(population|pop|residents|people|persons|patients)(_\d{2,4})?$/;

/**
 * The columns of a table of people. `column` is what the user named: the people, or the codes and the people with a colon
 * between; or null. `known` are the codes that blocks or members are known to have.
 */
export function recognisePeople(
  table: Table,
  measure: string,
  column: string | null = null,
  known: KnownCodes = new Set(),
): PeopleColumns {
  const [codesNamed, peopleNamed] = namedColumns(table, column);
  const codes = codeColumn(table, known, codesNamed);
  const code = codes.column;
  const { value, why } =
    peopleNamed === null ? recogniseValue(table, measure, code) : namedValue(table, peopleNamed, code);
  const named = table.headings.flatMap((heading, at) =>
    at !== value && at !== code && isBreakdown(headingKey(heading)) ? [at] : [],
  );
  const breakdowns = [...named, ...furtherBreakdowns(table, code, value, named)];
  const people = table.headings[value]!;
  const words = {
    measure,
    people,
    as: countedAs(people),
    codes: table.headings[code]!,
    ...(why === 'total' ? { total: 'yes' } : {}),
  };
  const others = couldBePeople(table, code).filter((at) => !breakdowns.includes(at));
  return {
    code,
    value,
    breakdowns,
    notes: [makeNote('people-columns', null, { words }), ...codes.notes],
    fields: [...columnTaken(table, 'people', value, why, others), ...codes.fields],
    as: words.as,
  };
}

/** The names of the columns of codes and of people in what the user named, `CODES:` for codes alone; a heading may have a colon in it. */
function namedColumns(table: Table, column: string | null): [string | null, string | null] {
  if (column === null || table.headings.includes(column.trim())) return [null, column];
  const [codes, ...rest] = column.split(':');
  if (rest.length === 0 || codes === '') return [null, column];
  const people = rest.join(':');
  return [codes!, people === '' ? null : people];
}

/** What a heading says is counted. */
export function countedAs(heading: string): string {
  const key = headingKey(heading);
  if (/patient|registered|list_size/.test(key)) return 'registered patients';
  if (/resident/.test(key)) return 'residents';
  return /household|dwelling|pupil|voter|elector/.test(key) ? heading.toLowerCase() : 'people';
}

/** A column of people and why it was taken. */
interface ValueColumn {
  readonly value: number;
  readonly why: FieldReason;
}

/** Columns that say people in so many words; the strictest patterns first, nothing that says a rate. */
function saidPeople(table: Table, code: number): number[] {
  const keys = table.headings.map(headingKey);
  for (const pattern of [PLAIN, DATED, ENDING]) {
    const columns = keys.flatMap((key, column) =>
      column !== code && pattern.test(key) && !saysRate(table.headings[column]!) ? [column] : [],
    );
    if (columns.length > 0) return columns;
  }
  return [];
}

/** The columns that may be counts beside coordinates, by their headings alone. */
export const countColumns = (table: Table): number[] =>
  saidPeople(table, -1).filter(
    (column) => !NUMBERS_OF_OTHER_THINGS.test(headingKey(table.headings[column]!)),
  );

/** The one of those that hold numbers, or null where there is none: each row stands for one. */
export function oneCountColumn(table: Table, columns: readonly number[]): number | null {
  if (columns.length < 2) return columns[0] ?? null;
  throw severalPeople(table, 'people', columns);
}

function recogniseValue(table: Table, measure: string, code: number): ValueColumn {
  const said = saidPeople(table, code).filter((column) => !holdsRates(table, column));
  if (said.length === 1) return { value: said[0]!, why: 'heading' };
  const numeric = couldBePeople(table, code).filter((column) => !holdsRates(table, column));
  const total = totalAmong(table, numeric);
  if (total >= 0 && (said.length === 0 || said.includes(total))) return { value: total, why: 'total' };
  const offered = said.length > 0 ? said : numeric;
  if (offered.length === 1) return { value: offered[0]!, why: 'only' };
  if (offered.length > 1) throw severalPeople(table, measure, offered);
  const rates = notPeople(table, code);
  throw new InputError({
    id: 'people-column-missing',
    file: table.fileName,
    message: `no column of people recognised${rates}`,
    hint: `${rates === '' ? '' : 'Give numbers of people. '}Name a column of them, for example --people ${measure}=${table.fileName}:COLUMN; the columns are ${headingList(table)}.`,
    offers: [
      columnsOffered(
        table,
        table.headings.flatMap((heading, column) =>
          column !== code && !saysRate(heading) && holdsNumbers(table, column) && !holdsRates(table, column)
            ? [column]
            : [],
        ),
      ),
    ],
  });
}

/** Columns whose first rows hold numbers and whose headings do not say anything but people. */
const couldBePeople = (table: Table, code: number): number[] =>
  table.headings.flatMap((heading, column) =>
    column !== code &&
    codeRank(heading) < 0 &&
    !saysNoPeople(heading) &&
    !isBreakdown(headingKey(heading)) &&
    holdsNumbers(table, column)
      ? [column]
      : [],
  );

/** The columns of numbers that are passed over, for a message. */
function notPeople(table: Table, code: number): string {
  const rates = table.headings.filter(
    (heading, column) =>
      column !== code && (saysRate(heading) || (holdsNumbers(table, column) && holdsRates(table, column))),
  );
  if (rates.length === 0) return '';
  const shown = rates.slice(0, 3).map((heading) => `'${heading}'`);
  return `: ${shown.join(', ')} ${rates.length === 1 ? 'holds a density, a share or the like' : 'hold densities, shares or the like'}, which cannot be added up`;
}

/** The column a user named, unless its heading says a density or a share. */
function namedValue(table: Table, column: string, code: number): ValueColumn {
  const value = columnNamed(table, column);
  const heading = table.headings[value]!;
  if (!saysRate(heading)) return { value, why: 'named' };
  const others = table.headings.filter(
    (other, at) => at !== code && codeRank(other) < 0 && !saysNoPeople(other) && holdsNumbers(table, at),
  );
  throw new InputError({
    id: 'never-people',
    file: table.fileName,
    message: `'${heading}' says a density, a share, an average or the like, which cannot be added up as people`,
    hint:
      others.length === 0
        ? 'No other column could be people; give another file, or another heading if it does hold people.'
        : `Columns that could be people are ${others.map((other) => `'${other}'`).join(', ')}; give it another heading if it does hold people.`,
    offers: [{ setting: 'column', values: others }],
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

const severalPeople = (table: Table, measure: string, columns: readonly number[]): InputError =>
  ambiguous(
    table,
    'the people',
    columns,
    `Name one, for example --people "${measure}=${table.fileName}:${table.headings[columns[0]!]}".`,
    [columnsOffered(table, columns)],
  );

const columnsOffered = (table: Table, columns: readonly number[]): Offer => ({
  setting: 'column',
  values: columns.map((column) => table.headings[column]!),
});
