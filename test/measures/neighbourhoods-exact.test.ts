/** The neighbourhood builder on random grids: against every plan of small ones, and its laws on larger ones. */
import { describe, expect, it, test } from 'vitest';
import { piecesOf } from '../../src/measures/neighbourhoods/block-graph.js';
import { planOfOneSplit } from '../../src/measures/neighbourhoods/one-split.js';
import { costOf, groupSizes, type Problem } from '../../src/measures/neighbourhoods/problem.js';
import { seededRandom } from '../../src/measures/neighbourhoods/random.js';
import { recombine } from '../../src/measures/neighbourhoods/recombine.js';
import { solveParent, type Solution } from '../../src/measures/neighbourhoods/solve-parent.js';
import { planOfWhole } from '../../src/measures/neighbourhoods/whole-units.js';
import { cheapestOfAll, isContiguous, randomGrid } from './neighbourhoods-grids.js';

const solve = (problem: Problem, seed = 1, effort = 400): Solution =>
  solveParent(problem, { effort, random: seededRandom(seed, 'test') });

describe('on grids of up to twelve blocks', { timeout: 120_000 }, () => {
  const shapes = [
    [3, 3],
    [2, 5],
    [1, 9],
    [2, 4],
    [3, 2],
  ] as const;
  for (const layers of [0, 1, 2]) {
    it(`with ${layers} kept layers it finds what every plan together has as the cheapest`, () => {
      let none = 0;
      for (let seed = 1; seed <= 60; seed++) {
        const [wide, high] = shapes[seed % shapes.length]!;
        const number = seed % 3 === 0 ? 2 + (seed % 2) : null;
        const low = 1000 + 300 * (seed % 7);
        const problem = randomGrid(seed, wide, high, {
          low,
          high: low + 1500 + 100 * (seed % 11),
          number,
          layers,
        });
        const cheapest = cheapestOfAll(problem);
        const found = solve(problem, seed);
        expect(isContiguous(problem, found.group), `seed ${seed}`).toBe(true);
        if (cheapest === null) {
          none++;
          expect([seed, found.miss]).not.toEqual([seed, null]);
          continue;
        }
        expect([seed, found.miss]).toEqual([seed, null]);
        expect([seed, found.cost.split]).toEqual([seed, cheapest.split]);
        expect(found.cost.border, `seed ${seed}`).toBeCloseTo(cheapest.border, 6);
        expect([seed, found.splitBound]).toEqual([seed, cheapest.split]);
        expect(found.borderBound, `seed ${seed}`).toBeCloseTo(cheapest.border, 6);
      }
      expect(none).toBeGreaterThan(0);
    });
  }

  it('finds the same on twelve', () => {
    for (const [seed, number] of [
      [3, 3],
      [4, null],
    ] as const) {
      const problem = randomGrid(seed, 4, 3, { low: 4000, high: 8000, number, layers: 1 });
      const cheapest = cheapestOfAll(problem)!;
      const found = solve(problem);
      expect([found.cost.split, Math.round(found.cost.border)]).toEqual([
        cheapest.split,
        Math.round(cheapest.border),
      ]);
    }
  });
});

describe('plans of whole units', () => {
  it('are the cheapest there are, or there is none', () => {
    let [some, none] = [0, 0];
    for (let seed = 1; seed <= 80; seed++) {
      const low = 2500 + 200 * (seed % 9);
      const problem = randomGrid(seed, 3, 3, {
        low,
        high: low + 2500,
        number: seed % 2 === 0 ? null : 3,
        layers: 1,
      });
      const whole = planOfWhole(problem, problem.kept[0]!, { most: 1e5, known: null });
      const cheapest = cheapestOfAll(problem);
      const isWhole = cheapest !== null && cheapest.split === 0;
      expect([seed, whole.complete, whole.isNone]).toEqual([seed, true, !isWhole]);
      if (isWhole) {
        some++;
        expect(costOf(problem, whole.group!).border).toBeCloseTo(cheapest.border, 6);
      } else none++;
    }
    expect(some).toBeGreaterThan(5);
    expect(none).toBeGreaterThan(5);
  });

  it('with one unit split the fewest people are found where that is said', () => {
    let proved = 0;
    for (let seed = 1; seed <= 120; seed++) {
      const low = 3000 + 200 * (seed % 9);
      const problem = randomGrid(seed, 3, 3, { low, high: low + 2500, number: 3, layers: 1 });
      const cheapest = cheapestOfAll(problem);
      if (cheapest === null || cheapest.split === 0) continue;
      const found = planOfOneSplit(problem, problem.kept[0]!, { known: null, most: 1e5 });
      expect(found.atLeast, `seed ${seed}`).toBeLessThanOrEqual(cheapest.split);
      if (found.group === null) continue;
      const cost = costOf(problem, found.group);
      expect([seed, cost.excess, isContiguous(problem, found.group)]).toEqual([seed, 0, true]);
      if (found.atLeast < cost.split) continue;
      proved++;
      expect([seed, cost.split]).toEqual([seed, cheapest.split]);
    }
    expect(proved).toBeGreaterThan(5);
  });
});

describe('on larger grids', () => {
  const problems = Array.from({ length: 8 }, (_, i) =>
    randomGrid(100 + i, 9, 8, { low: 9000, high: 16_000, number: i % 2 === 0 ? null : 9, layers: i % 3 }),
  );

  it('every group is contiguous and inside the band, every block in one, and the bounds hold', () => {
    for (const [i, problem] of problems.entries()) {
      const { group, groups, cost, miss, splitBound, borderBound } = solve(problem, i);
      expect([i, miss]).toEqual([i, null]);
      expect(isContiguous(problem, group)).toBe(true);
      const sizes = [...groupSizes(problem.graph, group)];
      expect(sizes.length).toBe(groups);
      if (problem.number !== null) expect(groups).toBe(problem.number);
      expect(sizes.every((people) => people >= problem.low && people <= problem.high)).toBe(true);
      expect(cost).toEqual(costOf(problem, group));
      expect(splitBound ?? 0).toBeLessThanOrEqual(cost.split);
      expect(borderBound ?? 0).toBeLessThanOrEqual(cost.border + 1e-6);
    }
  });

  it('the same seed gives the same plan, and another one that keeps the same laws', () => {
    for (const problem of problems.slice(0, 3)) {
      expect([...solve(problem, 5).group]).toEqual([...solve(problem, 5).group]);
      for (const seed of [6, 7, 8]) expect(isContiguous(problem, solve(problem, seed).group)).toBe(true);
    }
  });

  it('recombination keeps to the number it is given, and no longer search is worse', () => {
    const problem = problems[1]!;
    const costs = [0, 200, 2000].map((steps) => {
      const found = recombine(problem, 9, steps, seededRandom(2, 'test'));
      expect(piecesOf(problem.graph, found.group).count).toBe(9);
      return found.cost;
    });
    expect(costs[2]!.excess).toBe(0);
    expect(costs[2]!.border).toBeLessThan(costs[0]!.border);
  });
});

test('random numbers are those written down: whole numbers of 32 bits, the same everywhere', () => {
  const { below } = seededRandom(1, 'E08000009');
  expect(Array.from({ length: 6 }, () => below(1000))).toEqual([282, 551, 731, 624, 721, 377]);
});
