/**
 * What is asked for one parent: its blocks in groups, each contiguous and inside the size band, that split fewest people
 * of kept units and have the shortest border between them.
 */
import type { BlockGraph } from './block-graph.js';

export interface Problem {
  readonly graph: BlockGraph;
  /** By kept layer the unit of each block, numbered from 0 without gaps; a block in no unit is one of its own. */
  readonly kept: readonly Int32Array[];
  /** People that a group should have at least and at most. */
  readonly low: number;
  readonly high: number;
  /** How many groups; null where any number will do. */
  readonly number: number | null;
}

/** What a plan costs; less is better, the first that differs decides. */
export interface PlanCost {
  /** People by which groups miss the band. */
  readonly excess: number;
  /** People of kept units who are outside the group with most of their unit, added up over kept layers. */
  readonly split: number;
  /** Metres of border between groups. */
  readonly border: number;
}

/** People by which a size misses the band. */
export const excessOf = (people: number, { low, high }: Pick<Problem, 'low' | 'high'>): number =>
  people < low ? low - people : people > high ? people - high : 0;

/** Below nought where the first is better. */
export const compareCosts = (p: PlanCost, q: PlanCost): number =>
  p.excess - q.excess || p.split - q.split || p.border - q.border;

/** The cost of a plan: `group` has the group of each block, from 0. */
export function costOf(problem: Problem, group: Int32Array): PlanCost {
  const { graph, kept } = problem;
  const sizes = groupSizes(graph, group);
  let border = 0;
  for (let block = 0; block < graph.count; block++) {
    for (let i = graph.start[block]!; i < graph.start[block + 1]!; i++) {
      const next = graph.neighbour[i]!;
      if (next > block && group[next] !== group[block]) border += graph.metres[i]!;
    }
  }
  return {
    excess: sizes.reduce((sum, people) => sum + excessOf(people, problem), 0),
    split: kept.reduce((sum, unitOf) => sum + splitOf(graph, unitOf, group), 0),
    border,
  };
}

/** People of each group. */
export function groupSizes(graph: BlockGraph, group: Int32Array): Float64Array {
  const sizes = new Float64Array(group.reduce((most, g) => Math.max(most, g + 1), 0));
  group.forEach((g, block) => (sizes[g]! += graph.people[block]!));
  return sizes;
}

/** People of the units of one kept layer outside the group with most of their unit. */
export const splitOf = (graph: BlockGraph, unitOf: Int32Array, group: Int32Array): number =>
  [...partsOfUnits(graph, unitOf, group).values()].reduce(
    (sum, parts) => sum + [...parts.values()].reduce((a, b) => a + b, 0) - Math.max(...parts.values()),
    0,
  );

/** People of each unit by group. */
export function partsOfUnits(
  graph: BlockGraph,
  unitOf: Int32Array,
  group: Int32Array,
): Map<number, Map<number, number>> {
  const parts = new Map<number, Map<number, number>>();
  for (let block = 0; block < graph.count; block++) {
    const own = parts.get(unitOf[block]!) ?? new Map<number, number>();
    own.set(group[block]!, (own.get(group[block]!) ?? 0) + graph.people[block]!);
    parts.set(unitOf[block]!, own);
  }
  return parts;
}

/** The least and the greatest number of groups that sizes inside the band allow; none where the first is greater. */
export function numbersPossible(
  people: number,
  { low, high }: Pick<Problem, 'low' | 'high'>,
): { least: number; most: number } {
  return { least: Math.max(1, Math.ceil(people / high)), most: Math.floor(people / Math.max(low, 1)) };
}

/** Whether some number of groups inside the band has so many people; of nobody there are none. */
export function isPossible(people: number, band: Pick<Problem, 'low' | 'high'>): boolean {
  const { least, most } = numbersPossible(people, band);
  return people === 0 || least <= most;
}
