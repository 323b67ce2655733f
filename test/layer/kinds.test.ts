/** What the rules of the field ask of a kind stands on the kind. */
import { expect, test } from 'vitest';
import { kinds, kindsByName, sectorOf, tierOf, type Sector } from '../../src/layer/kinds.js';

const idsOf = (sector: Sector): string[] =>
  kinds.filter((kind) => kind.sector === sector).map(({ id }) => id);

test('every sector has its kinds', () => {
  expect(idsOf('health')).toEqual(['icb', 'stp', 'sicbl', 'ccg', 'nhser']);
  expect(idsOf('council')).toEqual(['utla', 'ltla', 'cty']);
  expect(idsOf('strategic')).toEqual(['cauth']);
  expect(idsOf('neighbourhood')).toEqual(['pcn', 'neighbourhood', 'place']);
  expect(idsOf('statistics')).toEqual(['msoa', 'lsoa', 'oa']);
});

test('counties and unitaries are of the upper tier, districts of the lower one', () => {
  expect(['utla', 'cty', 'ltla', 'icb'].map((kind) => tierOf({ kind }))).toEqual([
    'upper',
    'upper',
    'lower',
    null,
  ]);
});

test('a layer without a kind has neither', () => {
  expect([sectorOf({ kind: null }), tierOf({ kind: null })]).toEqual([null, null]);
});

test('names are understood as kinds that there are', () => {
  for (const id of kindsByName) expect(kinds.map((kind) => kind.id)).toContain(id);
});
