/**
 * The pairs of two layers from their shapes: patches judged by width, and people placed on them.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { findPatches, type Patches } from '../../arrangement/patches.js';
import { unitAreas } from '../../arrangement/unit-areas.js';
import type { OverlapPair, PairsOfLayers } from './pairs-of-layers.js';
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
}

/** Finds and judges the pairs of two layers. */
export function findShapePairs(arrangement: Arrangement, pair: LayerPair): ShapePairs {
  const patches = findPatches(arrangement, pair.layerA, pair.layerB);
  const areasA = unitAreas(arrangement, pair.layerA, pair.unitsA).ofUnit;
  const areasB = unitAreas(arrangement, pair.layerB, pair.unitsB).ofUnit;
  return { patches, list: judgePairs(patches, areasA, areasB, pair.tolerance), areasA, areasB };
}

/** The pairs as the table wants them, without people. */
export function pairsOfLand(found: ShapePairs): PairsOfLayers {
  const pairs = found.list.pairs.map((pair): OverlapPair => ({
    a: pair.a,
    b: pair.b,
    material: pair.material,
    area: pair.area,
    sliverArea: pair.sliverArea,
    patches: pair.patches.length,
    maxWidth: pair.maxWidth,
    amounts: [],
  }));
  return { pairs, areasA: found.areasA, areasB: found.areasB, measures: [] };
}
