/** Why counted people differ from known ones, by how their ratios lie. */
import { describe, expect, it } from 'vitest';
import { differs, likelyReason, type Counted } from '../../src/measures/crossing/likely-reason.js';

const KNOWN = [80_000, 100_000, 120_000, 200_000, 300_000, 90_000, 150_000, 210_000];

/** Units with so much of what is known of them; the last ratio stands for all further ones. */
const units = (...ratios: number[]): Counted[] =>
  KNOWN.map((known, i) => ({ counted: known * (ratios[i] ?? ratios.at(-1)!), known, recoded: false }));

describe('a difference is told', () => {
  it.each([
    [10_100, false],
    [10_101, true],
    [9_900, false],
    [9_899, true],
    [10_000, false],
    [0, true],
  ])('%d for 10,000: %s', (counted, told) => {
    expect(differs({ counted, known: 10_000 })).toBe(told);
  });
});

describe('the likely reason', () => {
  it.each([
    ['one sex', [0.5, 0.49, 0.505, 0.495, 0.51, 0.5], /half: one sex/],
    ['totals with parts', [2], /twice as many: totals are counted with their parts/],
    ['three years', [3], /3 times as many/],
    ['thousands', [0.001], /a thousandth: the numbers are in thousands/],
    ['hundreds', [0.01], /a hundredth/],
    ['thousandfold', [1000], /1,000 times as many/],
    ['later estimates, evenly', [1.04], /another year of estimates/],
    ['later estimates', [1.02, 1.11, 0.98, 1.05, 1.03, 1.07], /another year of estimates/],
    ['households', [0.42, 0.44, 0.36, 0.45, 0.41, 0.39], /households/],
    ['children', [0.21, 0.24, 0.18, 0.27, 0.2], /an age group/],
    ['a region of the file', [0, 0, 0, 0, 1], /a part of England only/],
    ['some blocks missing', [0.7, 0.9, 1], /blocks are missing/],
    ['some blocks twice', [1.4, 1.2, 1], /counted in two units/],
    ['people next door', [1.1, 1 - 8 / 100, 1], /neighbouring unit/],
    ['nothing alike', [0.2, 3, 0.9, 7, 0.4, 1.6], /of another year, or some blocks are missing/],
    ['nobody', [0], /codes of the people are of other places/],
  ] as const)('of %s', (_, ratios, reason) => {
    expect(likelyReason(units(...ratios))).toMatch(reason);
  });

  it('of recoded units alone is the recoding, of recoded and other ones not', () => {
    const [first, ...others] = units(0.9, 1);
    expect(likelyReason([{ ...first!, recoded: true }, ...others])).toMatch(/codes were changed/);
    const [, second, ...rest] = units(0.9, 0.9, 1);
    expect(likelyReason([{ ...first!, recoded: true }, second!, ...rest])).toMatch(/blocks are missing/);
  });

  it('of a few units of a best-fit lookup is the best fit', () => {
    expect(likelyReason(units(1.02, 1), true)).toMatch(/best fit/);
    expect(likelyReason(units(0.5), true)).toMatch(/one sex/);
    expect(likelyReason(units(0, 1), true)).toMatch(/a part of England only/);
  });

  it('is one factor up to 3 % from the middle, and another beyond', () => {
    expect(likelyReason(units(2, 2, 2, 2, 2, 2, 2.05, 1.95))).toMatch(/twice as many/);
    expect(likelyReason(units(2, 2, 2, 2, 2, 2, 2.07, 1.93))).not.toMatch(/twice as many/);
  });
});
