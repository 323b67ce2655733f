/**
 * The neighbourhoods of one parent.
 *
 *     how many fit? ──► recombination ──► a plan ──► exact search for a better one, or a proof that there is none
 *
 * What is proved is said: fewest people split, shortest border among plans of whole units, or a bound on either.
 */
import { piecesOf } from './block-graph.js';
import { blocksOfUnits, planOfOneSplit, smallestBlock } from './one-split.js';
import { costOf, groupSizes, isPossible, numbersPossible, type PlanCost, type Problem } from './problem.js';
import { compareCosts } from './problem.js';
import type { Random } from './random.js';
import { recombine } from './recombine.js';
import { planOfWhole } from './whole-units.js';

/** Why sizes miss the band. */
export type Miss =
  /** All people of the parent together are too few. */
  | 'too few people'
  /** No number of groups inside the band holds the people of the parent, or of a part of its land. */
  | 'no number fits'
  /** The number asked for cannot keep the band. */
  | 'number does not fit'
  /** One block alone has more people than a group should have. */
  | 'block too large'
  /** No plan inside the band was found, in so many steps. */
  | 'none found'
  /** There is none: every plan was looked at. */
  | 'none exists';

export interface Solution {
  /** Group of each block, from 0, in order of their first blocks. */
  readonly group: Int32Array;
  readonly groups: number;
  readonly cost: PlanCost;
  /** Numbers of groups that sizes inside the band allow, over all parts of the land. */
  readonly least: number;
  readonly most: number;
  /** No plan inside the band splits fewer people; null where nothing is known. */
  readonly splitBound: number | null;
  /** No plan of whole units (without units: no plan) has a shorter border; null where nothing is known. */
  readonly borderBound: number | null;
  /** How the plan was found. */
  readonly method: Method;
  readonly steps: number;
  readonly miss: Miss | null;
}

export type Method = 'one group' | 'every plan' | 'whole units' | 'one unit split' | 'recombination';

export interface SolveWishes {
  /** Steps of recombination; the exact searches have so many times as many. */
  readonly effort: number;
  readonly random: Random;
}

/** Steps of exact searches for one of recombination. */
const EXACT_STEPS = 20;
/** Up to so many blocks every plan is looked at. */
const FEW_BLOCKS = 24;
/** Numbers of groups that are tried where any will do. */
const NUMBERS_TRIED = 8;
/** Starts of recombination once the number is settled. */
const STARTS = 3;

export function solveParent(problem: Problem, wishes: SolveWishes): Solution {
  const { graph } = problem;
  const numbers = numbersOf(problem);
  const plain = { ...numbers, splitBound: null, borderBound: null };
  if (numbers.chosen.length === 1 && numbers.chosen[0] === numbers.parts) {
    // One group for each part of the land: there is nothing to choose.
    const { of: group, count } = piecesOf(graph, new Int32Array(graph.count));
    const cost = costOf(problem, group);
    const isSure = cost.excess === 0 ? { splitBound: cost.split, borderBound: cost.border } : {};
    const miss = cost.excess === 0 ? null : (numbers.miss ?? 'block too large');
    return { ...plain, ...isSure, group, groups: count, cost, method: 'one group', steps: 0, miss };
  }
  const searched = search(problem, numbers.chosen, wishes);
  const found = numbers.miss === null ? exact(problem, searched, wishes) : { ...plain, ...searched };
  const group = inOrder(found.group);
  return {
    ...plain,
    ...found,
    group,
    groups: groupSizes(graph, group).length,
    miss: found.cost.excess === 0 ? null : (numbers.miss ?? missOf(problem, found.isNone === true)),
  };
}

interface Numbers {
  readonly least: number;
  readonly most: number;
  /** Numbers to try. */
  readonly chosen: readonly number[];
  readonly parts: number;
  readonly miss: Miss | null;
}

/** The numbers of groups to try, by the people of each part of the land. */
function numbersOf(problem: Problem): Numbers {
  const { graph, number } = problem;
  const { of, count: parts } = piecesOf(graph, new Int32Array(graph.count));
  const people = groupSizes(graph, of);
  const ranges = [...people].map((own) => numbersPossible(own, problem));
  const [least, most] = [sum(ranges.map((range) => range.least)), sum(ranges.map((range) => range.most))];
  const isTooFew = people.every((own) => own < problem.low);
  if (number !== null) {
    const fits = [...people].every((own) => isPossible(own, problem)) && number >= least && number <= most;
    const chosen = [Math.max(parts, Math.min(number, graph.count))];
    return {
      least,
      most,
      chosen,
      parts,
      miss: fits ? null : isTooFew ? 'too few people' : 'number does not fit',
    };
  }
  if ([...people].some((own) => !isPossible(own, problem))) {
    const chosen = sum([...people].map((own, part) => nearestNumber(own, ranges[part]!, problem)));
    return { least, most, chosen: [chosen], parts, miss: isTooFew ? 'too few people' : 'no number fits' };
  }
  const last = Math.min(most, least + NUMBERS_TRIED - 1, graph.count);
  return {
    least,
    most,
    chosen: Array.from({ length: Math.max(1, last - least + 1) }, (_, i) => least + i),
    parts,
    miss: null,
  };
}

