/** The main partner of a unit: most people, of equals most land, of equals the lower code; the same wherever it is asked. */
import { describe, expect, test } from 'vitest';
import { alignUnits, type Alignment } from '../../src/measures/alignment/alignment.js';
import { alignmentFigures } from '../../src/measures/alignment/alignment-figures.js';
import { coverage } from '../../src/measures/coverage/coverage.js';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';
import { mainPairs, partnersOfUnit } from '../../src/measures/pairs/main-pairs.js';
import { partnersOf } from '../../src/measures/partners/partners.js';
import { findContinuation } from '../../src/measures/changes/continuation.js';
import { fixChoices } from '../../src/measures/suggest/fix-choices.js';
import { compareShares, mainOf, mostFirst, type Share } from '../../src/result/main-partner.js';
import { overlapTable } from '../../src/measures/crossing/overlap-table.js';
import { sharedQuantities } from '../../src/rules/shared-quantities.js';
import { sampleResult } from '../report/sample-result.js';
import { drawnLayer, drawnPeople } from './align-lattice.js';

const share = (people: number, land: number, code: string): Share => ({ people, land, code });

describe('of two shares', () => {
  test('the one with more people comes first, however little land it has', () => {
    expect(compareShares(share(3, 1, 'b'), share(2, 9, 'a'))).toBeLessThan(0);
  });

  test('with as many people the one with more land does', () => {
    expect(compareShares(share(3, 9, 'b'), share(3, 8, 'a'))).toBeLessThan(0);
  });

  test('with as much land too, the lower code does', () => {
    expect(compareShares(share(3, 9, 'a'), share(3, 9, 'b'))).toBeLessThan(0);
    expect(compareShares(share(3, 9, 'a'), share(3, 9, 'a'))).toBe(0);
  });

  test('changed about, the answer is the opposite one', () => {
    for (const [p, q] of [
      [share(3, 1, 'b'), share(2, 9, 'a')],
      [share(3, 9, 'b'), share(3, 8, 'a')],
      [share(0, 0, 'a'), share(0, 0, 'b')],
    ] as const)
      expect(Math.sign(compareShares(p, q))).toBe(-Math.sign(compareShares(q, p)));
  });
});

test('the order in which parts stand does not matter', () => {
  const parts = [share(1, 9, 'a'), share(3, 2, 'c'), share(3, 2, 'b'), share(3, 1, 'a')];
  for (const order of [parts, [...parts].reverse()]) {
    expect(mainOf(order, (part) => part)).toEqual(share(3, 2, 'b'));
    expect(mostFirst(order, (part) => part).map(({ code }) => code)).toEqual(['b', 'c', 'a', 'a']);
  }
  expect(mainOf([], (part: Share) => part)).toBeNull();
});

describe('a council with as many people in two ICBs, more land in the second', () => {
  const icbs = drawnLayer('icb', 'A B B C', 'icb');
  const councils = drawnLayer('ltla', 'q q q q', 'ltla');
  const crossed = (digits: string) =>
    crossLayers({
      layers: [icbs, councils],
      planar: true,
      tolerance: 1,
      measures: digits === '' ? [] : [drawnPeople(digits)],
    });
  const mainOfCouncil = ({ a, unitsB }: Alignment): string => a.codes[unitsB[0]!.main]!;

  test.each([
    { digits: '5 3 2 1', main: 'B', why: 'as many people, more land' },
    { digits: '5 3 1 1', main: 'A', why: 'one person more' },
    { digits: '5 0 0 5', main: 'A', why: 'as many people, as much land, the lower code' },
    { digits: '0 0 0 0', main: 'B', why: 'nobody, so land' },
    { digits: '', main: 'B', why: 'nobody counted, so land' },
  ])('has its main partner in $main: $why', ({ digits, main }) => {
    const crossing = crossed(digits);
    const pair = crossing.pairs[0]!;
    const at = icbs.codes.indexOf(main);
    expect(mainOfCouncil(alignUnits(pair))).toBe(main);
    expect(mainOfCouncil(alignmentFigures(pair, crossing.sheet).aligned)).toBe(main);
    expect(mainPairs(pair.land.pairs, 'b', 1)[0]!.a).toBe(at);
    expect(partnersOfUnit(pair.land.pairs, 'b', 0)[0]!.a).toBe(at);
    const [first] = fixChoices(alignUnits(pair), 'P1', new Set())[0]!.options;
    expect(first!.transfers[0]!.to).toBe(at);
  });
});

describe('a unit with as many people in two, more land in the second: every report says the second', () => {
  const outer = drawnLayer('icb', 'A B B C', 'icb');
  const inner = drawnLayer('ltla', 'q q q q', 'ltla');
  const wishes = {
    layers: [inner, outer],
    planar: true,
    tolerance: 1,
    includeSlivers: false,
    includeOutside: false,
    sensitivity: false,
  };
  const cases = [
    { digits: '5 3 2 1', order: ['B', 'A', 'C'] },
    { digits: '5 0 0 5', order: ['A', 'C', 'B'] },
    { digits: '3 2 2 3', order: ['B', 'A', 'C'] },
  ];

  test.each(cases)('coverage of $digits', ({ digits, order }) => {
    const { tables } = coverage({
      ...wishes,
      measures: [drawnPeople(digits)],
      bands: [],
      flags: [],
      near: 0.9,
      services: null,
      toDegrees: (positions) => positions,
    });
    const cell = (table: string, heading: string): unknown => {
      const { columns, rows } = tables.find(({ name }) => name === table)!;
      return rows[0]![columns.findIndex((column) => column.heading === heading)];
    };
    expect(cell('neighbourhoods', 'icb_code')).toBe(order[0]);
    expect(cell('neighbourhoods', 'icb_codes')).toBe(order.join(';'));
    expect(cell('matches', 'match_code')).toBe(order[0]);
  });

  test.each(cases)('partners of $digits', ({ digits, order }) => {
    const crossing = crossLayers({ ...wishes, measures: [drawnPeople(digits)] });
    const [found] = partnersOf(crossing, { layer: inner, unit: 0 });
    expect(found!.partners.map(({ unit }) => outer.codes[unit])).toEqual(order);
  });
});

test('a unit carries on in the part with more land, of parts with as many people', () => {
  const before = drawnLayer('old', 'a a a a a');
  const after = { ...drawnLayer('new', 'x y y y y'), names: ['Unit a', 'Unit a'] };
  const crossing = crossLayers({
    layers: [before, after],
    planar: true,
    tolerance: 1,
    measures: [drawnPeople('4 4 0 0 0')],
  });
  expect([...findContinuation(before, after, crossing.pairs[0]!.land).after]).toEqual([0]);
});

test('rules read the same main partner from the overlap table', () => {
  const { pairs } = crossLayers({
    layers: [drawnLayer('icb', 'A B B C', 'icb'), drawnLayer('ltla', 'q q q q', 'ltla')],
    planar: true,
    tolerance: 1,
    measures: [drawnPeople('5 3 2 1')],
  });
  const { a, b, land } = pairs[0]!;
  const table = overlapTable(a, b, land, { includeSlivers: false, includeOutside: false });
  const quantities = sharedQuantities({ ...sampleResult, tables: [table] });
  const outside = quantities.find(({ name }) => name === 'ha_outside_main');
  expect(outside?.value).toBe(200);
});
