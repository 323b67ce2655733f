/**
 * The pairs of two layers from their shapes: patches judged by width, and people placed on them.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { beginPatches, type Patches } from '../../arrangement/patches.js';
import { unitAreas } from '../../arrangement/unit-areas.js';
import type { ToleranceRecord } from '../../result/result.js';
import { isLittle } from './coast.js';
import { keepColumns } from './pair-columns.js';
import type { PairsOfLayers } from './pairs-of-layers.js';
import { hangsOnTolerance } from './judgement.js';
import { judgePairs, type PairList } from './judge-pairs.js';

/** Two layers of an arrangement, by position. */
export interface LayerPair {
  readonly layerA: number;
  readonly layerB: number;
  readonly unitsA: number;
  readonly unitsB: number;
}

/** What two layers have in common before it is judged what is real. Areas of units in square metres. */
export interface Touching {
  readonly patches: Patches;
  readonly areasA: Float64Array;
  readonly areasB: Float64Array;
}

export interface ShapePairs extends Touching {
  readonly list: PairList;
  /** Square metres of units of either layer that stand in more than one pair. */
  readonly twice: { readonly a: number; readonly b: number };
}

/** Finds the patches of layers two by two. */
export function findTouching(arrangement: Arrangement, pairs: readonly LayerPair[]): Touching[] {
  const patches = beginPatches(
    arrangement,
    pairs.map(({ layerA, layerB }) => [layerA, layerB] as const),
  );
  // A second thread may be at the patches meanwhile.
  const areas = pairs.map(({ layerA, layerB, unitsA, unitsB }) => ({
    areasA: unitAreas(arrangement, layerA, unitsA).ofUnit,
    areasB: unitAreas(arrangement, layerB, unitsB).ofUnit,
  }));
  return patches().map((found, i) => ({ patches: found, ...areas[i]! }));
}

/** Judges the pairs of two layers by a tolerance in metres, which may be an estimate. */
export function judgeTouching(
  arrangement: Arrangement,
  touching: Touching,
  { metres, estimated }: Pick<ToleranceRecord, 'metres' | 'estimated'>,
): ShapePairs {
  const { patches, areasA, areasB } = touching;
  return {
    ...touching,
    list: judgePairs(patches, areasA, areasB, metres, estimated),
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
export function pairsOfLand({ list, areasA, areasB, twice }: ShapePairs): PairsOfLayers {
  const { columns } = list;
  const land: PairsOfLayers = {
    get pairs() {
      return list.pairs;
    },
    areasA,
    areasB,
    measures: [],
    twice,
    anyInDoubt: list.isEstimate && list.judgements.some(hangsOnTolerance),
  };
  const isCoast = (place: number): boolean => {
    const unit = columns.a[place]!;
    const unitArea = unit === NO_UNIT ? areasB[columns.b[place]!]! : areasA[unit]!;
    return isLittle(columns.area[place]!, unitArea);
  };
  return keepColumns(land, { ...columns, isCoast });
}
