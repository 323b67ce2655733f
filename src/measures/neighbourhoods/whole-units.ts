/**
 * Plans of whole elements: the cheapest, or a proof that there is none.
 */
import { chooseGroups } from './choose-groups.js';
import { connectedSets, leavesRoom, type CandidateGroup } from './connected-sets.js';
import { makeElements, type Elements } from './elements.js';
import { compareCosts, costOf, type PlanCost, type Problem } from './problem.js';

export interface WholePlan {
  /** Group of each block in a plan that is better than the one known; null for none. */
  readonly group: Int32Array | null;
  /** Whether nothing is better: no plan of whole elements but the one found, or known, is. */
  readonly complete: boolean;
  /** Split people and metres of border that no plan of whole elements goes below; null where not all groups could be listed. */
  readonly bound: Pick<PlanCost, 'split' | 'border'> | null;
  /** Whether it is sure that no plan of whole elements keeps the band. */
  readonly isNone: boolean;
  readonly steps: number;
}

export interface WholeWishes {
  /** Sets and steps before the search is given up. */
  readonly most: number;
  /** The cost of the best plan known, or null. */
  readonly known: PlanCost | null;
}

/** Groups listed before those that leave no room behind are no longer told apart. */
const MOST_CHECKED = 60_000;

/** The best plan that keeps every element whole; `of` has the element of each block. */
export function planOfWhole(problem: Problem, of: Int32Array, { most, known }: WholeWishes): WholePlan {
  const elements = makeElements(problem.graph, of);
  const listed = connectedSets(elements, problem, { most });
  const steps = listed.sets.length;
  if (!listed.complete) return { group: null, complete: false, bound: null, isNone: false, steps };
  const sets =
    listed.sets.length > MOST_CHECKED
      ? listed.sets
      : listed.sets.filter((set) => leavesRoom(elements, set, problem));
  const weight = splitWeight(elements);
  const splits = partialSplits(problem, elements, sets);
  const costs = Float64Array.from(sets, ({ border }, s) => weight * splits[s]! + border / 2);
  const total = elements.people.reduce((a, b) => a + b, 0);
  // No plan of these elements costs more: all borders, and of units that elements cut all people.
  const isWhole = splits.every((split) => split === 0);
  const dearest = weight * (isWhole ? 0 : problem.kept.length * total) + half(elements.border) + 1;
  const isKnown = known !== null && known.excess === 0;
  const below = isKnown ? Math.min(dearest, weight * known.split + known.border) : dearest;
  // What groups share out of units does not add up to what a plan splits.
  const wholeCost = (chosen: readonly number[]): number => {
    const { split, border } = costOf(
      problem,
      groupOf(
        elements,
        chosen.map((s) => sets[s]!),
      ),
    );
    return weight * split + border;
  };
  const found = chooseGroups(
    { elements: elements.count, members: sets.map(({ members }) => members), costs, number: problem.number },
    {
      below,
      most,
      people: Float64Array.from(sets, ({ people }) => people),
      total,
      band: problem,
      ...(isWhole ? {} : { costOf: wholeCost }),
    },
  );
  const group =
    found.plan === null
      ? null
      : groupOf(
          elements,
          found.plan.map((s) => sets[s]!),
        );
  const bound = Math.max(0, found.bound);
  const split = Math.floor(bound / weight);
  return {
    group:
      group !== null && (known === null || compareCosts(costOf(problem, group), known) < 0) ? group : null,
    complete: found.complete,
    bound: { split, border: bound - split * weight },
    isNone: found.complete && found.plan === null && below === dearest,
    steps: steps + found.steps,
  };
}

const half = (borders: Float64Array): number => borders.reduce((a, b) => a + b, 0) / 2;

/** Metres that outweigh all border, a power of two so that nothing is rounded. */
function splitWeight({ border }: Elements): number {
  const all = border.reduce((a, b) => a + b, 0);
  let weight = 1;
  while (weight <= all) weight *= 2;
  return weight;
}

/**
 * For each group half of what it shares out of units: of a unit with p of T people here the lesser of p and T − p. Added up
 * over a plan that is the people outside the main group where it has half of its unit, and less where it has not.
 */
function partialSplits(
  { graph, kept }: Problem,
  elements: Elements,
  sets: readonly CandidateGroup[],
): Float64Array {
  const blocksOf = Array.from({ length: elements.count }, (): number[] => []);
  elements.of.forEach((e, block) => blocksOf[e]!.push(block));
  const layers = kept.map((unitOf) => {
    const whole = new Float64Array(unitOf.reduce((most, u) => Math.max(most, u + 1), 0));
    unitOf.forEach((u, block) => (whole[u]! += graph.people[block]!));
    return { unitOf, whole };
  });
  return Float64Array.from(sets, ({ members }) =>
    layers.reduce((sum, { unitOf, whole }) => {
      const here = new Map<number, number>();
      for (const e of members)
        for (const block of blocksOf[e]!)
          here.set(unitOf[block]!, (here.get(unitOf[block]!) ?? 0) + graph.people[block]!);
      return sum + [...here].reduce((own, [u, p]) => own + Math.min(p, whole[u]! - p) / 2, 0);
    }, 0),
  );
}

/** Group of each block: groups in order of their first blocks. */
export function groupOf(elements: Elements, groups: readonly CandidateGroup[]): Int32Array {
  const groupOfElement = new Int32Array(elements.count).fill(-1);
  groups.forEach(({ members }, g) => members.forEach((e) => (groupOfElement[e] = g)));
  return elements.of.map((e) => groupOfElement[e]!);
}
