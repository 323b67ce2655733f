/**
 * The unit of a layer that has most of each block; land that no unit covers counts as if it were one.
 */
import type { LayerLabels } from '../../arrangement/labels.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { BlockFaces } from './block-faces.js';

/** The share of each block, 0 to 1, that its main unit has; NaN for a block that no unit of the layer touches. */
export function mainShares({ blocks, start, face, area }: BlockFaces, labels: LayerLabels): Float64Array {
  const { ofFace, sets } = labels;
  const shares = new Float64Array(blocks).fill(NaN);
  for (let block = 0; block < blocks; block++) {
    const land = new Map<number, number>();
    let [lying, inUnits] = [0, false];
    for (let i = start[block]!; i < start[block + 1]!; i++) {
      const set = ofFace[face[i]!]!;
      lying += area[i]!;
      if (set !== NO_UNIT) inUnits = true;
      for (const unit of set < sets.singles ? [set] : sets.members(set))
        land.set(unit, (land.get(unit) ?? 0) + area[i]!);
    }
    if (inUnits) shares[block] = Math.max(...land.values()) / lying;
  }
  return shares;
}

/**
 * For each entry 1 where it lies in the main unit of its block; where units overlap, in the combination of them that
 * has most of it. Of equals the one whose codes come first is the main one, no unit the last.
 */
export function entriesOfMain({ blocks, start, face, area }: BlockFaces, labels: LayerLabels): Uint8Array {
  const { ofFace, sets } = labels;
  const isMain = new Uint8Array(face.length);
  for (let block = 0; block < blocks; block++) {
    const land = new Map<number, number>();
    for (let i = start[block]!; i < start[block + 1]!; i++)
      land.set(ofFace[face[i]!]!, (land.get(ofFace[face[i]!]!) ?? 0) + area[i]!);
    const [main] = [...land].sort(([p, ofP], [q, ofQ]) => ofQ - ofP || sets.compare(p, q))[0] ?? [NO_UNIT];
    for (let i = start[block]!; i < start[block + 1]!; i++) if (ofFace[face[i]!] === main) isMain[i] = 1;
  }
  return isMain;
}
