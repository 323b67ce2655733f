/** Random grids of blocks for tests of the neighbourhood builder, and every plan of a small one. */
import { blockGraph, piecesOf, type BlockBorder } from '../../src/measures/neighbourhoods/block-graph.js';
import {
  compareCosts,
  costOf,
  type PlanCost,
  type Problem,
} from '../../src/measures/neighbourhoods/problem.js';
import { seededRandom } from '../../src/measures/neighbourhoods/random.js';

/** A grid of `wide` times `high` blocks; kept units are stripes and clumps of it, not all contiguous. */
export function randomGrid(
  seed: number,
  wide: number,
  high: number,
  wishes: Pick<Problem, 'low' | 'high' | 'number'> & { readonly layers: number },
): Problem {
  const random = seededRandom(seed, 'grid');
  const count = wide * high;
  const borders: BlockBorder[] = [];
  for (let block = 0; block < count; block++) {
    if (block % wide < wide - 1) borders.push({ a: block, b: block + 1, metres: 100 + random.below(900) });
    if (block + wide < count) borders.push({ a: block, b: block + wide, metres: 100 + random.below(900) });
  }
  const kept = Array.from({ length: wishes.layers }, (_, l) => {
    const units = 2 + random.below(Math.max(1, count >> 1));
    const of = Array.from({ length: count }, (_, block) =>
      random.below(6) === 0 ? random.below(units) : Math.floor((block * units) / count + l / 3) % units,
    );
    const numbers = [...new Set(of)];
    return Int32Array.from(of, (unit) => numbers.indexOf(unit));
  });
  const people = Float64Array.from({ length: count }, () => 800 + random.below(1500));
  return { graph: blockGraph(people, borders), kept, ...wishes };
}

/** Whether each group is contiguous, and every block in one. */
export function isContiguous({ graph }: Problem, group: Int32Array): boolean {
  const groups = new Set(group).size;
  return !group.includes(-1) && piecesOf(graph, group).count === groups;
}

/** The cheapest plan inside the band of all there are, or null where there is none. */
export function cheapestOfAll(problem: Problem): PlanCost | null {
  const { graph, number } = problem;
  const group = new Int32Array(graph.count).fill(-1);
  const sizes: number[] = [];
  let best: PlanCost | null = null;
  const place = (block: number, groups: number): void => {
    if (block === graph.count) {
      if (number !== null && groups !== number) return;
      const cost = costOf(problem, group);
      if (cost.excess > 0 || (best !== null && compareCosts(cost, best) >= 0)) return;
      if (isContiguous(problem, group)) best = cost;
      return;
    }
    for (let g = 0; g <= groups; g++) {
      // No group that has too many people already comes to be inside the band.
      if ((sizes[g] ?? 0) + graph.people[block]! > problem.high) continue;
      group[block] = g;
      sizes[g] = (sizes[g] ?? 0) + graph.people[block]!;
      place(block + 1, Math.max(groups, g + 1));
      sizes[g]! -= graph.people[block]!;
    }
    group[block] = -1;
  };
  place(0, 0);
  return best;
}
