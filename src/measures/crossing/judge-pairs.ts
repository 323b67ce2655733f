/**
 * Which overlaps are real: pairs of units, judged by the width of their patches.
 *
 * Two files of one boundary never agree, so units touch in thousands of thin patches. No share of area separates
 * those from real overlaps; width does. A patch is material when its mean width (twice its area over its perimeter)
 * is at least the tolerance, or when its pair is more than half of either unit. A unit left with no material pair
 * gets its largest one, unless most of it lies outside the other layer.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { patchWidth, type Patches } from '../../arrangement/patches.js';

/** One pair of units, or a unit and the land outside the other layer. */
export interface Pair {
  /** Unit of the first and of the second layer, or NO_UNIT in a remainder. */
  readonly a: number;
  readonly b: number;
  /** All land of the pair, square metres. */
  readonly area: number;
  /** The part of it in thin patches, square metres. */
  readonly sliverArea: number;
  /** False for a sliver pair: none of its patches is material. */
  readonly material: boolean;
  /** Material patches; all patches of a sliver pair. */
  readonly patches: readonly number[];
  /** Widest of those, metres. */
  readonly maxWidth: number;
}

export interface PairList {
  /** Sorted by unit of the first layer, then of the second; remainders last. */
  readonly pairs: readonly Pair[];
  /** For each patch: index of its pair. */
  readonly pairOfPatch: Int32Array;
  /** For each patch: 1 where it is material. */
  readonly patchMaterial: Uint8Array;
  /** Tolerance in metres that was used. */
  readonly tolerance: number;
}

/** Judges all pairs. Areas of units are in square metres; tolerance in metres. */
export function judgePairs(
  patches: Patches,
  areasA: Float64Array,
  areasB: Float64Array,
  tolerance: number,
): PairList {
  const groups = groupPatches(patches);
  const forced = new Set<number>();
  const patchMaterial = new Uint8Array(patches.count);
  groups.lists.forEach((list, group) => {
    const most =
      groups.area[group]! > 0.5 * areaOf(areasA, groups.a[group]!) ||
      groups.area[group]! > 0.5 * areaOf(areasB, groups.b[group]!);
    for (const patch of list) {
      if (most || patchWidth(patches, patch) >= tolerance) patchMaterial[patch] = 1;
    }
  });
  for (const group of largestOfLonely(groups, patchMaterial, areasA, areasB)) forced.add(group);
  const pairOfPatch = new Int32Array(patches.count);
  const pairs = groups.lists.map((list, group) => {
    if (forced.has(group)) for (const patch of list) patchMaterial[patch] = 1;
    for (const patch of list) pairOfPatch[patch] = group;
    return judgePair(patches, groups, group, patchMaterial);
  });
  return { pairs, pairOfPatch, patchMaterial, tolerance };
}

interface Groups {
  readonly a: number[];
  readonly b: number[];
  readonly area: Float64Array;
  /** Patches of each pair, widest first by number of the patch. */
  readonly lists: number[][];
}

function groupPatches(patches: Patches): Groups {
  const order = patchesByPair(patches);
  const groups = { a: [] as number[], b: [] as number[], lists: [] as number[][] };
  for (const patch of order) {
    const n = groups.lists.length - 1;
    if (n >= 0 && groups.a[n] === patches.unitA[patch] && groups.b[n] === patches.unitB[patch]) {
      groups.lists[n]!.push(patch);
    } else {
      groups.a.push(patches.unitA[patch]!);
      groups.b.push(patches.unitB[patch]!);
      groups.lists.push([patch]);
    }
  }
  const sums = new ExactSums(groups.lists.length);
  groups.lists.forEach((list, group) => {
    for (const patch of list) sums.add(group, patches.area[patch]!);
  });
  return { ...groups, area: sums.values() };
}

