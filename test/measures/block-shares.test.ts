/** Amounts made into shares. */
import { describe, expect, it } from 'vitest';
import { toShares } from '../../src/measures/people/block-shares.js';

function shares(...amounts: readonly number[]): number[] {
  const made = Float64Array.from(amounts);
  toShares(made);
  return [...made];
}

describe('shares of a block', () => {
  it('add up to 1 exactly, whatever they are shares of', () => {
    for (const amounts of [
      [0.1, 0.3, 0.2, 0.4],
      [1, 1, 1],
      [7, 11, 13, 17, 19, 23],
    ]) {
      const made = shares(...amounts);
      expect(made.reduce((sum, share) => sum + share, 0)).toBe(1);
      expect(made[0]).toBeCloseTo(amounts[0]! / amounts.reduce((sum, amount) => sum + amount, 0), 10);
    }
  });

  it('are nothing where there is nothing, wherever that stands', () => {
    expect(shares(3, 1, 0)).toEqual([0.75, 0.25, 0]);
    expect(shares(0, 0, 5)).toEqual([0, 0, 1]);
    expect(shares(1, 1, 1, 0)[3]).toBe(0);
    expect(shares()).toEqual([]);
  });
});
