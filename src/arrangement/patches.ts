/**
 * Patches: the connected pieces of each overlap of a unit of one layer and a unit of another.
 *
 *        a a a│b b            two layers, a patch of (a, x) on the left,
 *        x x┌─┘x x            patches of (a, x) and (b, x) meet at a corner only:
 *        a a│b b b            corner contact does not join
 *
 * Faces join across an edge when the pair lies on both sides of it, so edges of any further layer join and loading
 * one changes nothing. The perimeter of a patch counts the edges across which its pair ends, holes included.
 * Land of a unit that the other layer does not cover makes patches too, with NO_UNIT on the other side.
 */
import { meetingsOf, type FaceGraph } from './arrangement.js';
import { ExactSums } from './exact-sum.js';
import { OUTSIDE_FACE } from './faces.js';
import { join, singles } from './forest.js';
import { NO_UNIT, type LayerLabels } from './labels.js';
import type { SetTable } from './set-table.js';

export interface Patches {
  readonly count: number;
  /** Unit of the first and of the second layer, or NO_UNIT. */
  readonly unitA: Int32Array;
  readonly unitB: Int32Array;
  /** Square metres. */
  readonly area: Float64Array;
  /** Metres of edge around the patch, holes included. */
  readonly perimeter: Float64Array;
  /** Face f belongs to patches ofFace[faceStart[f]] to ofFace[faceStart[f + 1] - 1]: one, unless layers overlap themselves. */
  readonly faceStart: Uint32Array;
  readonly ofFace: Int32Array;
}

/** Mean width of a patch in metres: twice its area over its perimeter. */
export const patchWidth = (patches: Patches, patch: number): number =>
  patches.perimeter[patch]! > 0 ? (2 * patches.area[patch]!) / patches.perimeter[patch]! : 0;

/** The patches of all pairs of two layers, remainders of both included. */
export function findPatches(arrangement: FaceGraph, layerA: number, layerB: number): Patches {
  const parts = listParts(arrangement, layerA, layerB);
  const { parent, border } = joinParts(arrangement, parts);
  const { patchOf, count } = numberPatches(parent);
  const area = new ExactSums(count);
  for (let face = 0; face < parts.faceStart.length - 1; face++) {
    for (let part = parts.faceStart[face]!; part < parts.faceStart[face + 1]!; part++) {
      area.add(patchOf[part]!, arrangement.area[face]!);
    }
  }
  const perimeter = new Float64Array(count);
  const unitA = new Int32Array(count);
  const unitB = new Int32Array(count);
  for (let part = 0; part < patchOf.length; part++) {
    const patch = patchOf[part]!;
    perimeter[patch]! += border[part]!;
    unitA[patch] = parts.units[2 * part]!;
    unitB[patch] = parts.units[2 * part + 1]!;
  }
  return {
    count,
    unitA,
    unitB,
    area: area.values(),
    perimeter,
    faceStart: parts.faceStart,
    ofFace: patchOf,
  };
}

/** Patches in order of their first parts; turns `parent` into the patch of each part. */
function numberPatches(parent: Int32Array): { patchOf: Int32Array; count: number } {
  let count = 0;
  for (let part = 0; part < parent.length; part++) {
    const above = parent[part]!;
    // A parent has a lower number, so it has its patch by now.
    parent[part] = above === part ? count++ : parent[above]!;
  }
  return { patchOf: parent, count };
}

/** One entry, a part, for each face and pair on it. */
interface Parts {
  readonly faceStart: Uint32Array;
  /** The one part of each face; NO_PART, or SEVERAL where layers overlap themselves. */
  readonly onlyPart: Int32Array;
  /** Units of part p: of the first layer at entry 2 p, of the second at entry 2 p + 1. */
  readonly units: Int32Array;
}

const NO_PART = -1;
const SEVERAL = -2;

