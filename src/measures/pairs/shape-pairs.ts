/**
 * The pairs of two layers from their shapes: patches judged by width, and people placed on them.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { findPatches, type Patches } from '../../arrangement/patches.js';
import { unitAreas } from '../../arrangement/unit-areas.js';
import type { PairsOfLayers } from './pairs-of-layers.js';
import { judgePairs, type PairList } from './judge-pairs.js';

/** Two layers of an arrangement, by position, with the tolerance between them in metres. */
export interface LayerPair {
  readonly layerA: number;
  readonly layerB: number;
  readonly unitsA: number;
  readonly unitsB: number;
  readonly tolerance: number;
}

export interface ShapePairs {
  readonly patches: Patches;
  readonly list: PairList;
  readonly areasA: Float64Array;
  readonly areasB: Float64Array;
  /** Square metres of units of either layer that stand in more than one pair. */
  readonly twice: { readonly a: number; readonly b: number };
}

/** Finds and judges the pairs of two layers. */
export function findShapePairs(arrangement: Arrangement, pair: LayerPair): ShapePairs {
  const patches = findPatches(arrangement, pair.layerA, pair.layerB);
  const areasA = unitAreas(arrangement, pair.layerA, pair.unitsA).ofUnit;
  const areasB = unitAreas(arrangement, pair.layerB, pair.unitsB).ofUnit;
  return {
    patches,
    list: judgePairs(patches, areasA, areasB, pair.tolerance),
    areasA,
    areasB,
    twice: coveredTwice(arrangement, patches),
  };
}

/** Land that stands in several pairs: a face of one unit of a layer and several of the other counts several times. */
function coveredTwice(arrangement: Arrangement, patches: Patches): { a: number; b: number } {
  const sums = new ExactSums(2);
  const { faceStart, ofFace, unitA, unitB } = patches;
  for (let face = 0; face < faceStart.length - 1; face++) {
    const parts = faceStart[face + 1]! - faceStart[face]!;
    if (parts < 2) continue;
    const [ofA, ofB] = [new Set<number>(), new Set<number>()];
    for (let part = faceStart[face]!; part < faceStart[face + 1]!; part++) {
      ofA.add(unitA[ofFace[part]!]!);
      ofB.add(unitB[ofFace[part]!]!);
    }
    if (!ofA.has(NO_UNIT)) sums.add(0, arrangement.area[face]! * (parts - ofA.size));
    if (!ofB.has(NO_UNIT)) sums.add(1, arrangement.area[face]! * (parts - ofB.size));
  }
  const [a, b] = sums.values();
  return { a: a!, b: b! };
}

/** The pairs as the table wants them, without people. */
export function pairsOfLand(found: ShapePairs): PairsOfLayers {
  const { list, areasA, areasB, twice } = found;
  return { pairs: list.pairs, areasA, areasB, measures: [], twice };
}
