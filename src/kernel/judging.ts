/**
 * Which groups of patches are real by their width (measures/pairs/judge-pairs.ts says more). What groupPatches found last is
 * judged; areas are square metres of units.
 */
import { CHECKED, isWithin } from './checks';
import { addTerm, makeSums, sumOf } from './exact-sums';
import { NO_UNIT } from './face-labels';
import { at, put, take, takeArray, takeUnset } from './memory';
import {
  groupA,
  groupArea,
  groupB,
  groupCount,
  groupPatch,
  groupStart,
  groupWidest,
  groupWidth,
} from './patch-groups';

/** For each group a byte: the bits by which it has a material patch; another: 1 where all its patches are material. */
export let judgements: usize = 0;
export let wholes: usize = 0;

/** Group and whether it is material, a byte, of each patch. */
export let groupOfPatch: usize = 0;
export let materials: usize = 0;
/** Square metres in thin patches of each group; patches that count and the widest of them in metres. */
export let thinArea: usize = 0;
export let shownPatches: usize = 0;
export let shownWidth: usize = 0;

const ALWAYS: u8 = 7;

/** Judges by the width of the widest patch: bit 1 by a tolerance, 2 by half of it, 4 by twice it. */
export function judgeGroups(areasA: usize, areasB: usize, tolerance: f64, half: f64, twice: f64): void {
  judgements = takeUnset(groupCount);
  wholes = takeUnset(groupCount);
  for (let group = 0; group < groupCount; group++) {
    const land = floatAt(groupArea, group);
    const width = floatAt(groupWidest, group);
    const isMost =
      land > 0.5 * areaOf(areasA, at(groupA, group)) || land > 0.5 * areaOf(areasB, at(groupB, group));
    const bits = (<u8>(width >= tolerance)) | ((<u8>(width >= half)) << 1) | ((<u8>(width >= twice)) << 2);
    store<u8>(wholes + group, <u8>isMost);
    store<u8>(judgements + group, isMost ? ALWAYS : bits);
  }
}

/** Area of a unit; no bound for the outside. */
function areaOf(areas: usize, unit: i32): f64 {
  return unit == NO_UNIT ? Infinity : floatAt(areas, unit);
}

function floatAt(array: usize, i: i32): f64 {
  const entry = array + ((<usize>i) << 3);
  if (CHECKED) assert(isWithin(array, entry, 8), 'a number is read beside its array');
  return load<f64>(entry);
}

/**
 * Groups that are too thin by any of the tolerances, of the units of the first layer, else of the second, that all of these
 * together are more than a share of: gives how many they are, in `thinGroups`.
 */
export function listThin(ofFirst: bool, areas: usize, units: i32, share: f64): i32 {
  const unitOf = ofFirst ? groupA : groupB;
  const sums = makeSums(units);
  for (let group = 0; group < groupCount; group++)
    if (isThin(group, unitOf)) addTerm(sums, at(unitOf, group), floatAt(groupArea, group));
  thinGroups = takeArray(groupCount);
  let count = 0;
  for (let group = 0; group < groupCount; group++) {
    if (!isThin(group, unitOf)) continue;
    const unit = at(unitOf, group);
    if (!(sumOf(sums, unit) <= share * floatAt(areas, unit))) put(thinGroups, count++, group);
  }
  return count;
}

export let thinGroups: usize = 0;

function isThin(group: i32, unitOf: usize): bool {
  return load<u8>(judgements + group) != ALWAYS && at(unitOf, group) != NO_UNIT;
}

/** Looks at all patches, which have areas, once groups are judged. */
export function judgePatches(count: i32, areas: usize, tolerance: f64): void {
  groupOfPatch = takeArray(count);
  materials = take(count);
  thinArea = takeUnset((<usize>groupCount) << 3);
  shownWidth = takeUnset((<usize>groupCount) << 3);
  shownPatches = takeArray(groupCount);
  for (let group = 0; group < groupCount; group++) {
    const isReal = (load<u8>(judgements + group) & 1) != 0;
    const isWhole = load<u8>(wholes + group) != 0;
    let aside: f64 = 0;
    let widest: f64 = 0;
    let pieces = 0;
    for (let i = at(groupStart, group); i < at(groupStart, group + 1); i++) {
      const patch = at(groupPatch, i);
      const width = floatAt(groupWidth, i);
      const thick = isWhole || width >= tolerance;
      put(groupOfPatch, patch, group);
      store<u8>(materials + patch, <u8>thick);
      if (!thick) aside += floatAt(areas, patch);
      if (isReal && !thick) continue;
      pieces++;
      if (width > widest) widest = width;
    }
    store<f64>(thinArea + ((<usize>group) << 3), aside);
    store<f64>(shownWidth + ((<usize>group) << 3), widest);
    put(shownPatches, group, pieces);
  }
}
