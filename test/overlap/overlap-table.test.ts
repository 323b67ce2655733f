/** The overlap table on drawn layers: relations, cardinality, slivers, coast, outside, people, what adds up. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReconciliationLine } from '../../src/result/result.js';
import { countOverlaps, drawLayer } from '../arrangement/lattice-map.js';
import type { Layer } from '../../src/layer/layer.js';
import { sheetsOf } from '../../src/measures/land/layer-arrangement.js';
import { draw, overlapOf, people, rowsOf } from './drawn-layers.js';

const PAIR = 'a_code b_code relation cardinality overlap_ha';

describe('how two units lie to one another', () => {
  const a = draw('a', 'a a b b b c d e e f f');
  const b = draw('b', 'x x y z z w w u v v v');

  it('is told by relation and cardinality', () => {
    expect(rowsOf(overlapOf([a, b]).tables[0]!, PAIR)).toEqual([
      'a x coterminous one-to-one 2',
      'b y contains one-to-many 1',
      'b z contains one-to-many 2',
      'c w within many-to-one 1',
      'd w within many-to-one 1',
      'e u contains one-to-many 1',
      'e v partial many-to-many 1',
      'f v within many-to-one 2',
    ]);
  });

  it('is told the other way round when the layers change places', () => {
    expect(rowsOf(overlapOf([b, a]).tables[0]!, 'b_code a_code relation cardinality overlap_ha')).toEqual([
      'u e within many-to-one 1',
      'v e partial many-to-many 1',
      'v f contains one-to-many 2',
      'w c contains one-to-many 1',
      'w d contains one-to-many 1',
      'x a coterminous one-to-one 2',
      'y b within many-to-one 1',
      'z b within many-to-one 2',
    ]);
  });

  it('gives areas, shares, patches and width of each pair', () => {
    const headings = 'a_code b_code a_ha b_ha pct_of_a_area pct_of_b_area sliver_ha patches max_width_m';
    // A strip of one square by two is 2 · 2 / 6 squares wide on average, one of one square 2 / 4.
    expect(rowsOf(overlapOf([a, b]).tables[0]!, headings).slice(0, 3)).toEqual([
      'a x 2 2 100 100 0 1 66.67',
      'b y 3 1 33.33 100 0 1 50',
      'b z 3 2 66.67 100 0 1 66.67',
    ]);
  });

  it('is summed up in sentences', () => {
    expect(overlapOf([a, b]).summary).toEqual([
      '8 real overlaps between 6 a units and 6 b units: 1 coterminous, 3 within, 3 contains, 1 partial.',
      '2 b units lie in two or more a units: V; W.',
      '2 a units lie in two or more b units: B; E.',
    ]);
  });
});

/** Two units side by side, the border of the second layer one square (100 m) off along eight squares. */
const eightRows = (row: string): string => Array(8).fill(row).join('\n');
const drawnApart = [draw('a', eightRows('a a a a b b b b')), draw('b', eightRows('x x x y y y y y'))];

describe('a strip of one square by eight, 2 · 8 / 18 of 100 m wide', () => {
  const [a, b] = drawnApart;

  it('is a real overlap where the tolerance is below its width', () => {
    expect(rowsOf(overlapOf([a!, b!], { tolerance: 88 }).tables[0]!, `${PAIR} max_width_m`)).toEqual([
      'a x contains one-to-many 24 218.18',
      'a y partial many-to-many 8 88.89',
      'b y within many-to-one 32 266.67',
    ]);
  });

  it('is a sliver where the tolerance is above it, set aside and told', () => {
    const { tables, summary } = overlapOf([a!, b!], { tolerance: 89 });
    expect(rowsOf(tables[0]!, PAIR)).toEqual([
      'a x coterminous one-to-one 24',
      'b y coterminous one-to-one 32',
    ]);
    expect(summary.at(-1)).toBe(
      '1 pair only touches in slivers and is set aside: 8.0 ha, widest 89 m (--include-slivers lists it).',
    );
  });

  it('is listed with --include-slivers, its width with it', () => {
    const { tables } = overlapOf([a!, b!], { tolerance: 89, includeSlivers: true });
    expect(rowsOf(tables[0]!, `${PAIR} sliver_ha patches max_width_m`)).toEqual([
      'a x coterminous one-to-one 24 0 1 218.18',
      'a y sliver - 8 8 1 88.89',
      'b y coterminous one-to-one 32 0 1 266.67',
    ]);
  });

  it('changes the count where the sensitivities pass its width', () => {
    const { sensitivity } = overlapOf([a!, b!], { tolerance: 89, sensitivity: true });
    const told = sensitivity.map((point) => [
      point.tolerance_m,
      point.material_pairs,
      point.sliver_pairs,
      point.sliver_ha,
    ]);
    expect(told.find(([metres]) => metres === 60)).toEqual([60, 3, 0, 0]);
    expect(told.find(([metres]) => metres === 100)).toEqual([100, 2, 1, 8]);
    expect(told.at(-1)).toEqual([1000, 2, 1, 8]);
  });
});

