/**
 * Which overlaps are real: pairs of units, judged by the width of their patches.
 *
 * Two files of one boundary never agree, so units touch in thousands of thin patches. No share of area separates
 * those from real overlaps; width does. A patch is material when its mean width (twice its area over its perimeter)
 * is at least the tolerance, or when its pair is more than half of either unit. Pairs that together are more than
 * a third of a unit are no slivers of it either, however thin: the largest become material until no more is left.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import { singles } from '../../arrangement/forest.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { patchWidth, type Patches } from '../../arrangement/patches.js';
import { NEVER_SLIVER } from '../../arrangement/thin-patches.js';
import type { OverlapPair } from './pairs-of-layers.js';

/**
 * One pair of units, or a unit and the land outside the other layer: its land in square metres, its patches (the
 * material ones, of a sliver pair all), the widest of them in metres. No people are on it yet.
 */
export interface Pair extends OverlapPair {
  readonly area: number;
  readonly sliverArea: number;
  readonly patches: number;
  readonly maxWidth: number;
}

export interface PairList {
  /** Sorted by unit of the first layer, then of the second; remainders last. */
  readonly pairs: readonly Pair[];
  /** For each patch: index of its pair. */
  readonly pairOfPatch: Int32Array;
  /** For each patch: 1 where it is material. */
  readonly patchMaterial: Uint8Array;
  /** Tolerance in metres that was used, and whether it is an estimate. */
  readonly tolerance: number;
  readonly isEstimate: boolean;
}

/**
 * Judges all pairs. Areas of units are in square metres; tolerance in metres. Where it is an estimate, each pair also
 * knows how it would be judged by half of it and by twice it.
 */
export function judgePairs(
  patches: Patches,
  areasA: Float64Array,
  areasB: Float64Array,
  tolerance: number,
  isEstimate = false,
): PairList {
  const groups = groupPatches(patches);
  const judge = (metres: number): Judgement => judgeGroups(groups, { a: areasA, b: areasB }, metres);
  const judged = judge(tolerance);
  const [half, twice] = isEstimate ? [tolerance / 2, 2 * tolerance].map(judge) : [];
  const pairOfPatch = new Int32Array(patches.count);
  const patchMaterial = new Uint8Array(patches.count);
  for (let group = 0; group < groups.area.length; group++) {
    for (let i = groups.start[group]!; i < groups.start[group + 1]!; i++) {
      const patch = groups.patch[i]!;
      pairOfPatch[patch] = group;
      if (judged.whole[group] === 1 || groups.width[i]! >= tolerance) patchMaterial[patch] = 1;
    }
  }
  const pairs: Pair[] = [];
  for (let group = 0; group < groups.area.length; group++)
    pairs.push(judgePair(patches, groups, group, patchMaterial, judged, half, twice));
  return { pairs, pairOfPatch, patchMaterial, tolerance, isEstimate };
}

/** Groups as one tolerance judges them. */
interface Judgement {
  /** 1 for each group that has a material patch. */
  readonly material: Uint8Array;
  /** 1 for each group of which all patches are material, however thin. */
  readonly whole: Uint8Array;
}

function judgeGroups(
  groups: Groups,
  areas: { readonly a: Float64Array; readonly b: Float64Array },
  tolerance: number,
): Judgement {
  const whole = new Uint8Array(groups.area.length);
  const material = new Uint8Array(groups.area.length);
  for (let group = 0; group < whole.length; group++) {
    const most =
      groups.area[group]! > 0.5 * areaOf(areas.a, groups.a[group]!) ||
      groups.area[group]! > 0.5 * areaOf(areas.b, groups.b[group]!);
    if (most) whole[group] = 1;
    if (most || groups.widest[group]! >= tolerance) material[group] = 1;
  }
  const forced = [
    ...tooLargeToSetAside(groups, material, 'a', areas.a),
    ...tooLargeToSetAside(groups, material, 'b', areas.b),
  ];
  for (const group of forced) whole[group] = material[group] = 1;
  return { material, whole };
}

/** Patches by pair: group g has patch[start[g]] to patch[start[g + 1] - 1], rising. */
interface Groups {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Square metres. */
  readonly area: Float64Array;
  readonly start: Uint32Array;
  readonly patch: Int32Array;
  /** Mean width of each of these patches, and the greatest of each group, in metres. */
  readonly width: Float64Array;
  readonly widest: Float64Array;
}

