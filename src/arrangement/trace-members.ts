/**
 * Polygons of units and of patches, which may share faces where a layer overlaps itself.
 *
 *     a a .       a and b both cover the middle square: a is traced in a first round, b in a second.
 *     . b b       Where nothing overlaps there is one round.
 */
import type { Arrangement } from './arrangement.js';
import type { Patches } from './patches.js';
import { NO_GROUP, traceMany, type Polygon } from './trace.js';

/** Polygons of each unit of one layer of an arrangement; none for a unit without land. */
export function traceUnits(arrangement: Arrangement, layer: number, unitCount: number): Polygon[][] {
  const { ofFace, sets } = arrangement.labels[layer]!;
  const facesOf = Array.from({ length: unitCount }, (): number[] => []);
  for (let face = 0; face < ofFace.length; face++) {
    for (const unit of sets.members(ofFace[face]!)) facesOf[unit]!.push(face);
  }
  return traceLists(arrangement, facesOf);
}

/** The polygon of each of the given patches, in their order. */
export function tracePatches(
  arrangement: Arrangement,
  patches: Patches,
  wanted: readonly number[],
): Polygon[][] {
  const placeOf = new Int32Array(patches.count).fill(NO_GROUP);
  wanted.forEach((patch, place) => (placeOf[patch] = place));
  return tracePatchGroups(arrangement, patches, placeOf, wanted.length);
}

/** Polygons of groups of patches: entry g has those of the patches whose group is g, none for a group without any. */
export function tracePatchGroups(
  arrangement: Arrangement,
  patches: Patches,
  groupOf: Int32Array,
  groupCount: number,
): Polygon[][] {
  const facesOf = Array.from({ length: groupCount }, (): number[] => []);
  for (let face = 0; face < patches.faceStart.length - 1; face++) {
    for (let i = patches.faceStart[face]!; i < patches.faceStart[face + 1]!; i++) {
      const group = groupOf[patches.ofFace[i]!]!;
      if (group !== NO_GROUP) facesOf[group]!.push(face);
    }
  }
  return traceLists(arrangement, facesOf);
}

/** Polygons of lists of faces: each round takes all lists that share no face with one taken before them. */
function traceLists(arrangement: Arrangement, facesOf: readonly (readonly number[])[]): Polygon[][] {
  const polygons = facesOf.map((): Polygon[] => []);
  let waiting = facesOf.flatMap((faces, list) => (faces.length > 0 ? [list] : []));
  while (waiting.length > 0) {
    const group = new Int32Array(arrangement.area.length).fill(NO_GROUP);
    const taken: number[] = [];
    const left: number[] = [];
    for (const list of waiting) {
      if (facesOf[list]!.some((face) => group[face] !== NO_GROUP)) {
        left.push(list);
      } else {
        for (const face of facesOf[list]!) group[face] = taken.length;
        taken.push(list);
      }
    }
    traceMany(arrangement, group, taken.length).forEach((traced, i) => (polygons[taken[i]!] = traced));
    waiting = left;
  }
  return polygons;
}
