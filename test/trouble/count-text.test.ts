/**
 * Numbers and lists in sentences.
 */
import { describe, expect, test } from 'vitest';
import { counted, firstThree, wholeText } from '../../src/trouble/count-text.js';

describe('a number in a sentence', () => {
  test('has commas from a thousand on, and halves go away from nought', () => {
    expect([0, 999, 1000, 1234567, 2.5, -2.5, -0.4, -1000].map(wholeText)).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,567',
      '3',
      '-3',
      '0',
      '-1,000',
    ]);
  });

  test('takes the noun in the singular for one alone', () => {
    expect([0, 1, 2].map((n) => counted(n, 'row'))).toEqual(['0 rows', '1 row', '2 rows']);
    expect(counted(2, 'patch', 'patches')).toBe('2 patches');
  });

  test('of a list names three, and says how many more there are', () => {
    expect(['', 'a', 'a b', 'a b c', 'a b c d'].map((list) => firstThree(list.split(' ')))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
      'a, b, c and 1 more',
    ]);
  });
});
