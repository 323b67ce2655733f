/**
 * Where the blocks are: which faces each block lies on, and with what share of its people.
 *
 * A block given as a polygon shares its people among its faces by area; one given as a point has them all on one
 * face. Shares of a block add up to 1 exactly: the last one takes what is left.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { OUTSIDE_FACE } from '../../arrangement/faces.js';

export interface BlockShares {
  /** Number of blocks. */
  readonly blocks: number;
  /** Block k has entries start[k] to start[k + 1] - 1; none for a block without land. */
  readonly start: Uint32Array;
  /** Face of each entry; OUTSIDE_FACE where nothing but the block itself may be. */
  readonly face: Int32Array;
  /** Share of the block on that face, over 0. */
  readonly share: Float64Array;
  /** How the people were placed, in the field's words. */
  readonly method: string;
  /** Decimals that figures placed so deserve. */
  readonly decimals: number;
}

/** Shares of polygon blocks: a layer of the arrangement, by position. */
export function sharesByArea(arrangement: Arrangement, layer: number, blocks: number): BlockShares {
  const { ofFace, sets } = arrangement.labels[layer]!;
  const start = new Uint32Array(blocks + 1);
  for (let face = 1; face < ofFace.length; face++) {
    if (arrangement.area[face]! <= 0) continue;
    for (const block of sets.members(ofFace[face]!)) start[block + 1]!++;
  }
  for (let block = 0; block < blocks; block++) start[block + 1]! += start[block]!;
  const face = new Int32Array(start[blocks]!);
  const share = new Float64Array(start[blocks]!);
  const filled = start.slice();
  for (let f = 1; f < ofFace.length; f++) {
    if (arrangement.area[f]! <= 0) continue;
    for (const block of sets.members(ofFace[f]!)) {
      const at = filled[block]!++;
      face[at] = f;
      share[at] = arrangement.area[f]!;
    }
  }
  for (let block = 0; block < blocks; block++) toShares(share.subarray(start[block], start[block + 1]));
  return { blocks, start, face, share, method: 'shared by area', decimals: 1 };
}

/** Makes amounts into shares that add up to 1. */
function toShares(amounts: Float64Array): void {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  let left = 1;
  for (let i = 0; i < amounts.length - 1; i++) {
    amounts[i] = Math.round((amounts[i]! / sum) * 2 ** 40) / 2 ** 40;
    left -= amounts[i]!;
  }
  if (amounts.length > 0) amounts[amounts.length - 1] = left;
}

/** Shares of point blocks: the face of each point, OUTSIDE_FACE for one outside everything. */
export function sharesOfPoints(faceOfBlock: Int32Array, method: string): BlockShares {
  const blocks = faceOfBlock.length;
  return {
    blocks,
    start: Uint32Array.from({ length: blocks + 1 }, (_, block) => block),
    face: faceOfBlock,
    share: new Float64Array(blocks).fill(1),
    method,
    decimals: 0,
  };
}

/**
 * Shares that leave out the part of a block that none of the given layers covers, where most of the block is
 * covered: the coast of the blocks and of the layers never agree. A block mostly outside keeps its outside part.
 */
export function keptWithin(shares: BlockShares, covered: (face: number) => boolean): BlockShares {
  const share = shares.share.slice();
  for (let block = 0; block < shares.blocks; block++) {
    const from = shares.start[block]!;
    const to = shares.start[block + 1]!;
    let inside = 0;
    for (let i = from; i < to; i++) if (isCovered(shares.face[i]!, covered)) inside += share[i]!;
    if (inside < 0.5 || inside === 1) continue;
    for (let i = from; i < to; i++) if (!isCovered(shares.face[i]!, covered)) share[i] = 0;
    toShares(share.subarray(from, to));
  }
  return { ...shares, share };
}

const isCovered = (face: number, covered: (face: number) => boolean): boolean =>
  face !== OUTSIDE_FACE && covered(face);
