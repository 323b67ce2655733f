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
import type { Arrangement } from './arrangement.js';
import { ExactSums } from './exact-sum.js';
import { OUTSIDE_FACE } from './faces.js';
import { NO_UNIT } from './labels.js';
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
export function findPatches(arrangement: Arrangement, layerA: number, layerB: number): Patches {
  const parts = listParts(arrangement, layerA, layerB);
  const { parent, border } = joinParts(arrangement, parts);
  const patchOf = new Int32Array(parts.unitA.length);
  const roots: number[] = [];
  for (let part = 0; part < patchOf.length; part++) {
    const root = rootOf(parent, part);
    if (root === part) roots.push(part);
    // A root is the lowest numbered part of its patch, so it has its number by now.
    patchOf[part] = root === part ? roots.length - 1 : patchOf[root]!;
  }
  const area = new ExactSums(roots.length);
  for (let face = 0; face < parts.faceStart.length - 1; face++) {
    for (let part = parts.faceStart[face]!; part < parts.faceStart[face + 1]!; part++) {
      area.add(patchOf[part]!, arrangement.area[face]!);
    }
  }
  const perimeter = new Float64Array(roots.length);
  for (let part = 0; part < patchOf.length; part++) perimeter[patchOf[part]!]! += border[part]!;
  const unitA = new Int32Array(roots.length);
  const unitB = new Int32Array(roots.length);
  for (let patch = 0; patch < roots.length; patch++) {
    unitA[patch] = parts.unitA[roots[patch]!]!;
    unitB[patch] = parts.unitB[roots[patch]!]!;
  }
  return {
    count: roots.length,
    unitA,
    unitB,
    area: area.values(),
    perimeter,
    faceStart: parts.faceStart,
    ofFace: patchOf,
  };
}

/** One entry for each face and pair on it. */
interface Parts {
  readonly faceStart: Uint32Array;
  readonly unitA: Int32Array;
  readonly unitB: Int32Array;
}

function listParts(arrangement: Arrangement, layerA: number, layerB: number): Parts {
  const a = arrangement.labels[layerA]!;
  const b = arrangement.labels[layerB]!;
  const faces = arrangement.area.length;
  const faceStart = new Uint32Array(faces + 1);
  const width = (sets: SetTable, set: number): number => Math.max(1, sets.size(set));
  for (let face = 0; face < faces; face++) {
    const covered = a.ofFace[face] !== NO_UNIT || b.ofFace[face] !== NO_UNIT;
    const here = covered ? width(a.sets, a.ofFace[face]!) * width(b.sets, b.ofFace[face]!) : 0;
    faceStart[face + 1] = faceStart[face]! + here;
  }
  const unitA = new Int32Array(faceStart[faces]!);
  const unitB = new Int32Array(faceStart[faces]!);
  for (let face = OUTSIDE_FACE; face < faces; face++) {
    let part = faceStart[face]!;
    if (faceStart[face + 1]! - part === 1) {
      unitA[part] = a.ofFace[face]!;
      unitB[part] = b.ofFace[face]!;
    } else if (faceStart[face + 1]! > part) {
      for (const i of membersOrNone(a.sets, a.ofFace[face]!)) {
        for (const j of membersOrNone(b.sets, b.ofFace[face]!)) {
          unitA[part] = i;
          unitB[part++] = j;
        }
      }
    }
  }
  return { faceStart, unitA, unitB };
}

const NONE: readonly number[] = [NO_UNIT];
const membersOrNone = (sets: SetTable, set: number): readonly number[] =>
  set < 0 ? NONE : sets.members(set);

/** The part with the same pair on another face, or -1. */
function samePair(parts: Parts, part: number, face: number): number {
  for (let other = parts.faceStart[face]!; other < parts.faceStart[face + 1]!; other++) {
    if (parts.unitA[other] === parts.unitA[part] && parts.unitB[other] === parts.unitB[part]) return other;
  }
  return -1;
}

/** Joins parts of one pair across edges; an edge at which a pair ends counts to the border of its part, in metres. */
function joinParts(arrangement: Arrangement, parts: Parts): { parent: Int32Array; border: Float64Array } {
  const { faceStart, unitA, unitB } = parts;
  const { ofHalfEdge } = arrangement.faces;
  const { length } = arrangement;
  const parent = new Int32Array(unitA.length);
  for (let part = 0; part < parent.length; part++) parent[part] = part;
  const border = new Float64Array(unitA.length);
  for (let e = 0; e < length.length; e++) {
    const left = ofHalfEdge[2 * e]!;
    const right = ofHalfEdge[2 * e + 1]!;
    const p = faceStart[left]!;
    const q = faceStart[right]!;
    if (faceStart[left + 1]! - p === 1 && faceStart[right + 1]! - q === 1) {
      if (unitA[p] === unitA[q] && unitB[p] === unitB[q]) {
        join(parent, p, q);
      } else {
        border[p]! += length[e]!;
        border[q]! += length[e]!;
      }
      continue;
    }
    for (let part = p; part < faceStart[left + 1]!; part++) {
      const other = samePair(parts, part, right);
      if (other >= 0) join(parent, part, other);
      else border[part]! += length[e]!;
    }
    for (let part = q; part < faceStart[right + 1]!; part++) {
      if (samePair(parts, part, left) < 0) border[part]! += length[e]!;
    }
  }
  return { parent, border };
}

/** The lower number becomes the root. */
function join(parent: Int32Array, p: number, q: number): void {
  const u = rootOf(parent, p);
  const v = rootOf(parent, q);
  if (u < v) parent[v] = u;
  else parent[u] = v;
}

function rootOf(parent: Int32Array, start: number): number {
  let part = start;
  while (parent[part] !== part) {
    parent[part] = parent[parent[part]!]!;
    part = parent[part]!;
  }
  return part;
}
