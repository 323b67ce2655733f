/**
 * The record of a reading: which field of an input was taken for what, how many rows were read and counted, which were
 * left out, what they add up to and how much of it found a partner. One for each input, filled by its reader.
 *
 *     read 4  =  counted 3  +  left out 1 (without a code)          17,360 residents on 3 blocks
 *
 * What was left out is not told twice: it is the notes that a reader makes of it anyway.
 */
import type { Note, NoteId } from './note.js';

/** What a field is taken for, with what is said of it: `codes in 'LSOA21CD'`. */
export const FIELD_USES = {
  code: 'codes in',
  name: 'names in',
  ods: 'ODS codes in',
  kept: 'kept:',
  people: 'counted from',
  patients: 'counted from',
  member: 'members in',
  group: 'groups in',
  weight: 'weights in',
  decile: 'deciles in',
  practice: 'practices in',
  network: 'networks in',
  icb: 'ICBs in',
  area: 'areas in',
  x: 'points from',
  y: 'and',
  type: 'types in',
  site: 'sites in',
  minutes: 'minutes in',
  amount: 'amounts in',
  old_code: 'old codes in',
  new_code: 'new codes in',
  operation: 'operations in',
  pieces: 'pieces in',
  from: 'from',
  to: 'to',
} as const;
export type FieldUse = keyof typeof FIELD_USES;

/** Why a field is taken. */
export const FIELD_REASONS = {
  named: 'named by the user',
  heading: 'by its heading',
  values: 'by the codes it holds',
  only: 'the only one that could be',
  total: 'the total of the columns beside it',
  beside: 'beside the codes, by its heading',
  finest: 'no other field of codes is finer',
  latest: 'of the latest year',
  matching: 'by its codes, which other inputs have',
  names: 'its names, for want of codes',
  parent: 'its names, as the codes are those of a parent',
  distinct: 'it tells apart what has one name',
  ids: 'the features’ own ids',
} as const;
export type FieldReason = keyof typeof FIELD_REASONS;

/** A field that was taken for something. */
export interface FieldTaken {
  readonly use: FieldUse;
  readonly field: string;
  readonly why: FieldReason;
  /** Other fields that could have been taken. */
  readonly candidates: readonly string[];
}

/** So many of something: `16 LSOAs`. */
export interface CountOf {
  readonly count: number;
  readonly one: string;
  readonly many: string;
}

/** A part of a whole. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** How much of an input found a partner in another one, both ways. */
export interface Matched {
  /** What it was laid on. */
  readonly with: string;
  /** Codes of the input that have a partner. */
  readonly codes: Share;
  /** Codes of the other that have one. */
  readonly others: Share;
  /** People of the input whose code has a partner, or null where it counts nobody. */
  readonly people: Share | null;
}

export interface ReadingRecord {
  readonly fields: readonly FieldTaken[];
  /** What is read one by one. */
  readonly of: 'row' | 'feature';
  readonly read: number;
  readonly counted: number;
  /** Notes on what was left out; with them `counted` makes up `read`. */
  readonly left: readonly Note[];
  /** What was made of them: units, blocks, practices. */
  readonly makes: CountOf | null;
  /** What they add up to: residents, patients; null where nothing is added up. */
  readonly total: CountOf | null;
  readonly matched: Matched | null;
}

/** What the rows of a note on something left out are: the name of their number, and what is said of them. */
const LEFT_OUT: Readonly<
  Partial<
    Record<NoteId, { readonly count: string; readonly what: (text: (name: string) => string) => string }>
  >
> = {
  'rows-below-table': { count: 'rows', what: () => 'of notes below the table' },
  'table-totals': { count: 'rows', what: () => 'with the total of all others' },
  'country-totals': { count: 'rows', what: () => 'of country totals' },
  'rows-without-code': { count: 'rows', what: () => 'without a code' },
  'rows-outside-faces': { count: 'rows', what: () => 'of people outside all faces' },
  'rows-without-number': {
    count: 'rows',
    what: (text) => `with '${text('column')}' blank or kept back`,
  },
  'breakdown-chosen': {
    count: 'rows',
    what: (text) => `whose '${text('column')}' is not '${text('value')}'`,
  },
  'breakdown-mixed': { count: 'rows', what: (text) => `whose '${text('column')}' is not '${text('value')}'` },
  'breakdown-unknown': { count: 'rows', what: (text) => `with some of '${text('column')}' alone` },
  'member-rows-repeated': { count: 'rows', what: () => 'repeating a member with its group' },
  'rows-without-member': { count: 'rows', what: () => 'without a member' },
  'rows-without-group': { count: 'rows', what: () => 'without a group' },
  'weights-without-code': { count: 'rows', what: () => 'without a code' },
  'weights-without-unit': { count: 'rows', what: () => 'without a unit' },
  'registrations-blank': { count: 'rows', what: () => 'blank or kept back' },
  'rows-without-practice': { count: 'rows', what: () => 'without a practice' },
  'relationships-ended': { count: 'relationships', what: () => 'with an end date' },
  'practices-in-closed-networks': { count: 'practices', what: () => 'of closed networks' },
  'practices-repeated': { count: 'rows', what: () => 'repeating a practice' },
  'points-without-coordinates': { count: 'rows', what: () => 'without coordinates' },
  'services-without-coordinates': { count: 'services', what: () => 'without coordinates' },
  'minutes-of-other-sites': { count: 'rows', what: () => 'of sites that are not among the services' },
  'minutes-repeated': { count: 'rows', what: () => 'repeating a block with its site' },
  'features-without-land': { count: 'features', what: () => 'without land' },
};

/** Notes that say more than how many rows were left out. */
const SAID_TOO: ReadonlySet<NoteId> = new Set<NoteId>(['breakdown-mixed', 'breakdown-unknown']);

/** Notes that say no more than a record of the reading does, in which they are told. */
const TOLD_IN_RECORD: ReadonlySet<NoteId> = new Set<NoteId>([
  ...(Object.keys(LEFT_OUT) as NoteId[]).filter((id) => !SAID_TOO.has(id)),
  'people-columns',
  'points-counted',
  'point-columns',
  'shorthand-cells',
  'blank-cells',
  'lookup-columns',
  'atom-columns',
  'registrations-counted',
  'practices-mapped',
  'weights-counted',
  'decile-columns',
  'minutes-read',
  'codes-chosen',
]);

/** Whether a note is told in the record of the reading, so that nothing is said twice. */
export const isToldInRecord = ({ id }: Note): boolean => TOLD_IN_RECORD.has(id);

/** How many rows or features a note says were left out. */
export const rowsLeft = (note: Note): number => note.counts[LEFT_OUT[note.id]!.count]!;

/** What the rows are that a note says were left out: `without a code`. */
export const whatIsLeft = ({ id, words = {} }: Note): string =>
  LEFT_OUT[id]!.what((name) => [words[name] ?? ''].flat().join(', '));

/** Of some notes those on something left out. */
export const leftOut = (notes: readonly Note[]): Note[] =>
  notes.filter((note) => LEFT_OUT[note.id] !== undefined && rowsLeft(note) > 0);

/** A record, its left-out rows taken from the notes of the reader. */
export function recordReading(
  parts: Pick<ReadingRecord, 'fields' | 'read' | 'counted'> &
    Partial<Pick<ReadingRecord, 'of' | 'makes' | 'total'>> & { readonly notes: readonly Note[] },
): ReadingRecord {
  const { notes, ...rest } = parts;
  return { of: 'row', makes: null, total: null, ...rest, left: leftOut(notes), matched: null };
}
