/**
 * A plan to begin with: trees are cut in two, and their parts again, until there are as many groups as wanted.
 */
import { piecesOf } from './block-graph.js';
import { numbersPossible, type Problem } from './problem.js';
import type { Random } from './random.js';
import { makeTrees } from './spanning-trees.js';

/** Trees drawn for one cut before the cut that misses the band least is taken. */
const TRIES = 30;

/** The group of each block: `number` groups, or one for each part of the land where it has more parts. */
export function firstPlan(problem: Problem, number: number, random: Random): Int32Array {
  const { graph } = problem;
  const parts = piecesOf(graph, new Int32Array(graph.count));
  const blocksOf = Array.from({ length: parts.count }, (): number[] => []);
  parts.of.forEach((part, block) => blocksOf[part]!.push(block));
  const people = blocksOf.map((blocks) => blocks.reduce((sum, block) => sum + graph.people[block]!, 0));
  const group = new Int32Array(graph.count);
  const trees = makeTrees(problem, random);
  let groups = 0;
  const divide = (region: Int32Array, count: number): void => {
    if (count <= 1 || region.length <= 1) {
      for (const block of region) group[block] = groups;
      groups++;
      return;
    }
    let best = { missed: Infinity, first: region, firstCount: 0 };
    for (let t = 0; t < TRIES && best.missed > 0; t++) {
      const tree = trees(region, t % 3 === 2);
      const total = tree.below[0]!;
      const turn = random.below(region.length);
      for (let i = 0; i < region.length; i++) {
        const place = (i + turn) % region.length;
        if (place === 0) continue;
        const own = tree.below[place]!;
        const near = total === 0 ? 1 : Math.round((own * count) / total);
        for (const k of [near, near - 1, near + 1]) {
          if (k < 1 || k >= count) continue;
          const missed = missedBy(own, k, problem) + missedBy(total - own, count - k, problem);
          if (missed < best.missed) best = { missed, first: tree.blocksBelow(place).slice(), firstCount: k };
        }
        if (best.missed === 0) break;
      }
    }
    const isFirst = new Set(best.first);
    divide(best.first, best.firstCount);
    divide(
      region.filter((block) => !isFirst.has(block)),
      count - best.firstCount,
    );
  };
  const counts = shareOut(people, number, problem);
  blocksOf.forEach((blocks, part) => divide(Int32Array.from(blocks), counts[part]!));
  return group;
}

/** People by which so many groups together miss what their bands allow. */
const missedBy = (people: number, groups: number, { low, high }: Problem): number =>
  Math.max(0, groups * low - people, people - groups * high);

/** How many groups each part of the land gets: at least one, as near to its share of the people as the band allows. */
function shareOut(people: readonly number[], number: number, problem: Problem): number[] {
  const all = people.reduce((a, b) => a + b, 0);
  const wanted = people.map((own) => (all === 0 ? 1 : (own * number) / all));
  const counts = people.map((own, part) => {
    const { least, most } = numbersPossible(own, problem);
    return Math.max(1, Math.min(Math.max(least, Math.round(wanted[part]!)), Math.max(least, most)));
  });
  const sum = (): number => counts.reduce((a, b) => a + b, 0);
  // One more, or one fewer, where the count is furthest from what is wanted.
  while (sum() < number) counts[furthest((part) => wanted[part]! - counts[part]!)]!++;
  while (sum() > number && counts.some((count) => count > 1))
    counts[furthest((part) => (counts[part]! > 1 ? counts[part]! - wanted[part]! : -Infinity))]!--;
  return counts;

  function furthest(by: (part: number) => number): number {
    return counts.reduce((best, _, part) => (by(part) > by(best) ? part : best), 0);
  }
}
