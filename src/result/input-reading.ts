/**
 * How an input was read, as the result document keeps it: disclosed, rounded, in words that need no table of ours.
 */
import type { Reading, Unchecked } from './reading.js';
import { isRecord } from './reading.js';
import type { Fields } from './result-fields.js';

/** A field that was taken for something. */
export interface FieldReading {
  /** What for: `code`, `people`, `member` … */
  readonly use: string;
  readonly field: string;
  /** Why it was taken, a phrase for people. */
  readonly why: string;
  /** Other fields that could have been taken. */
  readonly candidates: readonly string[];
}

/** Rows or features that were left out. */
export interface LeftOutReading {
  /** `without a code`. */
  readonly what: string;
  /** Null where a disclosure rule keeps the number back. */
  readonly count: number | null;
  /** People in them, where they are known; null where they are not, or are kept back. */
  readonly people: number | null;
  /** Their codes, where they have any. */
  readonly codes: readonly string[];
}

/** So many of something; the number is null where a disclosure rule keeps it back. */
export interface CountReading {
  readonly count: number | null;
  readonly of: string;
}

/** How much of an input found a partner in another one. */
export interface MatchedReading {
  /** What it was laid on. */
  readonly with: string;
  /** The least of the shares that follow, in per cent, rounded down to one place. */
  readonly percent: number;
  readonly codes: number;
  readonly of_codes: number;
  readonly others: number;
  readonly of_others: number;
  /** Null where the input counts nobody. */
  readonly people: number | null;
  readonly of_people: number | null;
}

export interface InputReading {
  /** The whole in one line, as it is printed. */
  readonly line: string;
  readonly fields: readonly FieldReading[];
  /** `rows` or `features`. */
  readonly of: string;
  /** How many were read and how many counted; null where a disclosure rule keeps them back. */
  readonly read: number | null;
  readonly counted: number | null;
  readonly left: readonly LeftOutReading[];
  /** What was made of them: units, blocks, practices. */
  readonly makes: CountReading | null;
  /** What they add up to: residents, patients. */
  readonly total: CountReading | null;
  /** Null where nothing had to match, or a disclosure rule keeps it back. */
  readonly matched: MatchedReading | null;
}

const text = { type: 'string', orNull: false, decimals: null } as const;
const number = { type: 'number', orNull: false, decimals: null } as const;
const perhaps = { type: 'number', orNull: true, decimals: null } as const;

const PLAIN: Fields = { line: text, of: text, read: perhaps, counted: perhaps };
const FIELD: Fields = { use: text, field: text, why: text };
const LEFT: Fields = { what: text, count: perhaps, people: perhaps };
const COUNT: Fields = { count: perhaps, of: text };
const MATCHED: Fields = {
  with: text,
  percent: number,
  codes: number,
  of_codes: number,
  others: number,
  of_others: number,
  people: perhaps,
  of_people: perhaps,
};

/** The reading of an input out of a saved result. Throws InputError with the place where it goes wrong. */
export function checkInputReading(checks: Reading, value: unknown, place: string): InputReading {
  const reading = checks.record(value, place);
  const { line, of, read, counted } = checks.fields(reading, PLAIN, place);
  const list = (name: string, fields: Fields, texts: string): Unchecked[] =>
    checks.list(reading[name], `${place}.${name}`).map((item, i) => {
      const at = `${place}.${name}[${i}]`;
      const record = checks.record(item, at);
      const words = checks.list(record[texts], `${at}.${texts}`);
      return {
        ...checks.fields(record, fields, at),
        [texts]: words.map((word, w) => checks.text(word, `${at}.${texts}[${w}]`)),
      };
    });
  const part = (name: string, fields: Fields): Unchecked | null =>
    reading[name] === null ? null : checks.fields(reading[name], fields, `${place}.${name}`);
  return {
    line,
    fields: list('fields', FIELD, 'candidates'),
    of,
    read,
    counted,
    left: list('left', LEFT, 'codes'),
    makes: part('makes', COUNT),
    total: part('total', COUNT),
    matched: part('matched', MATCHED),
  } as unknown as InputReading;
}

/** Whether an input of a document says how it was read; those saved before did not. */
export const saysReading = (input: unknown): input is { reading: unknown } =>
  isRecord(input) && input['reading'] !== undefined;
