/**
 * Two crossed layers the other way round.
 */
import type { Patches } from '../../arrangement/patches.js';
import type { CrossedPair } from './crossed-pair.js';
import { comparePairs, type OverlapPair } from '../pairs/pairs-of-layers.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';

/** The same pairs with first and second layer changed about, sorted again. */
export function turned({ a, b, land, lost, asides, sentences, shapes, tolerance }: CrossedPair): CrossedPair {
  const pairs = land.pairs.map((pair): OverlapPair => ({ ...pair, a: pair.b, b: pair.a }));
  const order = pairs.map((_, p) => p).sort((p, q) => comparePairs(pairs[p]!, pairs[q]!));
  return {
    a: b,
    b: a,
    lost,
    asides,
    sentences,
    land: {
      pairs: order.map((p) => pairs[p]!),
      areasA: land.areasB,
      areasB: land.areasA,
      measures: land.measures.map((measure) => ({
        ...measure,
        unitsA: measure.unitsB,
        unitsB: measure.unitsA,
      })),
      ...(land.anyInDoubt === undefined ? {} : { anyInDoubt: land.anyInDoubt }),
      ...(land.twice === undefined ? {} : { twice: { a: land.twice.b, b: land.twice.a } }),
    },
    shapes: shapes === null ? null : turnedShapes(shapes, order),
    tolerance: tolerance === null ? null : { ...tolerance, layers: [b.id, a.id] },
  };
}

function turnedShapes(
  { patches, list, areasA, areasB, twice }: ShapePairs,
  order: readonly number[],
): ShapePairs {
  const placeOf = new Int32Array(order.length);
  order.forEach((pair, place) => (placeOf[pair] = place));
  const turnedPatches: Patches = { ...patches, unitA: patches.unitB, unitB: patches.unitA };
  return {
    patches: turnedPatches,
    list: {
      ...list,
      pairs: order.map((p) => ({ ...list.pairs[p]!, a: list.pairs[p]!.b, b: list.pairs[p]!.a })),
      judgements: Uint8Array.from(order, (p) => list.judgements[p]!),
      pairOfPatch: list.pairOfPatch.map((pair) => placeOf[pair]!),
    },
    areasA: areasB,
    areasB: areasA,
    twice: { a: twice.b, b: twice.a },
  };
}
