/** Three vintages by lookup, worked out by hand: one letter a block, ten people each. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/measures/compare/compare.js';
import { lookupOf, peopleOf, recordsOf } from './compare-drawn.js';

//                       0 1 2 3 4 5 6 7
const councils = lookupOf('councils', 'p p p q q q r r');
const first = { ...lookupOf('first', ' a a b b b c c c'), vintage: '2001' };
const second = { ...lookupOf('second', 'a a a b b c c c'), vintage: '2002' };
const third = { ...lookupOf('third', ' a a d d d d c c'), vintage: '2003' };

const report = compare({
  layers: [first, second, third, councils],
  measures: [peopleOf('10 10 10 10 10 10 10 10')],
  planar: false,
  tolerance: 'auto',
  sensitivity: false,
  vintages: 3,
});

describe('a timeline of three vintages', () => {
  // Of councils of the same number as units the first layer's are those that should hold.
  it('holds each against the same layer', () => {
    expect(
      recordsOf(report, 'timeline').map((row) => [
        row['vintage'],
        row['units_shared'],
        row['people_outside_main'],
        row['change_people_outside_main'],
      ]),
    ).toEqual([
      ['2001', 2, 20, null],
      ['2002', 1, 10, -10],
      ['2003', 1, 10, 0],
    ]);
  });

  it('counts what happened at each step', () => {
    expect(
      recordsOf(report, 'steps').map((row) =>
        [
          'before_layer',
          'after_layer',
          'unchanged',
          'enlarged',
          'reduced',
          'abolished',
          'created',
          'pieces',
          'people',
        ].map((heading) => row[heading]),
      ),
    ).toEqual([
      ['first', 'second', 1, 1, 1, 0, 0, 1, 10],
      ['second', 'third', 0, 0, 2, 1, 1, 3, 40],
    ]);
  });

  it('lists the pieces of each step, most first', () => {
    expect(
      recordsOf(report, 'transfers').map((row) => [
        row['before_layer'],
        row['before_code'],
        row['after_code'],
        row['people'],
      ]),
    ).toEqual([
      ['first', 'b', 'a', 10],
      ['second', 'b', 'd', 20],
      ['second', 'a', 'd', 10],
      ['second', 'c', 'd', 10],
    ]);
  });

  it('follows each unit from its first vintage to its last', () => {
    expect(
      recordsOf(report, 'lines').map((row) =>
        [
          'name',
          'first_layer',
          'last_layer',
          'changes',
          'came_from',
          'went_to',
          'first_people',
          'second_people',
          'third_people',
        ].map((heading) => row[heading] ?? ''),
      ),
    ).toEqual([
      ['Unit a', 'first', 'third', '2002: enlarged; 2003: reduced', '', '', 20, 30, 20],
      ['Unit b', 'first', 'second', '2002: reduced; 2003: abolished', '', 'd', 30, 20, ''],
      ['Unit c', 'first', 'third', '2003: reduced', '', '', 30, 30, 20],
      ['Unit d', 'third', 'third', '2003: created', 'a;b;c', '', '', '', 40],
    ]);
  });

  it('says of every split unit how it stood at each', () => {
    expect(
      recordsOf(report, 'shared').map((row) => [
        row['code'],
        row['standing'],
        row['outside_main_first'],
        row['outside_main_second'],
        row['outside_main_third'],
      ]),
    ).toEqual([
      ['p', 'shared again', 10, 0, 10],
      ['q', 'no longer shared', 10, 10, 0],
    ]);
  });

  it('has a row for every measure that two vintages have, with a value for each', () => {
    const [shared] = recordsOf(report, 'measures').filter(({ quantity }) => quantity === 'units_shared');
    expect(shared).toMatchObject({ against: 'councils', first: 2, second: 1, third: 1, change: -1 });
  });

  it('adds up to the same people in every vintage', () => {
    for (const line of report.reconciliation.filter(({ quantity }) => quantity === 'people'))
      expect([line.total, line.in_rows]).toEqual([80, 80]);
    const told = report.reconciliation.map(({ layer, quantity }) => `${layer} ${quantity}`);
    expect(new Set(told).size).toBe(told.length);
  });
});
