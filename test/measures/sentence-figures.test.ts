/** Figures in sentences where rounding turns. */
import { expect, it } from 'vitest';
import { percentText } from '../../src/measures/align/sentence-parts.js';
import { wholeText } from '../../src/trouble/count-text.js';

it('a little is not nothing and nearly all is not all', () => {
  expect([0, 0.000499, 0.0005].map(percentText)).toEqual(['0.0 %', 'under 0.1 %', '0.1 %']);
  expect([0.99949, 0.9995, 0.999999, 1].map(percentText)).toEqual([
    '99.9 %',
    'over 99.9 %',
    'over 99.9 %',
    '100.0 %',
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
