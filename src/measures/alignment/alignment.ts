/**
 * How every unit of two layers is made up of parts in units of the other one: what all tables of the report read.
 *
 *     unit of B   ┌──────┬───┐ · ·     parts in A1 and A2, its main partner is A1, and a piece (·) that no unit
 *                 │  A1  │A2 │ · ·     of A covers: it sticks out, unless that is only coast
 *                 └──────┴───┘ · ·
 *
 * Parts are material pairs; slivers are no parts. The main partner holds most of the unit's people by the first
 * measure; of equals most of its land, then the lower code.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { OverlapPair, PlacedMeasure } from '../pairs/pairs-of-layers.js';
import { doubtsOf, type Doubt, type Doubts } from '../pairs/doubts.js';
import { isLeftOut, isWhole, standings } from '../pairs/relations.js';
import { mainOf, type Share } from '../../result/main-partner.js';

/** What a unit shares with one unit of the other layer. */
export interface Part {
  /** Unit of the other layer; NO_UNIT for land or people that it does not cover. */
  readonly other: number;
  /** Square metres; null where no shapes were read. */
  readonly area: number | null;
  /** People by measure. */
  readonly people: readonly number[];
  /** How it hangs on an estimated tolerance, if it does. */
  readonly doubt: Doubt | undefined;
}

export interface AlignedUnit {
  readonly unit: number;
  /** By code of the other unit. */
  readonly parts: readonly Part[];
  /** Main partner, or NO_UNIT for a unit without parts. */
  readonly main: number;
  /** What lies outside the other layer, coast apart; null where nothing does. */
  readonly outside: Part | null;
  /** True for a unit that lies in one unit of the other layer with nothing outside. */
  readonly whole: boolean;
  /** True for a unit wholly outside the other layer. */
  readonly leftOut: boolean;
  /** Square metres of the whole unit; null where no shapes were read. */
  readonly area: number | null;
  /** People of the whole unit by measure. */
  readonly people: readonly number[];
  /** Whether it has several parts and might have one, or the other way round. */
  readonly sharedInDoubt: boolean;
}

export interface Alignment {
  readonly a: Layer;
  readonly b: Layer;
  readonly measures: readonly PlacedMeasure[];
  readonly hasLand: boolean;
  readonly unitsA: readonly AlignedUnit[];
  readonly unitsB: readonly AlignedUnit[];
}

/** The parts of every unit of two crossed layers. */
export function alignUnits({ a, b, land }: CrossedPair): Alignment {
  const { pairs, areasA, areasB, measures } = land;
  const standing = standings(land, a.codes.length, b.codes.length);
  const doubts = doubtsOf(land, a.codes.length, b.codes.length);
  const side = (mine: 'a' | 'b', other: 'a' | 'b', areas: Float64Array | null): AlignedUnit[] => {
    const parts = partsByUnit(pairs, mine, other, standing[mine].partners.length, doubts);
    const inDoubt = mine === 'a' ? doubts.sharedA : doubts.sharedB;
    return parts.map(({ parts, outside }, unit): AlignedUnit => ({
      unit,
      parts,
      main: mainOf(parts, shareOfPart)?.other ?? NO_UNIT,
      outside: standing[mine].sticksOut[unit] === 1 ? outside : null,
      whole: isWhole(standing[mine], unit),
      leftOut: isLeftOut(standing[mine], unit),
      area: areas === null ? null : areas[unit]!,
      people: peopleOf(measures, mine, unit),
      sharedInDoubt: inDoubt.has(unit),
    }));
  };
  return {
    a,
    b,
    measures,
    hasLand: areasA !== null,
    unitsA: side('a', 'b', areasA),
    unitsB: side('b', 'a', areasB),
  };
}

const peopleOf = (measures: readonly PlacedMeasure[], mine: 'a' | 'b', unit: number): number[] =>
  measures.map((measure) => (mine === 'a' ? measure.unitsA : measure.unitsB)[unit]!);

function partsByUnit(
  pairs: readonly OverlapPair[],
  mine: 'a' | 'b',
  other: 'a' | 'b',
  units: number,
  { ofPair }: Doubts,
): { parts: Part[]; outside: Part | null }[] {
  const found = Array.from({ length: units }, () => ({ parts: [] as Part[], outside: null as Part | null }));
  for (const pair of pairs) {
    if (pair[mine] === NO_UNIT || !pair.material) continue;
    const part = {
      other: pair[other],
      area: pair.area,
      people: pair.amounts.map(({ people }) => people),
      doubt: ofPair.get(pair),
    };
    const ofUnit = found[pair[mine]]!;
    if (part.other === NO_UNIT) ofUnit.outside = part;
    else ofUnit.parts.push(part);
  }
  for (const { parts } of found) parts.sort((p, q) => p.other - q.other);
  return found;
}

/** What a part weighs beside the other parts of its unit. */
export const shareOfPart = ({ other, area, people }: Part): Share => ({
  people: people[0] ?? 0,
  land: area ?? 0,
  code: other,
});

/** True for a unit that lies in two or more units of the other layer. */
export const isShared = (unit: AlignedUnit): boolean => unit.parts.length > 1;

/** The part of a unit in its main partner, or null. */
export const mainPart = (unit: AlignedUnit): Part | null =>
  unit.parts.find((part) => part.other === unit.main) ?? null;

/** The largest part of a unit after the one in its main partner, or null for a unit in one. */
export const nextPart = (unit: AlignedUnit): Part | null =>
  mainOf(
    unit.parts.filter(({ other }) => other !== unit.main),
    shareOfPart,
  );

/** People of one measure who are not in the unit's main partner; 0 for a unit without parts. */
export function peopleOutsideMain(unit: AlignedUnit, measure: number): number {
  const main = mainPart(unit);
  // What was added up in another order can differ in the last digit: nobody is fewer than no one.
  return main === null ? 0 : Math.max(0, unit.people[measure]! - main.people[measure]!);
}

/** Square metres in other parts than the main one and, coast apart, in none; null where no shapes were read. */
export function areaOutsideMain(unit: AlignedUnit): number | null {
  if (unit.area === null) return null;
  const rest = [...unit.parts, ...(unit.outside === null ? [] : [unit.outside])];
  return rest.reduce((sum, part) => (part.other === unit.main ? sum : sum + part.area!), 0);
}

/** Most people outside the main partner first, then most land, then by code. */
export function mostOutsideFirst(units: readonly AlignedUnit[]): AlignedUnit[] {
  const people = (unit: AlignedUnit): number => (unit.people.length === 0 ? 0 : peopleOutsideMain(unit, 0));
  return [...units].sort(
    (u, v) =>
      people(v) - people(u) || (areaOutsideMain(v) ?? 0) - (areaOutsideMain(u) ?? 0) || u.unit - v.unit,
  );
}
