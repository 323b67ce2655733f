/**
 * How the people of each block are shared among its faces: one assignment for all layers of a run.
 *
 *     ┌──────────┬─┬────────┐   layers draw one border twice: a1 ends at the first line, b1 at the second; between
 *     │  a1, b1  │s│ a2, b2 │   them lies the sliver (a2, b1). A face stands when it counts in every layer (see
 *     └──────────┴─┴────────┘   block-pieces.ts) and lies in a sliver of no two layers.
 *
 * 1. Faces that stand have people by area.
 * 2. People of a face that falls go to the standing faces of their block that keep most of its units (those in which
 *    it counts), by area: a sliver of one layer moves nobody in the others.
 * 3. Where no face of a block stands, the layers contradict one another about all of it. Then the whole block goes to
 *    one place, a combination of one unit of each layer: inside some layer before outside all; of those in the fewest
 *    slivers, then against the fewest layers, the one with most land; of equals the one whose units come first.
 *
 * Every table is a sum over these shares, so pairs, units, remainders, atoms and pieces hold the same people, the
 * outside included. What this costs is told in docs/decisions/0013.
 */
import { NO_UNIT, type LayerLabels } from '../../arrangement/labels.js';
import type { BlockFaces } from './block-faces.js';
import { toShares, type BlockShares } from './block-shares.js';

/** How the blocks lie in one layer. */
export interface BlocksInLayer {
  readonly labels: LayerLabels;
  /** For each entry of the blocks 1 where it counts. */
  readonly counts: Uint8Array;
}

export interface SharedBlocks {
  readonly shares: BlockShares;
  /** 1 for each block with people in more than one place. */
  readonly isShared: Uint8Array;
  /** The part of each block, 0 to 1, whose people are counted elsewhere in it than they lie. */
  readonly moved: Float64Array;
}

/** Shares of all blocks. `slivers` says for each face in slivers of how many pairs of layers it lies. */
export function shareBlocks(
  blocks: BlockFaces,
  layers: readonly BlocksInLayer[],
  slivers: Uint8Array,
): SharedBlocks {
  const { start, area } = blocks;
  const entries: Entries = { blocks, layers, falls: fallsOf(blocks, layers, slivers) };
  const share = area.slice();
  const isShared = new Uint8Array(blocks.blocks);
  const moved = new Float64Array(blocks.blocks);
  for (let block = 0; block < blocks.blocks; block++) {
    const [from, to] = [start[block]!, start[block + 1]!];
    const standing = entries.falls.subarray(from, to).reduce((count, falls) => count + (falls === 0 ? 1 : 0), 0);
    if (standing === 0) takeOnePlace(entries, from, to, share);
    else if (standing < to - from) moveFallen(entries, from, to, share);
    let [lying, left] = [0, 0];
    let first = -1;
    for (let i = from; i < to; i++) {
      lying += area[i]!;
      if (share[i] === 0) left += area[i]!;
      else if (first < 0) first = i;
      else if (!inOnePlace(entries, first, i)) isShared[block] = 1;
    }
    if (left > 0) moved[block] = left / lying;
    toShares(share.subarray(from, to));
  }
  return { shares: { ...blocks, share, decimals: 1 }, isShared, moved };
}

interface Entries {
  readonly blocks: BlockFaces;
  readonly layers: readonly BlocksInLayer[];
  /** For each entry 0 where its face stands; else how much speaks against it. */
  readonly falls: Uint32Array;
}

/** More than slivers of any number of layers, of which there are 256 at most, speak against a face. */
const NOWHERE = 2 ** 30;

/**
 * A sliver of two layers speaks against a face more than all layers in which it does not count, and nothing more than
 * that it lies outside all layers, where any layer has it inside.
 */
function fallsOf({ face }: BlockFaces, layers: readonly BlocksInLayer[], slivers: Uint8Array): Uint32Array {
  const falls = Uint32Array.from(face, (each) => slivers[each]! * (layers.length + 1));
  const isCovered = new Uint8Array(falls.length);
  for (const { counts, labels: { ofFace } } of layers) {
    for (let i = 0; i < falls.length; i++) {
      if (counts[i] === 0) falls[i]!++;
      if (ofFace[face[i]!] !== NO_UNIT) isCovered[i] = 1;
    }
  }
  return falls.map((against, i) => (against > 0 && isCovered[i] === 0 ? NOWHERE : against));
}

/** Whether two entries have the same units in every layer. */
const inOnePlace = ({ blocks: { face }, layers }: Entries, i: number, j: number): boolean =>
  layers.every(({ labels: { ofFace } }) => ofFace[face[i]!] === ofFace[face[j]!]);

/** Adds people of the entries that fall to those that stand and keep most of their units; 0 is left of them. */
function moveFallen(entries: Entries, from: number, to: number, share: Float64Array): void {
  const { blocks, layers, falls } = entries;
  const { face, area } = blocks;
  const kept = (i: number, j: number): number =>
    layers.reduce(
      (count, { labels: { ofFace }, counts }) =>
        count + (counts[i] === 1 && ofFace[face[i]!] === ofFace[face[j]!] ? 1 : 0),
      0,
    );
  for (let i = from; i < to; i++) {
    if (falls[i] === 0) continue;
    let [most, land] = [-1, 0];
    for (let j = from; j < to; j++) {
      if (falls[j] !== 0 || kept(i, j) < most) continue;
      land = kept(i, j) > most ? area[j]! : land + area[j]!;
      most = kept(i, j);
    }
    for (let j = from; j < to; j++)
      if (falls[j] === 0 && kept(i, j) === most) share[j]! += (area[i]! * area[j]!) / land;
    share[i] = 0;
  }
}

/** Leaves people on the entries of one place alone. */
function takeOnePlace(entries: Entries, from: number, to: number, share: Float64Array): void {
  const { blocks, falls } = entries;
  const least = falls.subarray(from, to).reduce((fewest, each) => Math.min(fewest, each), Infinity);
  let [best, mostLand] = [-1, 0];
  for (let i = from; i < to; i++) {
    if (falls[i] !== least) continue;
    let land = 0;
    for (let j = from; j < to; j++)
      if (falls[j] === least && inOnePlace(entries, i, j)) land += blocks.area[j]!;
    if (land > mostLand || (land === mostLand && comesFirst(entries, i, best))) [best, mostLand] = [i, land];
  }
  for (let i = from; i < to; i++)
    if (falls[i] !== least || !inOnePlace(entries, i, best)) share[i] = 0;
}

/** Whether the units of one entry come before those of another, layer by layer; no unit after all. */
function comesFirst({ blocks: { face }, layers }: Entries, i: number, j: number): boolean {
  for (const { labels: { ofFace, sets } } of layers) {
    const order = sets.compare(ofFace[face[i]!]!, ofFace[face[j]!]!);
    if (order !== 0) return order < 0;
  }
  return false;
}