describe('a thin patch', () => {
  it('of a pair that has a thick one too is counted as its sliver_ha, not as a patch', () => {
    const layers = [
      draw('a', eightRows('a a a a a a a a a a a a b b b b b b b b b b b b')),
      draw('b', eightRows('x x x y x x x x y y y y y y y y y y y y y y y y')),
    ];
    const found = overlapOf(layers, { tolerance: 90 }).tables[0]!;
    expect(rowsOf(found, 'a_code b_code relation overlap_ha sliver_ha patches max_width_m')).toEqual([
      'a x contains 56 0 2 266.67',
      'a y partial 40 8 1 266.67',
      'b y within 96 0 1 480',
    ]);
  });

  it('of a pair less than half of both its units is set aside from the thick one', () => {
    const row = 'a a a a a a a a b b b b b b b b';
    const other = 'x x x x x y y y y y y y y y y x';
    const layers = [draw('a', eightRows(row)), draw('b', eightRows(other))];
    const found = overlapOf(layers, { tolerance: 90, includeSlivers: true }).tables[0]!;
    expect(rowsOf(found, 'a_code b_code relation overlap_ha sliver_ha patches')).toEqual([
      'a x contains 40 0 1',
      'a y partial 24 0 1',
      'b x sliver 8 8 1',
      'b y within 56 0 1',
    ]);
  });

  it('is real where it is more than half of a unit: a unit may itself be thin', () => {
    const layers = [draw('a', eightRows('a c b b')), draw('b', eightRows('x x x x'))];
    expect(rowsOf(overlapOf(layers, { tolerance: 500 }).tables[0]!, PAIR)).toEqual([
      'a x within many-to-one 8',
      'b x within many-to-one 16',
      'c x within many-to-one 8',
    ]);
  });

  it('is real where it and others are more than a third of a unit, the largest first', () => {
    const a = draw('a', eightRows('d d c c d d'));
    const b = draw('b', [...'xxxyyyzz'].map((letter) => Array(6).fill(letter).join(' ')).join('\n'));
    // x and y hold three eighths of c each, z two: less than half, and none wider than 120 m.
    const found = overlapOf([a, b], { tolerance: 500, includeSlivers: true }).tables[0]!;
    expect(rowsOf(found, 'a_code b_code relation overlap_ha').slice(0, 3)).toEqual([
      'c x partial 6',
      'c y partial 6',
      'c z sliver 4',
    ]);
  });
});

describe('the coast', () => {
  const tenRows = (row: string): string[] => Array<string>(10).fill(row);
  const land = tenRows('a a a a a a a a a a .');
  /** A square of land with a spit of some squares that the other layer does not cover. */
  const withSpit = (squares: number): string =>
    land.map((row, i) => (i < squares ? row.replace(/\.$/, 'a') : row)).join('\n');
  const other = draw('b', tenRows('x x x x x x x x x x .').join('\n'));
  const relation = (squares: number, digits?: string): string[] =>
    rowsOf(
      overlapOf(
        [draw('a', withSpit(squares)), other],
        digits === undefined ? {} : { measures: [people(digits)] },
      ).tables[0]!,
      'a_code b_code relation overlap_ha',
    );

  it('breaks no relation where it is at most a hundredth of the unit and nothing is known of people', () => {
    expect(relation(1)).toEqual(['a x coterminous 100', 'a - outside 1']);
    expect(relation(2)).toEqual(['a x contains 100', 'a - outside 2']);
  });

  it('breaks none however long it is where nobody lives on it, and does where one person lives', () => {
    const digits = (onSpit: number): string =>
      land.map((_, i) => `1 1 1 1 1 1 1 1 1 1 ${i === 4 ? onSpit : 0}`).join('\n');
    expect(relation(10, digits(0))).toEqual(['a x coterminous 100', 'a - outside 10']);
    expect(relation(10, digits(1))).toEqual(['a x contains 100', 'a - outside 10']);
  });
});

