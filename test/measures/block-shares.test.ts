/** Where the people of a block are, of which a part lies where no layer has land. */
import { describe, expect, it } from 'vitest';
import { keptWithin, type BlockShares } from '../../src/measures/people/block-shares.js';

/** Shares of one block by face: rising from face 1. */
const block = (...shares: readonly number[]): BlockShares => ({
  blocks: 1,
  start: Uint32Array.of(0, shares.length),
  face: Int32Array.from(shares, (_, i) => i + 1),
  share: Float64Array.from(shares),
  method: 'shared by area',
  decimals: 1,
});

const kept = (shares: BlockShares, ...covered: readonly number[]): number[] => [
  ...keptWithin(shares, (face) => covered.includes(face)).share,
];

describe('a block on the coast', () => {
  it('has all its people on land where at least half of it is', () => {
    expect(kept(block(0.75, 0.25), 1)).toEqual([1, 0]);
    expect(kept(block(0.5, 0.5), 1)).toEqual([1, 0]);
    expect(kept(block(0.5, 0.5), 2)).toEqual([0, 1]);
  });

  it('keeps the part outside where less than half of it is on land', () => {
    expect(kept(block(0.375, 0.625), 1)).toEqual([0.375, 0.625]);
  });

  it('has shares that add up to 1 exactly, whatever they are shares of', () => {
    const shares = kept(block(0.1, 0.3, 0.2, 0.4), 2, 3, 4);
    expect(shares[0]).toBe(0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1);
    expect(shares[1]).toBeCloseTo(1 / 3, 10);
  });
});
