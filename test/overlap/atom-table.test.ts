/** The table of three or more layers on drawn layers: one row for each combination of letters, its count of squares. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { buildMembership } from '../../src/layer/membership.js';
import type { Measure } from '../../src/layer/people.js';
import { draw, overlapOf, people, rowsOf } from './drawn-layers.js';

const CODES = 'a_code b_code c_code';

describe('three layers', () => {
  const layers = [
    draw('a', 'a a a b b b\na a a b b b'),
    draw('b', 'x x y y y .\nx x y y y .'),
    draw('c', 'm m m m n n\nm m m n n n'),
  ];

  it('make one row for each combination, sorted by codes, blanks last', () => {
    const { tables } = overlapOf(layers, { measures: [people('1 2 3 4 5 6\n1 2 3 4 5 6')] });
    expect(rowsOf(tables[0]!, `${CODES} area_ha people sliver`)).toEqual([
      'a x m 4 6 false',
      'a y m 2 6 false',
      'b y m 1 4 false',
      'b y n 3 14 false',
      'b - n 2 12 false',
    ]);
  });

  it('leave out land that one layer alone covers, unless asked', () => {
    const alone = [draw('a', 'a a . .'), draw('b', '. x x .'), draw('c', '. m . m')];
    expect(rowsOf(overlapOf(alone).tables[0]!, CODES)).toEqual(['a x m']);
    const all = overlapOf(alone, { includeOutside: true });
    expect(rowsOf(all.tables[0]!, CODES)).toEqual(['a x m', 'a - -', '- x -', '- - m']);
  });

  it('name both units in one row where a layer covers land twice, so that no land is in two rows', () => {
    const twice = [draw('a', 'a a a'), draw('b', 'x xy y'), draw('c', 'm m m')];
    expect(rowsOf(overlapOf(twice).tables[0]!, `${CODES} area_ha`)).toEqual([
      'a x m 1',
      'a x;y m 1',
      'a y m 1',
    ]);
  });

  it('have tolerance, reconciliation and sentences for every two of them', () => {
    const { tolerances, reconciliation, summary } = overlapOf(layers);
    expect(tolerances.map((each) => each.layers.join())).toEqual(['a,b', 'a,c', 'b,c']);
    expect(reconciliation.every(({ difference }) => difference === 0)).toBe(true);
    expect(summary.filter((sentence) => sentence.includes('real overlaps')).length).toBe(3);
  });

  it('decide slivers two by two: a row is one where any two of its units only touch in slivers', () => {
    const eight = (row: string): string => Array(8).fill(row).join('\n');
    const drawn = [
      draw('a', eight('a a a a b b b b')),
      draw('b', eight('x x x y y y y y')),
      draw('c', eight('m m m m m m m m')),
    ];
    const all = overlapOf(drawn, { tolerance: 89, includeSlivers: true });
    expect(rowsOf(all.tables[0]!, `${CODES} area_ha sliver`)).toEqual([
      'a x m 24 false',
      'a y m 8 true',
      'b y m 32 false',
    ]);
    expect(rowsOf(overlapOf(drawn, { tolerance: 89 }).tables[0]!, CODES)).toEqual(['a x m', 'b y m']);
  });
});

describe('three lookups', () => {
  const lookup = (id: string, units: string): Layer => {
    const entries = [...units].map((unit, block) => ({
      block: `B${block}`,
      unit: unit === '.' ? '' : unit,
      weight: 1,
    }));
    const { codes, membership } = buildMembership(entries, {
      blockKind: 'block',
      weighted: false,
      bestFit: false,
    });
    return { ...draw(id, 'z'), codes, names: codes, land: null, membership };
  };
  const measure: Measure = { ...people('1 2 3 4 5').measure, blocks: ['B0', 'B1', 'B2', 'B3', 'B4'] };
  const layers = [lookup('a', 'aaabb'), lookup('b', 'xxy.y'), lookup('c', 'mnnnn')];

  it('make one row for each combination of their blocks, without land', () => {
    const { tables } = overlapOf(layers, { measures: [{ measure, blocks: null }] });
    expect(rowsOf(tables[0]!, `${CODES} area_ha people people_method`)).toEqual([
      'a x m - 1 exact fit',
      'a x n - 2 exact fit',
      'a y n - 3 exact fit',
      'b y n - 5 exact fit',
      'b - n - 4 exact fit',
    ]);
  });
});

describe('any three drawings', () => {
  const letters = (alphabet: string): fc.Arbitrary<string[][]> =>
    fc
      .array(fc.array(fc.constantFrom(...alphabet), { minLength: 4, maxLength: 4 }), {
        minLength: 4,
        maxLength: 4,
      })
      .filter((rows) => rows.flat().some((letter) => letter !== '.'));
  const textOf = (rows: string[][]): string => rows.map((row) => row.join(' ')).join('\n');

  it('have rows that are the count of each combination of letters', () => {
    fc.assert(
      fc.property(letters('.aab'), letters('.xyy'), letters('.mmn'), (first, second, third) => {
        const drawn = [draw('a', textOf(first)), draw('b', textOf(second)), draw('c', textOf(third))];
        const { tables } = overlapOf(drawn, { includeOutside: true, includeSlivers: true });
        const count = new Map<string, number>();
        first.forEach((row, r) =>
          row.forEach((letter, c) => {
            const key = [letter, second[r]![c]!, third[r]![c]!].join(' ').replaceAll('.', '-');
            if (key !== '- - -') count.set(key, (count.get(key) ?? 0) + 1);
          }),
        );
        const rows = rowsOf(tables[0]!, `${CODES} area_ha`);
        expect(rows.sort()).toEqual([...count].map(([key, squares]) => `${key} ${squares}`).sort());
      }),
      { numRuns: 100 },
    );
  });
});
