/**
 * The one line of a reading, without a rule and under one.
 */
import { expect, test } from 'vitest';
import { parseDisclosure, tellingUnder } from '../../src/layer/disclosure.js';
import { makeNote } from '../../src/trouble/note.js';
import {
  FIELD_USES,
  isToldInRecord,
  leftOut,
  recordReading,
  type FieldUse,
  type Matched,
  type ReadingRecord,
} from '../../src/trouble/reading-record.js';
import { openly } from '../../src/trouble/say-notes.js';
import { percentMatched, sayReading } from '../../src/trouble/say-reading.js';

const NHS = tellingUnder(parseDisclosure('nhs'));
const withoutCode = (rows: number, people: number): ReturnType<typeof makeNote> =>
  makeNote('rows-without-code', 'a.csv', { counts: { rows }, people: { people } });

const record = (parts: Partial<ReadingRecord> = {}): ReadingRecord => ({
  ...recordReading({
    fields: [
      { use: 'people', field: 'population', why: 'heading', candidates: ['males'] },
      { use: 'code', field: 'LSOA21CD', why: 'heading', candidates: [] },
    ],
    read: 17,
    counted: 16,
    notes: [withoutCode(1, 13), makeNote('not-utf8', 'a.csv')],
    makes: { count: 16, one: 'block', many: 'LSOAs' },
    total: { count: 17360, one: 'resident', many: 'residents' },
  }),
  ...parts,
});
const all: Matched = {
  with: 'blocks',
  codes: { part: 16, whole: 16 },
  others: { part: 16, whole: 16 },
  people: { part: 17360, whole: 17360 },
};

test('says the total, the fields, what could be too, what was left out and what matched', () => {
  expect(sayReading('a.csv', record({ matched: all }), openly)).toBe(
    "a.csv: 17,360 residents on 16 LSOAs, counted from 'population' (also possible: 'males'), codes in 'LSOA21CD'; 1 row without a code (13 people) left out; 100 % matched",
  );
});

test('several reasons are listed, and one of nothing is one', () => {
  const left = [withoutCode(2, 0), makeNote('country-totals', 'a.csv', { counts: { rows: 1 } })];
  expect(sayReading('a.csv', record({ left, fields: [] }), openly)).toBe(
    'a.csv: 17,360 residents on 16 LSOAs; left out: 2 rows without a code (0 people), 1 row of country totals',
  );
  const one = { count: 1, one: 'unit', many: 'units' };
  expect(sayReading('a.csv', record({ left: [], fields: [], total: null, makes: one }), openly)).toBe(
    'a.csv: 1 unit',
  );
});

test('under a rule nothing is said that figures add up to, and small numbers are kept back', () => {
  const said = sayReading('a.csv', record({ matched: all }), NHS);
  expect(said).toBe(
    "a.csv: counted from 'population' (also possible: 'males'), codes in 'LSOA21CD'; fewer than 8 rows without a code (15 people) left out",
  );
  expect(sayReading('a.csv', record({ fields: [], left: [] }), NHS)).toBe('a.csv: read');
});

test('100 % means all: a share is rounded down', () => {
  const lacking = { part: 99999, whole: 100000 };
  expect(percentMatched({ ...all, codes: lacking })).toBe(99.9);
  expect(percentMatched({ ...all, people: { part: 0, whole: 0 } })).toBe(100);
  expect(
    sayReading('a.csv', record({ left: [], fields: [], matched: { ...all, others: lacking } }), openly),
  ).toBe('a.csv: 17,360 residents on 16 LSOAs; matched: 100 % of codes, 100 % of people, 99.9 % of blocks');
});

test('what is left out is what notes say, and none of them is said by itself', () => {
  const notes = [withoutCode(0, 0), withoutCode(3, 1), makeNote('not-utf8', 'a.csv')];
  expect(leftOut(notes)).toEqual([withoutCode(3, 1)]);
  expect(notes.map(isToldInRecord)).toEqual([true, true, false]);
});

test('every use of a field is said by words of its own', () => {
  const uses = Object.keys(FIELD_USES) as FieldUse[];
  for (const use of uses) {
    const fields = [{ use, field: 'X', why: 'heading' as const, candidates: [] }];
    const said = sayReading('a.csv', record({ fields, left: [] }), openly);
    expect(said.includes(`${FIELD_USES[use]} 'X'`), use).toBe(use !== 'ods' && use !== 'kept');
  }
});
