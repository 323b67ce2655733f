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
import type { PairColumns } from './pair-columns.js';
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
  /** Sorted by unit of the first layer, then of the second; remainders last. Made when they are asked for: see `columns`. */
  readonly pairs: readonly Pair[];
  /** The same, of whom only what most passes ask for. */
  readonly columns: Pick<PairColumns, 'a' | 'b' | 'material' | 'area' | 'width'>;
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
  const { pairOfPatch, patchMaterial, ...columns } = columnsOfGroups(
    patches,
    groups,
    judgements,
    whole,
    tolerance,
  );
  let pairs: Pair[] | null = null;
  return {
    columns,
    get pairs() {
      return (pairs ??= makePairs(columns, judgements, isEstimate));
    },
    judgements,
    pairOfPatch,
    patchMaterial,
    tolerance,
    isEstimate,
  };
}

/** What there is to say of each pair by itself. */
interface GroupColumns extends Pick<PairColumns, 'a' | 'b' | 'material' | 'area' | 'width'> {
  readonly sliverArea: Float64Array;
  readonly shown: Int32Array;
}

/** Looks at all patches of all groups; nothing is done for some of them and not for others (pair-columns.ts). */
function columnsOfGroups(
  patches: Patches,
  groups: PatchGroups,
  judgements: Uint8Array,
  whole: Uint8Array,
  tolerance: number,
): GroupColumns & Pick<PairList, 'pairOfPatch' | 'patchMaterial'> {
  const count = groups.area.length;
  const pairOfPatch = new Int32Array(patches.count);
  const patchMaterial = new Uint8Array(patches.count);
  const sliverArea = new Float64Array(count);
  const widths = new Float64Array(count);
  const shown = new Int32Array(count);
  const material = new Uint8Array(count);
  let i = 0;
  for (let group = 0; group < count; group++) {
    const isReal = (judgements[group]! & MATERIAL) !== 0;
    const isWhole = whole[group] === 1;
    const end = groups.start[group + 1]!;
    let aside = 0;
    let pieces = 0;
    let widest = 0;
    for (; i < end; i++) {
      const patch = groups.patch[i]!;
      const width = groups.width[i]!;
      const land = patches.area[patch]!;
      const thick = isWhole || width >= tolerance;
      const isShown = !isReal || thick;
      pairOfPatch[patch] = group;
      patchMaterial[patch] = thick ? 1 : 0;
      aside += thick ? 0 : land;
      pieces += isShown ? 1 : 0;
      widest = isShown && width > widest ? width : widest;
    }
    material[group] = isReal ? 1 : 0;
    sliverArea[group] = aside;
    shown[group] = pieces;
    widths[group] = widest;
  }
  return {
    a: groups.a,
    b: groups.b,
    area: groups.area,
    material,
    sliverArea,
    shown,
    width: widths,
    pairOfPatch,
    patchMaterial,
  };
}

/** The pairs one by one. Every pair has the same fields in the same order, so that hundreds of thousands are read fast. */
function makePairs(columns: GroupColumns, judgements: Uint8Array, isEstimate: boolean): Pair[] {
  const pairs: Pair[] = [];
  for (let group = 0; group < judgements.length; group++) {
    const judgement = judgements[group]!;
    pairs.push({
      a: columns.a[group]!,
      b: columns.b[group]!,
      material: (judgement & MATERIAL) !== 0,
      ifHalf: isEstimate ? (judgement & IF_HALF) !== 0 : undefined,
      ifTwice: isEstimate ? (judgement & IF_TWICE) !== 0 : undefined,
      area: columns.area[group]!,
      sliverArea: columns.sliverArea[group]!,
      patches: columns.shown[group]!,
      maxWidth: columns.width[group]!,
      amounts: NO_AMOUNTS,
    });
  }
  return pairs;
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
    const isMost =
      area[group]! > 0.5 * areaOf(areas.a, a[group]!) || area[group]! > 0.5 * areaOf(areas.b, b[group]!);
    whole[group] = isMost ? 1 : 0;
    judgements[group] = isMost
      ? ALWAYS
      : (width >= metres.tolerance ? MATERIAL : 0) |
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
  // What is no part of the sums goes to one beyond all units.
  const rest = areas[side].length;
  const aside = new ExactSums(rest + 1);
  for (let group = 0; group < judgements.length; group++) {
    const isThin = judgements[group] !== ALWAYS && units[group] !== NO_UNIT;
    aside.add(isThin ? units[group]! : rest, groups.area[group]!);
  }
  const left = aside.values();
  const isUnitTooLarge = areas[side].map((area, unit) => (isTooLarge(left[unit]!, area) ? 1 : 0));
  if (!isUnitTooLarge.includes(1)) return [];
  const thin: number[] = [];
  for (let group = 0; group < judgements.length; group++)
    if (judgements[group] !== ALWAYS && isUnitTooLarge[units[group]!] === 1) thin.push(group);
  return thin;
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