describe('a unit wholly outside the other layer', () => {
  const layers = [draw('a', 'a a b b .'), draw('b', 'x x . . y')];

  it('is left out and counted', () => {
    const { tables, summary } = overlapOf(layers);
    expect(rowsOf(tables[0]!, PAIR)).toEqual(['a x coterminous one-to-one 2']);
    expect(summary.slice(-2)).toEqual([
      '1 a unit lies outside all b units and is left out (--include-outside lists it).',
      '1 b unit lies outside all a units and is left out (--include-outside lists it).',
    ]);
  });

  it('comes back with --include-outside, the other side blank', () => {
    const { tables } = overlapOf(layers, { includeOutside: true });
    expect(rowsOf(tables[0]!, `${PAIR} a_ha b_ha pct_of_a_area pct_of_b_area`)).toEqual([
      'a x coterminous one-to-one 2 2 2 100 100',
      'b - outside - 2 2 - 100 -',
      '- y outside - 1 - 1 - 100',
    ]);
  });

  it('is all there is where the layers lie apart, and that is asked about', () => {
    const { tables, summary } = overlapOf([draw('a', 'a .'), draw('b', '. x')]);
    expect(tables[0]!.rows).toEqual([]);
    expect(summary[0]).toBe(
      'No real overlap between 1 a unit and 1 b unit: do both files cover the same part of the world?',
    );
  });
});

describe('people', () => {
  const layers = [draw('a', 'a a b b\na a b b'), draw('b', 'x y y .\nx y y .')];
  const measures = [people('1 2 3 4\n5 6 7 8')];

  it('are in the pair whose land they are on', () => {
    const headings = 'a_code b_code people a_people b_people pct_of_a_people pct_of_b_people people_blocks';
    expect(rowsOf(overlapOf(layers, { measures }).tables[0]!, headings)).toEqual([
      'a x 6 14 6 42.86 100 2',
      'a y 8 14 18 57.14 44.44 2',
      'b y 10 22 18 45.45 55.56 2',
      'b - 12 22 - 54.55 - 2',
    ]);
  });

  it('say what was counted and how, and mark figures on fewer than five blocks', () => {
    expect(rowsOf(overlapOf(layers, { measures }).tables[0]!, 'people_basis people_method')).toEqual(
      Array(4).fill('digits point in area; fewer than five blocks'),
    );
  });

  it('on a sliver are counted with the patch beside it that keeps their unit', () => {
    const digits = people(eightRows('0 0 0 1 0 0 0 0'));
    const { tables, summary } = overlapOf(drawnApart, { tolerance: 89, measures: [digits] });
    // The strip is a in one layer, y in the other: both of its neighbours keep one, and share eight squares of border.
    expect(rowsOf(tables[0]!, 'a_code b_code people a_people b_people')).toEqual(['a x 8 8 8', 'b y 0 0 0']);
    expect(summary).toContain('8 people fell in slivers and are counted with the area beside them.');
  });

  it('of several measures have columns each', () => {
    const { columns } = overlapOf(layers, { measures: [...measures, people('0 0 0 0\n1 1 1 1', 'core20')] })
      .tables[0]!;
    expect(columns.map(({ heading }) => heading).filter((heading) => heading.includes('core20'))).toEqual([
      ...['core20', 'a_core20', 'b_core20', 'pct_of_a_core20', 'pct_of_b_core20'],
      ...['core20_blocks', 'core20_basis', 'core20_method'],
    ]);
  });
});

/** A reconciliation line as text: total = rows + slivers + outside + left out − twice (difference). */
const told = (line: ReconciliationLine): string =>
  `${line.layer} ${line.quantity} ${line.total} = ${line.in_rows} + ${line.in_slivers} + ${line.outside} + ${line.left_out} - ${line.multiply_covered} (${line.difference})`;

