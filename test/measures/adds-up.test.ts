/**
 * Parts add up to their totals as they are written: in every table made of a crossing, and in sentences in whole people.
 * Text faces show each cell in whole people, so parts that are read there are off by half a person a figure at most.
 */
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { coverage } from '../../src/measures/coverage/coverage.js';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';
import { overlapTable } from '../../src/measures/crossing/overlap-table.js';
import { findChanges } from '../../src/measures/changes/changes.js';
import { unitsTable } from '../../src/measures/changes/changes-table.js';
import type { MeasureRequest } from '../../src/measures/people/measure-request.js';
import { displayColumn } from '../../src/report/display-column.js';
import { reconciliationText } from '../../src/report/reconciliation-text.js';
import { roundTable } from '../../src/result/round-table.js';
import { parseResult } from '../../src/result/parse-result.js';
import type { Result } from '../../src/result/result.js';
import type { Table } from '../../src/result/table.js';
import { runCommand } from '../cli/run-command.js';
import { sampleResult } from '../report/sample-result.js';
import { alignDrawn, drawnLayer, drawnPeople } from './align-lattice.js';

const ALL = { includeSlivers: true, includeOutside: true };
const WIDTH = 8;

/** Rows of a table as they are printed, by heading. */
const printed = (table: Table): Record<string, unknown>[] =>
  roundTable(table).rows.map((row) =>
    Object.fromEntries(table.columns.map(({ heading }, i) => [heading, row[i] ?? null])),
  );

/** The same as text faces show them: terminal, Markdown, page, document. */
const shown = (table: Table): Record<string, unknown>[] => {
  const { columns, rows } = roundTable(table);
  const texts = columns.map((column, i) =>
    displayColumn(
      rows.map((row) => row[i] ?? null),
      column,
    ).map((text) => (column.kind === 'people' ? text.replaceAll(',', '').replace('<1', '0') : text)),
  );
  return rows.map((_, r) => Object.fromEntries(columns.map(({ heading }, i) => [heading, texts[i]![r]])));
};

const tenths = (value: unknown): number => Math.round(Number(value ?? 0) * 10);

/** Sums of a column by the text in another, and the total that stands beside each, in tenths; and how many parts. */
function sums(rows: Record<string, unknown>[], by: string, part: string, whole: string): number[][] {
  const found = new Map<string, [number, number, number]>();
  for (const row of rows) {
    const key = row[by];
    if (typeof key !== 'string' || key === '') continue;
    const [sum, , count] = found.get(key) ?? [0, 0, 0];
    found.set(key, [sum + tenths(row[part]), tenths(row[whole]), count + 1]);
  }
  return [...found.values()];
}

/** Half a person, in tenths: what a figure of a text face is off at most. */
const HALF = 5;

/** Parts are their whole, but for so much a figure. */
const agrees = (pairs: number[][], off = 0): void => {
  for (const [parts, whole, count] of pairs) near(parts!, whole!, off * (count! + 1));
};
const near = (parts: number, whole: number, off: number): void =>
  expect(Math.abs(parts - whole)).toBeLessThanOrEqual(off);

/** Blocks of two squares, from the first or the second on, with people who need not be whole. */
function blocksOf(values: readonly number[], shift: boolean): MeasureRequest {
  const letters = Array.from({ length: WIDTH }, (_, c) => 'klmnopqrs'[(c + (shift ? 1 : 0)) >> 1]!);
  const layer = drawnLayer('block', letters.join(' '));
  const { measure } = drawnPeople(layer.codes.map((_, b) => values[b]).join(' '));
  return {
    measure: {
      ...measure,
      blocks: layer.codes,
      values: Float64Array.from(layer.codes, (_, b) => values[b]!),
    },
    blocks: { form: 'polygons', layer },
  };
}

const drawing = (letters: string): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...letters), { minLength: WIDTH, maxLength: WIDTH })
    .map((cells) => cells.join(' '));

const grounds = fc
  .record({
    a: drawing('ABC'),
    b: drawing('pqr'),
    people: fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 5, maxLength: 5 }),
    shift: fc.boolean(),
  })
  .map(({ a, b, people, shift }) => ({
    layers: [drawnLayer('a', a), drawnLayer('b', b)] as [Layer, Layer],
    measures: [blocksOf(people, shift)],
  }));

