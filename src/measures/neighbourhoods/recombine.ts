/**
 * Plans by recombination (DeFord, Duchin and Solomon 2021): two neighbouring groups are put together, a random spanning
 * tree is drawn through them, and the tree is cut where both sides keep the band and the cost is least.
 *
 *     g g h h        ┌─┬ ┌─┐        edges inside a kept unit come into the tree first, so a cut splits at most one unit
 *     g g h h   ──►  │ │ │ │  ──►   and most cuts none
 *     g h h h        └ └─┴─┘
 *
 * Between recombinations single pieces are shifted across a border. A dearer plan is taken as long as it is dearer by
 * less than a threshold, which falls to nought (Dueck and Scheuer 1990); the best one met is kept. Seeded, and without
 * functions whose last digit differs between machines.
 */
import type { Random } from './random.js';
import { Regions } from './regions.js';
import { firstPlan } from './first-plan.js';
import { makeTrees } from './spanning-trees.js';
import { compareCosts, costOf, excessOf, type PlanCost, type Problem } from './problem.js';

export interface Recombined {
  /** Group of each block. */
  readonly group: Int32Array;
  readonly cost: PlanCost;
  readonly steps: number;
}

/** Metres of border that one person split, and one person outside the band, weigh as much as while searching. */
const METRES_PER_SPLIT = 4;
const METRES_PER_EXCESS = 100;
/** Cuts of a tree that are weighed. */
const MOST_CUTS = 16;
/** One step in so many shifts a piece; one tree in so many is drawn regardless of units. */
const SHIFTS = 2;
const PLAIN_TREES = 12;
/** The first threshold, as a part of the mean border of a group. */
const FIRST_THRESHOLD = 0.6;

/** The best plan met in so many steps, of exactly `number` groups. */
export function recombine(problem: Problem, number: number, steps: number, random: Random): Recombined {
  const { graph } = problem;
  const plan = firstPlan(problem, number, random);
  const regions = new Regions(problem, plan);
  const trees = makeTrees(problem, random);
  let cost = costOf(problem, plan);
  let best = { group: plan.slice(), cost };
  if (number < 2) return { ...best, steps: 0 };
  const scale = (FIRST_THRESHOLD * 2 * cost.border) / number;
  const weigh = ({ excess, split, border }: PlanCost): number =>
    METRES_PER_EXCESS * excess + METRES_PER_SPLIT * split + border;
  for (let step = 0; step < steps; step++) {
    const edge = regions.crossing(random);
    if (edge === null) break;
    const [a, b] = edge;
    const [g, h] = [plan[a]!, plan[b]!];
    const region = regions.open(g, h);
    const before = regions.costOfSides();
    const threshold = scale * (1 - (step + 1) / steps);
    const after = random.below(SHIFTS) === 0 ? (shift(a) ? regions.costOfSides() : null) : cut(region);
    if (after === null || weigh(after) - weigh(before) > threshold) continue;
    regions.settle();
    cost = {
      excess: cost.excess + after.excess - before.excess,
      split: cost.split + after.split - before.split,
      border: cost.border + after.border - before.border,
    };
    if (compareCosts(cost, best.cost) < 0) best = { group: plan.slice(), cost };
  }
  return { group: best.group, cost: costOf(problem, best.group), steps };

  /** Puts the cheapest cut of a random tree on the sides; null where no cut keeps the band as well as now. */
  function cut(region: Int32Array): PlanCost | null {
    const tree = trees(region, random.below(PLAIN_TREES) === 0);
    const total = tree.below[0]!;
    const excessAt = (i: number): number =>
      excessOf(tree.below[i]!, problem) + excessOf(total - tree.below[i]!, problem);
    let least = Infinity;
    for (let i = 1; i < region.length; i++) least = Math.min(least, excessAt(i));
    const cuts: number[] = [];
    for (let i = 1; i < region.length; i++) if (excessAt(i) === least) cuts.push(i);
    let cheapest: { cut: number; cost: PlanCost; weight: number } | null = null;
    const tries = Math.min(cuts.length, MOST_CUTS);
    for (let t = 0; t < tries; t++) {
      const at = cuts.length > MOST_CUTS ? t + random.below(cuts.length - t) : t;
      const own = cuts[at]!;
      cuts[at] = cuts[t]!;
      regions.put(tree.blocksBelow(own));
      const found = regions.costOfSides();
      if (cheapest === null || weigh(found) < cheapest.weight)
        cheapest = { cut: own, cost: found, weight: weigh(found) };
    }
    if (cheapest === null) return null;
    regions.put(tree.blocksBelow(cheapest.cut));
    return cheapest.cost;
  }

  /** Puts a block, or all of its unit that is with it, on the other side; false where a side would not be contiguous. */
  function shift(block: number): boolean {
    const unitOf =
      random.below(4) === 0 ? undefined : problem.kept[random.below(Math.max(1, problem.kept.length))];
    return regions.shift(unitOf === undefined ? [block] : regions.ofUnitBeside(block, unitOf), graph);
  }
}
