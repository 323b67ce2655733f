/**
 * What differs between two moments of as many split units: counts and sums may be equal where no unit is the same.
 */
import type { SplitCount, SplitUnit } from './read-proposals.js';

/** Names of units that are split only then, and only now; both empty where the same units have other people outside. */
export interface OtherUnits {
  readonly fresh: readonly string[];
  readonly gone: readonly string[];
}

/** The units that are split only then or only now; null where the same units are split, each with as many outside. */
export function otherUnits(now: SplitCount, then: SplitCount): OtherUnits | null {
  const fresh = then.units.filter((unit) => !now.units.some((was) => isSameUnit(was, unit)));
  const gone = now.units.filter((was) => !then.units.some((unit) => isSameUnit(was, unit)));
  const isAsNow = then.units.every((unit) =>
    isSameFigure(now.units.find((was) => isSameUnit(was, unit))?.outside ?? null, unit.outside),
  );
  if (fresh.length === 0 && gone.length === 0 && isAsNow) return null;
  return { fresh: fresh.map(({ name }) => name), gone: gone.map(({ name }) => name) };
}

/** A unit carries on under another code or name: all its people are the same, and those outside. */
const isSameUnit = (was: SplitUnit, is: SplitUnit): boolean =>
  was.code === is.code ||
  was.name === is.name ||
  (was.people !== null && was.people === is.people && was.outside === is.outside);

/** Half a person or half a hectare is a figure that was rounded, not a change; what is withheld tells of none. */
const isSameFigure = (was: number | null, is: number | null): boolean =>
  was === null || is === null || Math.abs(was - is) < 0.5;