describe('on random lattices with people who are not whole', () => {
  const RUNS = { numRuns: 60 };

  it('rows of overlap add up to the units of both layers, and so do pieces of compare', () => {
    fc.assert(
      fc.property(grounds, ({ layers, measures }) => {
        const { pairs } = crossLayers({ layers, measures, planar: true, tolerance: 1 });
        const [{ a, b, land }] = pairs as [(typeof pairs)[number]];
        const table = overlapTable(a, b, land, ALL);
        const rows = printed(table);
        for (const [face, off] of [
          [rows, 0],
          [shown(table), HALF],
        ] as const) {
          agrees(sums(face, 'a_code', 'people', 'a_people'), off);
          agrees(sums(face, 'b_code', 'people', 'b_people'), off);
        }
        const changes = printed(unitsTable(findChanges(a, b, land)));
        const byUnit = new Map(rows.map((row) => [row['a_code'], row['a_people']]));
        agrees(
          sums(
            changes.map((row) => ({ ...row, whole: byUnit.get(row['before_code']) })),
            'before_code',
            'people',
            'whole',
          ),
        );
      }),
      RUNS,
    );
  });

  it('parts of align add up to their units, and those outside the main partner are the rest', () => {
    fc.assert(
      fc.property(grounds, ({ layers, measures }) => {
        const { tables } = alignDrawn(layers, measures, { tolerance: 1 });
        for (const [face, off] of [
          [printed, 0],
          [shown, HALF],
        ] as const) {
          const named = (name: string) => face(tables.find((table) => table.name === name)!);
          const parts = named('parts');
          for (const unit of named('shared')) {
            const own = parts.filter((part) => part['b_code'] === unit['b_code']);
            const of = (wanted: (part: Record<string, unknown>) => boolean): number =>
              own.filter(wanted).reduce((sum, part) => sum + tenths(part['people']), 0);
            const most = off * (own.length + 1);
            near(
              of(() => true),
              tenths(unit['people']),
              most,
            );
            const isOther = (part: Record<string, unknown>): boolean =>
              ![true, 'yes'].some((yes) => part['is_main'] === yes);
            near(of(isOther), tenths(unit['people_outside_main']), most);
          }
        }
      }),
      RUNS,
    );
  });

  it('parents of coverage have the people of the pairs, covered or not; text has whole people that add up', () => {
    fc.assert(
      fc.property(grounds, drawing('pq.'), ({ layers: [, parents], measures }, gaps) => {
        fc.pre(/[pq]/.test(gaps));
        const layers = [drawnLayer('n', gaps), parents];
        const request = { layers, measures, planar: true, tolerance: 1, ...ALL };
        const report = coverage({
          ...request,
          sensitivity: false,
          bands: [],
          flags: [],
          near: 0.9,
          services: null,
          toDegrees: (positions) => positions,
        });
        const table = report.tables.find(({ name }) => name === 'parents')!;
        const rows = printed(table);
        for (const row of shown(table))
          near(
            tenths(row['covered_people']) + tenths(row['uncovered_people']),
            tenths(row['people']),
            3 * HALF,
          );
        const [{ land }] = crossLayers(request).pairs as [ReturnType<typeof crossLayers>['pairs'][number]];
        rows.forEach((row, parent) => {
          expect(tenths(row['covered_people']) + tenths(row['uncovered_people'])).toBe(tenths(row['people']));
          expect(tenths(row['people'])).toBe(tenths(land.measures[0]!.unitsB[parent]));
        });
        checkText({ ...sampleResult, reconciliation: report.reconciliation });
        const [all, one, two, none] =
          /[\d,]+ people.*?([\d,]+) are in one of.* ([\d,]+) in two or more, ([\d,]+) in none/
            .exec(report.summary[0]!)!
            .map((text, i) =>
              Number((i === 0 ? /([\d,]+) people/.exec(text)![1]! : text).replaceAll(',', '')),
            );
        expect(one! + two! + none!).toBe(all);
      }),
      RUNS,
    );
  });
});

/** Every line of the reconciliation that counts people: whole numbers that add up. */
function checkText(result: Result): void {
  for (const line of reconciliationText(result)) {
    if (/ ha = /.test(line)) continue;
    expect(line).not.toMatch(/\d\.\d/);
    const [, total, sum] = /: ([\d,]+) \S+ = (.*) \(difference 0\)$/.exec(line)!;
    const parts = [...sum!.matchAll(/(− )?([\d,]+) [a-z]/g)].map(
      ([, minus, number]) => (minus === undefined ? 1 : -1) * Number(number!.replaceAll(',', '')),
    );
    expect([line, parts.reduce((all, part) => all + part, 0)]).toEqual([
      line,
      Number(total!.replaceAll(',', '')),
    ]);
  }
}

describe('on the region, drawn twice and with blocks that straddle', () => {
  const region = (file: string): string => resolve('data/region', file);
  const run = async (...words: string[]): Promise<Result> => {
    const people = [
      '--people',
      region('residents.csv'),
      '--blocks',
      region('blocks.geojson'),
      '--json',
      '--quiet',
    ];
    const { code, stdout, stderr } = await runCommand([...words, ...people]);
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    return parseResult(stdout);
  };
  const icb = `icb=${region('icb_generalised_BSC.geojson')}`;
  const ltla = `ltla=${region('ltla.geojson')}`;

  it('rows, parts and parents add up, and text has whole people', async () => {
    const overlap = await run('overlap', icb, ltla, '--include-slivers', '--include-outside');
    const rows = printed(overlap.tables[0]!);
    agrees(sums(rows, 'ltla_code', 'people', 'ltla_people'));
    agrees(sums(rows, 'icb_code', 'people', 'icb_people'));
    checkText(overlap);
    const covered = await run('coverage', icb, '--within', ltla);
    const of = new Map(rows.map((row) => [row['ltla_code'], tenths(row['ltla_people'])]));
    const parents = printed(covered.tables.find(({ name }) => name === 'parents')!);
    expect(parents).toHaveLength(12);
    for (const row of parents) {
      expect(tenths(row['people'])).toBe(of.get(row['ltla_code']));
      expect(tenths(row['covered_people']) + tenths(row['uncovered_people'])).toBe(tenths(row['people']));
    }
    checkText(covered);
  });
});
