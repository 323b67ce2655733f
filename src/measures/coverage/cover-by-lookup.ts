/**
 * How often the blocks of every parent are covered, where no shapes were read.
 *
 *     block   neighbourhoods   parent        a piece for each set of neighbourhoods in one parent:
 *     b1      a                p             a in p once, a and b in p twice, a gap in q
 *     b2      a b              p
 *     b3                       q             weights share a block out: each share is in one neighbourhood
 *
 * There is no land, so no piece is a sliver.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Membership } from '../../layer/membership.js';
import type { BlockMembers } from '../people/block-members.js';
import { unitsOf } from '../people/lookup-pairs.js';
import { compareUnits } from '../pairs/pairs-of-layers.js';
import { kindOfCover, type Cover, type CoverPiece } from './cover-pieces.js';

interface Piece {
  readonly units: readonly number[];
  readonly parent: number;
  readonly shares: { readonly block: number; readonly share: number }[];
}

/** The pieces of the first two layers of blocks: neighbourhoods, parents. */
export function coverByLookup(members: BlockMembers): Cover {
  const [own, parents] = members.memberships as readonly [Membership, Membership];
  const found = new Map<string, Piece>();
  for (let block = 0; block < members.blocks.length; block++) {
    for (const { units, share } of coversOf(own, members.index[0]![block]!)) {
      for (const { unit: parent, share: ofParent } of unitsOf(parents, members.index[1]![block]!)) {
        if (units.length === 0 && parent === NO_UNIT) continue;
        const key = `${units.join(' ')} in ${parent}`;
        let piece = found.get(key);
        if (piece === undefined) found.set(key, (piece = { units, parent, shares: [] }));
        piece.shares.push({ block, share: share * ofParent });
      }
    }
  }
  const pieces = [...found.values()].sort(
    (p, q) => compareSets(p.units, q.units) || compareUnits(p.parent, q.parent),
  );
  return { pieces: pieces.map((piece) => coverPiece(piece, members)), patches: null };
}

/** The sets of neighbourhoods that cover a block, and the share of it that each does. */
function coversOf(own: Membership, block: number): { units: readonly number[]; share: number }[] {
  const found = unitsOf(own, block).filter(({ unit }) => unit !== NO_UNIT);
  if (found.length === 0) return [{ units: [], share: 1 }];
  return own.weighted
    ? found.map(({ unit, share }) => ({ units: [unit], share }))
    : [{ units: found.map(({ unit }) => unit), share: 1 }];
}

function coverPiece({ units, parent, shares }: Piece, members: BlockMembers): CoverPiece {
  const kind = kindOfCover(units.length);
  return {
    kind,
    units,
    parent,
    area: null,
    width: null,
    material: true,
    inDoubt: false,
    countsAs: kind,
    people: members.measures.map(({ values }) => {
      const sum = new ExactSums(1);
      for (const { block, share } of shares) {
        if (!Number.isNaN(values[block]!)) sum.add(0, values[block]! * share);
      }
      return sum.values()[0]!;
    }),
    neighbours: units,
  };
}

/** Sets of units one by one, no unit after all of them. */
function compareSets(p: readonly number[], q: readonly number[]): number {
  for (let i = 0; i < Math.max(p.length, q.length, 1); i++) {
    const order = compareUnits(p[i] ?? NO_UNIT, q[i] ?? NO_UNIT);
    if (order !== 0) return order;
  }
  return 0;
}
