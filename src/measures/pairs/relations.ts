/**
 * How the units of two layers lie to one another, over their material pairs.
 *
 *     coterminous  each is the other         within    a lies in b
 *     contains     b lies in a               partial   neither
 *
 * Slivers do not count. Neither does a remainder that is only coast, see `coast.ts`.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { columnsOfPairs } from './pair-columns.js';
import type { Crossed, OverlapPair, PairColumns } from './pairs-of-layers.js';

export type Relation = 'coterminous' | 'within' | 'contains' | 'partial' | 'sliver' | 'outside';
export type Cardinality = 'one-to-one' | 'many-to-one' | 'one-to-many' | 'many-to-many';

/** What is known of the units of one layer against the other, by number of the unit. */
export interface UnitStandings {
  /** Units of the other layer it shares a material pair with; with none it lies wholly outside the other's footprint. */
  readonly partners: Int32Array;
  /** 1 where part of it lies outside the other layer, coast apart. */
  readonly sticksOut: Uint8Array;
}

export interface Standings {
  readonly a: UnitStandings;
  readonly b: UnitStandings;
}

/** Whether a unit has no material pair at all. */
export const isLeftOut = ({ partners }: UnitStandings, unit: number): boolean => partners[unit] === 0;

/** Whether a unit lies in one unit of the other layer and nowhere else. */
export const isWhole = ({ partners, sticksOut }: UnitStandings, unit: number): boolean =>
  partners[unit] === 1 && sticksOut[unit] === 0;

/** Every table, sentence and reconciliation of a crossed pair asks for the same standings. */
const settled = new WeakMap<Crossed, Standings>();

/** Standing of every unit of both layers, worked out once for each crossed pair. */
export function standings(found: Crossed, unitsA: number, unitsB: number): Standings {
  let standing = settled.get(found);
  if (standing === undefined)
    settled.set(found, (standing = standingsOf(columnsOfPairs(found), unitsA, unitsB)));
  return standing;
}

/** Standing of every unit by the columns of its pairs. */
export function standingsOf(pairs: PairColumns, unitsA: number, unitsB: number): Standings {
  const { a, b, material } = pairs;
  // One entry ahead of all units is for none.
  const partnersA = new Int32Array(1 + unitsA);
  const partnersB = new Int32Array(1 + unitsB);
  const remainders = new Int32Array(a.length);
  let rest = 0;
  for (let p = 0; p < a.length; p++) {
    const isRemainder = a[p]! < 0 || b[p]! < 0 ? 1 : 0;
    const isReal = isRemainder === 0 ? material[p]! : 0;
    partnersA[1 + a[p]!]! += isReal;
    partnersB[1 + b[p]!]! += isReal;
    remainders[rest] = p;
    rest += isRemainder;
  }
  const sticksOutA = new Uint8Array(unitsA);
  const sticksOutB = new Uint8Array(unitsB);
  for (const p of remainders.subarray(0, rest)) {
    if (material[p] === 0 || pairs.isCoast(p)) continue;
    if (a[p]! >= 0) sticksOutA[a[p]!] = 1;
    else sticksOutB[b[p]!] = 1;
  }
  return {
    a: { partners: partnersA.subarray(1), sticksOut: sticksOutA },
    b: { partners: partnersB.subarray(1), sticksOut: sticksOutB },
  };
}

/** The relation of a pair of units, or of a remainder. */
export function relationOf(pair: Pick<OverlapPair, 'a' | 'b' | 'material'>, standing: Standings): Relation {
  if (pair.a === NO_UNIT || pair.b === NO_UNIT) return 'outside';
  if (!pair.material) return 'sliver';
  const aWhole = isWhole(standing.a, pair.a);
  const bWhole = isWhole(standing.b, pair.b);
  if (aWhole && bWhole) return 'coterminous';
  if (aWhole) return 'within';
  return bWhole ? 'contains' : 'partial';
}

/** How many partners each side of a pair has; null for slivers and remainders. */
export function cardinalityOf(pair: OverlapPair, standing: Standings): Cardinality | null {
  if (pair.a === NO_UNIT || pair.b === NO_UNIT || !pair.material) return null;
  const manyB = standing.a.partners[pair.a]! > 1;
  const manyA = standing.b.partners[pair.b]! > 1;
  if (manyA) return manyB ? 'many-to-many' : 'many-to-one';
  return manyB ? 'one-to-many' : 'one-to-one';
}
