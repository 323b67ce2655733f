/**
 * Where no plan of whole units exists: the plan that splits one unit in two, and fewest of its people.
 *
 *     ways to cut a unit, cheapest first ──► is there a plan with the two parts in different groups? ──► the first yes
 *
 * Each is decided exactly. The first yes is the fewest people split of all plans where it costs no more than the cheapest
 * way to split two units, or one in three.
 */
import type { BlockGraph } from './block-graph.js';
import { chooseGroups } from './choose-groups.js';
import { connectedSets, leavesRoom, type CandidateGroup } from './connected-sets.js';
import { makeElements } from './elements.js';
import type { PlanCost, Problem } from './problem.js';
import { groupOf } from './whole-units.js';

export interface OneSplit {
  /** Group of each block where a plan better than the known one was found. */
  readonly group: Int32Array | null;
  /** No plan splits fewer people than this. */
  readonly atLeast: number;
  readonly steps: number;
}

export interface SplitWishes {
  /** The best plan known, or null. */
  readonly known: PlanCost | null;
  /** Steps before the search is given up. */
  readonly most: number;
}

/** A way to cut a unit in two. */
interface Cut {
  readonly unit: number;
  /** The blocks of the part with fewer people. */
  readonly blocks: readonly number[];
  readonly people: number;
}

/** Ways to cut that are listed. */
const MOST_CUTS = 50_000;

/** The best plan with one unit of `unitOf` in two parts, given that none has all whole. */
export function planOfOneSplit(problem: Problem, unitOf: Int32Array, { known, most }: SplitWishes): OneSplit {
  const { graph } = problem;
  const blocksOf = blocksOfUnits(unitOf);
  const fewest = leastOfTwoCuts(graph, blocksOf);
  const limit = known === null || known.excess > 0 ? Infinity : known.split;
  const listed = cutsOf(graph, blocksOf, limit);
  const units = makeElements(graph, unitOf);
  const whole = connectedSets(units, problem, { most });
  let steps = whole.sets.length;
  if (!whole.complete) return { group: null, atLeast: smallestBlock(graph, blocksOf), steps };
  const sets = whole.sets.filter((set) => leavesRoom(units, set, problem));
  let best: { group: Int32Array; border: number; people: number } | null = null;
  let undecided = listed.beyond;
  for (const cut of listed.cuts) {
    if (best !== null && cut.people > best.people) break;
    if (steps >= most) {
      undecided = Math.min(undecided, cut.people);
      break;
    }
    const found = decide(cut, best?.border ?? (cut.people === limit ? known!.border : Infinity));
    steps += found.steps;
    if (found.group !== null) best = { group: found.group, border: found.border, people: cut.people };
    if (!found.complete) {
      undecided = Math.min(undecided, cut.people);
      break;
    }
  }
  const cheapest = best?.people ?? limit;
  return { group: best?.group ?? null, atLeast: Math.min(fewest, undecided, cheapest), steps };

  /** The plan with the shortest border that has the two parts of a cut in different groups. */
  function decide({ unit, blocks }: Cut, shorterThan: number): Decision {
    const part = units.count;
    const of = unitOf.slice();
    for (const block of blocks) of[block] = part;
    const elements = makeElements(graph, of);
    const own = [
      connectedSets(elements, problem, { most, root: part, without: unit }),
      connectedSets(elements, problem, { most, root: unit, without: part }),
    ];
    const apart = own.map((each) => each.sets.filter((set) => leavesRoom(elements, set, problem)));
    const looked = own.reduce((sum, each) => sum + each.sets.length, 0);
    if (own.some((each) => !each.complete)) return { group: null, border: 0, complete: false, steps: looked };
    if (apart.some((each) => each.length === 0))
      return { group: null, border: 0, complete: true, steps: looked };
    const all: CandidateGroup[] = [...apart.flat(), ...sets.filter(({ members }) => !members.includes(unit))];
    const border = elements.border.reduce((a, b) => a + b, 0) / 2 + 1;
    const found = chooseGroups(
      {
        elements: elements.count,
        members: all.map(({ members }) => members),
        costs: Float64Array.from(all, (set) => set.border / 2),
        number: problem.number,
      },
      {
        below: Math.min(border, shorterThan),
        most: Math.max(1000, most - steps),
        people: Float64Array.from(all, ({ people }) => people),
        total: elements.people.reduce((a, b) => a + b, 0),
        band: problem,
      },
    );
    return {
      group:
        found.plan === null
          ? null
          : groupOf(
              elements,
              found.plan.map((s) => all[s]!),
            ),
      border: found.cost,
      complete: found.complete,
      steps: looked + found.steps,
    };
  }
}

