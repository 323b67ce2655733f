/**
 * People of every patch: those of slivers are counted with the patch that they belong to.
 */
import { singles } from '../../arrangement/forest.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import type { Sheet } from './sheet.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';
import { peopleOnPairs } from './people-on-pairs.js';
import { settleSlivers } from './settle-slivers.js';

export interface PatchPeople {
  /** People of each patch. */
  readonly people: Float64Array;
  /** People on the faces that were not wanted. */
  readonly left: number;
}

/** People of one measure of a sheet, by patch of two layers; only those on faces that are wanted. */
export function peopleByPatch(
  sheet: Sheet,
  { patches, list, areasA, areasB }: ShapePairs,
  measure: number,
  wanted: (face: number) => boolean = () => true,
): PatchPeople {
  const { shares, values } = sheet.measures[measure]!;
  const share = shares.share.map((part, i) => (wanted(shares.face[i]!) ? part : 0));
  const left = new ExactSums(1);
  for (let block = 0; block < shares.blocks; block++) {
    if (Number.isNaN(values[block]!)) continue;
    for (let i = shares.start[block]!; i < shares.start[block + 1]!; i++)
      if (share[i] !== shares.share[i]) left.add(0, values[block]! * shares.share[i]!);
  }
  const { people } = peopleOnPairs({ ...shares, share }, values, {
    patches,
    pairOfPatch: singles(patches.count),
    patchMaterial: list.patchMaterial,
    home: settleSlivers(sheet.arrangement, patches, list.patchMaterial),
    pairs: patches.count,
    unitsA: areasA.length,
    unitsB: areasB.length,
  });
  return { people, left: left.values()[0]! };
}
