/**
 * Which patches are slivers by their shape alone: thinner than the tolerance.
 *
 * A pair is judged as a whole elsewhere, and then every piece of a pair that makes up most of a unit counts. Here
 * each patch stands for itself: a splinter of a large pair, cut off where two drawings of one border cross three
 * times, is a sliver too. Only a patch that is itself more than a third of either of its units never is: a unit
 * narrower than the tolerance is no error of drawing.
 */
import { NO_UNIT } from './labels.js';
import { patchWidth, type Patches } from './patches.js';

/** More of a unit than this is never a sliver: noise of drawing takes an eighth of the smallest council. */
export const NEVER_SLIVER = 1 / 3;

/** 1 for each patch that is a sliver. Areas of units in square metres, tolerance in metres. */
export function findThinPatches(
  patches: Patches,
  areasA: Float64Array,
  areasB: Float64Array,
  tolerance: number,
): Uint8Array {
  const isThin = new Uint8Array(patches.count);
  for (let patch = 0; patch < patches.count; patch++) {
    const large =
      patches.area[patch]! > NEVER_SLIVER * areaOf(areasA, patches.unitA[patch]!) ||
      patches.area[patch]! > NEVER_SLIVER * areaOf(areasB, patches.unitB[patch]!);
    if (!large && patchWidth(patches, patch) < tolerance) isThin[patch] = 1;
  }
  return isThin;
}

/** Area of a unit; no bound for the land outside a layer. */
const areaOf = (areas: Float64Array, unit: number): number => (unit === NO_UNIT ? Infinity : areas[unit]!);
