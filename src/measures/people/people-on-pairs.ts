/**
 * People of one measure on the pairs of two layers, from where the blocks are.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Patches } from '../../arrangement/patches.js';
import type { BlockShares } from './block-shares.js';

export interface PeopleOnPairs {
  /** People and number of blocks of each pair, in the order of the pair list. */
  readonly people: Float64Array;
  readonly blocks: Float64Array;
  readonly unitsA: Float64Array;
  readonly unitsB: Float64Array;
  /** People who were placed in slivers and counted with a neighbouring patch. */
  readonly moved: number;
  /** People in slivers that reach no material patch. */
  readonly stuck: number;
  /** People whose block lies where neither layer has land, and how many such blocks. */
  readonly outside: number;
  readonly outsideBlocks: number;
  /** People of blocks that have no place at all. */
  readonly placeless: number;
  /** All people that came in; what is above adds up to it. */
  readonly total: number;
}

/** Where the patches of two layers are, and where the people of each patch belong. */
export interface PatchHomes {
  readonly patches: Patches;
  readonly pairOfPatch: Int32Array;
  readonly patchMaterial: Uint8Array;
  readonly home: Int32Array;
  readonly pairs: number;
  readonly unitsA: number;
  readonly unitsB: number;
}

/** Sums people by pair and by unit. `values` holds the people of each block; NaN counts as unknown and is left out. */
export function peopleOnPairs(shares: BlockShares, values: Float64Array, homes: PatchHomes): PeopleOnPairs {
  const { patches, home, pairOfPatch, patchMaterial } = homes;
  const people = new ExactSums(homes.pairs);
  const unitsA = new ExactSums(homes.unitsA);
  const unitsB = new ExactSums(homes.unitsB);
  const totals = new ExactSums(5);
  const [MOVED, STUCK, OUTSIDE, PLACELESS, TOTAL] = [0, 1, 2, 3, 4];
  const blocks = new Float64Array(homes.pairs);
  const lastBlock = new Int32Array(homes.pairs).fill(-1);
  let outsideBlocks = 0;
  for (let block = 0; block < shares.blocks; block++) {
    const value = values[block]!;
    if (Number.isNaN(value)) continue;
    totals.add(TOTAL, value);
    const points = shares.points?.[block] ?? 1;
    const from = shares.start[block]!;
    const to = shares.start[block + 1]!;
    if (from === to) totals.add(PLACELESS, value);
    let isOutside = false;
    for (let i = from; i < to; i++) {
      if (shares.share[i] === 0) continue;
      const here = value * shares.share[i]!;
      const face = shares.face[i]!;
      const first = patches.faceStart[face]!;
      const last = patches.faceStart[face + 1]!;
      if (first === last) {
        totals.add(OUTSIDE, here);
        isOutside = true;
        continue;
      }
      const countedA: number[] = [];
      const countedB: number[] = [];
      for (let part = first; part < last; part++) {
        const patch = patches.ofFace[part]!;
        const to = home[patch]!;
        const pair = pairOfPatch[to]!;
        people.add(pair, here);
        if (lastBlock[pair] !== block) {
          lastBlock[pair] = block;
          blocks[pair]! += points;
        }
        if (part === first && to !== patch) totals.add(MOVED, here);
        if (part === first && to === patch && patchMaterial[patch] === 0) totals.add(STUCK, here);
        countOnce(unitsA, countedA, patches.unitA[to]!, here);
        countOnce(unitsB, countedB, patches.unitB[to]!, here);
      }
    }
    if (isOutside) outsideBlocks += points;
  }
  const sums = totals.values();
  return {
    people: people.values(),
    blocks,
    unitsA: unitsA.values(),
    unitsB: unitsB.values(),
    moved: sums[MOVED]!,
    stuck: sums[STUCK]!,
    outside: sums[OUTSIDE]!,
    outsideBlocks,
    placeless: sums[PLACELESS]!,
    total: sums[TOTAL]!,
  };
}

/** Where a face belongs to several pairs, people count once for each unit. */
function countOnce(sums: ExactSums, counted: number[], unit: number, people: number): void {
  if (unit === NO_UNIT || counted.includes(unit)) return;
  counted.push(unit);
  sums.add(unit, people);
}
