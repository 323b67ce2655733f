/**
 * An input as the result document keeps it. The record of its reading passes the disclosure gate here, and becomes words.
 *
 * Under a rule no number is kept to which figures of the tables, or rows left out, add up: rows read and counted,
 * blocks, totals and what matched are all kept back. What was left out is told as the rule allows.
 */
import { disclosed, tellingUnder, type Disclosure } from '../layer/disclosure.js';
import type { Note } from '../trouble/note.js';
import {
  FIELD_REASONS,
  rowsLeft,
  whatIsLeft,
  type CountOf,
  type FieldUse,
  type Matched,
  type ReadingRecord,
} from '../trouble/reading-record.js';
import { codesOf, percentMatched, sayReading } from '../trouble/say-reading.js';
import { roundNumber } from './format-number.js';
import type { CountReading, InputReading, LeftOutReading, MatchedReading } from './input-reading.js';
import type { InputRecord } from './result.js';

/** An input as it was read; null where nothing was made of it that could be told. */
export type ReadInput = Omit<InputRecord, 'reading'> & { readonly reading: ReadingRecord | null };

/** The record of an input under a disclosure rule, or without one. */
export function recordInput({ reading, ...input }: ReadInput, rule: Disclosure | null): InputRecord {
  const seal = rule !== null && holdsCounts(input.role, reading) ? withoutSeal(input) : {};
  return { ...input, ...seal, ...(reading === null ? {} : { reading: recordOf(input.file, reading, rule) }) };
}

/** What is kept back of a file of counts: its seal, and how many rows the server counted. */
const withoutSeal = ({
  origin,
}: Omit<ReadInput, 'reading'>): Pick<InputRecord, 'bytes' | 'sha256' | 'origin'> => ({
  bytes: null,
  sha256: null,
  ...(origin === undefined ? {} : { origin: { ...origin, count: null } }),
});

/** Uses of a field by which people are counted. */
const COUNTING: ReadonlySet<FieldUse> = new Set<FieldUse>(['people', 'patients', 'weight']);

/** Whether people are counted from a file: from its fields, or one a row. */
const holdsCounts = (role: string, reading: ReadingRecord | null): boolean =>
  role === 'people' || reading?.fields.some(({ use }) => COUNTING.has(use)) === true;

function recordOf(file: string, record: ReadingRecord, rule: Disclosure | null): InputReading {
  const open = <T>(value: T): T | null => (rule === null ? value : null);
  const counted = (count: CountOf | null): CountReading | null =>
    count === null
      ? null
      : { count: open(people(count.count)), of: open(count.count) === 1 ? count.one : count.many };
  return {
    line: sayReading(file, record, tellingUnder(rule)),
    fields: record.fields.map(({ use, field, why, candidates }) => ({
      use,
      field,
      why: FIELD_REASONS[why],
      candidates,
    })),
    of: `${record.of}s`,
    read: open(record.read),
    counted: open(record.counted),
    left: record.left.map((note) => leftOutOf(note, rule)),
    makes: counted(record.makes),
    total: counted(record.total),
    matched: record.matched === null ? null : open(matchedOf(record.matched)),
  };
}

/** People need not be whole: a share of a block is rounded as figures of people are. */
const people = (count: number): number => roundNumber(count, 2);

function leftOutOf(note: Note, rule: Disclosure | null): LeftOutReading {
  const lost = note.people?.['people'];
  return {
    what: whatIsLeft(note),
    count: disclosed(rowsLeft(note), rule),
    people: lost === undefined ? null : disclosed(people(lost), rule),
    codes: rule === null ? codesOf(note) : [],
  };
}

function matchedOf(matched: Matched): MatchedReading {
  const { codes, others } = matched;
  return {
    with: matched.with,
    percent: percentMatched(matched),
    codes: codes.part,
    of_codes: codes.whole,
    others: others.part,
    of_others: others.whole,
    people: matched.people === null ? null : people(matched.people.part),
    of_people: matched.people === null ? null : people(matched.people.whole),
  };
}
