/**
 * Patches: connected pieces of the overlap of a unit of one layer and a unit of another (arrangement/patches.ts says more).
 *
 *     labels of faces ──► parts, one for each face and pair on it ──► joined along edges ──► patches
 *
 * Edges come in as many goes as their owner likes, so that a map of any size passes through.
 */
import { CHECKED, isWithin } from './checks';
import { addTerm, makeSums, writeSums } from './exact-sums';
import { isCovered, Labels, labelOn, memberOf, sizeOf } from './face-labels';
import { at, put, takeArray, takeUnset, takeUnsetArray } from './memory';

export let patchCount: i32 = 0;
/** Unit of each patch in the first and in the second layer, or NO_UNIT. */
export let patchUnitA: usize = 0;
export let patchUnitB: usize = 0;
/** Square metres of each patch, and metres of edge around it, as 64-bit floats. */
export let patchArea: usize = 0;
export let patchPerimeter: usize = 0;
/** Face f has parts partStart[f] to partStart[f + 1] - 1; `patchOf` has the patch of each. */
export let partStart: usize = 0;
export let patchOf: usize = 0;

/** The one part of each face; NO_PART, or SEVERAL where layers overlap themselves. */
let onlyPart: usize = 0;
/** Units of part p: of the first layer at entry 2 p, of the second at entry 2 p + 1. */
let units: usize = 0;
/** Metres of the edges of each part at which its pair ends. */
let border: usize = 0;
let faces: i32 = 0;

const NO_PART: i32 = -1;
const SEVERAL: i32 = -2;

/** Lists the parts of so many faces, by the labels that two layers have on them; each is a patch by itself yet. */
export function startPatches(faceCount: i32, first: usize, second: usize): void {
  const a = changetype<Labels>(first);
  const b = changetype<Labels>(second);
  faces = faceCount;
  const parts = countParts(a, b);
  onlyPart = takeUnsetArray(faces);
  units = takeUnsetArray(2 * parts);
  patchOf = takeUnsetArray(parts);
  border = takeArray(2 * parts);
  for (let p = 0; p < parts; p++) put(patchOf, p, p);
  for (let f = 0; f < faces; f++) {
    const begin = at(partStart, f);
    const own = at(partStart, f + 1) - begin;
    put(onlyPart, f, own == 0 ? NO_PART : own == 1 ? begin : SEVERAL);
    if (own == 0) continue;
    const inA = labelOn(a, f);
    const inB = labelOn(b, f);
    let part = begin;
    for (let i = 0; i < sizeOf(a, inA); i++) {
      for (let j = 0; j < sizeOf(b, inB); j++) {
        put(units, 2 * part, memberOf(a, inA, i));
        put(units, 2 * part++ + 1, memberOf(b, inB, j));
      }
    }
  }
}

function countParts(a: Labels, b: Labels): i32 {
  partStart = takeUnsetArray(faces + 1);
  let count = 0;
  put(partStart, 0, 0);
  for (let f = 0; f < faces; f++) {
    const inA = labelOn(a, f);
    const inB = labelOn(b, f);
    if (isCovered(inA) || isCovered(inB)) count += sizeOf(a, inA) * sizeOf(b, inB);
    put(partStart, f + 1, count);
  }
  return count;
}

/**
 * Joins parts of one pair across some edges, of which `sides` has the faces left and right and `lengths` the metres; an edge
 * at which a pair ends counts to the border of its part.
 */
