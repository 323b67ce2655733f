/**
 * How the units of two layers lie to one another, over their material pairs.
 *
 *     coterminous  each is the other         within    a lies in b
 *     contains     b lies in a               partial   neither
 *
 * Slivers do not count. Neither does a remainder that is only coast, see `coast.ts`.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { isCoast } from './coast.js';
import type { OverlapPair, PairsOfLayers } from './pairs-of-layers.js';

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

export type Crossed = Pick<PairsOfLayers, 'pairs' | 'areasA' | 'areasB'>;

/** Standing of every unit of both layers, worked out once for each crossed pair. */
export function standings(found: Crossed, unitsA: number, unitsB: number): Standings {
  let standing = settled.get(found);
  if (standing === undefined) settled.set(found, (standing = standingsIf(found, unitsA, unitsB, asJudged)));
  return standing;
}

const asJudged = (pair: OverlapPair): OverlapPair => pair;

/** Standing of every unit if each pair were as `judged` has it. */
export function standingsIf(
  { pairs, areasA, areasB }: Crossed,
  unitsA: number,
  unitsB: number,
  judged: (pair: OverlapPair) => OverlapPair,
): Standings {
  const a = { partners: new Int32Array(unitsA), sticksOut: new Uint8Array(unitsA) };
  const b = { partners: new Int32Array(unitsB), sticksOut: new Uint8Array(unitsB) };
  for (const each of pairs) {
    const pair = judged(each);
    if (!pair.material) continue;
    if (pair.a !== NO_UNIT && pair.b !== NO_UNIT) {
      a.partners[pair.a]!++;
      b.partners[pair.b]!++;
    } else if (pair.a !== NO_UNIT) {
      if (!isCoast(pair, areasA?.[pair.a] ?? null)) a.sticksOut[pair.a] = 1;
    } else if (!isCoast(pair, areasB?.[pair.b] ?? null)) b.sticksOut[pair.b] = 1;
  }
  return { a, b };
}

/** The relation of a pair of units, or of a remainder. */
export function relationOf(pair: OverlapPair, standing: Standings): Relation {
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
