/** Laws of the alignment report, on small maps drawn by chance. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlignReport } from '../../src/measures/align/align.js';
import type { Cell } from '../../src/result/table.js';
import { alignDrawn, columnsOf, drawnLayer, drawnPeople, rowsOf } from './align-lattice.js';

const WIDTH = 5;
const HEIGHT = 4;

/** A drawing of some letters; the first letter is always there, so that the layer has a unit. */
const drawing = (letters: string): fc.Arbitrary<string[]> =>
  fc
    .array(fc.constantFrom(...letters), { minLength: WIDTH * HEIGHT, maxLength: WIDTH * HEIGHT })
    .map((squares) => [letters[0]!, ...squares.slice(1)]);

const people = fc.array(fc.integer({ min: 0, max: 50 }), {
  minLength: WIDTH * HEIGHT,
  maxLength: WIDTH * HEIGHT,
});

const asText = (squares: readonly (string | number)[]): string =>
  Array.from({ length: HEIGHT }, (_, row) => squares.slice(row * WIDTH, (row + 1) * WIDTH).join(' ')).join(
    '\n',
  );

const maps = fc.record({ a: drawing('ABC.'), b: drawing('pqrs.'), c: drawing('xy.'), people });

const reportOn = (a: readonly string[], b: readonly string[], residents: readonly number[]): AlignReport =>
  alignDrawn(
    [drawnLayer('icb', asText(a), 'icb'), drawnLayer('ltla', asText(b), 'ltla')],
    [drawnPeople(asText(residents))],
    { metrics: 'all' },
  );

const sorted = (rows: Cell[][]): string[] => rows.map((row) => JSON.stringify(row)).sort();

const closeTo = (one: Cell, other: Cell): void => {
  if (typeof one === 'number' && typeof other === 'number') expect(other).toBeCloseTo(one, 9);
  else expect(other).toBe(one);
};

/** Codes in the third and fourth place of a metric's key do not matter here. */
const metricsBy = (report: AlignReport): Map<string, Cell> =>
  new Map(
    rowsOf(report, 'metrics').map((row) => [
      `${String(row['metric'])} ${String(row['direction'])} ${String(row['basis']).split(':')[0]!.split(';')[0]!}`,
      row['value']!,
    ]),
  );

const RELABELLED: Readonly<Record<string, string>> = {
  A: 'Z',
  B: 'Y',
  C: 'X',
  p: 'w',
  q: 'v',
  r: 'u',
  s: 't',
};

describe('laws', () => {
  test('relabelling units changes no figure', () => {
    fc.assert(
      fc.property(maps, ({ a, b, people: residents }) => {
        const relabel = (squares: readonly string[]): string[] =>
          squares.map((square) => RELABELLED[square] ?? square);
        const before = reportOn(a, b, residents);
        const after = reportOn(relabel(a), relabel(b), residents);
        const figures = {
          shared: ['parts', 'area_ha', 'people', 'pct_people_in_main', 'people_outside_main'],
          parts: ['overlap_ha', 'people'],
          units: [
            'class',
            'areas_whole',
            'areas_shared',
            'people',
            'people_in_whole_areas',
            'share_in_whole_areas',
          ],
          border: ['edge', 'border_km', 'exact_km', 'within_tolerance_km', 'deviating_km'],
          tests: ['test', 'tested', 'met', 'not_met', 'share'],
        };
        for (const [table, headings] of Object.entries(figures)) {
          expect(sorted(columnsOf(after, table, headings)), table).toEqual(
            sorted(columnsOf(before, table, headings)),
          );
        }
        const values = metricsBy(after);
        for (const [key, value] of metricsBy(before)) closeTo(value, values.get(key)!);
      }),
      { numRuns: 60 },
    );
  });

  test('swapping the layers mirrors every metric', () => {
    fc.assert(
      fc.property(maps, ({ a, b, people: residents }) => {
        const one = metricsBy(reportOn(a, b, residents));
        const other = metricsBy(
          alignDrawn(
            [drawnLayer('ltla', asText(b), 'ltla'), drawnLayer('icb', asText(a), 'icb')],
            [drawnPeople(asText(residents))],
            { metrics: 'all' },
          ),
        );
        const mirrored: Readonly<Record<string, string>> = {
          homogeneity: 'completeness',
          completeness: 'homogeneity',
          entropy_a: 'entropy_b',
          entropy_b: 'entropy_a',
        };
        for (const [key, value] of one) {
          const [metric, ...rest] = key.split(' ');
          const turned = rest
            .join(' ')
            .replace(/A to B|B to A/, (way) => (way === 'A to B' ? 'B to A' : 'A to B'));
          closeTo(value, other.get(`${mirrored[metric!] ?? metric!} ${turned}`)!);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('merging two ICBs never makes more councils miss P1', () => {
    fc.assert(
      fc.property(maps, ({ a, b, people: residents }) => {
        const missing = (squares: readonly string[]): Cell =>
          rowsOf(reportOn(squares, b, residents), 'tests')[0]!['not_met']!;
        const merged = a.map((square) => (square === 'B' ? 'A' : square));
        expect(missing(merged)).toBeLessThanOrEqual(missing(a) as number);
      }),
      { numRuns: 60 },
    );
  });

  test('loading a further layer changes nothing in the tables of the first two', () => {
    fc.assert(
      fc.property(maps, ({ a, b, c, people: residents }) => {
        const layers = [
          drawnLayer('icb', asText(a), 'icb'),
          drawnLayer('ltla', asText(b), 'ltla'),
          drawnLayer('other', asText(c)),
        ];
        const measures = [drawnPeople(asText(residents))];
        const two = alignDrawn(layers.slice(0, 2), measures);
        const three = alignDrawn(layers, measures);
        for (const name of ['shared', 'parts', 'units', 'patches', 'border', 'stretches']) {
          // A point inside a patch or furthest along a stretch may be another one, all else is the same.
          const without = (rows: Record<string, Cell>[]): Record<string, Cell>[] =>
            rows.map((row) => ({ ...row, longitude: null, latitude: null, max_distance_m: null }));
          expect(without(rowsOf(three, `${name}_icb_ltla`)), name).toEqual(without(rowsOf(two, name)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the people of a shared unit are those of its parts and those outside; its patches hold those outside its main', () => {
    fc.assert(
      fc.property(maps, ({ a, b, people: residents }) => {
        const report = reportOn(a, b, residents);
        for (const unit of rowsOf(report, 'shared')) {
          const own = (table: string): Record<string, Cell>[] =>
            rowsOf(report, table).filter((row) => row['ltla_code'] === unit['ltla_code']);
          const sum = (rows: Record<string, Cell>[]): number =>
            rows.reduce((total, row) => total + (row['people'] as number), 0);
          expect(sum(own('parts'))).toBe(unit['people']);
          expect(sum(own('patches'))).toBe(unit['people_outside_main']);
        }
      }),
      { numRuns: 60 },
    );
  });
});
