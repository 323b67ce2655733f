/**
 * How often units walk each arc: once along a coast, twice between two of them.
 */
import { arcNumber } from './outlines.js';
import type { UnitView } from './targets.js';

/** Times by number of the arc. */
export function arcUses(units: readonly UnitView[]): Map<number, number> {
  const uses = new Map<number, number>();
  for (const { rings } of units)
    for (const k of rings.flat()) uses.set(arcNumber(k), (uses.get(arcNumber(k)) ?? 0) + 1);
  return uses;
}

/** Arcs that are walked as often as is wanted. */
export const arcsUsed = (uses: ReadonlyMap<number, number>, wanted: (times: number) => boolean): number[] =>
  [...uses].flatMap(([arc, times]) => (wanted(times) ? [arc] : []));
