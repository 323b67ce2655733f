/**
 * The pairs of two layers from their blocks alone: which blocks each unit has, by lookup. No geometry is read.
 *
 * A block in several units by weight is shared between them in proportion; one in several without weights is wholly in
 * each pair, and counts once for each unit. Blocks in a unit of one layer and in none of the other make a remainder;
 * blocks in neither are counted as outside.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Membership } from '../../layer/membership.js';
import { comparePairs } from '../pairs/pairs-of-layers.js';
import type { Amount, OverlapPair, PairsOfLayers, PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { BlockMeasure } from './block-measure.js';

/** Memberships of both layers in the same blocks, and the measures on them. */
export interface BlockTable {
  readonly blocks: readonly string[];
  readonly a: Membership;
  readonly b: Membership;
  /** Index of each block in the memberships, or -1. */
  readonly inA: Int32Array;
  readonly inB: Int32Array;
  readonly unitsA: number;
  readonly unitsB: number;
  readonly measures: readonly BlockMeasure[];
}

export interface LookupPairs {
  readonly found: PairsOfLayers;
  /** For each measure: people of blocks in no unit of either layer, and how many such blocks hold people. */
  readonly outside: readonly { readonly people: number; readonly blocks: number }[];
}

/** The units of the blocks of a table in one layer, by number: at least one, which is NO_UNIT where a block has none. */
class UnitsOfBlocks {
  /** The first unit of each block. */
  readonly first: Int32Array;
  /** The share of each entry where its block is in several; null where all are whole. */
  private readonly shares: Float64Array | null;

  constructor(
    private readonly membership: Membership,
    private readonly index: Int32Array,
  ) {
    const { start, unit } = membership;
    this.shares = membership.weighted ? sharesOf(membership) : null;
    this.first = index.map((at) => (at < 0 || start[at] === start[at + 1] ? NO_UNIT : unit[start[at]!]!));
  }

  count(block: number): number {
    const at = this.index[block]!;
    const { start } = this.membership;
    return at < 0 ? 1 : Math.max(1, start[at + 1]! - start[at]!);
  }

  unit(block: number, i: number): number {
    return i === 0
      ? this.first[block]!
      : this.membership.unit[this.membership.start[this.index[block]!]! + i]!;
  }

  share(block: number, i: number): number {
    const at = this.index[block]!;
    return this.shares === null || at < 0 ? 1 : (this.shares[this.membership.start[at]! + i] ?? 1);
  }
}

function sharesOf({ start, weight }: Membership): Float64Array {
  const shares = new Float64Array(weight.length).fill(1);
  for (let block = 0; block + 1 < start.length; block++) {
    const [from, to] = [start[block]!, start[block + 1]!];
    if (to - from < 2) continue;
    let sum = 0;
    for (let i = from; i < to; i++) sum += weight[i]!;
    for (let i = from; i < to; i++) shares[i] = weight[i]! / sum;
  }
  return shares;
}

/** Pairs of units, numbered in the order in which they are first asked for. */
class Cells {
  readonly pairs: { readonly a: number; readonly b: number }[] = [];
  private readonly numbers = new Map<number, number>();
  private lastKey = -1;
  private last = -1;

  constructor(private readonly unitsB: number) {}

  numberOf(a: number, b: number): number {
    const key = (a + 1) * (this.unitsB + 1) + b + 1;
    // Blocks that follow one another mostly lie in the same pair.
    if (key === this.lastKey) return this.last;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.pairs.length;
      this.pairs.push({ a, b });
      this.numbers.set(key, number);
    }
    this.lastKey = key;
    return (this.last = number);
  }
}

/** Both layers' units of the blocks of a table, and the pairs of these. */
interface Crossed {
  readonly inA: UnitsOfBlocks;
  readonly inB: UnitsOfBlocks;
  readonly cells: Cells;
}