describe('the reconciliation', () => {
  it('adds up land and people of each layer, and all people as a whole', () => {
    // a: two squares with x, one with y; b: one with y, one outside; c: left out. z is left out; one person is nowhere.
    const layers = [draw('a', 'a a a b b c . .'), draw('b', 'x x y y . . z .')];
    const { reconciliation } = overlapOf(layers, {
      measures: [people('1 2 3 4 5 6 7 8')],
    });
    expect(reconciliation.map(told)).toEqual([
      'a hectares 6 = 4 + 0 + 1 + 1 - 0 (0)',
      'a people 21 = 10 + 0 + 5 + 6 - 0 (0)',
      'b hectares 5 = 4 + 0 + 0 + 1 - 0 (0)',
      'b people 17 = 10 + 0 + 0 + 7 - 0 (0)',
      'all blocks people 36 = 10 + 0 + 13 + 13 - 0 (0)',
    ]);
  });

  it('counts land and people twice where the other layer covers them twice, and says so', () => {
    const layers = [draw('a', 'a a a'), draw('b', 'x xy y')];
    const { reconciliation, tables, findings } = overlapOf(layers, { measures: [people('1 2 4')] });
    expect(rowsOf(tables[0]!, 'a_code b_code relation overlap_ha people a_people b_people')).toEqual([
      'a x contains 2 3 7 3',
      'a y contains 2 6 7 6',
    ]);
    expect(reconciliation.map(told)).toEqual([
      'a hectares 3 = 4 + 0 + 0 + 0 - 1 (0)',
      'a people 7 = 9 + 0 + 0 + 0 - 2 (0)',
      'b hectares 4 = 4 + 0 + 0 + 0 - 0 (0)',
      'b people 9 = 9 + 0 + 0 + 0 - 0 (0)',
      'all blocks people 7 = 9 + 0 + 0 + 0 - 2 (0)',
    ]);
    expect(findings.map(({ layer, finding, area }) => [layer, finding, area])).toEqual([
      ['b', 'double-cover', 10_000],
    ]);
  });

  it('counts slivers as set aside', () => {
    const { reconciliation } = overlapOf(drawnApart, { tolerance: 89 });
    expect(reconciliation.map(told)).toEqual([
      'a hectares 64 = 56 + 8 + 0 + 0 - 0 (0)',
      'b hectares 64 = 56 + 8 + 0 + 0 - 0 (0)',
    ]);
  });
});

describe('any two drawings', () => {
  const letters = (alphabet: string): fc.Arbitrary<string> =>
    fc
      .array(fc.array(fc.constantFrom(...alphabet), { minLength: 5, maxLength: 5 }), {
        minLength: 4,
        maxLength: 4,
      })
      .map((rows) => rows.map((row) => row.join(' ')).join('\n'))
      .filter((text) => /[a-z]/.test(text));

  it('overlap by their count of letters at tolerance 0, rows of a unit adding up to it, mirrored when swapped', () => {
    fc.assert(
      fc.property(letters('.aabbc'), letters('.xxyyz'), (first, second) => {
        const [a, b] = [draw('a', first), draw('b', second)];
        const all = { includeOutside: true, includeSlivers: true };
        const table = overlapOf([a, b], all).tables[0]!;
        const rows = rowsOf(table, 'a_code b_code overlap_ha a_ha b_ha').map((row) => row.split(' '));
        const count = countOverlaps(drawLayer(first), drawLayer(second));
        const pairs = rows.filter(([p, q]) => p !== '-' && q !== '-');
        expect(Object.fromEntries(pairs.map(([p, q, land]) => [`${p}∩${q}`, Number(land)]))).toEqual(count);
        for (const [p, , , whole] of rows.filter(([code]) => code !== '-')) {
          const parts = rows.filter(([code]) => code === p).map(([, , land]) => Number(land));
          expect(parts.reduce((sum, land) => sum + land, 0)).toBe(Number(whole));
        }
        const mirrored = rowsOf(overlapOf([b, a], all).tables[0]!, 'a_code b_code overlap_ha a_ha b_ha');
        expect(mirrored.sort()).toEqual(rows.map((row) => row.join(' ')).sort());
      }),
      { numRuns: 150 },
    );
  });
});

describe('a table that nobody needs the sheet of afterwards', () => {
  const layers = (): Layer[] => [draw('a', 'a a b b\na a b b'), draw('b', 'x y y .\nx x y .')];
  const wishes = { includeSlivers: true, includeOutside: true, measures: [people('1 2 3 4\n5 6 7 8')] };

  it('is the same table, and the sheet is let go; else it is kept, to be drawn', () => {
    const [kept, once] = [layers(), layers()];
    const whole = overlapOf(kept, wishes);
    const bare = overlapOf(once, { ...wishes, tableOnly: true });
    expect(JSON.stringify(bare.tables)).toBe(JSON.stringify(whole.tables));
    expect(bare.summary).toEqual(whole.summary);
    expect(bare.reconciliation).toEqual(whole.reconciliation);
    expect(bare.findings).toEqual(whole.findings);
    expect([sheetsOf(kept).length, sheetsOf(once).length]).toEqual([1, 0]);
    expect([whole.drawShapes === undefined, bare.drawShapes === undefined]).toEqual([false, true]);
  });
});
