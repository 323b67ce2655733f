/**
 * Patches by pair: by unit of the first layer, unit of the second, number; those without a unit of a layer last.
 */
import { addTerm, makeSums, writeSums } from './exact-sums';
import { NO_UNIT } from './face-labels';
import { at, countUp, put, takeArray, takeUnset, takeUnsetArray } from './memory';

export let groupCount: i32 = 0;
/** Units of each group. */
export let groupA: usize = 0;
export let groupB: usize = 0;
/** Square metres of each group, and the mean width in metres of its widest patch, as 64-bit floats. */
export let groupArea: usize = 0;
export let groupWidest: usize = 0;
/** Group g has groupPatch[groupStart[g]] to groupPatch[groupStart[g + 1] - 1], rising, with the mean width of each. */
export let groupStart: usize = 0;
export let groupPatch: usize = 0;
export let groupWidth: usize = 0;

/** Groups patches, which have units of two layers, square metres and metres around them. */
export function groupPatches(count: i32, unitA: usize, unitB: usize, area: usize, perimeter: usize): void {
  const singles = takeUnsetArray(count);
  for (let p = 0; p < count; p++) put(singles, p, p);
  groupPatch = sortedByUnit(count, unitA, sortedByUnit(count, unitB, singles));
  groupStart = takeUnsetArray(count + 1);
  groupCount = 0;
  for (let i = 0; i < count; i++) {
    const here = at(groupPatch, i);
    const before = at(groupPatch, max(0, i - 1));
    if (i == 0 || at(unitA, here) != at(unitA, before) || at(unitB, here) != at(unitB, before))
      put(groupStart, groupCount++, i);
  }
  put(groupStart, groupCount, count);
  groupA = takeUnsetArray(groupCount);
  groupB = takeUnsetArray(groupCount);
  groupArea = takeUnset((<usize>groupCount) << 3);
  groupWidest = takeUnset((<usize>groupCount) << 3);
  groupWidth = takeUnset((<usize>count) << 3);
  const sums = makeSums(groupCount);
  for (let group = 0; group < groupCount; group++) {
    const first = at(groupStart, group);
    put(groupA, group, at(unitA, at(groupPatch, first)));
    put(groupB, group, at(unitB, at(groupPatch, first)));
    let widest: f64 = 0;
    for (let i = first; i < at(groupStart, group + 1); i++) {
      const patch = (<usize>at(groupPatch, i)) << 3;
      const metres = load<f64>(perimeter + patch);
      const land = load<f64>(area + patch);
      const width = metres > 0 ? (2 * land) / metres : 0;
      addTerm(sums, group, land);
      store<f64>(groupWidth + ((<usize>i) << 3), width);
      if (width > widest) widest = width;
    }
    store<f64>(groupWidest + ((<usize>group) << 3), widest);
  }
  writeSums(sums, groupCount, groupArea);
}

/** Patches by a unit of theirs; those of one unit stay in their order. */
function sortedByUnit(count: i32, unitOf: usize, patches: usize): usize {
  let units = 0;
  for (let p = 0; p < count; p++) units = max(units, at(unitOf, p) + 1);
  // The next place for each unit, and for none; counts stand one entry on.
  const next = takeArray(units + 2);
  for (let p = 0; p < count; p++) countUp(next, placeOf(at(unitOf, p), units) + 1);
  for (let unit = 0; unit < units; unit++) put(next, unit + 1, at(next, unit + 1) + at(next, unit));
  const sorted = takeUnsetArray(count);
  for (let i = 0; i < count; i++) {
    const patch = at(patches, i);
    put(sorted, countUp(next, placeOf(at(unitOf, patch), units)), patch);
  }
  return sorted;
}

function placeOf(unit: i32, units: i32): i32 {
  return unit == NO_UNIT ? units : unit;
}
