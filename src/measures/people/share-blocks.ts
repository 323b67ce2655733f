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
  const entries: Entries = { ...blocks, layers, falls: fallsOf(blocks, layers, slivers) };
  const share = area.slice();
  const isShared = new Uint8Array(blocks.blocks);
  const moved = new Float64Array(blocks.blocks);
  for (let block = 0; block < blocks.blocks; block++) {
    const [from, to] = [start[block]!, start[block + 1]!];
    if (from === to) continue;
    // So are most blocks: nothing speaks for another place.
    if (to === from + 1 && area[from]! > 0) {
      share[from] = 1;
      continue;
    }
    const places = placesOf(entries, from, to);
    const people = peopleOfPlaces(entries, places);
    let [all, left] = [0, 0];
    places.forEach((place, p) => {
      for (const i of place.entries) {
        all += area[i]!;
        const isUsed = people[p]! > 0 && entries.falls[i] === place.least;
        share[i] = isUsed ? (area[i]! * people[p]!) / place.land : 0;
        if (!isUsed) left += area[i]!;
      }
    });
    toShares(share.subarray(from, to));
    moved[block] = left / all;
    isShared[block] = people.filter((each) => each > 0).length > 1 ? 1 : 0;
  }
  return { shares: { ...blocks, share, decimals: 1 }, isShared, moved };
}

interface Entries extends BlockFaces {
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
  for (const { counts, labels } of layers) {
    for (let i = 0; i < falls.length; i++) {
      if (counts[i] === 0) falls[i]!++;
      if (labels.ofFace[face[i]!] !== NO_UNIT) isCovered[i] = 1;
    }
  }
  return falls.map((against, i) => (against > 0 && isCovered[i] === 0 ? NOWHERE : against));
}

/** All entries of a block with the same units in every layer. */
interface Place {
  readonly entries: number[];
  /** The least that speaks against an entry of it, and the square metres of the entries against which that speaks. */
  least: number;
  land: number;
}

/** The places of a block, by their first entries. */
function placesOf(entries: Entries, from: number, to: number): Place[] {
  const { falls, area } = entries;
  const places: Place[] = [];
  for (let i = from; i < to; i++) {
    const place = places.find((each) => inOnePlace(entries, each.entries[0]!, i));
    if (place === undefined) {
      places.push({ entries: [i], least: falls[i]!, land: area[i]! });
      continue;
    }
    place.entries.push(i);
    if (falls[i]! < place.least) [place.least, place.land] = [falls[i]!, 0];
    if (falls[i] === place.least) place.land += area[i]!;
  }
  return places;
}

/** Whether two entries have the same units in every layer. */
function inOnePlace({ face, layers }: Entries, i: number, j: number): boolean {
  for (const { labels } of layers) if (labels.ofFace[face[i]!] !== labels.ofFace[face[j]!]) return false;
  return true;
}

/** The people of each place, as square metres. */
function peopleOfPlaces(entries: Entries, places: readonly Place[]): number[] {
  if (places.every(({ least }) => least > 0)) {
    const only = onePlace(entries, places);
    return places.map((place) => (place === only ? place.land : 0));
  }
  const people = places.map(({ least, land }) => (least === 0 ? land : 0));
  for (const { entries: own } of places) {
    for (const i of own) {
      if (entries.falls[i] === 0) continue;
      const kept = places.map((place) => (place.least === 0 ? keptUnits(entries, i, place) : -1));
      const most = Math.max(...kept);
      const land = places.reduce((sum, place, p) => sum + (kept[p] === most ? place.land : 0), 0);
      places.forEach((place, p) => {
        if (kept[p] === most) people[p]! += (entries.area[i]! * place.land) / land;
      });
    }
  }
  return people;
}

/** In how many layers an entry counts in the units of a place. */
function keptUnits({ face, layers }: Entries, i: number, place: Place): number {
  let kept = 0;
  for (const { labels, counts } of layers)
    if (counts[i] === 1 && labels.ofFace[face[i]!] === labels.ofFace[face[place.entries[0]!]!]) kept++;
  return kept;
}

/** The one place of a block of which no entry stands. */
const onePlace = (entries: Entries, places: readonly Place[]): Place =>
  places.reduce((best, place) =>
    (place.least - best.least || best.land - place.land || compareUnits(entries, place, best)) < 0
      ? place
      : best,
  );

/** By the units of the places, layer by layer. */
function compareUnits({ face, layers }: Entries, p: Place, q: Place): number {
  for (const { labels } of layers) {
    const { ofFace, sets } = labels;
    const order = sets.compare(ofFace[face[p.entries[0]!]!]!, ofFace[face[q.entries[0]!]!]!);
    if (order !== 0) return order;
  }
  return 0;
}