function listParts(arrangement: FaceGraph, layerA: number, layerB: number): Parts {
  const a = arrangement.labels[layerA]!;
  const b = arrangement.labels[layerB]!;
  const faces = arrangement.area.length;
  const faceStart = countParts(faces, a, b);
  const onlyPart = new Int32Array(faces).fill(NO_PART);
  const units = new Int32Array(2 * faceStart[faces]!);
  for (let face = OUTSIDE_FACE; face < faces; face++) {
    let part = faceStart[face]!;
    if (faceStart[face + 1] === part) continue;
    if (faceStart[face + 1] === part + 1) {
      onlyPart[face] = part;
      units[2 * part] = a.ofFace[face]!;
      units[2 * part + 1] = b.ofFace[face]!;
      continue;
    }
    onlyPart[face] = SEVERAL;
    for (const i of membersOrNone(a.sets, a.ofFace[face]!)) {
      for (const j of membersOrNone(b.sets, b.ofFace[face]!)) {
        units[2 * part] = i;
        units[2 * part++ + 1] = j;
      }
    }
  }
  return { faceStart, onlyPart, units };
}

/** Face f has parts faceStart[f] to faceStart[f + 1] - 1. */
function countParts(faces: number, a: LayerLabels, b: LayerLabels): Uint32Array {
  const faceStart = new Uint32Array(faces + 1);
  let count = 0;
  for (let face = 0; face < faces; face++) {
    const [inA, inB] = [a.ofFace[face]!, b.ofFace[face]!];
    if (inA < a.sets.singles && inB < b.sets.singles) count += inA === NO_UNIT && inB === NO_UNIT ? 0 : 1;
    else count += Math.max(1, a.sets.size(inA)) * Math.max(1, b.sets.size(inB));
    faceStart[face + 1] = count;
  }
  return faceStart;
}

const NONE: readonly number[] = [NO_UNIT];
const membersOrNone = (sets: SetTable, set: number): readonly number[] =>
  set < 0 ? NONE : sets.members(set);

/** The part with the same pair on another face, or NO_PART. */
function samePair({ faceStart, units }: Parts, part: number, face: number): number {
  for (let other = faceStart[face]!; other < faceStart[face + 1]!; other++) {
    if (units[2 * other] === units[2 * part] && units[2 * other + 1] === units[2 * part + 1]) return other;
  }
  return NO_PART;
}

/** Joins parts of one pair across edges; an edge at which a pair ends counts to the border of its part, in metres. */
function joinParts(arrangement: FaceGraph, parts: Parts): { parent: Int32Array; border: Float64Array } {
  const { faceStart, onlyPart, units } = parts;
  const {
    faces: { ofHalfEdge },
    length,
  } = meetingsOf(arrangement);
  const parent = singles(units.length / 2);
  const border = new Float64Array(parent.length);
  // Most edges lie between the same two faces as the edge before, whose parts are known then.
  let [left, right, p, q, isOne] = [-1, -1, NO_PART, NO_PART, false];
  for (let e = 0; e < length.length; e++) {
    if (left !== ofHalfEdge[2 * e] || right !== ofHalfEdge[2 * e + 1]) {
      left = ofHalfEdge[2 * e]!;
      right = ofHalfEdge[2 * e + 1]!;
      p = onlyPart[left]!;
      q = onlyPart[right]!;
      isOne = p >= 0 && q >= 0 && units[2 * p] === units[2 * q] && units[2 * p + 1] === units[2 * q + 1];
      if (isOne) join(parent, p, q);
    }
    if (p >= 0 && q >= 0) {
      if (isOne) continue;
      border[p]! += length[e]!;
      border[q]! += length[e]!;
      continue;
    }
    for (let part = faceStart[left]!; part < faceStart[left + 1]!; part++) {
      const other = samePair(parts, part, right);
      if (other >= 0) join(parent, part, other);
      else border[part]! += length[e]!;
    }
    for (let part = faceStart[right]!; part < faceStart[right + 1]!; part++) {
      if (samePair(parts, part, left) < 0) border[part]! += length[e]!;
    }
  }
  return { parent, border };
}