function groupPatches(patches: Patches): Groups {
  const { unitA, unitB, area } = patches;
  const patch = patchesByPair(patches);
  const start = new Uint32Array(patch.length + 1);
  let count = 0;
  for (let i = 0; i < patch.length; i++) {
    const [here, before] = [patch[i]!, patch[i - 1]!];
    if (i === 0 || unitA[here] !== unitA[before] || unitB[here] !== unitB[before]) start[count++] = i;
  }
  start[count] = patch.length;
  const [a, b] = [new Int32Array(count), new Int32Array(count)];
  const sums = new ExactSums(count);
  const [width, widest] = [new Float64Array(patch.length), new Float64Array(count)];
  for (let group = 0; group < count; group++) {
    a[group] = unitA[patch[start[group]!]!]!;
    b[group] = unitB[patch[start[group]!]!]!;
    for (let i = start[group]!; i < start[group + 1]!; i++) {
      sums.add(group, area[patch[i]!]!);
      width[i] = patchWidth(patches, patch[i]!);
      if (width[i]! > widest[group]!) widest[group] = width[i]!;
    }
  }
  return { a, b, area: sums.values(), start: start.slice(0, count + 1), patch, width, widest };
}

/** Patches by unit of the first layer, unit of the second, number; remainders last. */
const patchesByPair = ({ count, unitA, unitB }: Patches): Int32Array =>
  sortedByUnit(unitA, sortedByUnit(unitB, singles(count)));

/** Patches by a unit of theirs, those without one last; those of one unit stay in their order. */
function sortedByUnit(unitOf: Int32Array, patches: Int32Array): Int32Array {
  let most: number = NO_UNIT;
  for (let i = 0; i < unitOf.length; i++) if (unitOf[i]! > most) most = unitOf[i]!;
  const units = most + 1;
  // The next place for each unit, and for none; counts stand one entry on.
  const next = new Int32Array(units + 2);
  for (let i = 0; i < patches.length; i++) next[placeOf(unitOf[i]!, units) + 1]!++;
  for (let unit = 0; unit < units; unit++) next[unit + 1]! += next[unit]!;
  const sorted = new Int32Array(patches.length);
  for (let i = 0; i < patches.length; i++)
    sorted[next[placeOf(unitOf[patches[i]!]!, units)]!++] = patches[i]!;
  return sorted;
}

const placeOf = (unit: number, units: number): number => (unit === NO_UNIT ? units : unit);

/** Area of a unit; no bound for the outside. */
const areaOf = (areas: Float64Array, unit: number): number => (unit === NO_UNIT ? Infinity : areas[unit]!);

/**
 * Pairs too thin to be material that make up too much of a unit of one side to be set aside all together: the largest
 * of them, until no more than a third of the unit is left. So a unit narrower than the tolerance has partners, and half
 * of it is no sliver.
 */
function tooLargeToSetAside(
  groups: Groups,
  material: Uint8Array,
  side: 'a' | 'b',
  areas: Float64Array,
): number[] {
  const units = groups[side];
  const aside = new ExactSums(areas.length);
  const thin: number[] = [];
  for (let group = 0; group < groups.area.length; group++) {
    if (units[group] === NO_UNIT || material[group] === 1) continue;
    aside.add(units[group]!, groups.area[group]!);
    thin.push(group);
  }
  const left = aside.values();
  const isTooLarge = (unit: number): boolean => !(left[unit]! <= NEVER_SLIVER * areas[unit]!);
  return thin
    .filter((group) => isTooLarge(units[group]!))
    .sort((p, q) => groups.area[q]! - groups.area[p]! || p - q)
    .filter((group) => {
      const unit = units[group]!;
      if (!isTooLarge(unit)) return false;
      left[unit]! -= groups.area[group]!;
      return true;
    });
}

const NO_AMOUNTS: OverlapPair['amounts'] = [];

/** The pair of a group; every pair has the same fields in the same order, so that hundreds of thousands are read fast. */
function judgePair(
  patches: Patches,
  groups: Groups,
  group: number,
  patchMaterial: Uint8Array,
  judged: Judgement,
  half: Judgement | undefined,
  twice: Judgement | undefined,
): Pair {
  const material = judged.material[group] === 1;
  let sliverArea = 0;
  let shown = 0;
  let maxWidth = 0;
  for (let i = groups.start[group]!; i < groups.start[group + 1]!; i++) {
    const patch = groups.patch[i]!;
    const thick = patchMaterial[patch] === 1;
    if (!thick) sliverArea += patches.area[patch]!;
    if (material && !thick) continue;
    shown++;
    if (groups.width[i]! > maxWidth) maxWidth = groups.width[i]!;
  }
  return {
    a: groups.a[group]!,
    b: groups.b[group]!,
    material,
    ifHalf: half === undefined ? undefined : half.material[group] === 1,
    ifTwice: twice === undefined ? undefined : twice.material[group] === 1,
    area: groups.area[group]!,
    sliverArea,
    patches: shown,
    maxWidth,
    amounts: NO_AMOUNTS,
  };
}
