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
import { leftFace, rightFace, type Arrangement } from './arrangement.js';
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
  const parent = joinParts(arrangement, parts);
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
  return {
    count: roots.length,
    unitA: Int32Array.from(roots, (part) => parts.unitA[part]!),
    unitB: Int32Array.from(roots, (part) => parts.unitB[part]!),
    area: area.values(),
    perimeter: perimeters(arrangement, parts, patchOf, roots.length),
    faceStart: parts.faceStart,
    ofFace: patchOf,
  };
}

/** One entry for each face and pair on it. */
interface Parts {
  readonly setA: Int32Array;
  readonly setB: Int32Array;
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
  return { setA: a.ofFace, setB: b.ofFace, faceStart, unitA, unitB };
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

function joinParts(arrangement: Arrangement, parts: Parts): Int32Array {
  const parent = Int32Array.from(parts.unitA, (_, part) => part);
  for (let e = 0; e < arrangement.length.length; e++) {
    const left = leftFace(arrangement, e);
    const right = rightFace(arrangement, e);
    if (left === right) continue;
    for (let part = parts.faceStart[left]!; part < parts.faceStart[left + 1]!; part++) {
      const other = samePair(parts, part, right);
      if (other >= 0) join(parent, part, other);
    }
  }
  return parent;
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

function perimeters(
  arrangement: Arrangement,
  parts: Parts,
  patchOf: Int32Array,
  count: number,
): Float64Array {
  const perimeter = new Float64Array(count);
  const { setA, setB, faceStart } = parts;
  for (let e = 0; e < arrangement.length.length; e++) {
    const left = leftFace(arrangement, e);
    const right = rightFace(arrangement, e);
    if (setA[left] === setA[right] && setB[left] === setB[right]) continue;
    const length = arrangement.length[e]!;
    for (let part = faceStart[left]!; part < faceStart[left + 1]!; part++) {
      if (samePair(parts, part, right) < 0) perimeter[patchOf[part]!]! += length;
    }
    for (let part = faceStart[right]!; part < faceStart[right + 1]!; part++) {
      if (samePair(parts, part, left) < 0) perimeter[patchOf[part]!]! += length;
    }
  }
  return perimeter;
}
