/**
 * Disclosure control: what a run prints must not depend on what a suppressed cell held.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { buildMembership } from '../../src/layer/membership.js';
import { makeMeasure } from '../../src/layer/people.js';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';
import { overlap } from '../../src/measures/overlap/overlap.js';
import { partnersTable } from '../../src/measures/partners/partners-table.js';
import { partnersOf } from '../../src/measures/partners/partners.js';
import { partnersSummary } from '../../src/measures/partners/partners-summary.js';
import { disclosed, parseDisclosure, type Disclosure } from '../../src/layer/disclosure.js';

const NHS = parseDisclosure('nhs');
const blocks = (count: number): string[] => Array.from({ length: count }, (_, i) => `E0100000${i}`);

/** A layer whose block i is in the unit with the i-th letter, in none where it is a space. */
function layer(id: string, units: string): Layer {
  const entries = [...units].map((unit, i) => ({
    block: blocks(units.length)[i]!,
    unit: unit.trim(),
    weight: 1,
  }));
  const { codes, membership } = buildMembership(entries, {
    blockKind: 'lsoa',
    weighted: false,
    bestFit: null,
  });
  return {
    id,
    kind: null,
    vintage: null,
    codes,
    names: codes,
    ods: null,
    kept: [],
    codeField: id,
    nameField: null,
    land: null,
    membership,
    findings: [],
    notes: [],
  };
}

const patients = (values: readonly number[]) =>
  makeMeasure({
    name: 'registered',
    basis: 'patients',
    blocks: blocks(values.length),
    values: Float64Array.from(values),
    blocksWithoutNumber: [],
    isPublic: false,
    notes: [],
  });

const plain = (layers: readonly Layer[], disclosure: Disclosure | null) => ({
  layers,
  planar: false,
  tolerance: 'auto' as const,
  sensitivity: true,
  includeSlivers: true,
  includeOutside: true,
  disclosure,
});

/** All that is printed of a run. */
function run(layers: readonly Layer[], values: readonly number[], disclosure: Disclosure | null) {
  const { tables, reconciliation, sensitivity, findings, summary } = overlap({
    ...plain(layers, disclosure),
    measures: [{ measure: patients(values), blocks: null }],
  });
  return { tables, reconciliation, sensitivity, findings, summary };
}

