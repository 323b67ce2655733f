/** Figures in sentences where rounding turns. */
import { expect, it } from 'vitest';
import { percentText } from '../../src/result/percent-text.js';
import { wholeText } from '../../src/trouble/count-text.js';

it('a little is not nothing and nearly all is not all', () => {
  expect([0, 0.0001, 0.0499, 0.05].map(percentText)).toEqual(['0 %', '<0.1 %', '<0.1 %', '0.1 %']);
  expect([99.9499, 99.95, 99.9999, 100].map(percentText)).toEqual(['99.9 %', '>99.9 %', '>99.9 %', '100 %']);
  expect([9.95, 9.9499, 47.25, 1234.5, -50.26].map(percentText)).toEqual([
    '10.0 %',
    '9.9 %',
    '47.3 %',
    '1,234.5 %',
    '-50.3 %',
  ]);
});

it('a share is rounded from the places that its cell has', () => {
  // 32.24996 is 32.2500 in the table, and 32.3 for who reads it there.
  expect([32.24994, 32.24996, 0.00004, 99.99996].map(percentText)).toEqual([
    '32.2 %',
    '32.3 %',
    '0 %',
    '100 %',
  ]);
});

it('a whole number has commas, and a sign only where it is not nothing', () => {
  expect([999.5, 1234567, -1234, 0.49, -0.49, -0.5].map(wholeText)).toEqual([
    '1,000',
    '1,234,567',
    '-1,234',
    '0',
    '0',
    '-1',
  ]);
});