interface Decision {
  readonly group: Int32Array | null;
  readonly border: number;
  readonly complete: boolean;
  readonly steps: number;
}

/** People of the smallest block of a unit with several: whoever splits a unit splits so many at least. */
export const smallestBlock = (graph: BlockGraph, blocksOf: readonly (readonly number[])[]): number =>
  blocksOf
    .filter((blocks) => blocks.length > 1)
    .flat()
    .reduce((least, block) => Math.min(least, graph.people[block]!), Infinity);

/** Blocks of each unit. */
export function blocksOfUnits(unitOf: Int32Array): number[][] {
  const blocksOf = Array.from(
    { length: unitOf.reduce((most, u) => Math.max(most, u + 1), 0) },
    (): number[] => [],
  );
  unitOf.forEach((unit, block) => blocksOf[unit]!.push(block));
  return blocksOf;
}

/** The fewest people that a plan splits which cuts two units, or one into three. */
function leastOfTwoCuts(graph: BlockGraph, blocksOf: readonly (readonly number[])[]): number {
  const sizes = blocksOf
    .filter((blocks) => blocks.length > 1)
    .map((blocks) => blocks.map((block) => graph.people[block]!).sort((p, q) => p - q));
  const smallest = sizes.map(([first]) => first!).sort((p, q) => p - q);
  const two = smallest.length < 2 ? Infinity : smallest[0]! + smallest[1]!;
  return sizes
    .filter((each) => each.length > 2)
    .reduce((least, each) => Math.min(least, each[0]! + each[1]!), two);
}

/** Ways to cut one unit that split fewer people than `limit`, or as many; cheapest first. `beyond` is less than any not listed. */
function cutsOf(
  graph: BlockGraph,
  blocksOf: readonly (readonly number[])[],
  limit: number,
): { readonly cuts: Cut[]; readonly beyond: number } {
  const most = limit === Infinity ? Infinity : limit;
  let cuts: Cut[] = [];
  let beyond = Infinity;
  blocksOf.forEach((blocks, unit) => {
    const whole = blocks.reduce((sum, block) => sum + graph.people[block]!, 0);
    const sorted = [...blocks].sort((p, q) => graph.people[p]! - graph.people[q]! || p - q);
    const chosen: number[] = [];
    const choose = (from: number, people: number): void => {
      for (let i = from; i < sorted.length; i++) {
        const own = people + graph.people[sorted[i]!]!;
        if (own > most || own >= beyond || 2 * own > whole) return;
        chosen.push(sorted[i]!);
        // Of two halves with equally many people the one with the first block stands for both.
        if (2 * own < whole || chosen.includes(blocks[0]!))
          cuts.push({ unit, blocks: [...chosen], people: own });
        if (cuts.length > 2 * MOST_CUTS) shorten();
        choose(i + 1, own);
        chosen.pop();
      }
    };
    choose(0, 0);
  });
  shorten();
  return { cuts, beyond };

  function shorten(): void {
    cuts.sort((p, q) => p.people - q.people || p.unit - q.unit);
    if (cuts.length <= MOST_CUTS) return;
    beyond = cuts[MOST_CUTS]!.people;
    cuts = cuts.filter(({ people }) => people < beyond);
  }
}
