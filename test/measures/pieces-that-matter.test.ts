/** Which pieces matter: on the thresholds, and in every report that counts and draws pieces. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverage } from '../../src/measures/coverage/coverage.js';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';
import { findChanges } from '../../src/measures/changes/changes.js';
import { changesSummary } from '../../src/measures/compare/changes-summary.js';
import { unitsTable } from '../../src/measures/changes/changes-table.js';
import { pieceMatters } from '../../src/measures/pairs/pieces-that-matter.js';
import { placesSentences } from '../../src/result/places-sentences.js';
import { wholeParts } from '../../src/result/whole-parts.js';
import { drawnShapes } from '../../src/report/drawn-shapes.js';
import { sampleResult } from '../report/sample-result.js';
import type { Table } from '../../src/result/table.js';
import { alignDrawn } from './align-lattice.js';
import { drawnLayer, drawnPeople } from './align-lattice.js';
import { lookupOf, peopleOf } from './compare-drawn.js';

describe('a piece matters', () => {
  test.each([
    { amount: 99.9, whole: 1e6, matters: false, why: 'just under a hundred' },
    { amount: 100, whole: 1e6, matters: true, why: 'a hundred' },
    { amount: 100.1, whole: 1e6, matters: true, why: 'just over a hundred' },
    { amount: 9.9, whole: 1000, matters: false, why: 'just under one in a hundred of its unit' },
    { amount: 10, whole: 1000, matters: true, why: 'one in a hundred of its unit' },
    { amount: 10.1, whole: 1000, matters: true, why: 'just over one in a hundred of its unit' },
    { amount: 0, whole: 0, matters: false, why: 'nobody, of nobody' },
    { amount: 0.1, whole: 0.1, matters: true, why: 'all of a unit, however few' },
  ])('of $amount in $whole: $matters, $why', ({ amount, whole, matters }) => {
    expect(pieceMatters({ amount, whole }, 'people')).toBe(matters);
    expect(pieceMatters({ amount, whole }, null)).toBe(matters);
  });

  test('where small areas are counted, from one on', () => {
    expect(pieceMatters({ amount: 1, whole: 1e4 }, 'blocks')).toBe(true);
    expect(pieceMatters({ amount: 0, whole: 1e4 }, 'blocks')).toBe(false);
  });
});

const flags = ({ columns, rows }: Table): unknown[] => {
  const at = columns.findIndex(({ about }) => about.role === 'matters');
  // Only what is in doubt stands behind it.
  expect(columns.slice(at + 1).map(({ heading }) => heading)).toEqual(['in_doubt']);
  return rows.map((row) => row[at]);
};

describe('align', () => {
  // q has a piece in B and one in C, and its land in D is a wide strip where few live.
  const shapes = ['A A A B C D', 'q q q q q q'] as const;
  const report = (digits: string) =>
    alignDrawn(
      [drawnLayer('icb', shapes[0]), drawnLayer('ltla', shapes[1])],
      digits === '' ? [] : [drawnPeople(digits)],
    );

  test('counts the places that matter, and the smaller pieces together', () => {
    const { summary, tables, shapes: drawn } = report('9000 9000 9000 100 99 0');
    const patches = tables.find(({ name }) => name === 'patches')!;
    expect(flags(patches)).toEqual([true, false, false]);
    expect(summary).toContain('1 place holds 100 people (100 ha); 2 smaller pieces hold 99.');
    const shown = drawnShapes({ ...sampleResult, tables, shapes: drawn });
    expect(shown.filter(({ table }) => table === 'patches').map(({ row }) => row)).toEqual([0]);
    // The document and its GeoJSON keep all.
    expect(drawn.filter(({ table }) => table === 'patches')).toHaveLength(3);
  });

  test('says so where none does', () => {
    const { summary } = report('9000 9000 9000 99 0 0');
    expect(summary).toContain('No place of 100 people or 1 % of its unit; 3 small pieces hold 99.');
  });

  test('goes by hectares where nobody is counted', () => {
    expect(report('').summary).toContain('3 places hold 300 ha.');
  });
});

test('land in no unit is a place only where people live on it', () => {
  const report = (digits: string) =>
    alignDrawn(
      [drawnLayer('icb', 'A A A B .'), drawnLayer('ltla', 'q q q q q')],
      digits === '' ? [] : [drawnPeople(digits)],
    );
  const of = (digits: string): unknown[] =>
    flags(report(digits).tables.find(({ name }) => name === 'patches')!);
  expect(of('900 900 900 300 200')).toEqual([true, true]);
  expect(of('900 900 900 300 0').filter((matters) => matters === true)).toHaveLength(1);
  expect(of('').filter((matters) => matters === true)).toHaveLength(1);
});

test('coverage weighs a gap by its parent and double cover by the smaller neighbourhood', () => {
  const covered = (digits: string) =>
    coverage({
      layers: [drawnLayer('n', 'a a . ab b b b'), drawnLayer('p', 'p p p p p p p')],
      measures: [drawnPeople(digits)],
      planar: true,
      tolerance: 1,
      includeSlivers: false,
      includeOutside: false,
      sensitivity: false,
      bands: [],
      flags: [],
      near: 0.9,
      services: null,
      toDegrees: (positions) => positions,
    });
  const of = (digits: string): unknown[] =>
    ['gaps', 'doubles'].map((name) => flags(covered(digits).tables.find((table) => table.name === name)!)[0]);
  expect(of('0 0 100 100 99900 0 0')).toEqual([true, true]);
  // Of a: 99 of 9,900 are one in a hundred; of the parent they are fewer.
  expect(of('4900 4902 99 99 99900 0 0')).toEqual([false, false]);
  expect(of('4900 4901 99 99 100 0 0')).toEqual([false, true]);
  const { summary } = covered('4900 4900 99 100 99900 0 0');
  expect(summary).toContain('No gap of 100 people or 1 % of its unit; 1 small piece holds 99.');
  expect(summary).toContain('1 double cover holds 100 people (100 ha).');
});

test('compare counts the pieces that changed hands and matter', () => {
  const [before, after] = [lookupOf('old', 'a a a b b'), lookupOf('new', 'a a b b c')];
  const changesOf = (digits: string) => {
    const { pairs } = crossLayers({
      layers: [before, after],
      planar: true,
      tolerance: 'auto',
      measures: [peopleOf(digits)],
    });
    return findChanges(before, after, pairs[0]!.land);
  };
  const some = changesOf('90000 90000 99 90000 200');
  expect(changesSummary(some)[1]).toBe(
    '1 piece changed hands: 200 people in 1 small area; 1 smaller piece holds 99 people.',
  );
  expect(flags(unitsTable(some))).toEqual([null, false, null, true]);
  expect(changesSummary(changesOf('90000 90000 99 90000 0'))[1]).toBe(
    'No piece that matters changed hands; 2 small pieces hold 99 people.',
  );
});

test('a table that does not say what matters has no sentence, an empty one neither', () => {
  const table = { name: 'gaps', caption: '', columns: [], rows: [] };
  expect(placesSentences(table, 'gap')).toEqual([]);
});

describe('parts in whole numbers', () => {
  test('add up to their whole total, none moves by one or more, whole ones stay', () => {
    const parts = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 2 }), (given, decimals) => {
        const scale = 10 ** decimals;
        const rounded = wholeParts(given, decimals).map((part) => part * scale);
        const sum = (list: readonly number[]): number => list.reduce((total, part) => total + part, 0);
        expect(Math.abs(sum(rounded) - sum(given) * scale)).toBeLessThanOrEqual(0.5001);
        rounded.forEach((part, i) => expect(Math.abs(part - given[i]! * scale)).toBeLessThan(1.0001));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.nat(1000)), (whole) => {
        expect(wholeParts(whole)).toEqual(whole);
      }),
    );
  });

  test('what is lacking goes to the largest remainder, of equals to the larger part', () => {
    expect(wholeParts([3.4, 3.4, 3.2])).toEqual([4, 3, 3]);
    expect(wholeParts([1.5, 2.5])).toEqual([1, 3]);
    expect(wholeParts([0.04, 0.04, 0.02], 1)).toEqual([0.1, 0, 0]);
    expect(wholeParts([])).toEqual([]);
  });
});
