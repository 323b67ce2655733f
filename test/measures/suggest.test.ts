/** Suggestions: single moves in their order, the cheapest set, its bounds, and sums shared out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import type { MeasureRequest } from '../../src/measures/people/measure-request.js';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';
import { scenarioReport } from '../../src/measures/scenario/scenario.js';
import type { Amounts } from '../../src/measures/suggest/amounts.js';
import { apportion, refuseRates } from '../../src/measures/suggest/apportion.js';
import { cheapestFix, type Choice, type Option } from '../../src/measures/suggest/cheapest-fix.js';
import type { SuggestWishes } from '../../src/measures/suggest/suggest-wishes.js';
import { fixScenario, suggest } from '../../src/measures/suggest/suggest.js';
import { troubleOf } from '../trouble-of.js';
import { drawnLayer, drawnPeople } from './align-lattice.js';
import { cellsOf, england, lookupOf, peopleOf, recordsOf } from './compare-drawn.js';

const suggested = (
  layers: readonly Layer[],
  measures: readonly MeasureRequest[],
  wishes: Partial<SuggestWishes> = {},
) =>
  suggest({
    layers,
    measures,
    planar: true,
    tolerance: 'auto',
    test: 'P1',
    never: new Set(),
    leastSize: null,
    mostChanged: null,
    by: 'part',
    apportion: [],
    sensitivity: false,
    ...wishes,
  });

const MOVE = ['c_code', 'from_i_code', 'to_i_code', 'people_moved', 'outside_main_after'];

describe('single moves', () => {
  // Council p: 60 in A, 30 in B, 10 in C.
  const layers = [lookupOf('i', 'A B C C'), lookupOf('c', 'p p p q')];
  const report = suggested(layers, [peopleOf('60 30 10 50')]);

  it('come in the order of people brought to their main side for each one moved', () => {
    expect(cellsOf(report, 'suggest', MOVE)).toEqual([
      ['p', 'B', 'A', 30, 10],
      ['p', 'C', 'A', 10, 30],
      ['p', 'A', 'B', 60, 10],
      ['p', 'A', 'C', 60, 30],
    ]);
  });

  it('know nothing of contiguity without shapes', () => {
    expect(new Set(cellsOf(report, 'suggest', ['contiguous']).flat())).toEqual(new Set(['unknown']));
  });

  it('are made of blocks on request', () => {
    const blocks = suggested(layers, [peopleOf('60 30 10 50')], { by: 'block' });
    expect(cellsOf(blocks, 'suggest', [...MOVE, 'block_code'])).toEqual([
      ['p', 'B', 'A', 30, 10, 'b01'],
      ['p', 'C', 'A', 10, 30, 'b02'],
    ]);
  });

  it('leave alone units that must not change and keep the least size', () => {
    const never = suggested(layers, [peopleOf('60 30 10 50')], { never: new Set(['B']) });
    expect(cellsOf(never, 'suggest', ['from_i_code', 'to_i_code'])).toEqual([
      ['C', 'A'],
      ['A', 'C'],
    ]);
    const keep = suggested(layers, [peopleOf('60 30 10 50')], { leastSize: 50 });
    expect(cellsOf(keep, 'suggest', ['from_i_code', 'to_i_code'])).toEqual([['C', 'A']]);
  });

  it('say whether both units stay in one piece', () => {
    // Council p lies in A and B; giving A's part to B cuts A in two.
    const shapes = [drawnLayer('i', 'A A A A\nB B A B'), drawnLayer('c', 'q p s s\nt t p u')];
    const found = suggested(shapes, [drawnPeople('9 5 9 9\n9 9 6 9')]);
    expect(recordsOf(found, 'suggest')).toEqual([]);
    const torn = [drawnLayer('i', 'A A A\nB B B'), drawnLayer('c', 'q p r\nt p u')];
    const cut = suggested(torn, [drawnPeople('9 5 9\n9 6 9')]);
    expect(cellsOf(cut, 'suggest', ['from_i_code', 'to_i_code', 'contiguous'])).toEqual([
      ['A', 'B', 'no'],
      ['B', 'A', 'no'],
    ]);
    const edge = suggested(
      [drawnLayer('i', 'A A A\nB B B'), drawnLayer('c', 'p q r\np t u')],
      [drawnPeople('5 9 9\n6 9 9')],
    );
    expect(cellsOf(edge, 'suggest', ['from_i_code', 'to_i_code', 'contiguous'])).toEqual([
      ['A', 'B', 'yes'],
      ['B', 'A', 'yes'],
    ]);
  });
});

describe('the cheapest set', () => {
  it('brings every minority part to the main one where nothing ties units together', () => {
    const report = suggested(
      [lookupOf('i', 'A B C C A'), lookupOf('c', 'p p p q q')],
      [peopleOf('60 30 10 50 20')],
    );
    expect(report.fix).toMatchObject({ cost: 60, left: 0, exact: true });
  });

  it('makes the test hold when it is applied as a scenario', () => {
    const layers = [lookupOf('i', 'A B C C A'), lookupOf('c', 'p p p q q')];
    const measures = [peopleOf('60 30 10 50 20')];
    const scenario = fixScenario(suggested(layers, measures), 'P1', ['i', 'c']);
    const applied = scenarioReport({
      layers,
      measures,
      planar: false,
      tolerance: 'auto',
      scenarios: [scenario],
      against: 1,
      chain: false,
      sizeGuide: null,
      sensitivity: false,
    });
    const shared = recordsOf(applied, 'effect').find(({ quantity }) => quantity === 'units_shared')!;
    expect([shared['before'], shared['after']]).toEqual([2, 0]);
  });

  it('leaves a unit that no allowed move can settle, and names it', () => {
    const report = suggested([lookupOf('i', 'A B'), lookupOf('c', 'p p')], [peopleOf('60 30')], {
      never: new Set(['B']),
    });
    expect(report.fix).toMatchObject({ cost: 0, left: 1 });
    expect(report.summary.join(' ')).toContain(
      'Left as it is, for no move is allowed that keeps the conditions: Unit p',
    );
  });

  it('settles P2 by giving what sticks into an authority to a unit that lies inside it', () => {
    // Authority x holds A and B whole and a part of C, which goes on beyond it.
    const icb = { ...lookupOf('icb', 'A B C C'), kind: 'icb' };
    const cauth = { ...lookupOf('cauth', 'x x x .'), kind: 'cauth' };
    const report = suggested([icb, cauth], [peopleOf('40 50 10 60')], { test: 'P2' });
    expect(cellsOf(report, 'fix', ['from_icb_code', 'to_icb_code', 'people_moved'])).toEqual([
      ['C', 'B', 10],
    ]);
  });

  it('is the cheapest of all sets that keep the bounds: the same as trying every one', () => {
    const transfer = fc.record({ from: fc.nat(3), to: fc.nat(3), amount: fc.integer({ min: 1, max: 9 }) });
    const option = fc.array(transfer, { minLength: 1, maxLength: 2 }).map((transfers): Option => ({
      transfers,
      cost: transfers.reduce((sum, { amount }) => sum + amount, 0),
      leaves: false,
    }));
    const leave: Option = { transfers: [], cost: 0, leaves: true };
    const choice = fc
      .array(option, { maxLength: 3 })
      .map((options, b = 0): Choice => ({ b, options: [...options, leave] }));
    fc.assert(
      fc.property(
        fc.array(choice, { maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 }),
        fc.option(fc.nat(12)),
        fc.option(fc.nat(4)),
        (choices, sizes, leastSize, mostChanged) => {
          const bounds = { sizes, leastSize, mostChanged };
          const fix = cheapestFix(choices, bounds);
          const best = everySet(choices)
            .filter((set) => fits(set, bounds))
            .map(
              (set) =>
                [
                  set.filter(({ leaves }) => leaves).length,
                  set.reduce((sum, { cost }) => sum + cost, 0),
                ] as const,
            )
            .sort((p, q) => p[0] - q[0] || p[1] - q[1])[0]!;
          expect([fix.left, fix.cost, fix.exact]).toEqual([...best, true]);
        },
      ),
      { numRuns: 300 },
    );
  });

  function everySet(choices: readonly Choice[]): Option[][] {
    return choices.reduce<Option[][]>(
      (sets, { options }) => sets.flatMap((set) => options.map((o) => [...set, o])),
      [[]],
    );
  }

  function fits(
    set: readonly Option[],
    { sizes, leastSize, mostChanged }: Parameters<typeof cheapestFix>[1],
  ): boolean {
    const now = Array.from(sizes);
    const changed = new Set<number>();
    const losers = new Set<number>();
    for (const { from, to, amount } of set.flatMap(({ transfers }) => transfers)) {
      now[from]! -= amount;
      now[to]! += amount;
      changed.add(from).add(to);
      losers.add(from);
    }
    if (mostChanged !== null && changed.size > mostChanged) return false;
    return leastSize === null || [...losers].every((unit) => now[unit]! >= leastSize);
  }
});

describe('England', () => {
  it.each([
    ['icb_2024', 12, 386_898],
    ['icb_2026', 5, 133_486],
  ])('of %s: %i councils are settled by moving %i people', (stem, councils, moved) => {
    const { layers, measures } = england([stem, 'ltla']);
    const report = suggested(layers, measures);
    expect(report.fix).toMatchObject({ cost: moved, left: 0, exact: true });
    expect(new Set(cellsOf(report, 'fix', ['ltla_code']).flat()).size).toBe(councils);
  });

  it('has nothing below the atom: moving a part of one needs blocks', () => {
    const { layers, measures } = england(['icb_2024', 'ltla']);
    expect(troubleOf(() => suggested(layers, measures, { by: 'block' })).message).toContain(
      'moving part of an atom needs --blocks',
    );
  });
});

describe('a sum shared out', () => {
  const amounts = (heading: string, values: readonly number[], name = 'budget'): Amounts => ({
    name,
    file: 'sums.csv',
    codeHeading: 'code',
    amountHeading: heading,
    rows: values.map((amount, i) => ({ code: ['p', 'q'][i]!, amount })),
  });

  it('goes by people, and adds up to the sum', () => {
    const layers = [lookupOf('i', 'A B B'), lookupOf('c', 'p p q')];
    const crossing = crossLayers({
      layers,
      measures: [peopleOf('30 10 5')],
      planar: false,
      tolerance: 'auto',
    });
    const { table, sentences } = apportion(crossing.pairs[0]!, amounts('pounds', [100, 8]));
    expect(table.rows.map((row) => [row[0], row[2], row[6], row[8]])).toEqual([
      ['p', 'A', 75, 'estimate: shared by people'],
      ['p', 'B', 25, 'estimate: shared by people'],
      ['q', 'B', 8, 'estimate: shared by people'],
    ]);
    expect(sentences[0]).toContain('108 of 108 shared out');
  });

  it.each(['rate', 'pct_over_65', 'Median income', 'deaths per 1,000', '% of people', 'IMD average score'])(
    'is refused for %s: rates cannot be added up',
    (heading) => {
      expect(troubleOf(() => refuseRates(amounts(heading, [10, 20]))).id).toBe('rate-not-amount');
    },
  );

  it('is refused where every number is a share, whatever it is called', () => {
    expect(troubleOf(() => refuseRates(amounts('value', [0.2, 0.4]))).id).toBe('rate-not-amount');
    expect(() => refuseRates(amounts('pounds', [0.2, 40]))).not.toThrow();
    expect(() => refuseRates(amounts('shareholders', [10, 40]))).not.toThrow();
  });
});
