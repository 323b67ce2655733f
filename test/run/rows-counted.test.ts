/**
 * Law: rows read are rows counted and rows left out, for every table and whatever stands in it.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLookup } from '../../src/layer/read-lookup.js';
import { readWeighted } from '../../src/measures/derive/weighted-lookup.js';
import { peopleAtPoints } from '../../src/run/people-at-points.js';
import { readPeople } from '../../src/read/table/read-people.js';
import { readPracticeMap } from '../../src/read/table/practice-map.js';
import { readRegistrations } from '../../src/read/table/registrations.js';
import { InputError } from '../../src/trouble/input-error.js';
import { rowsLeft, type ReadingRecord } from '../../src/trouble/reading-record.js';
import { tableOf } from '../table-of.js';

const code = fc.constantFrom('E01000001', 'E01000002', 'E01000003', 'W01000001', 'E92000001', 'Total', '');
const group = fc.constantFrom('U10001', 'U10002', '');
const label = fc.constantFrom('All', 'Male', 'Female');
const band = fc.constantFrom('All ages', '0 to 15', '16 and over');
const amount = fc.oneof(fc.integer({ min: 0, max: 90 }).map(String), fc.constantFrom('*', '', '[c]'));

/** Rows of cells with distinct beginnings: the columns that together name what is counted. */
const rowsOf = (cells: readonly fc.Arbitrary<string>[], keys: number): fc.Arbitrary<string[][]> =>
  fc.uniqueArray(fc.tuple(...cells), {
    minLength: 2,
    maxLength: 14,
    selector: (row) => row.slice(0, keys).join(),
  });

/** Reads many tables; those that are refused are no reading. */
async function addsUp(
  headings: string,
  cells: readonly fc.Arbitrary<string>[],
  keys: number,
  read: (text: string) => ReadingRecord | Promise<ReadingRecord>,
): Promise<void> {
  let readings = 0;
  await fc.assert(
    fc.asyncProperty(rowsOf(cells, keys), async (rows) => {
      let reading: ReadingRecord;
      try {
        reading = await read([headings, ...rows.map((row) => row.join())].join('\n'));
      } catch (error) {
        if (error instanceof InputError) return;
        throw error;
      }
      readings++;
      const left = reading.left.reduce((sum, note) => sum + rowsLeft(note), 0);
      expect(reading.read).toBe(rows.length);
      expect(reading.counted + left).toBe(reading.read);
      expect(reading.counted).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 200 },
  );
  expect(readings).toBeGreaterThan(20);
}

test('people, one row a block', () =>
  addsUp('LSOA21CD,people', [code, amount], 1, (text) => readPeople(tableOf(text)).reading!));

test('people by sex and age', () =>
  addsUp(
    'LSOA21CD,Sex,Age,people',
    [code, label, band, amount],
    3,
    (text) => readPeople(tableOf(text)).reading!,
  ));

test('people at points', () =>
  addsUp(
    'id,people,longitude,latitude',
    [fc.nat(99).map(String), amount, fc.constantFrom('-1', '0.5', ''), fc.constantFrom('52', '')],
    1,
    async (text) => (await peopleAtPoints(tableOf(text), 'people', null)).measure.reading!,
  ));

test('lookups', () =>
  addsUp(
    'member,group,note',
    [code, group, fc.constantFrom('a', 'b')],
    3,
    (text) => readLookup(tableOf(text), { member: 'member', group: 'group' }).reading!,
  ));

test('lookups with weights', () =>
  addsUp(
    'member,group,weight',
    [code, group, amount],
    2,
    (text) => readLookup(tableOf(text), { member: 'member', group: 'group', weight: 'weight' }).reading!,
  ));

test('patients by block and network, by sex', () =>
  addsUp(
    'LSOA21CD,pcn_code,SEX,patients',
    [code, group, label, amount],
    3,
    (text) => readWeighted(tableOf(text), null).reading!,
  ));

test('registrations, by sex', () =>
  addsUp(
    'PRACTICE_CODE,LSOA_CODE,SEX,NUMBER_OF_PATIENTS',
    [fc.constantFrom('A81001', 'A81002'), code, label, amount],
    3,
    (text) => readRegistrations(tableOf(text)).reading,
  ));

test('maps of practices', () =>
  addsUp(
    'PRACTICE_CODE,PCN_CODE,END_DATE,id',
    [
      fc.constantFrom('A81001', 'A81002', ''),
      fc.constantFrom('U10001'),
      fc.constantFrom('', '2020'),
      fc.nat(9).map(String),
    ],
    4,
    (text) => readPracticeMap(tableOf(text), new Set()).reading,
  ));