/** The number whose groups miss the band by fewest people together: the fewer of two that are equal. */
function nearestNumber(
  people: number,
  { least, most }: { least: number; most: number },
  { low, high }: Problem,
): number {
  if (least <= most) return least;
  const [few, many] = [Math.max(1, most), least];
  return people - few * high <= many * low - people || people < low ? few : many;
}

/** The best plan of recombination, over some numbers of groups. */
function search(problem: Problem, numbers: readonly number[], { effort, random }: SolveWishes): Searched {
  let [steps, best] = [0, null as { group: Int32Array; cost: PlanCost; number: number } | null];
  const attempt = (number: number, most: number): void => {
    const found = recombine(problem, number, most, random);
    steps += found.steps;
    if (best === null || compareCosts(found.cost, best.cost) < 0) best = { ...found, number };
  };
  if (numbers.length > 1) {
    for (const number of numbers) {
      attempt(number, Math.ceil(effort / 4));
      if (best!.cost.excess === 0 && best!.cost.split === 0) break;
    }
  }
  const { number } = best ?? { number: numbers[0]! };
  for (let start = 0; start < STARTS; start++) attempt(number, Math.ceil(effort / STARTS));
  return { group: best!.group, cost: best!.cost, steps, method: 'recombination' };
}

interface Searched {
  readonly group: Int32Array;
  readonly cost: PlanCost;
  readonly steps: number;
  readonly method: Method;
  readonly splitBound?: number | null;
  readonly borderBound?: number | null;
  /** Whether it is sure that no plan keeps the band. */
  readonly isNone?: boolean;
}

/** A better plan than the one searched out, or what is sure of it. */
function exact(problem: Problem, searched: Searched, { effort }: SolveWishes): Searched {
  const { graph, kept } = problem;
  const most = effort * EXACT_STEPS;
  const known = searched.cost;
  const blocks = Int32Array.from({ length: graph.count }, (_, block) => block);
  if (graph.count <= FEW_BLOCKS || kept.length === 0) {
    const every = planOfWhole(problem, blocks, { most, known });
    const best = better(problem, searched, every.group, 'every plan', every.steps);
    if (every.complete) {
      const isSure = best.cost.excess === 0;
      return {
        ...best,
        method: 'every plan',
        ...(isSure ? { splitBound: best.cost.split, borderBound: best.cost.border } : { isNone: true }),
      };
    }
    if (kept.length === 0) return { ...best, splitBound: 0, borderBound: every.bound?.border ?? null };
  }
  const whole = planOfWhole(problem, together(kept), { most, known });
  const best = better(problem, searched, whole.group, 'whole units', whole.steps);
  if (best.cost.excess === 0 && best.cost.split === 0) {
    return {
      ...best,
      method: whole.complete ? 'whole units' : best.method,
      splitBound: 0,
      borderBound: whole.complete ? best.cost.border : (whole.bound?.border ?? null),
    };
  }
  if (!whole.isNone) return { ...best, splitBound: 0 };
  const atLeast = Math.min(...kept.map((unitOf) => smallestBlock(graph, blocksOfUnits(unitOf))));
  if (kept.length > 1) return { ...best, splitBound: atLeast };
  const cut = planOfOneSplit(problem, kept[0]!, { known: best.cost, most });
  const cutBest = better(problem, best, cut.group, 'one unit split', cut.steps);
  return { ...cutBest, splitBound: Math.max(atLeast, cut.atLeast) };
}

/** The plan found where it is better, with the steps of both. */
function better(
  problem: Problem,
  before: Searched,
  group: Int32Array | null,
  method: Method,
  steps: number,
): Searched {
  const all = { ...before, steps: before.steps + steps };
  if (group === null) return all;
  const cost = costOf(problem, group);
  return compareCosts(cost, before.cost) < 0 ? { ...all, group, cost, method } : all;
}

/** Elements that keep the units of all layers whole: blocks that share a unit of any layer are in one. */
function together(kept: readonly Int32Array[]): Int32Array {
  const [first, ...others] = kept;
  const root = Int32Array.from(first!, (_, block) => block);
  const find = (block: number): number => {
    let top = block;
    while (root[top] !== top) top = root[top] = root[root[top]!]!;
    return top;
  };
  for (const unitOf of [first!, ...others]) {
    const seen = new Map<number, number>();
    unitOf.forEach((unit, block) => {
      const other = seen.get(unit);
      if (other === undefined) seen.set(unit, block);
      else root[find(block)] = find(other);
    });
  }
  return inOrder(root.map((_, block) => find(block)));
}

function missOf(problem: Problem, isNone: boolean): Miss {
  if (problem.graph.people.some((people) => people > problem.high)) return 'block too large';
  return isNone ? 'none exists' : 'none found';
}

/** Labels numbered from 0 in order of where they first stand. */
function inOrder(labels: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return labels.map((label) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size);
    return numbers.get(label)!;
  });
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
