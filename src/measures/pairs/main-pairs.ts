/**
 * The main partners of units, over the pairs of two layers.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { mainOf, mostFirst, type Share } from '../../result/main-partner.js';
import type { OverlapPair } from './pairs-of-layers.js';

/** What the unit on the `other` side has of the pair; people of the first measure, or of another. */
export const shareOfPair = (pair: OverlapPair, other: 'a' | 'b', measure = 0): Share => ({
  people: pair.amounts[measure]?.people ?? 0,
  land: pair.area ?? 0,
  code: pair[other],
});

/** For each of so many units on one side its real pairs with units of the other, by code. */
export function realPairsByUnit(
  pairs: readonly OverlapPair[],
  side: 'a' | 'b',
  units: number,
): readonly (readonly OverlapPair[])[] {
  const ofUnit = Array.from({ length: units }, (): OverlapPair[] => []);
  for (const pair of pairs) {
    if (pair.material && pair.a !== NO_UNIT && pair.b !== NO_UNIT) ofUnit[pair[side]]!.push(pair);
  }
  return ofUnit;
}

/** For each unit on one side the pair with its main partner; null for a unit without partners. */
export function mainPairs(
  pairs: readonly OverlapPair[],
  side: 'a' | 'b',
  units: number,
  measure = 0,
): (OverlapPair | null)[] {
  const other = side === 'a' ? 'b' : 'a';
  return realPairsByUnit(pairs, side, units).map((own) =>
    mainOf(own, (pair) => shareOfPair(pair, other, measure)),
  );
}

/** The real pairs of one unit, that with its main partner first: most people, then most land, then by code. */
export function partnersOfUnit(pairs: readonly OverlapPair[], side: 'a' | 'b', unit: number): OverlapPair[] {
  const other = side === 'a' ? 'b' : 'a';
  const own = pairs.filter((pair) => pair[side] === unit && pair[other] !== NO_UNIT && pair.material);
  return mostFirst(own, (pair) => shareOfPair(pair, other));
}
