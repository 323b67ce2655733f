/** Counts so small that they may tell of a person, or that a figure rests on too little. */
import { describe, expect, it } from 'vitest';
import type { PairsOfLayers } from '../../src/measures/pairs/pairs-of-layers.js';
import { disclosed, parseDisclosure } from '../../src/layer/disclosure.js';
import { holdsSmallCells } from '../../src/measures/people/disclose-pairs.js';
import { draw, overlapOf, people, rowsOf } from '../overlap/drawn-layers.js';

describe('a count under the rule for patients', () => {
  const rule = parseDisclosure('nhs');

  it('is suppressed from 1 to 7, rounded from 8 on; nobody is nobody', () => {
    expect([0, 1, 7, 8, 12, 13].map((count) => disclosed(count, rule))).toEqual([0, null, null, 10, 10, 15]);
  });

  it('is small from 1 to 7, in a real pair', () => {
    const small = (count: number, material = true): boolean =>
      holdsSmallCells(
        { pairs: [{ material, amounts: [{ people: count, blocks: 1 }] }] } as unknown as PairsOfLayers,
        0,
      );
    expect([0, 1, 7, 8].map((count) => small(count))).toEqual([false, true, true, false]);
    expect(small(5, false)).toBe(false);
  });
});

it('counts can be rounded to every one, not to none', () => {
  expect(disclosed(3, parseDisclosure('under=3,round=1'))).toBe(3);
  expect(() => parseDisclosure('under=3,round=0')).toThrow(/is not a rule/);
});

it('a figure is marked where it rests on fewer than five blocks', () => {
  const marked = (row: string): string =>
    rowsOf(overlapOf([draw('a', row), draw('b', row)], { measures: [people(row.replaceAll('a', '9'))] }).tables[0]!, 'people_method')[0]!; // prettier-ignore
  expect(marked('a a a a')).toBe('point in area; fewer than five blocks');
  expect(marked('a a a a a')).toBe('point in area');
});
