/**
 * How many pairs of two layers have each relation, without a look at each by itself (pair-columns.ts).
 */
import type { PairColumns } from './pairs-of-layers.js';
import { isWhole, type Relation, type Standings, type UnitStandings } from './relations.js';

/** How many pairs have each relation, and the land of those that are slivers. */
export interface RelationTally {
  readonly count: Readonly<Record<Relation, number>>;
  /** Square metres of all slivers, and metres of the widest. */
  readonly sliverArea: number;
  readonly widest: number;
}

/** Tells pairs of either kind of two layers apart, and counts them. */
export function tallyRelations(
  { a, b, material, area, width }: PairColumns,
  { a: ofA, b: ofB }: Standings,
): RelationTally {
  const [wholeA, wholeB] = [wholeUnits(ofA), wholeUnits(ofB)];
  const counts = new Int32Array(6);
  let sliverArea = 0;
  let widest = 0;
  for (let p = 0; p < a.length; p++) {
    const real = wholeA[1 + a[p]!]! + 2 * wholeB[1 + b[p]!]!;
    const kind = a[p]! < 0 || b[p]! < 0 ? 5 : material[p] === 0 ? 4 : real;
    counts[kind]!++;
    sliverArea += kind === 4 ? area[p]! : 0;
    widest = kind === 4 && width[p]! > widest ? width[p]! : widest;
  }
  const [partial = 0, within = 0, contains = 0, coterminous = 0, sliver = 0, outside = 0] = counts;
  return { count: { partial, within, contains, coterminous, sliver, outside }, sliverArea, widest };
}

/** 1 for each unit that lies in one of the other layer and nowhere else; one entry ahead of all is for none. */
function wholeUnits(units: UnitStandings): Uint8Array {
  const whole = new Uint8Array(1 + units.partners.length);
  for (let unit = 0; unit < units.partners.length; unit++) whole[1 + unit] = isWhole(units, unit) ? 1 : 0;
  return whole;
}
