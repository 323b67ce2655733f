/** Dots that may stand between thousands. */
import { expect, test } from 'vitest';
import { readPeople } from '../../src/read/table/read-people.js';
import { tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';

const people = (...cells: string[]): number =>
  readPeople(tableOf(['LSOA21CD;people', ...cells.map((cell, i) => `E010000${10 + i};${cell}`)].join('\n')))
    .total;
const refusal = (...cells: string[]): unknown => troubleOf(() => people(...cells)).id;

test.each([2, 9, 10, 12])('are refused in %i rows', (rows) => {
  const cells = Array.from({ length: rows }, (_, i) => `${i + 1}.0${10 + i}`);
  expect(troubleOf(() => people(...cells))).toMatchObject({
    id: 'dots-or-thousands',
    unit: 'E01000010',
    place: 'line 2',
    message:
      "'1.010' in 'people' may be 1,010 or 1.01: commas do not divide the cells, so dots may stand between thousands",
  });
});

test('are refused beside numbers below a thousand, blanks and signs', () => {
  expect(refusal('1.010', '850', '*', '')).toBe('dots-or-thousands');
});

test('are decimals where another number shows that', () => {
  expect(people('1.010', '1850')).toBe(1851.01);
  expect(people('1.010', '12.5')).toBe(13.51);
  expect(people('0.125', '1.125')).toBe(1.25);
});

test('are decimals where commas divide the cells', () => {
  expect(readPeople(tableOf('LSOA21CD,people\nE01000001,1.010\nE01000002,2.5')).total).toBe(3.51);
  expect(readPeople(tableOf('LSOA21CD,people\nE01000001,1.010')).total).toBe(1.01);
});

test('twice in a number, or a comma after nought, are no number', () => {
  expect(refusal('1.010.200')).toBe('not-a-number');
  expect(refusal('0,125')).toBe('not-a-number');
  expect(people('1,010', '2,020')).toBe(3030);
});
