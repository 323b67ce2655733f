/** Which unit comes first and which lookup row is told, where two claims are equal or just enough. */
import { describe, expect, it } from 'vitest';
import { mostOutsideFirst, type AlignedUnit } from '../../src/measures/alignment/alignment.js';
import { auditLookup, type AuditedLayers } from '../../src/measures/align/audit.js';

it('most people outside the main partner come first, then most land, then the lower code', () => {
  /** A unit of two parts, the first of them the main one. */
  const unit = (number: number, peopleOutside: number, areaOutside: number): AlignedUnit => ({
    unit: number,
    parts: [
      { other: 0, area: 100, people: [50], doubt: undefined },
      { other: 1, area: areaOutside, people: [peopleOutside], doubt: undefined },
    ],
    main: 0,
    outside: null,
    whole: false,
    sharedInDoubt: false,
    leftOut: false,
    area: 100 + areaOutside,
    people: [50 + peopleOutside],
  });
  const order = (...units: AlignedUnit[]): number[] => mostOutsideFirst(units).map((found) => found.unit);
  expect(order(unit(0, 5, 9), unit(1, 6, 1))).toEqual([1, 0]);
  expect(order(unit(0, 5, 1), unit(1, 5, 9))).toEqual([1, 0]);
  expect(order(unit(1, 5, 9), unit(0, 5, 9))).toEqual([0, 1]);
});

describe('the audit without a lookup', () => {
  const layers = (...amounts: readonly (readonly [number, number])[]): AuditedLayers =>
    ({
      members: { id: 'ward', codes: ['w'], names: ['W'] },
      groups: { id: 'ltla', codes: ['A', 'B'], names: ['A', 'B'] },
      amounts: [new Map(amounts.map(([code, land]) => [code, { people: 0, land, code, amount: land }]))],
      totals: [100],
      basis: 'hectares',
    }) as unknown as AuditedLayers;
  const told = (least: number, ...amounts: readonly (readonly [number, number])[]): unknown[] =>
    auditLookup({ lookup: null, recodes: [], least }, layers(...amounts)).rows.map(
      ({ best }) => ['A', 'B'][best],
    );

  it('lists a best fit with less than was asked, not one with just that', () => {
    expect(told(75, [0, 74], [1, 26])).toEqual(['A']);
    expect(told(75, [0, 75], [1, 25])).toEqual([]);
  });

  it('takes the lower code for the best of two that hold as much', () => {
    expect(told(75, [1, 50], [0, 50])).toEqual(['A']);
    expect(told(75, [0, 49], [1, 51])).toEqual(['B']);
  });
});
