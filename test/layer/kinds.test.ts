/** What the rules of the field ask of a kind stands on the kind. */
import { expect, test } from 'vitest';
import { kindsCalled } from '../../src/layer/kinds-called.js';
import { whereHad } from '../../src/layer/where-kinds-are-had.js';
import { kinds, kindsByName, sectorOf, tierOf, type Sector } from '../../src/layer/kinds.js';

const idsOf = (sector: Sector): string[] =>
  kinds.filter((kind) => kind.sector === sector).map(({ id }) => id);

test('every sector has its kinds', () => {
  expect(idsOf('health')).toEqual(['icb', 'stp', 'icb_cluster', 'sicbl', 'ccg', 'nhser']);
  expect(idsOf('council')).toEqual(['utla', 'ltla', 'cty']);
  expect(idsOf('strategic')).toEqual(['cauth']);
  expect(idsOf('neighbourhood')).toEqual(['pcn', 'neighbourhood', 'place', 'nnhip', 'area_committee']);
  expect(idsOf('statistics')).toEqual(['msoa', 'lsoa', 'oa']);
});

test('counties and unitaries are of the upper tier, districts of the lower one', () => {
  expect(['utla', 'cty', 'ltla', 'icb'].map((kind) => tierOf({ kind }))).toEqual([
    'upper',
    'upper',
    'lower',
    'system',
  ]);
});

test('a layer without a kind has neither', () => {
  expect([sectorOf({ kind: null }), tierOf({ kind: null })]).toEqual([null, null]);
});

test('of every kind it is said where it is to be had, and of no other', () => {
  for (const { id } of kinds) expect(whereHad(id), id).not.toBe('');
  expect(() => whereHad('county')).toThrow('county');
});

test('a word stands for one kind alone, but for councils, and no two kinds have an id or a field in common', () => {
  const ids = kinds.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const stems = kinds.flatMap((kind) => kind.stems);
  expect(new Set(stems).size).toBe(stems.length);
  for (const kind of kinds) {
    for (const word of [kind.id, kind.one, kind.many, ...kind.aliases]) {
      const called = kindsCalled(word).map(({ id }) => id);
      expect(called, word).toContain(kind.id);
      if (kind.sector !== 'council') expect(called, word).toEqual([kind.id]);
    }
  }
});

test('names are understood as kinds that there are', () => {
  for (const id of kindsByName) expect(kinds.map((kind) => kind.id)).toContain(id);
});
