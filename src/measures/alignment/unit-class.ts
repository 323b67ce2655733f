/**
 * The units of the first layer: what each is made of, and whose people it holds.
 *
 *     coterminous   is one unit of the other layer, neither more nor less
 *     nested        lies in one unit, which is larger
 *     composed      is put together from two or more whole units
 *     shared        anything else: it holds a piece of a unit that goes on elsewhere, or lies partly in none
 *     uncovered     lies in no unit at all
 */
import { isShared, type AlignedUnit } from './alignment.js';

/** What a unit of the first layer is made of, see above. */
export type UnitClass = 'coterminous' | 'nested' | 'composed' | 'shared' | 'uncovered';

/** The class of a unit against the other layer, whose units are `others`. */
export function classOf(unit: AlignedUnit, others: readonly AlignedUnit[]): UnitClass {
  if (unit.leftOut) return 'uncovered';
  if (unit.outside !== null) return 'shared';
  const allWhole = unit.parts.every((part) => others[part.other]!.whole);
  if (unit.parts.length === 1) return allWhole ? 'coterminous' : 'nested';
  return allWhole ? 'composed' : 'shared';
}

/** What a unit of the first layer holds of units of the second. */
export interface Holdings {
  readonly areasWhole: number;
  readonly areasShared: number;
  /** People by measure. */
  readonly inWhole: readonly number[];
  readonly inShared: readonly number[];
  readonly mainElsewhere: readonly number[];
  /** 0 to 1, by the first measure or else by land; null where the unit holds nothing. */
  readonly shareInWhole: number | null;
}

/** Adds up the parts of a unit of the first layer by what kind of unit of the second they are of. */
export function holdingsOf(unit: AlignedUnit, others: readonly AlignedUnit[]): Holdings {
  const whole = unit.parts.filter((part) => others[part.other]!.whole);
  const shared = unit.parts.filter((part) => isShared(others[part.other]!));
  const elsewhere = shared.filter((part) => others[part.other]!.main !== unit.unit);
  const people = (parts: typeof unit.parts): number[] =>
    unit.people.map((_, m) => parts.reduce((sum, part) => sum + part.people[m]!, 0));
  const byPeople = unit.people.length > 0;
  const total = byPeople ? unit.people[0]! : (unit.area ?? 0);
  const part = byPeople ? people(whole)[0]! : whole.reduce((sum, { area }) => sum + (area ?? 0), 0);
  return {
    areasWhole: whole.length,
    areasShared: shared.length,
    inWhole: people(whole),
    inShared: people(shared),
    mainElsewhere: people(elsewhere),
    shareInWhole: total === 0 ? null : isWhollyCovered(unit, whole.length) ? 1 : Math.min(1, part / total),
  };
}

/** Land in slivers and on the coast is in no whole area, and is no reason to call a unit anything but whole. */
const isWhollyCovered = (unit: AlignedUnit, whole: number): boolean =>
  unit.outside === null && unit.parts.length > 0 && whole === unit.parts.length;
