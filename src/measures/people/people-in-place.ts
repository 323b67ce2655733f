/**
 * People of pairs that are set aside though they may be real: where they were placed, before their sliver was settled.
 */
import { singles } from '../../arrangement/forest.js';
import type { OverlapPair, PairsOfLayers } from '../pairs/pairs-of-layers.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';
import type { MeasureOnFaces } from './measure-on-faces.js';
import { peopleOnPairs } from './people-on-pairs.js';

/** The pairs with people in place on those that are set aside by an estimate; as they are where there are none. */
export function peopleInPlace(
  { patches, list, areasA, areasB }: ShapePairs,
  land: PairsOfLayers,
  measures: readonly MeasureOnFaces[],
): PairsOfLayers {
  const mayBeReal = ({ material, ifHalf, ifTwice }: OverlapPair): boolean =>
    !material && (ifHalf === true || ifTwice === true);
  if (measures.length === 0 || !land.pairs.some(mayBeReal)) return land;
  const homes = {
    patches,
    pairOfPatch: list.pairOfPatch,
    patchMaterial: new Uint8Array(patches.count).fill(1),
    home: singles(patches.count),
    pairs: land.pairs.length,
    unitsA: areasA.length,
    unitsB: areasB.length,
  };
  const placed = measures.map(({ shares, values }) => peopleOnPairs(shares, values, homes));
  return {
    ...land,
    pairs: land.pairs.map((pair, p) =>
      mayBeReal(pair) ? { ...pair, inPlace: placed.map(({ people }) => people[p]!) } : pair,
    ),
  };
}
