/** What subtraction gives away on drawn layers: slivers, overlaps, weights, land nobody lives on, names that repeat. */
import { expect, it } from 'vitest';
import { buildMembership } from '../../src/layer/membership.js';
import type { Layer } from '../../src/layer/layer.js';
import { differencing } from '../../src/measures/differencing/differencing.js';
import type { MeasureRequest } from '../../src/measures/people/measure-request.js';
import { draw, people, rowsOf } from '../overlap/drawn-layers.js';
import { lookupOf, peopleOf } from './compare-drawn.js';

const found = (
  layers: readonly Layer[],
  measure: MeasureRequest,
  under: number,
  { tolerance = 0, columns = 'subtraction people area_ha' } = {},
): string[] => {
  const wishes = { layers, planar: true, tolerance, measures: [measure], sensitivity: false };
  return rowsOf(differencing({ ...wishes, under }).tables[0]!, columns);
};

// The border between the upper case units runs one square further east than that between the lower case ones.
const strip = [
  draw('upper', 'A A A A B B\nA A A A B B\nA A A A B B\nA A A A B B'),
  draw('lower', 'c c c d d d\nc c c d d d\nc c c d d d\nc c c d d d'),
];
const inStrip = people('9 9 9 1 9 9\n9 9 9 0 9 9\n9 9 9 1 9 9\n9 9 9 0 9 9');

it('a strip wider than the tolerance is a group, with its people and its land', () => {
  expect(found(strip, inStrip, 10)).toEqual(['A − c 2 4']);
  expect(found(strip, inStrip, 3)).toHaveLength(1);
  expect(found(strip, inStrip, 2)).toEqual([]);
});

it('a strip that is a sliver is none, for its people are counted beside it', () => {
  // Its mean width is twice 4 ha over 1,000 m, 80 m; never more than a third of a unit is set aside.
  expect(found(strip, inStrip, 10, { tolerance: 80 })).toHaveLength(1);
  expect(found(strip, inStrip, 10, { tolerance: 81 })).toEqual([]);
});

it('nor is it beside a third layer', () => {
  const halves = draw('halves', 'e e e e e e\ne e e e e e\nf f f f f f\nf f f f f f');
  expect(found([...strip, halves], inStrip, 10, { tolerance: 81 })).toEqual([]);
  expect(found([...strip, halves], inStrip, 10)).toEqual(['A − c 2 4']);
});

it('land on which nobody lives hinders no subtraction, and is none of the land of a group', () => {
  const layers = [draw('upper', 'A A B B C C'), draw('lower', 'c d c d d e')];
  // Were there anybody in both B and d, no way would lead round the four pairs of A, B, c and d.
  expect(found(layers, people('9 3 9 0 9 9'), 9)).toEqual(['A + B − c 3 1']);
  expect(found(layers, people('9 3 9 1 9 9'), 4)).toEqual([]);
});

it('people outside a layer are a group where the units that cover the rest are known', () => {
  expect(found([draw('upper', 'A A A'), draw('lower', 'c . d')], people('9 3 9'), 9)).toEqual([
    'A − c − d 3 1',
  ]);
});

it('a layer that overlaps itself gives its double cover away', () => {
  const folded = {
    ...lookupOf('folded', 'c c d'),
    ...membershipOf([
      ['b00', 'c', 1],
      ['b01', 'c', 1],
      ['b01', 'd', 1],
      ['b02', 'd', 1],
    ]),
  };
  expect(found([lookupOf('upper', 'A A A'), folded], peopleOf('90 4 80'), 9)).toEqual(['c + d − A 4 -']);
});

it('weights share people out, so that no one is in two units', () => {
  const shared = {
    ...lookupOf('shared', 'c c d'),
    ...membershipOf(
      [
        ['b00', 'c', 1],
        ['b01', 'c', 3],
        ['b01', 'd', 1],
        ['b02', 'd', 1],
      ],
      true,
    ),
  };
  expect(found([lookupOf('upper', 'A B B'), shared], peopleOf('90 4 80'), 9)).toEqual(['B − d 3 -']);
});

it('codes and names that two layers share are told apart', () => {
  const layers = [lookupOf('old', 'A A B', { A: 'Same' }), lookupOf('new', 'A B B', { A: 'Same' })];
  expect(found(layers, peopleOf('90 4 80'), 9, { columns: 'subtraction in_words' })).toEqual([
    'old:A − new:A Same (old unit) − Same (new unit)',
  ]);
});

it('the order of layers changes no group', () => {
  const layers = [lookupOf('one', 'A A B B'), lookupOf('two', 'c d d e'), lookupOf('three', 'f f g h')];
  const measure = peopleOf('90 4 3 80');
  const columns = 'people atoms';
  const there = found(layers, measure, 9, { columns });
  expect(there.length).toBeGreaterThan(0);
  expect(found([...layers].reverse(), measure, 9, { columns })).toEqual(there);
});

function membershipOf(
  entries: readonly (readonly [string, string, number])[],
  weighted = false,
): Pick<Layer, 'codes' | 'names' | 'membership'> {
  const { codes, membership } = buildMembership(
    entries.map(([block, unit, weight]) => ({ block, unit, weight })),
    { blockKind: 'block', weighted, bestFit: false },
  );
  return { codes, names: codes, membership };
}