export function joinPatches(sides: usize, lengths: usize, edges: i32): void {
  // Most edges lie between the same two faces as the edge before, whose parts are known then.
  let left = -1;
  let right = -1;
  let p = NO_PART;
  let q = NO_PART;
  let isOne = false;
  for (let e = 0; e < edges; e++) {
    if (left != at(sides, 2 * e) || right != at(sides, 2 * e + 1)) {
      left = at(sides, 2 * e);
      right = at(sides, 2 * e + 1);
      p = at(onlyPart, left);
      q = at(onlyPart, right);
      isOne = p >= 0 && q >= 0 && isSamePair(p, q);
      if (isOne) join(p, q);
    }
    if (isOne) continue;
    if (CHECKED) assert(isWithin(lengths, lengths + ((<usize>e) << 3), 8), 'every edge has a length');
    const metres = load<f64>(lengths + ((<usize>e) << 3));
    if (p >= 0 && q >= 0) {
      addBorder(p, metres);
      addBorder(q, metres);
      continue;
    }
    for (let part = at(partStart, left); part < at(partStart, left + 1); part++) {
      const other = samePairOn(part, right);
      if (other >= 0) join(part, other);
      else addBorder(part, metres);
    }
    for (let part = at(partStart, right); part < at(partStart, right + 1); part++)
      if (samePairOn(part, left) < 0) addBorder(part, metres);
  }
}

function isSamePair(p: i32, q: i32): bool {
  return at(units, 2 * p) == at(units, 2 * q) && at(units, 2 * p + 1) == at(units, 2 * q + 1);
}

/** The part with the same pair on another face, or NO_PART. */
function samePairOn(part: i32, face: i32): i32 {
  for (let other = at(partStart, face); other < at(partStart, face + 1); other++)
    if (isSamePair(part, other)) return other;
  return NO_PART;
}

function addBorder(part: i32, metres: f64): void {
  const entry = border + ((<usize>part) << 3);
  if (CHECKED) assert(isWithin(border, entry, 8), 'there is no such part');
  store<f64>(entry, load<f64>(entry) + metres);
}

/** Makes one tree of the trees of p and q; the lower root stays one. */
function join(p: i32, q: i32): void {
  const u = rootOf(p);
  const v = rootOf(q);
  if (u < v) put(patchOf, v, u);
  else put(patchOf, u, v);
}

function rootOf(start: i32): i32 {
  let p = start;
  while (at(patchOf, p) != p) {
    put(patchOf, p, at(patchOf, at(patchOf, p)));
    p = at(patchOf, p);
  }
  return p;
}

/** Numbers the patches in the order of their first parts and sums what they have; `areas` are square metres of faces. */
export function endPatches(areas: usize): void {
  const parts = at(partStart, faces);
  patchCount = 0;
  for (let p = 0; p < parts; p++) {
    const above = at(patchOf, p);
    // A parent has a lower number, so it has its patch by now.
    put(patchOf, p, above == p ? patchCount++ : at(patchOf, above));
  }
  patchUnitA = takeUnsetArray(patchCount);
  patchUnitB = takeUnsetArray(patchCount);
  patchArea = takeUnset((<usize>patchCount) << 3);
  patchPerimeter = take64(patchCount);
  const sums = makeSums(patchCount);
  for (let f = 0; f < faces; f++) {
    for (let p = at(partStart, f); p < at(partStart, f + 1); p++) {
      const patch = at(patchOf, p);
      addTerm(sums, patch, load<f64>(areas + ((<usize>f) << 3)));
      put(patchUnitA, patch, at(units, 2 * p));
      put(patchUnitB, patch, at(units, 2 * p + 1));
      const around = patchPerimeter + ((<usize>patch) << 3);
      store<f64>(around, load<f64>(around) + load<f64>(border + ((<usize>p) << 3)));
    }
  }
  writeSums(sums, patchCount, patchArea);
}

/** Takes over patches that another instance has found, and the parts that they are made of. */
export function takeFound(
  count: i32,
  unitA: usize,
  unitB: usize,
  area: usize,
  perimeter: usize,
  start: usize,
  patches: usize,
): void {
  patchCount = count;
  patchUnitA = unitA;
  patchUnitB = unitB;
  patchArea = area;
  patchPerimeter = perimeter;
  partStart = start;
  patchOf = patches;
}

/** Zeroed 64-bit floats. */
function take64(count: i32): usize {
  return takeArray(2 * count);
}
