/**
 * Which overlaps are real: pairs of units, judged by the width of their patches.
 *
 * Two files of one boundary never agree, so units touch in thousands of thin patches. No share of area separates
 * those from real overlaps; width does. A patch is material when its mean width (twice its area over its perimeter)
 * is at least the tolerance, or when its pair is more than half of either unit. Pairs that together are more than
 * a third of a unit are no slivers of it either, however thin: the largest become material until no more is left.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { groupPatches, type PatchGroups } from '../../arrangement/patch-groups.js';
import type { Patches } from '../../arrangement/patches.js';
import { NEVER_SLIVER } from '../../arrangement/thin-patches.js';
import { ALWAYS, IF_HALF, IF_TWICE, MATERIAL } from './judgement.js';
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
  /** For each pair how it is judged: MATERIAL, IF_HALF and IF_TWICE together. */
  readonly judgements: Uint8Array;
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
  const [half, twice] = isEstimate ? [tolerance / 2, 2 * tolerance] : [tolerance, tolerance];
  const { judgements, whole } = judgeGroups(groups, { a: areasA, b: areasB }, { tolerance, half, twice });
  const pairOfPatch = new Int32Array(patches.count);
  const patchMaterial = new Uint8Array(patches.count);
  const pairs: Pair[] = [];
  for (let group = 0; group < groups.area.length; group++) {
    const judgement = judgements[group]!;
    const material = (judgement & MATERIAL) !== 0;
    let sliverArea = 0;
    let shown = 0;
    let maxWidth = 0;
    for (let i = groups.start[group]!; i < groups.start[group + 1]!; i++) {
      const patch = groups.patch[i]!;
      const width = groups.width[i]!;
      const thick = whole[group] === 1 || width >= tolerance;
      pairOfPatch[patch] = group;
      if (thick) patchMaterial[patch] = 1;
      else sliverArea += patches.area[patch]!;
      if (material && !thick) continue;
      shown++;
      if (width > maxWidth) maxWidth = width;
    }
    // Every pair has the same fields in the same order, so that hundreds of thousands are read fast.
    pairs.push({
      a: groups.a[group]!,
      b: groups.b[group]!,
      material,
      ifHalf: isEstimate ? (judgement & IF_HALF) !== 0 : undefined,
      ifTwice: isEstimate ? (judgement & IF_TWICE) !== 0 : undefined,
      area: groups.area[group]!,
      sliverArea,
      patches: shown,
      maxWidth,
      amounts: NO_AMOUNTS,
    });
  }
  return { pairs, judgements, pairOfPatch, patchMaterial, tolerance, isEstimate };
}

const NO_AMOUNTS: OverlapPair['amounts'] = [];

/** Groups as the tolerance judges them, half of it and twice it. */
interface Judged {
  /** For each group the bits by which it has a material patch. */
  readonly judgements: Uint8Array;
  /** 1 for each group of which all patches are material by the tolerance, however thin. */
  readonly whole: Uint8Array;
}

/** Square metres of the units of either layer. */
interface AreasOfUnits {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

function judgeGroups(
  groups: PatchGroups,
  areas: AreasOfUnits,
  metres: { readonly tolerance: number; readonly half: number; readonly twice: number },
): Judged {
  const { a, b, area, widest } = groups;
  const whole = new Uint8Array(area.length);
  const judgements = new Uint8Array(area.length);
  for (let group = 0; group < whole.length; group++) {
    const width = widest[group]!;
    if (area[group]! > 0.5 * areaOf(areas.a, a[group]!) || area[group]! > 0.5 * areaOf(areas.b, b[group]!)) {
      whole[group] = 1;
      judgements[group] = ALWAYS;
    } else
      judgements[group] =
        (width >= metres.tolerance ? MATERIAL : 0) |
        (width >= metres.half ? IF_HALF : 0) |
        (width >= metres.twice ? IF_TWICE : 0);
  }
  const thin = {
    a: thinGroups(groups, judgements, 'a', areas),
    b: thinGroups(groups, judgements, 'b', areas),
  };
  for (const bit of [MATERIAL, IF_HALF, IF_TWICE]) {
    const forced = [
      ...tooLargeToSetAside(groups, judgements, bit, thin.a, 'a', areas),
      ...tooLargeToSetAside(groups, judgements, bit, thin.b, 'b', areas),
    ];
    for (const group of forced) {
      judgements[group]! |= bit;
      if (bit === MATERIAL) whole[group] = 1;
    }
  }
  return { judgements, whole };
}

/** Area of a unit; no bound for the outside. */
const areaOf = (areas: Float64Array, unit: number): number => (unit === NO_UNIT ? Infinity : areas[unit]!);

/** Whether pairs of so much land, in square metres, are too much of a unit to be set aside all together. */
const isTooLarge = (aside: number, unitArea: number): boolean => !(aside <= NEVER_SLIVER * unitArea);

/**
 * Groups that are too thin for any of the tolerances, of the units that all of these together are too much of: of other
 * units none is too large to be set aside by one of them.
 */
function thinGroups(
  groups: PatchGroups,
  judgements: Uint8Array,
  side: 'a' | 'b',
  areas: AreasOfUnits,
): readonly number[] {
  const units = groups[side];
  const aside = new ExactSums(areas[side].length);
  const thin: number[] = [];
  for (let group = 0; group < judgements.length; group++) {
    if (judgements[group] === ALWAYS || units[group] === NO_UNIT) continue;
    aside.add(units[group]!, groups.area[group]!);
    thin.push(group);
  }
  const left = aside.values();
  return thin.filter((group) => isTooLarge(left[units[group]!]!, areas[side][units[group]!]!));
}

/**
 * Pairs too thin to be material that make up too much of a unit of one side to be set aside all together: the largest
 * of them, until no more than a third of the unit is left. So a unit narrower than the tolerance has partners, and half
 * of it is no sliver. By the tolerance of a bit, among groups that may be.
 */
function tooLargeToSetAside(
  groups: PatchGroups,
  judgements: Uint8Array,
  bit: number,
  among: readonly number[],
  side: 'a' | 'b',
  areas: AreasOfUnits,
): number[] {
  const thin = among.filter((group) => (judgements[group]! & bit) === 0);
  if (thin.length === 0) return [];
  const units = groups[side];
  const aside = new ExactSums(areas[side].length);
  for (const group of thin) aside.add(units[group]!, groups.area[group]!);
  const left = aside.values();
  const isUnitTooLarge = (unit: number): boolean => isTooLarge(left[unit]!, areas[side][unit]!);
  return thin
    .filter((group) => isUnitTooLarge(units[group]!))
    .sort((p, q) => groups.area[q]! - groups.area[p]! || p - q)
    .filter((group) => {
      const unit = units[group]!;
      if (!isUnitTooLarge(unit)) return false;
      left[unit]! -= groups.area[group]!;
      return true;
    });
}
