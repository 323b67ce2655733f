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

/** What is known of one unit against the other layer. */
export interface UnitStanding {
  /** Units of the other layer it shares a material pair with. */
  readonly partners: number;
  /** Whether part of it lies outside the other layer, coast apart. */
  readonly sticksOut: boolean;
  /** Whether it has no material pair at all: wholly outside the other layer's footprint. */
  readonly leftOut: boolean;
}

export interface Standings {
  readonly a: readonly UnitStanding[];
  readonly b: readonly UnitStanding[];
}

/** Every table, sentence and reconciliation of a crossed pair asks for the same standings. */
const settled = new WeakMap<Crossed, Standings>();

type Crossed = Pick<PairsOfLayers, 'pairs' | 'areasA' | 'areasB'>;

/** Standing of every unit of both layers, worked out once for each crossed pair. */
export function standings(found: Crossed, unitsA: number, unitsB: number): Standings {
  let standing = settled.get(found);
  if (standing === undefined) {
    const { pairs, areasA, areasB } = found;
    standing = { a: standOf(pairs, unitsA, areasA, 'a', 'b'), b: standOf(pairs, unitsB, areasB, 'b', 'a') };
    settled.set(found, standing);
  }
  return standing;
}

function standOf(
  pairs: readonly OverlapPair[],
  count: number,
  areas: Float64Array | null,
  mine: 'a' | 'b',
  other: 'a' | 'b',
): UnitStanding[] {
  const partners = new Int32Array(count);
  const sticksOut = new Uint8Array(count);
  for (const pair of pairs) {
    const unit = pair[mine];
    if (unit === NO_UNIT || !pair.material) continue;
    if (pair[other] !== NO_UNIT) partners[unit]!++;
    else if (!isCoast(pair, areas === null ? null : areas[unit]!)) sticksOut[unit] = 1;
  }
  return Array.from(partners, (n, unit) => ({
    partners: n,
    sticksOut: sticksOut[unit] === 1,
    leftOut: n === 0,
  }));
}

/** The relation of a pair of units, or of a remainder. */
export function relationOf(pair: OverlapPair, standing: Standings): Relation {
  if (pair.a === NO_UNIT || pair.b === NO_UNIT) return 'outside';
  if (!pair.material) return 'sliver';
  const a = standing.a[pair.a]!;
  const b = standing.b[pair.b]!;
  const aWhole = a.partners === 1 && !a.sticksOut;
  const bWhole = b.partners === 1 && !b.sticksOut;
  if (aWhole && bWhole) return 'coterminous';
  if (aWhole) return 'within';
  return bWhole ? 'contains' : 'partial';
}

/** How many partners each side of a pair has; null for slivers and remainders. */
export function cardinalityOf(pair: OverlapPair, standing: Standings): Cardinality | null {
  if (pair.a === NO_UNIT || pair.b === NO_UNIT || !pair.material) return null;
  const manyB = standing.a[pair.a]!.partners > 1;
  const manyA = standing.b[pair.b]!.partners > 1;
  if (manyA) return manyB ? 'many-to-many' : 'many-to-one';
  return manyB ? 'one-to-many' : 'one-to-one';
}
