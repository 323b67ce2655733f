/**
 * What hangs on a tolerance that no one stated: pairs that would be judged otherwise by half of it or by twice it, pairs
 * whose relation would be another, and units that would be shared or not.
 *
 *     width    T/2         T          2T
 *      ─────────┼──────────┼──────────┼─────
 *       sliver  │ set aside│ counted  │  real       between the outer two a pair is in doubt, on either side of T
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { isCoast } from './coast.js';
import type { OverlapPair, PairsOfLayers } from './pairs-of-layers.js';
import { columnsFrom } from './pair-columns.js';
import { relationOf, standings, standingsOf, type Relation } from './relations.js';

/** Counted, set aside: so the pair is judged, and it might be otherwise. Relation: only that might be another. */
export type Doubt = 'counted' | 'set aside' | 'relation';

export interface Doubts {
  /** In the order of the pairs. Land that is coast however it is judged is in none. */
  readonly ofPair: ReadonlyMap<OverlapPair, Doubt>;
  /** What the relation of a pair would be, where it might be another. */
  readonly otherwise: ReadonlyMap<OverlapPair, Relation>;
  /** Units of either layer that have several partners and might have one, or the other way round. */
  readonly sharedA: ReadonlySet<number>;
  readonly sharedB: ReadonlySet<number>;
}

const NONE: Doubts = { ofPair: new Map(), otherwise: new Map(), sharedA: new Set(), sharedB: new Set() };

const found = new WeakMap<object, Doubts>();

/** The doubts of two crossed layers, worked out once; none where the tolerance is no estimate. */
export function doubtsOf(
  land: Pick<PairsOfLayers, 'pairs' | 'areasA' | 'areasB' | 'anyInDoubt'>,
  unitsA: number,
  unitsB: number,
): Doubts {
  if (!(land.anyInDoubt ?? land.pairs.some(isInDoubt))) return NONE;
  let doubts = found.get(land);
  if (doubts === undefined) found.set(land, (doubts = findDoubts(land, unitsA, unitsB)));
  return doubts;
}

/** Whether a pair would be judged otherwise by half the tolerance or by twice it. */
const isInDoubt = ({ material, ifHalf, ifTwice }: OverlapPair): boolean =>
  ifHalf !== undefined && (ifHalf !== material || ifTwice !== material);

function findDoubts(
  land: Pick<PairsOfLayers, 'pairs' | 'areasA' | 'areasB'>,
  unitsA: number,
  unitsB: number,
): Doubts {
  const { pairs, areasA, areasB } = land;
  const is = standings(land, unitsA, unitsB);
  const worlds = [ifHalf, ifTwice].map((judged) => ({
    judged,
    stand: standingsOf(columnsFrom(land, pairs.map(judged)), unitsA, unitsB),
  }));
  const otherRelation = (pair: OverlapPair): Relation | undefined => {
    const relation = relationOf(pair, is);
    for (const { judged, stand } of worlds) {
      const other = relationOf(judged(pair), stand);
      if (other !== relation) return other;
    }
    return undefined;
  };
  const ofPair = new Map<OverlapPair, Doubt>();
  const otherwise = new Map<OverlapPair, Relation>();
  for (const pair of pairs) {
    const other = otherRelation(pair);
    if (isInDoubt(pair)) {
      if (isAlwaysCoast(pair, areasA, areasB)) continue;
      ofPair.set(pair, pair.material ? 'counted' : 'set aside');
    } else if (other !== undefined) ofPair.set(pair, 'relation');
    if (other !== undefined) otherwise.set(pair, other);
  }
  const shared = (side: 'a' | 'b'): Set<number> => {
    const units = new Set<number>();
    is[side].partners.forEach((partners, unit) => {
      if (worlds.some(({ stand }) => stand[side].partners[unit]! > 1 !== partners > 1)) units.add(unit);
    });
    return units;
  };
  return { ofPair, otherwise, sharedA: shared('a'), sharedB: shared('b') };
}

const ifHalf = (pair: OverlapPair): OverlapPair => judgedAs(pair, pair.ifHalf);
const ifTwice = (pair: OverlapPair): OverlapPair => judgedAs(pair, pair.ifTwice);

/** The pair as another tolerance judges it; one that is then real has the people who were placed on it. */
function judgedAs(pair: OverlapPair, material: boolean | undefined): OverlapPair {
  if (material === undefined || material === pair.material) return pair;
  if (!material || pair.inPlace === undefined) return { ...pair, material };
  return { ...pair, material, amounts: pair.inPlace.map((people) => ({ people, blocks: null })) };
}

/** Coast breaks no relation, whether it is counted or set aside. */
function isAlwaysCoast(pair: OverlapPair, areasA: Float64Array | null, areasB: Float64Array | null): boolean {
  if (pair.a !== NO_UNIT && pair.b !== NO_UNIT) return false;
  const area = pair.b === NO_UNIT ? (areasA?.[pair.a] ?? null) : (areasB?.[pair.b] ?? null);
  return isCoast(judgedAs(pair, true), area);
}
