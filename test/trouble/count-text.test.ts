/**
 * Numbers and lists in sentences.
 */
import { describe, expect, test } from 'vitest';
import { counted, countedPeople, firstThree, wholeText } from '../../src/trouble/count-text.js';

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

describe('people of a measure', () => {
  test('are one where they round to one, by whatever the measure is called', () => {
    const say = (people: number): string[] =>
      ['people', 'residents', 'registered patients', 'list size'].map((name) => countedPeople(people, name));
    expect(say(1.4)).toEqual(['1 person', '1 resident', '1 registered patient', '1 list size']);
    expect(say(1234)).toEqual([
      '1,234 people',
      '1,234 residents',
      '1,234 registered patients',
      '1,234 list size',
    ]);
  });
});