describe('disclosure control', () => {
  test('by the rule of the NHS counts of 1 to 7 go, others are rounded to 5', () => {
    expect([0, 1, 7, 8, 12, 13, 104].map((count) => disclosed(count, NHS))).toEqual([
      0,
      null,
      null,
      10,
      10,
      15,
      105,
    ]);
    expect(disclosed(9, parseDisclosure('under=10,round=1'))).toBeNull();
    expect(() => parseDisclosure('some')).toThrow(/not a rule/);
  });

  test('totals and percentages are made from the cells as published', () => {
    const [table] = run([layer('a', 'pp'), layer('b', 'xy')], [3, 12], NHS).tables;
    const at = (heading: string): number => table!.columns.findIndex((column) => column.heading === heading);
    expect(table!.rows.map((row) => row[at('registered')])).toEqual([null, 10]);
    expect(table!.rows.map((row) => row[at('a_registered')])).toEqual([10, 10]);
    expect(table!.rows.map((row) => row[at('pct_of_a_registered')])).toEqual([null, null]);
    expect(table!.rows.map((row) => row[at('b_registered')])).toEqual([null, 10]);
    expect(table!.rows.map((row) => row[at('pct_of_b_registered')])).toEqual([null, 100]);
  });

  test('nothing that a run prints tells what a suppressed cell held', () => {
    const letter = fc.constantFrom('p', 'q', 'r', '');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(letter, letter, letter, fc.nat(40)), { minLength: 2, maxLength: 8 }),
        fc.nat(7),
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        (cells, at, other, three) => {
          // Every block is a cell of its own: its units stand nowhere else together.
          const seen = new Set<string>();
          const own = cells.filter(([a, b, c]) => {
            const key = three ? `${a}${b}${c}` : `${a}|${b}`;
            return a !== '' && b !== '' && !seen.has(key) && seen.add(key);
          });
          fc.pre(own.length >= 2 && at < own.length);
          fc.pre(!three || new Set(own.map(([a, b]) => a + b)).size === own.length);
          const small = own.map(([, , , people], i) => (i === at ? 3 : people));
          const changed = small.map((people, i) => (i === at ? other : people));
          const layers = [
            layer('a', own.map(([a]) => a).join('')),
            layer('b', own.map(([, b]) => b).join('')),
            ...(three ? [layer('c', own.map(([, , c]) => (c === '' ? 'z' : c)).join(''))] : []),
          ];
          expect(run(layers, changed, NHS)).toEqual(run(layers, small, NHS));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('figures on few blocks are not marked as such, since the mark would count them', () => {
    const marked = (disclosure: Disclosure | null): boolean =>
      JSON.stringify(run([layer('a', 'pp'), layer('b', 'xy')], [3, 12], disclosure)).includes(
        'fewer than five',
      );
    expect([marked(null), marked(parseDisclosure('under=3,round=1'))]).toEqual([true, false]);
  });

  test('people in no unit are told in figures where two layers are crossed, and by a word among more', () => {
    const outside = (layers: readonly Layer[], values: readonly number[]): string[] =>
      run(layers, values, NHS).summary.filter((sentence) => sentence.includes('no unit'));
    const two = [layer('a', 'pp '), layer('b', 'xy ')];
    expect([7, 8].map((people) => outside(two, [30, 12, people])[0])).toEqual([
      'Fewer than 8 registered are in no unit of either layer.',
      '10 registered in fewer than 8 blocks are in no unit of either layer.',
    ]);
    expect(run(two, [30, 12, 7], null).summary).toContain(
      '7 registered in 1 block are in no unit of either layer.',
    );
    const three = [...two, layer('c', 'zzz')];
    expect(outside(three, [30, 12, 8])).toEqual(['Some registered are in no unit of either layer.']);
  });

  test('people without a block are a finding that tells neither how many nor whose', () => {
    const found = (extra: number, disclosure: Disclosure | null = NHS): string[] =>
      overlap({
        ...plain([layer('a', 'pp'), layer('b', 'xy')], disclosure),
        measures: [{ measure: patients([30, 12, extra]), blocks: null }],
      }).findings.map(({ detail }) => detail);
    expect(found(7, null)).toEqual([
      '1 code with 7 registered is not among the blocks of the lookups: E01000002',
    ]);
    expect(found(7)).toEqual([
      'fewer than 8 codes with fewer than 8 registered are not among the blocks of the lookups',
    ]);
    expect(found(8)).toEqual([
      'fewer than 8 codes with 10 registered are not among the blocks of the lookups',
    ]);
  });

  test('partners of a place say what is withheld, never nought', () => {
    const layers = [layer('a', 'pp'), layer('b', 'xy')];
    const crossing = crossLayers({
      ...plain(layers, NHS),
      measures: [{ measure: patients([3, 12]), blocks: null }],
    });
    const place = { layer: layers[0]!, unit: 0, others: [], by: 'code' as const };
    const found = partnersOf(crossing, place);
    const measure = crossing.pairs[0]!.land.measures[0]!;
    const { columns, rows } = partnersTable(place, found, measure);
    const at = (heading: string): number => columns.findIndex((column) => column.heading === heading);
    expect(
      rows.map((row) => ['code', 'people', 'pct_of_place', 'pct_of_partner'].map((name) => row[at(name)])),
    ).toEqual([
      ['y', 10, null, 100],
      ['x', null, null, null],
    ]);
    expect(partnersSummary(crossing, place, found, measure).join('\n')).toContain('y 10, x (withheld)');
  });

  test('small cells of a measure that is not public draw a warning where no rule is given', () => {
    const found = run([layer('a', 'pp'), layer('b', 'xy')], [3, 12], null).findings;
    expect(found.map(({ finding }) => finding)).toContain('small-cells');
    expect(run([layer('a', 'pp'), layer('b', 'xy')], [30, 12], null).findings).toEqual([]);
  });
});
