/**
 * Small areas whole where only a sliver of them lies elsewhere: what two drawings of one border cut off an area goes with
 * the rest of it, so that the map has one piece to choose where people see one area.
 *
 *     council │ border as the council has it
 *     area   ▕│▏ as the areas have it: between the two lies a sliver of the area, in the other council
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Sheet } from '../people/sheet.js';

/** For each face its unit in the layer that changes and in the other layer, and its small area; NO_UNIT for none. */
export interface FaceLabels {
  readonly base: Int32Array;
  readonly other: Int32Array;
  readonly block: Int32Array;
}

/** The labels, in which a face of a small area that nobody may be placed on is where most of the area's land is. */
export function settleBlocks({ arrangement: { area }, measures }: Sheet, labels: FaceLabels): FaceLabels {
  const counts = new Uint8Array(area.length);
  for (const { shares } of measures)
    shares.face.forEach((face, i) => {
      if (shares.share[i]! > 0) counts[face] = 1;
    });
  const { block } = labels;
  const [base, other] = [labels.base.slice(), labels.other.slice()];
  const home = largestParts(area, counts, labels);
  for (let face = 0; face < block.length; face++) {
    const main = block[face] === NO_UNIT || counts[face] === 1 ? undefined : home.get(block[face]!);
    if (main === undefined) continue;
    base[face] = labels.base[main]!;
    other[face] = labels.other[main]!;
  }
  return { base, other, block };
}

/** For each small area a face of the part of it, in one unit of each layer, that has most land that counts. */
function largestParts(
  area: Float64Array,
  counts: Uint8Array,
  { base, other, block }: FaceLabels,
): Map<number, number> {
  const parts = new Map<string, { land: number; readonly face: number }>();
  for (let face = 0; face < block.length; face++) {
    if (block[face] === NO_UNIT || counts[face] === 0) continue;
    const key = `${block[face]} ${base[face]} ${other[face]}`;
    const part = parts.get(key) ?? { land: 0, face };
    part.land += area[face]!;
    parts.set(key, part);
  }
  const largest = new Map<number, { land: number; readonly face: number }>();
  for (const part of parts.values()) {
    const at = block[part.face]!;
    if (part.land > (largest.get(at)?.land ?? -1)) largest.set(at, part);
  }
  return new Map([...largest].map(([at, { face }]) => [at, face]));
}
