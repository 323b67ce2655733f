/**
 * Land of a unit that the other vintage gives to nobody: coast where it holds no people.
 *
 * Where no people are given, up to 1 % of the unit counts as coast; more is land that was gained or lost.
 */
import type { OverlapPair, PairsOfLayers } from '../crossing/pairs-of-layers.js';

const COAST_SHARE = 0.01;

/** Whether a remainder is coast. `side` tells which layer its unit is of. */
export function isCoast(remainder: OverlapPair, side: 'a' | 'b', found: PairsOfLayers): boolean {
  if (remainder.area === null) return false;
  if (remainder.amounts.length > 0) return remainder.amounts.every((amount) => amount.people === 0);
  const unit = (side === 'a' ? found.areasA : found.areasB)![remainder[side]]!;
  return remainder.area <= COAST_SHARE * unit;
}
