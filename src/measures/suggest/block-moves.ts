/**
 * Single moves of blocks: each block of a shared unit that lies outside the main partner goes to the main one.
 */
import { isShared, type Alignment } from '../alignment/alignment.js';
import type { Crossing } from '../crossing/crossing.js';
import { InputError } from '../../trouble/input-error.js';
import { bestFirst, type Move } from './moves.js';

/** A block that lies wholly (or by nine tenths) in one unit of each layer, with its people. */
interface PlacedBlock {
  readonly code: string;
  readonly a: number;
  readonly b: number;
  readonly people: number;
}

const WHOLLY = 0.9;

/** Moves of single blocks, best first. `codes` are those of the blocks on the sheet. Throws where there are none. */
export function blockMoves(crossing: Crossing, aligned: Alignment, codes: readonly string[]): Move[] {
  const blocks = crossing.sheet === null ? blocksByLookup(crossing) : blocksOnSheet(crossing, codes);
  return bestFirst(
    blocks.flatMap(({ code, a, b, people }): Move[] => {
      const unit = aligned.unitsB[b]!;
      return !isShared(unit) || a === unit.main || people === 0
        ? []
        : [{ b, from: a, to: unit.main, amount: people, area: null, brought: people, block: code }];
    }),
  );
}

function blocksByLookup({ members }: Crossing): PlacedBlock[] {
  const { blocks, memberships, index, measures } = members!;
  if (memberships.some(({ blockKind }) => blockKind === 'atom')) throw needsBlocks();
  const unitOf = (layer: number, block: number): number => {
    const at = index[layer]![block]!;
    const { start, unit } = memberships[layer]!;
    return at >= 0 && start[at + 1]! - start[at]! === 1 ? unit[start[at]!]! : -1;
  };
  return blocks.flatMap((code, block) => {
    const [a, b] = [unitOf(0, block), unitOf(1, block)];
    const people = measures[0] === undefined ? 1 : measures[0].values[block]!;
    return a < 0 || b < 0 || Number.isNaN(people) ? [] : [{ code, a, b, people }];
  });
}

function blocksOnSheet({ sheet, layers }: Crossing, codes: readonly string[]): PlacedBlock[] {
  const { arrangement, positionOf, measures } = sheet!;
  const [placed] = measures;
  if (placed === undefined) throw needsBlocks();
  const { start, face, share, blocks } = placed.shares;
  const most = (layer: number, block: number): number => {
    const { ofFace, sets } = arrangement.labels[positionOf(layers[layer]!)]!;
    const shares = new Map<number, number>();
    for (let i = start[block]!; i < start[block + 1]!; i++) {
      for (const unit of sets.members(ofFace[face[i]!]!))
        shares.set(unit, (shares.get(unit) ?? 0) + share[i]!);
    }
    return [...shares].find(([, part]) => part >= WHOLLY)?.[0] ?? -1;
  };
  return Array.from({ length: blocks }, (_, block) => ({
    code: codes[block]!,
    a: most(0, block),
    b: most(1, block),
    people: placed.values[block]!,
  })).filter(({ a, b, people }) => a >= 0 && b >= 0 && !Number.isNaN(people));
}

const needsBlocks = (): InputError =>
  new InputError({
    id: 'blocks-needed',
    message:
      'moving part of an atom needs --blocks: these figures have nothing smaller than the part of a unit',
    hint: 'Give layers as shapes or lookups by LSOA, with --people and, for shapes, --blocks; or leave out --by block',
  });
