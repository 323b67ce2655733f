/** Which unit carries on which, and what is coast, just on the share that decides it. */
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { isCoast } from '../../src/measures/pairs/coast.js';
import { findContinuation } from '../../src/measures/changes/continuation.js';
import type { Amount, OverlapPair, PairsOfLayers } from '../../src/measures/pairs/pairs-of-layers.js';

const pair = (a: number, b: number, area: number, amounts: readonly Amount[] = []): OverlapPair => ({
  a,
  b,
  material: true,
  area,
  sliverArea: 0,
  patches: 1,
  maxWidth: 1,
  amounts,
});
const layer = (vintage: string, names: readonly string[]): Layer =>
  ({ codes: names.map((_, unit) => `${vintage} ${unit}`), names, ods: null }) as unknown as Layer;

/** For each earlier unit (names of one letter) the later one that carries it on, or -1; no code is the same in both. */
function carriedOn(before: string, after: string, pairs: readonly OverlapPair[]): number[] {
  const found = { pairs, measures: [] } as unknown as PairsOfLayers;
  return [...findContinuation(layer('old', [...before]), layer('new', [...after]), found).after];
}

describe('a unit under a new code and name', () => {
  // Old a is mostly new x; what x lacks of three parts comes from b, which y carries on.
  const carriesOn = (shared: number): boolean =>
    carriedOn('ab', 'xy', [
      pair(0, 0, shared),
      pair(0, 1, 300 - shared),
      pair(1, 0, 300 - shared),
      pair(1, 1, 3000),
    ])[0] === 0;

  it('carries on with two thirds of each in the other', () => {
    expect([199, 200, 201].map(carriesOn)).toEqual([false, true, true]);
  });

  it('carries on under its name only where either is most of the other', () => {
    const pairs = [pair(0, 0, 60), pair(0, 1, 50), pair(1, 0, 50), pair(1, 1, 60)];
    expect(carriedOn('ab', 'ay', pairs)).toEqual([0, -1]);
    expect(carriedOn('ab', 'xa', pairs)).toEqual([-1, -1]);
  });
});

describe('land that the other vintage gives to nobody', () => {
  const coast = (area: number, amounts: readonly Amount[] = []): boolean =>
    isCoast(pair(0, -1, area, amounts), 10_000);

  it('is coast up to a hundredth of its unit where nothing is known of people', () => {
    expect([99, 100, 101].map((area) => coast(area))).toEqual([true, true, false]);
  });

  it('is no coast where anybody of any measure lives there', () => {
    const nobody: Amount = { people: 0, blocks: 0 };
    const somebody: Amount = { people: 1, blocks: 1 };
    expect(coast(5000, [nobody, nobody])).toBe(true);
    expect(coast(1, [somebody, nobody])).toBe(false);
    expect(coast(1, [nobody, somebody])).toBe(false);
  });
});