/** Patches by unit of the first layer, unit of the second, number; remainders last. */
function patchesByPair({ count, unitA, unitB }: Patches): Float64Array {
  let [unitsA, unitsB] = [1, 1];
  for (let patch = 0; patch < count; patch++) {
    if (unitA[patch]! >= unitsA) unitsA = unitA[patch]! + 1;
    if (unitB[patch]! >= unitsB) unitsB = unitB[patch]! + 1;
  }
  if ((unitsA + 1) * (unitsB + 1) * count > Number.MAX_SAFE_INTEGER)
    return patchesByComparing({ count, unitA, unitB });
  // Pair and patch in one number, which sorts by itself; no unit counts as one more than all.
  const keys = new Float64Array(count);
  for (let patch = 0; patch < count; patch++) {
    const a = unitA[patch] === NO_UNIT ? unitsA : unitA[patch]!;
    const b = unitB[patch] === NO_UNIT ? unitsB : unitB[patch]!;
    keys[patch] = (a * (unitsB + 1) + b) * count + patch;
  }
  keys.sort();
  for (let i = 0; i < count; i++) keys[i] = keys[i]! % count;
  return keys;
}

/** The same for layers of so many units that a pair and a patch do not fit one number. */
function patchesByComparing({
  count,
  unitA,
  unitB,
}: Pick<Patches, 'count' | 'unitA' | 'unitB'>): Float64Array {
  const last = (unit: number): number => (unit === NO_UNIT ? Infinity : unit);
  const before = (p: number, q: number): number => (p === q ? 0 : p < q ? -1 : 1);
  return Float64Array.from({ length: count }, (_, patch) => patch).sort(
    (p, q) => before(last(unitA[p]!), last(unitA[q]!)) || before(last(unitB[p]!), last(unitB[q]!)) || p - q,
  );
}

/** Area of a unit; no bound for the outside. */
const areaOf = (areas: Float64Array, unit: number): number => (unit === NO_UNIT ? Infinity : areas[unit]!);

/** The largest pair of each unit that has no material pair though most of it lies in the other layer. */
function largestOfLonely(
  groups: Groups,
  patchMaterial: Uint8Array,
  areasA: Float64Array,
  areasB: Float64Array,
): number[] {
  const forced: number[] = [];
  for (const [side, areas] of [
    ['a', areasA],
    ['b', areasB],
  ] as const) {
    const largest = new Int32Array(areas.length).fill(-1);
    const settled = new Uint8Array(areas.length);
    groups.lists.forEach((list, group) => {
      const unit = groups[side][group]!;
      if (unit === NO_UNIT) return;
      const other = side === 'a' ? groups.b[group]! : groups.a[group]!;
      if (other === NO_UNIT) {
        if (groups.area[group]! > 0.5 * areas[unit]!) settled[unit] = 1;
        return;
      }
      if (list.some((patch) => patchMaterial[patch] === 1)) settled[unit] = 1;
      if (largest[unit]! < 0 || groups.area[group]! > groups.area[largest[unit]!]!) largest[unit] = group;
    });
    for (let unit = 0; unit < areas.length; unit++) {
      if (settled[unit] === 0 && largest[unit]! >= 0) forced.push(largest[unit]!);
    }
  }
  return forced;
}

function judgePair(patches: Patches, groups: Groups, group: number, patchMaterial: Uint8Array): Pair {
  const list = groups.lists[group]!;
  const thick = list.filter((patch) => patchMaterial[patch] === 1);
  const thin = list.filter((patch) => patchMaterial[patch] === 0);
  const material = thick.length > 0;
  const shown = material ? thick : list;
  return {
    a: groups.a[group]!,
    b: groups.b[group]!,
    area: groups.area[group]!,
    sliverArea: thin.reduce((sum, patch) => sum + patches.area[patch]!, 0),
    material,
    patches: shown,
    maxWidth: shown.reduce((widest, patch) => Math.max(widest, patchWidth(patches, patch)), 0),
  };
}
