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
import {
  judgeGroups,
  type AreasOfUnits,
  type GroupedPatches,
  type PatchGroups,
  WHOLE,
} from '../../arrangement/patch-groups.js';
import type { Patches } from '../../arrangement/patches.js';
import { NEVER_SLIVER } from '../../arrangement/thin-patches.js';
import { ALWAYS, IF_HALF, IF_TWICE, MATERIAL } from './judgement.js';
import type { OverlapPair, PairColumns } from './pairs-of-layers.js';

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
  const areas = { a: areasA, b: areasB };
  const [half, twice] = isEstimate ? [tolerance / 2, 2 * tolerance] : [tolerance, tolerance];
  const { groupOfPatch, material, ...groups } = judgeGroups(
    patches,
    areas,
    { tolerance, half, twice },
    (found, judgements) => forceLargest(found, judgements, areas),
  );
  const columns = { ...groups, material: groups.judgements.map((judgement) => judgement & MATERIAL) };
  let pairs: Pair[] | null = null;
  return {
    columns,
    get pairs() {
      return (pairs ??= makePairs(columns, isEstimate));
    },
    judgements: groups.judgements,
    pairOfPatch: groupOfPatch,
    patchMaterial: material,
    tolerance,
    isEstimate,
  };
}

type Columns = Pick<PairList, 'judgements'> &
  PairList['columns'] &
  Pick<GroupedPatches, 'sliverArea' | 'shown'>;

/** The pairs one by one. Every pair has the same fields in the same order, so that hundreds of thousands are read fast. */
function makePairs(columns: Columns, isEstimate: boolean): Pair[] {
  const pairs: Pair[] = [];
  for (let group = 0; group < columns.judgements.length; group++) {
    const judgement = columns.judgements[group]!;
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

/** Makes groups material that are too large to be set aside all together. */
function forceLargest(groups: PatchGroups, judgements: Uint8Array, areas: AreasOfUnits): void {
  const thin: number[] = [];
  for (let group = 0; group < judgements.length; group++) if (judgements[group]! < ALWAYS) thin.push(group);
  const ofA = ofThinUnits(groups, thin, 'a', areas);
  const ofB = ofThinUnits(groups, thin, 'b', areas);
  for (const bit of [MATERIAL, IF_HALF, IF_TWICE]) {
    const forced = [
      ...tooLargeToSetAside(groups, judgements, bit, ofA, 'a', areas),
      ...tooLargeToSetAside(groups, judgements, bit, ofB, 'b', areas),
    ];
    for (const group of forced) judgements[group]! |= bit === MATERIAL ? MATERIAL | WHOLE : bit;
  }
}

/**
 * Of groups that are too thin for any of the tolerances those of units that all of these together are too much of: of other
 * units none is too large to be set aside by one of them.
 */
function ofThinUnits(
  groups: PatchGroups,
  thin: readonly number[],
  side: 'a' | 'b',
  areas: AreasOfUnits,
): readonly number[] {
  const units = groups[side];
  const own = thin.filter((group) => units[group] !== NO_UNIT);
  const aside = new ExactSums(areas[side].length);
  for (const group of own) aside.add(units[group]!, groups.area[group]!);
  const left = aside.values();
  return own.filter((group) => isTooLarge(left[units[group]!]!, areas[side][units[group]!]!));
}

/** Whether pairs of so much land, in square metres, are too much of a unit to be set aside all together. */
const isTooLarge = (aside: number, unitArea: number): boolean => !(aside <= NEVER_SLIVER * unitArea);

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
