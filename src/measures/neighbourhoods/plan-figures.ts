/**
 * Figures of a plan, built or drawn, counted the same way: whole blocks, each in one neighbourhood or in none.
 */
import { perimetersOf, type LandOfBlocks } from './land-of-blocks.js';
import { excessOf } from './problem.js';
import type { Built, BuiltParent } from './built.js';
import { blockGraph, piecesOf, type BlockGraph } from './block-graph.js';

/** A kept unit that lies in two neighbourhoods or more. */
export interface SplitUnit {
  /** Its number in the kept layer. */
  readonly unit: number;
  /** People of each neighbourhood that has a part, the main one first. */
  readonly parts: readonly { readonly group: number; readonly people: number }[];
  readonly outsideMain: number;
}

/** Kept units of some blocks that a plan splits, by number; `groupOf` and `unitOf` are -1 for none. */
export function splitUnits(
  people: Float64Array,
  blocks: readonly number[],
  unitOf: Int32Array,
  groupOf: Int32Array,
): SplitUnit[] {
  const parts = new Map<number, Map<number, number>>();
  for (const block of blocks) {
    const [unit, group] = [unitOf[block]!, groupOf[block]!];
    if (unit < 0) continue;
    const own = parts.get(unit) ?? new Map<number, number>();
    own.set(group, (own.get(group) ?? 0) + people[block]!);
    parts.set(unit, own);
  }
  return [...parts]
    .filter(([, own]) => own.size > 1)
    .sort(([p], [q]) => p - q)
    .map(([unit, own]) => {
      const sorted = [...own]
        .map(([group, count]) => ({ group, people: count }))
        .sort((p, q) => q.people - p.people || p.group - q.group);
      return {
        unit,
        parts: sorted,
        outsideMain: sorted.slice(1).reduce((sum, part) => sum + part.people, 0),
      };
    });
}

/** What a plan makes of one parent. */
export interface PlanFigures {
  readonly neighbourhoods: number;
  readonly smallest: number | null;
  readonly largest: number | null;
  /** Neighbourhoods outside the band, and in two or more parts by their blocks. */
  readonly outOfBand: number;
  readonly apart: number;
  readonly peopleInNone: number;
  /** By kept layer: units split, and their people outside the main neighbourhood. */
  readonly split: readonly { readonly units: number; readonly people: number }[];
  /** Metres of border between neighbourhoods, or between one and blocks in none. */
  readonly border: number;
  readonly medianCompactness: number | null;
  readonly leastCompactness: number | null;
}

/** Figures of a plan for the blocks of one parent; `groupOf` has the neighbourhood of every block, -1 for none. */
export function planFigures(built: Built, parent: BuiltParent, groupOf: Int32Array): PlanFigures {
  const { people, land, keptOf, wishes } = built;
  const { blocks } = parent;
  const inParent = new Int32Array(people.length).fill(-2);
  for (const block of blocks) inParent[block] = groupOf[block]!;
  const sizes = new Map<number, number>();
  for (const block of blocks) sizes.set(groupOf[block]!, (sizes.get(groupOf[block]!) ?? 0) + people[block]!);
  const inNone = sizes.get(-1) ?? 0;
  sizes.delete(-1);
  const counts = [...sizes.values()];
  const compact = compactnessOf(land, inParent, [...sizes.keys()]);
  return {
    neighbourhoods: sizes.size,
    smallest: counts.length === 0 ? null : Math.min(...counts),
    largest: counts.length === 0 ? null : Math.max(...counts),
    outOfBand: counts.filter((count) => excessOf(count, wishes) > 0).length,
    apart: groupsApart(land, blocks, inParent),
    peopleInNone: inNone,
    split: keptOf.map((unitOf) => {
      const units = splitUnits(people, blocks, unitOf, groupOf);
      return { units: units.length, people: units.reduce((sum, each) => sum + each.outsideMain, 0) };
    }),
    border: land.borders.reduce(
      (sum, { a, b, metres }) =>
        inParent[a]! > -2 && inParent[b]! > -2 && inParent[a] !== inParent[b] ? sum + metres : sum,
      0,
    ),
    medianCompactness: median(compact),
    leastCompactness: compact.length === 0 ? null : compact[0]!,
  };
}

/** Polsby–Popper scores of some groups, rising; of what of them lies in the parent. */
function compactnessOf(land: LandOfBlocks, inParent: Int32Array, groups: readonly number[]): number[] {
  const most = groups.reduce((max, group) => Math.max(max, group + 1), 0);
  const own = inParent.map((group) => Math.max(group, -1));
  const perimeter = perimetersOf(land, own, most);
  const area = new Float64Array(most);
  own.forEach((group, block) => {
    if (group >= 0) area[group]! += land.areas[block]!;
  });
  return groups.flatMap((group) => polsbyPopper(area[group]!, perimeter[group]!) ?? []).sort((p, q) => p - q);
}

/** 4π × area / perimeter², 1 for a circle (Polsby and Popper 1991); null without land. */
export const polsbyPopper = (area: number, perimeter: number): number | null =>
  perimeter === 0 ? null : (4 * Math.PI * area) / perimeter ** 2;

function groupsApart({ borders }: LandOfBlocks, blocks: readonly number[], inParent: Int32Array): number {
  const numberOf = new Map(blocks.map((block, i) => [block, i]));
  const graph: BlockGraph = blockGraph(
    new Float64Array(blocks.length),
    borders.flatMap(({ a, b, metres }) =>
      numberOf.has(a) && numberOf.has(b) ? [{ a: numberOf.get(a)!, b: numberOf.get(b)!, metres }] : [],
    ),
  );
  const group = Int32Array.from(blocks, (block) => inParent[block]!);
  const pieces = piecesOf(graph, group);
  const found = new Map<number, Set<number>>();
  group.forEach((each, i) => found.set(each, (found.get(each) ?? new Set()).add(pieces.of[i]!)));
  return [...found].filter(([each, own]) => each >= 0 && own.size > 1).length;
}

export function median(sorted: readonly number[]): number | null {
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
