/**
 * The coast: land of a unit that no unit of the other layer covers and that holds no people, or, where no people are
 * given, is at most 1 % of the unit. It stands in the table and breaks no relation.
 */
import type { OverlapPair } from './pairs-of-layers.js';

/** The largest share of a unit that counts as coast where nothing is known of people. */
const COAST_SHARE = 0.01;

/** Whether a remainder is coast; `unitArea` is the land of its unit in square metres, null where no shapes were read. */
export function isCoast(remainder: OverlapPair, unitArea: number | null): boolean {
  if (remainder.amounts.length > 0)
    return remainder.amounts.every((amount) => amount.people === 0 && amount.suppressed !== true);
  return remainder.area !== null && unitArea !== null && isLittle(remainder.area, unitArea);
}

/** Whether so much of a unit, in square metres, is coast where nothing is known of people. */
export const isLittle = (area: number, unitArea: number): boolean => area <= COAST_SHARE * unitArea;
