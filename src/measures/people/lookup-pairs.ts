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

interface Cell {
  readonly a: number;
  readonly b: number;
  readonly index: number;
}

/** Shares of blocks that count in cells, or in units; the arrays are parallel. */
class Entries {
  readonly block: number[] = [];
  readonly at: number[] = [];
  readonly share: number[] = [];

  add(block: number, at: number, share: number): void {
    this.block.push(block);
    this.at.push(at);
    this.share.push(share);
  }
}

/** Crosses two memberships. */
export function crossLookups(table: BlockTable): LookupPairs {
  const cells = new Map<number, Cell>();
  const entries = new Entries();
  const ofA = new Entries();
  const ofB = new Entries();
  const outsideBlocks: number[] = [];
  for (let block = 0; block < table.blocks.length; block++) {
    const inA = unitsOf(table.a, table.inA[block]!);
    const inB = unitsOf(table.b, table.inB[block]!);
    if (inA[0]!.unit === NO_UNIT && inB[0]!.unit === NO_UNIT) {
      outsideBlocks.push(block);
      continue;
    }
    for (const { unit, share } of inB) if (unit !== NO_UNIT) ofB.add(block, unit, share);
    for (const { unit: a, share: shareA } of inA) {
      if (a !== NO_UNIT) ofA.add(block, a, shareA);
      for (const { unit: b, share: shareB } of inB) {
        const key = (a + 1) * (table.unitsB + 1) + b + 1;
        let cell = cells.get(key);
        if (cell === undefined) cells.set(key, (cell = { a, b, index: cells.size }));
        entries.add(block, cell.index, shareA * shareB);
      }
    }
  }
  const measures = table.measures.map((measure) =>
    sumMeasure(measure, cells.size, { entries, ofA, ofB }, table),
  );
  const order = [...cells.values()].sort(comparePairs);
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
  cells: number,
  { entries, ofA, ofB }: { readonly [of in 'entries' | 'ofA' | 'ofB']: Entries },
  table: BlockTable,
): { placed: PlacedMeasure; amounts: Amount[] } {
  const sumOf = ({ block, at, share }: Entries, size: number): Float64Array => {
    const sums = new ExactSums(size);
    for (let e = 0; e < block.length; e++) {
      const value = measure.values[block[e]!]!;
      if (!Number.isNaN(value)) sums.add(at[e]!, value * share[e]!);
    }
    return sums.values();
  };
  const blocks = new Float64Array(cells);
  entries.block.forEach((block, e) => {
    if (Number.isNaN(measure.values[block]!)) return;
    blocks[entries.at[e]!]! += measure.counts === null ? 1 : measure.counts[block]!;
  });
  const sums = sumOf(entries, cells);
  return {
    placed: {
      name: measure.name,
      basis: measure.basis,
      method: measure.method,
      decimals: measure.decimals,
      total: measure.total,
      unitsA: sumOf(ofA, table.unitsA),
      unitsB: sumOf(ofB, table.unitsB),
    },
    amounts: Array.from(sums, (people, cell) => ({ people, blocks: blocks[cell]! })),
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
