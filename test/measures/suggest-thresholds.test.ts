/** Suggestions where two moves are worth the same, a bound is just kept, or a part lies outside. */
import { describe, expect, it } from 'vitest';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';
import type { Amounts } from '../../src/measures/suggest/amounts.js';
import { apportion, refuseRates } from '../../src/measures/suggest/apportion.js';
import { cheapestFix, type Option } from '../../src/measures/suggest/cheapest-fix.js';
import { bestFirst, type Move } from '../../src/measures/suggest/moves.js';
import { lookupOf, peopleOf } from './compare-drawn.js';

const amountsOf = (amounts: Readonly<Record<string, number>>): Amounts => ({
  name: 'budget',
  file: 'sums.csv',
  codeHeading: 'code',
  amountHeading: 'pounds',
  rows: Object.entries(amounts).map(([code, amount]) => ({ code, amount })),
});

describe('a sum shared out', () => {
  const shared = (a: string, b: string, people: string, amounts: Readonly<Record<string, number>>) => {
    const layers = [lookupOf('i', a), lookupOf('c', b)];
    const crossing = crossLayers({ layers, measures: [peopleOf(people)], planar: false, tolerance: 'auto' });
    return apportion(crossing.pairs[0]!, amountsOf(amounts)).table.rows.map((row) => [
      row[0],
      row[2],
      row[6],
    ]);
  };

  it('goes to the part outside too, which has no code', () => {
    expect(shared('A .', 'p p', '30 10', { p: 100 })).toEqual([
      ['p', 'A', 75],
      ['p', null, 25],
    ]);
  });

  it('is of the second layer where its codes are those of both', () => {
    expect(shared('p p q', 'p q q', '30 10 10', { q: 40 })).toEqual([
      ['q', 'p', 20],
      ['q', 'q', 20],
    ]);
  });

  it('is refused as a rate where no number is beyond 1, and 1 itself is not', () => {
    expect(() => refuseRates(amountsOf({ p: 0.5, q: 1 }))).toThrow(/between -1 and 1/);
    expect(() => refuseRates(amountsOf({ p: 0.5, q: 1.01 }))).not.toThrow();
    expect(() => refuseRates(amountsOf({ p: 0.5 }))).not.toThrow();
  });
});

describe('moves', () => {
  const move = (b: number, from: number, to: number, amount: number, brought = amount): Move => ({
    b,
    from,
    to,
    amount,
    area: null,
    brought,
    block: null,
  });
  const order = (...moves: Move[]): string[] =>
    bestFirst(moves).map(({ b, from, to, amount }) => [b, from, to, amount].join(' '));

  it('of one worth come most people first, then by the codes of area, from and to', () => {
    expect(order(move(0, 1, 0, 10), move(1, 1, 0, 20))).toEqual(['1 1 0 20', '0 1 0 10']);
    expect(order(move(1, 1, 0, 10), move(0, 2, 0, 10))).toEqual(['0 2 0 10', '1 1 0 10']);
    expect(order(move(0, 2, 0, 10), move(0, 1, 2, 10))).toEqual(['0 1 2 10', '0 2 0 10']);
    expect(order(move(0, 1, 2, 10), move(0, 1, 0, 10))).toEqual(['0 1 0 10', '0 1 2 10']);
  });

  it('that bring more for each one moved come before larger ones', () => {
    expect(order(move(0, 1, 0, 60, 30), move(1, 1, 0, 10))).toEqual(['1 1 0 10', '0 1 0 60']);
  });
});

describe('the cheapest set', () => {
  const leave: Option = { transfers: [], cost: 0, leaves: true };
  const give = (from: number, to: number, amount: number): Option => ({
    transfers: [{ from, to, amount }],
    cost: amount,
    leaves: false,
  });
  const left = (leastSize: number, ...options: Option[]): number =>
    cheapestFix(
      options.map((option, b) => ({ b, options: [option, leave] })),
      { sizes: [100, 100], leastSize, mostChanged: null },
    ).left;

  it('may leave a unit with just the least size', () => {
    expect([left(69, give(0, 1, 30)), left(70, give(0, 1, 30)), left(71, give(0, 1, 30))]).toEqual([0, 0, 1]);
  });

  it('may take a unit below the least size where it grows back to just that', () => {
    const there = give(0, 1, 30);
    const back = give(1, 0, 20);
    expect([left(90, there, back), left(91, there, back)]).toEqual([0, 2]);
  });
});
