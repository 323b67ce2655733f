/**
 * Every measure on the pairs of two layers with shapes, slivers settled.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import type { Patches } from '../../arrangement/patches.js';
import type { OverlapPair, PairsOfLayers, PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { ShapePairs } from '../pairs/shape-pairs.js';
import type { Aside } from './asides.js';
import { peopleOnPairs, type PatchHomes, type PeopleOnPairs } from './people-on-pairs.js';
import type { MeasureOnFaces } from './measure-on-faces.js';
import { settleSlivers } from './settle-slivers.js';

export interface PeopleOnShapePairs {
  /** The pairs with an amount for each measure. */
  withPeople(land: PairsOfLayers): PairsOfLayers;
  /** For each measure, people that reached no unit of either layer. */
  readonly lost: readonly number[];
  /** People in slivers and outside, one entry a measure. */
  readonly asides: readonly Aside[];
}

/** Sums every measure by pair. */
export function peopleOnShapePairs(
  arrangement: Arrangement,
  found: ShapePairs,
  measures: readonly MeasureOnFaces[],
): PeopleOnShapePairs {
  if (measures.length === 0) return { withPeople: (land) => land, lost: [], asides: [] };
  const homes = patchHomes(arrangement, found, measures);
  const placed = measures.map((measure) => peopleOnPairs(measure.shares, measure.values, homes));
  return {
    withPeople: (land) => ({
      ...land,
      pairs: land.pairs.map((pair, p): OverlapPair => ({
        ...pair,
        amounts: placed.map(({ people, blocks }) => ({ people: people[p]!, blocks: blocks[p]! })),
      })),
      measures: measures.map((measure, m) => placedMeasure(measure, placed[m]!)),
    }),
    lost: placed.map((people, m) => people.outside + people.placeless + measures[m]!.unmatched),
    asides: placed.map(({ moved, stuck, outside, placeless, outsideBlocks }, m) => ({
      measure: measures[m]!.name,
      moved,
      stuck,
      outside: outside + placeless,
      outsideBlocks,
    })),
  };
}

/** Where the people of each patch belong; of patches that hold nobody it is left open. */
export function patchHomes(
  arrangement: Arrangement,
  { patches, list, areasA, areasB }: ShapePairs,
  measures: readonly MeasureOnFaces[],
): PatchHomes {
  return {
    patches,
    pairOfPatch: list.pairOfPatch,
    patchMaterial: list.patchMaterial,
    home: settleSlivers(arrangement, patches, list.patchMaterial, patchesWithPeople(patches, measures)),
    pairs: list.pairs.length,
    unitsA: areasA.length,
    unitsB: areasB.length,
  };
}

/** 1 for each patch on which a block has a share. */
function patchesWithPeople(patches: Patches, measures: readonly MeasureOnFaces[]): Uint8Array {
  const inhabited = new Uint8Array(patches.count);
  for (const { face, share } of new Set(measures.map(({ shares }) => shares))) {
    for (let i = 0; i < share.length; i++) {
      if (share[i] === 0) continue;
      for (let part = patches.faceStart[face[i]!]!; part < patches.faceStart[face[i]! + 1]!; part++)
        inhabited[patches.ofFace[part]!] = 1;
    }
  }
  return inhabited;
}

const placedMeasure = (measure: MeasureOnFaces, placed: PeopleOnPairs): PlacedMeasure => ({
  name: measure.name,
  basis: measure.basis,
  method: measure.method,
  decimals: measure.shares.decimals,
  total: placed.total + measure.unmatched,
  unitsA: placed.unitsA,
  unitsB: placed.unitsB,
});
