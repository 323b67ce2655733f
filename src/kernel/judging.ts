/**
 * Which groups of patches are real by their width (measures/pairs/judge-pairs.ts says more). What groupPatches found last is
 * judged; areas are square metres of units.
 */
import { CHECKED, isWithin } from './checks';
import { NO_UNIT } from './face-labels';
import { at, put, takeUnset, takeUnsetArray } from './memory';
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

/** For each group a byte: the bits by which it has a material patch, and WHOLE where all its patches are material. */
export let judgements: usize = 0;
/** Group and whether it is material, a byte, of each patch. */
export let groupOf: usize = 0;
export let materials: usize = 0;
/** Square metres in thin patches of each group, and how many of its patches count. */
export let thinArea: usize = 0;
export let shown: usize = 0;

const ALWAYS: i32 = 7;
const WHOLE: i32 = 8;

/** Judges by the width of the widest patch: bit 1 by a tolerance, 2 by half of it, 4 by twice it. */
export function judgeGroups(areasA: usize, areasB: usize, tolerance: f64, half: f64, twice: f64): void {
  judgements = takeUnset(groupCount);
  for (let group = 0; group < groupCount; group++) {
    const land = floatAt(groupArea, group);
    const width = floatAt(groupWidest, group);
    const isMost =
      land > 0.5 * areaOf(areasA, at(groupA, group)) || land > 0.5 * areaOf(areasB, at(groupB, group));
    const bits = i32(width >= tolerance) | (i32(width >= half) << 1) | (i32(width >= twice) << 2);
    store<u8>(judgements + group, <u8>(isMost ? ALWAYS | WHOLE : bits));
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
 * Looks at all patches, which have areas, once groups are judged. The widest patch of a group is then the widest that counts,
 * and nothing is WHOLE any more.
 */
export function judgePatches(count: i32, areas: usize, tolerance: f64): void {
  groupOf = takeUnsetArray(count);
  materials = takeUnset(count);
  thinArea = takeUnset((<usize>groupCount) << 3);
  shown = takeUnsetArray(groupCount);
  for (let group = 0; group < groupCount; group++) {
    const judgement = <i32>load<u8>(judgements + group);
    let aside: f64 = 0;
    let widest: f64 = 0;
    let pieces = 0;
    for (let i = at(groupStart, group); i < at(groupStart, group + 1); i++) {
      const patch = at(groupPatch, i);
      const width = floatAt(groupWidth, i);
      const thick = (judgement & WHOLE) != 0 || width >= tolerance;
      put(groupOf, patch, group);
      store<u8>(materials + patch, <u8>thick);
      if (!thick) aside += floatAt(areas, patch);
      if ((judgement & 1) != 0 && !thick) continue;
      pieces++;
      if (width > widest) widest = width;
    }
    store<u8>(judgements + group, <u8>(judgement & ALWAYS));
    store<f64>(thinArea + ((<usize>group) << 3), aside);
    store<f64>(groupWidest + ((<usize>group) << 3), widest);
    put(shown, group, pieces);
  }
}