/** Crosses two memberships. */
export function crossLookups(table: BlockTable): LookupPairs {
  const inA = new UnitsOfBlocks(table.a, table.inA);
  const inB = new UnitsOfBlocks(table.b, table.inB);
  const cells = new Cells(table.unitsB);
  const outsideBlocks: number[] = [];
  for (let block = 0; block < table.blocks.length; block++) {
    if (inA.first[block] === NO_UNIT && inB.first[block] === NO_UNIT) {
      outsideBlocks.push(block);
      continue;
    }
    const [countA, countB] = [inA.count(block), inB.count(block)];
    for (let i = 0; i < countA; i++)
      for (let j = 0; j < countB; j++) cells.numberOf(inA.unit(block, i), inB.unit(block, j));
  }
  const measures = table.measures.map((measure) => sumMeasure(measure, { inA, inB, cells }, table));
  const order = cells.pairs.map((pair, index) => ({ ...pair, index })).sort(comparePairs);
  const pairs = order.map((cell): OverlapPair => ({
    a: cell.a,
    b: cell.b,
    material: true,
    area: null,
    sliverArea: null,
    patches: null,
    maxWidth: null,
    amounts: measures.map((measure) => measure.amounts[cell.index]!),
  }));
  return {
    found: { pairs, areasA: null, areasB: null, measures: measures.map(({ placed }) => placed) },
    outside: table.measures.map((measure) => outsideOf(measure, outsideBlocks)),
  };
}

const NOWHERE = [{ unit: NO_UNIT, share: 1 }];

/** Units of a block with the share of each, whole without weights; one entry of NO_UNIT where it has none. */
export function unitsOf(membership: Membership, block: number): readonly { unit: number; share: number }[] {
  if (block < 0) return NOWHERE;
  const from = membership.start[block]!;
  const to = membership.start[block + 1]!;
  if (from === to) return NOWHERE;
  if (to === from + 1) return [{ unit: membership.unit[from]!, share: 1 }];
  let sum = 0;
  for (let i = from; i < to; i++) sum += membership.weight[i]!;
  return Array.from({ length: to - from }, (_, i) => ({
    unit: membership.unit[from + i]!,
    share: membership.weighted ? membership.weight[from + i]! / sum : 1,
  }));
}

function sumMeasure(
  measure: BlockMeasure,
  { inA, inB, cells }: Crossed,
  table: BlockTable,
): { placed: PlacedMeasure; amounts: Amount[] } {
  const sums = new ExactSums(cells.pairs.length);
  const blocks = new Float64Array(cells.pairs.length);
  const unitsA = new ExactSums(table.unitsA);
  const unitsB = new ExactSums(table.unitsB);
  for (let block = 0; block < table.blocks.length; block++) {
    const value = measure.values[block]!;
    if (Number.isNaN(value)) continue;
    const count = measure.counts === null ? 1 : measure.counts[block]!;
    if (inA.first[block] === NO_UNIT && inB.first[block] === NO_UNIT) continue;
    const [countA, countB] = [inA.count(block), inB.count(block)];
    for (let j = 0; j < countB; j++) {
      const b = inB.unit(block, j);
      if (b !== NO_UNIT) unitsB.add(b, value * inB.share(block, j));
    }
    for (let i = 0; i < countA; i++) {
      const a = inA.unit(block, i);
      const share = inA.share(block, i);
      if (a !== NO_UNIT) unitsA.add(a, value * share);
      for (let j = 0; j < countB; j++) {
        const cell = cells.numberOf(a, inB.unit(block, j));
        sums.add(cell, value * (share * inB.share(block, j)));
        blocks[cell]! += count;
      }
    }
  }
  return {
    placed: {
      name: measure.name,
      basis: measure.basis,
      method: measure.method,
      decimals: measure.decimals,
      total: measure.total,
      unitsA: unitsA.values(),
      unitsB: unitsB.values(),
    },
    amounts: Array.from(sums.values(), (people, cell) => ({ people, blocks: blocks[cell]! })),
  };
}

function outsideOf(
  measure: BlockMeasure,
  outsideBlocks: readonly number[],
): { people: number; blocks: number } {
  const sum = new ExactSums(1);
  let blocks = 0;
  for (const block of outsideBlocks) {
    const value = measure.values[block]!;
    if (Number.isNaN(value) || value === 0) continue;
    sum.add(0, value);
    blocks++;
  }
  return { people: sum.values()[0]!, blocks };
}
