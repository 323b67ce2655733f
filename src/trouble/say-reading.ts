/**
 * The one line that says how an input was read.
 *
 *     residents.csv: 17,360 residents on 16 LSOAs, counted from 'population' (also possible: 'males'), codes in
 *     'LSOA21CD'; 1 row without a code left out; 100 % matched
 *
 * Under a disclosure rule nothing is said to which figures of the tables add up.
 */
import { counted, firstThree } from './count-text.js';
import type { Note } from './note.js';
import {
  FIELD_USES,
  rowsLeft,
  whatIsLeft,
  type CountOf,
  type FieldReason,
  type FieldTaken,
  type Matched,
  type ReadingRecord,
  type Share,
} from './reading-record.js';
import type { Telling } from './say-notes.js';

/** The line of a file's record. */
export function sayReading(file: string, record: ReadingRecord, telling: Telling): string {
  const first = [...(telling.isOpen ? [headOf(record)] : []), ...fieldsText(record.fields)];
  const parts = [
    first.length === 0 ? 'read' : first.join(', '),
    ...leftText(record, telling),
    ...(telling.isOpen && record.matched !== null ? [matchedText(record.matched)] : []),
  ];
  return `${file}: ${parts.join('; ')}`;
}

/** What was made, and what it adds up to: `17,360 residents on 16 LSOAs`, `42 units from 45 features`. */
function headOf({ total, makes, of, counted: count }: ReadingRecord): string {
  const made = makes === null ? counted(count, of) : countText(makes);
  if (total !== null) return `${countText(total)} on ${made}`;
  return makes === null || makes.count === count || of === 'row'
    ? made
    : `${made} from ${counted(count, of)}`;
}

const countText = ({ count, one, many }: CountOf): string => counted(count, one, many);

/** Fields that go without saying. */
const UNSAID: readonly string[] = ['ods', 'kept'];
/** Reasons that a note of their own tells, with the other candidates. */
const NOTED: readonly FieldReason[] = ['latest', 'names', 'parent', 'distinct'];

/** Each field with what it is for; the second of two coordinates stands with the first. */
function fieldsText(fields: readonly FieldTaken[]): string[] {
  const texts: string[] = [];
  for (const each of fields) {
    if (UNSAID.includes(each.use)) continue;
    const text = `${FIELD_USES[each.use]} '${each.field}'${remarks(each)}`;
    if (each.use === 'y' && texts.length > 0) texts.push(`${texts.pop()!} ${text}`);
    else texts.push(text);
  }
  return texts;
}

function remarks({ why, candidates, use }: FieldTaken): string {
  const how = use === 'code' ? ' with --code' : '';
  const others = candidates.map((field) => `'${field}'`);
  const texts = [
    ...(why === 'total' ? ['the total of the columns beside it'] : []),
    ...(others.length === 0 || NOTED.includes(why) ? [] : [`also possible${how}: ${firstThree(others)}`]),
  ];
  return texts.length === 0 ? '' : ` (${texts.join('; ')})`;
}

/**
 * `1 row without a code left out`, or `left out: 1 row without a code (13 people), 2 rows of country totals`. Who is
 * outside all faces was counted, by the engine that counted: nothing is left out there.
 */
function leftText({ left, of }: ReadingRecord, telling: Telling): string[] {
  const sayNote = (note: Note): string => {
    const people = note.people?.['people'];
    const codes = codesOf(note);
    return `${telling.counted(rowsLeft(note), of)} ${whatIsLeft(note)}${people === undefined ? '' : ` (${telling.counted(people, 'person', 'people')})`}${telling.isOpen && codes.length > 0 ? ` (${firstThree(codes)})` : ''}`;
  };
  const isOutside = ({ id }: Note): boolean => id === 'rows-outside-faces';
  const texts = left.filter((note) => !isOutside(note)).map(sayNote);
  return [
    ...left.filter(isOutside).map(sayNote),
    ...(texts.length === 0
      ? []
      : [texts.length === 1 ? `${texts[0]!} left out` : `left out: ${texts.join(', ')}`]),
  ];
}

/** Codes of what was left out, where a note has them. */
export const codesOf = ({ words = {} }: Note): readonly string[] => [words['codes'] ?? []].flat();

/** The least share of codes or people that has a partner, in per cent, rounded down to one place: 100 means all. */
export function percentMatched({ codes, others, people }: Matched): number {
  const shares = [codes, others, ...(people === null ? [] : [people])];
  return Math.min(...shares.map(percentOf));
}

const percentOf = ({ part, whole }: Share): number =>
  whole <= 0 || part >= whole ? 100 : Math.floor((1000 * part) / whole) / 10;

/** `100 % matched`, or what part of which side: `matched: 99.6 % of codes, 99.9 % of people, 98 % of the blocks`. */
function matchedText(matched: Matched): string {
  if (percentMatched(matched) === 100) return '100 % matched';
  const { codes, others, people } = matched;
  const parts = [
    `${percentOf(codes)} % of codes`,
    ...(people === null ? [] : [`${percentOf(people)} % of people`]),
    `${percentOf(others)} % of ${matched.with}`,
  ];
  return `matched: ${parts.join(', ')}`;
}
