/**
 * Which pieces of a block count in one layer: those that are more than a sliver between block and unit.
 *
 *     unit u │ unit v        block k lies in u, and by a strip s thinner than the tolerance in v:
 *      ┌─────┼─┐             s is drawing noise and carries nobody
 *      │ k   │s│
 *      └─────┼─┘
 *
 * A piece is a connected part of what a block and a unit share; land of the block that no unit covers makes pieces
 * too, as if it were a unit. A piece counts when its mean width is at least the tolerance, when its pair of block and
 * unit is more than half of the unit, or when its pair is the largest of the block or as good as that: of two parts
 * that are nearly halves neither is a sliver of the other.
 *
 * On the coast of the blocks, where no further block follows, land without a unit is water or a line drawn short, and
 * nobody lives there: thin, it does not count, however much of the block it is. Inland somebody else's land begins, and
 * where blocks do not nest in units it is as real as all else that cuts them.
 */
import { leftFace, meetingsOf, rightFace, type Arrangement } from '../../arrangement/arrangement.js';
import { NO_UNIT, type LayerLabels } from '../../arrangement/labels.js';
import { findPatches, patchWidth, type Patches } from '../../arrangement/patches.js';
import type { BlockFaces } from './block-faces.js';

/** The share of the largest pair of a block from which another is as good as it. */
const AS_GOOD = 0.8;

const NO_COAST: ReadonlySet<number> = new Set();

/** A layer of the arrangement that blocks are judged against. */
export interface UnitsOnSheet {
  /** Position in the arrangement. */
  readonly position: number;
  /** Square metres of each unit. */
  readonly areas: Float64Array;
}

/** For each entry of the blocks 1 where its piece counts. `layer` is the position of the blocks, the tolerance in metres. */
export function judgePieces(
  arrangement: Arrangement,
  blocks: BlockFaces,
  layer: number,
  units: UnitsOnSheet,
  { tolerance, nest }: { readonly tolerance: number; readonly nest: boolean },
): Uint8Array {
  const counts = new Uint8Array(blocks.face.length).fill(1);
  const split = splitBlocks(blocks, arrangement.labels[units.position]!.ofFace);
  if (split.size === 0) return counts;
  const patches = findPatches(onlySplit(arrangement, blocks, split, layer, units.position), 0, 1);
  const counted = judgePatches(
    patches,
    nest ? coastalBlocks(arrangement, patches, layer) : NO_COAST,
    units.areas,
    tolerance,
  );
  for (const block of split) {
    for (let i = blocks.start[block]!; i < blocks.start[block + 1]!; i++) {
      const face = blocks.face[i]!;
      for (let part = patches.faceStart[face]!; part < patches.faceStart[face + 1]!; part++) {
        const patch = patches.ofFace[part]!;
        if (patches.unitA[patch] === block && counted[patch] === 0) counts[i] = 0;
      }
    }
  }
  return counts;
}

/** The blocks with more than one label. */
function splitBlocks({ blocks, start, face }: BlockFaces, ofFace: Int32Array): ReadonlySet<number> {
  const split = new Set<number>();
  for (let block = 0; block < blocks; block++) {
    const first = start[block]!;
    let i = first + 1;
    while (i < start[block + 1]! && ofFace[face[i]!] === ofFace[face[first]!]) i++;
    if (i < start[block + 1]!) split.add(block);
  }
  return split;
}

/** The arrangement with blocks and units as its two layers, on faces of split blocks alone: all others are whole. */
function onlySplit(
  arrangement: Arrangement,
  { start, face }: BlockFaces,
  split: ReadonlySet<number>,
  layer: number,
  position: number,
): Arrangement {
  const labels = [layer, position].map((at): LayerLabels => {
    const { ofFace, sets } = arrangement.labels[at]!;
    const kept = new Int32Array(ofFace.length).fill(NO_UNIT);
    for (const block of split)
      for (let i = start[block]!; i < start[block + 1]!; i++) kept[face[i]!] = ofFace[face[i]!]!;
    return { ofFace: kept, sets, disputed: [] };
  });
  return { ...arrangement, labels };
}

/** 1 for each patch of a block and a unit that counts. */
function judgePatches(
  patches: Patches,
  coast: ReadonlySet<number>,
  areas: Float64Array,
  tolerance: number,
): Uint8Array {
  const { unitA, unitB, area } = patches;
  const pairOf = Float64Array.from(unitA, (block, patch) => block * (areas.length + 1) + unitB[patch]! + 1);
  const land = new Map<number, number>();
  pairOf.forEach((pair, patch) => land.set(pair, (land.get(pair) ?? 0) + area[patch]!));
  const isWide = Uint8Array.from(unitA, (_, patch) => (patchWidth(patches, patch) >= tolerance ? 1 : 0));
  const isWater = (patch: number): boolean =>
    isWide[patch] === 0 && unitB[patch] === NO_UNIT && coast.has(unitA[patch]!);
  const largest = new Map<number, number>();
  pairOf.forEach((pair, patch) => {
    const block = unitA[patch]!;
    if (!isWater(patch)) largest.set(block, Math.max(largest.get(block) ?? 0, land.get(pair)!));
  });
  return isWide.map((wide, patch) => {
    if (wide === 1 || isWater(patch)) return wide;
    const shared = land.get(pairOf[patch]!)!;
    const isMost = shared >= AS_GOOD * largest.get(unitA[patch]!)!;
    return isMost || shared > 0.5 * (areas[unitB[patch]!] ?? Infinity) ? 1 : 0;
  });
}

/** The blocks whose pieces without a unit reach to where the blocks end. */
function coastalBlocks(arrangement: Arrangement, patches: Patches, layer: number): ReadonlySet<number> {
  const { faceStart, ofFace, unitA, unitB } = patches;
  const ofBlocks = arrangement.labels[layer]!.ofFace;
  const found = new Set<number>();
  const note = (near: number, far: number): void => {
    if (ofBlocks[far] !== NO_UNIT) return;
    for (let part = faceStart[near]!; part < faceStart[near + 1]!; part++)
      if (unitB[ofFace[part]!] === NO_UNIT) found.add(unitA[ofFace[part]!]!);
  };
  const meetings = meetingsOf(arrangement);
  for (let e = 0; e < meetings.length.length; e++) {
    const [left, right] = [leftFace(meetings, e), rightFace(meetings, e)];
    note(left, right);
    note(right, left);
  }
  return found;
}
