/**
 * Where the blocks are: which faces each block counts on, and with what share of its people.
 *
 * A block given as a polygon has shares that `share-blocks.ts` works out; one given as a point has all its people on
 * one face. Shares of a block add up to 1 exactly.
 */

export interface BlockShares {
  /** Number of blocks. */
  readonly blocks: number;
  /** Block k has entries start[k] to start[k + 1] - 1; none for a block without land. */
  readonly start: Uint32Array;
  /** Face of each entry; OUTSIDE_FACE where nothing but the block itself may be. */
  readonly face: Int32Array;
  /** Share of the block on that face, 0 or over. */
  readonly share: Float64Array;
  /** How many points each block stands for; left out where it is one. */
  readonly points?: Float64Array;
  /** Decimals that figures placed so deserve. */
  readonly decimals: number;
}

/** Makes amounts, not all 0, into shares that add up to 1; what is 0 stays 0 and the largest takes what rounding leaves. */
export function toShares(amounts: Float64Array): void {
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < amounts.length; i++) {
    sum += amounts[i]!;
    if (amounts[i]! > amounts[largest]!) largest = i;
  }
  let left = 1;
  for (let i = 0; i < amounts.length; i++) {
    amounts[i] = Math.round((amounts[i]! / sum) * 2 ** 40) / 2 ** 40;
    left -= amounts[i]!;
  }
  if (amounts.length > 0) amounts[largest]! += left;
}

/** Shares of point blocks: the face of each point, OUTSIDE_FACE for one outside everything. */
export function sharesOfPoints(faceOfBlock: Int32Array, points?: Float64Array): BlockShares {
  const blocks = faceOfBlock.length;
  return {
    blocks,
    start: Uint32Array.from({ length: blocks + 1 }, (_, block) => block),
    face: faceOfBlock,
    share: new Float64Array(blocks).fill(1),
    decimals: 0,
    ...(points === undefined ? {} : { points }),
  };
}
