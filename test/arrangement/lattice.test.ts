/** Layers drawn as letters: the exact answer is a count of squares. */
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { geographicLattice, planarLattice } from '../../src/arrangement/lattice.js';
import { faultsOf } from './check-arrangement.js';
import { borderOwnedBy, landOfPairs, landOfUnits } from './figures.js';
import {
  countOverlaps,
  countSquares,
  drawLayer,
  sorted,
  type Drawing,
  type LatticeMap,
} from './lattice-map.js';
import { areaByQuadrature } from './quadrature.js';

const metres = planarLattice(0, 0, 1000, 1000);

const pairsOf = (a: LatticeMap, b: LatticeMap, divisor = 1): Record<string, number> => {
  const arrangement = buildArrangement([a.layer, b.layer], metres);
  expect(faultsOf([a.layer, b.layer], arrangement)).toEqual([]);
  const pairs = landOfPairs(arrangement, 0, 1, a.codes, b.codes);
  return sorted(Object.fromEntries([...pairs].map(([pair, land]) => [pair, land / divisor])));
};

const unitsOf = (map: LatticeMap): Record<string, number> => {
  const arrangement = buildArrangement([map.layer], metres);
  expect(faultsOf([map.layer], arrangement)).toEqual([]);
  const land = landOfUnits(arrangement, 0, map.codes.length);
  return Object.fromEntries(map.codes.map((code, unit) => [code, land[unit]!]));
};

const districtsAndCounties: readonly (readonly [string, string, string])[] = [
  ['two counties and two districts', 'a a b\n a a b', 'a b b\n a b b'],
  ['one unit that is the other', 'a a\n a a', 'b b\n b b'],
  ['layers that lie apart', 'a a . .\n a a . .', '. . . b\n . . . b'],
  ['layers that meet in one corner only', 'a .\n . .', '. .\n . b'],
  ['layers that share one border and no land', 'a a .\n a a .', '. . b\n . . b'],
  ['a unit with a hole, filled by another', 'a a a\n a b a\n a a a', 'c c c\n c c c\n d d d'],
  ['a hole that nobody fills', 'a a a a\n a . . a\n a a a a', 'b b b .\n b b b .\n b b b .'],
  [
    'an island in a lake in an island in a lake',
    'a a a a a a a a a\n a . . . . . . . a\n a . b b b b b . a\n a . b . . . b . a\n a . b . a . b . a\n' +
      'a . b . . . b . a\n a . b b b b b . a\n a . . . . . . . a\n a a a a a a a a a',
    'x x x x x y y y y\n x x x x x y y y y\n x x x x x y y y y\n x x x x x y y y y\n x x x x z y y y y\n' +
      'x x x x x y y y y\n x x x x x y y y y\n x x x x x y y y y\n x x x x x y y y y',
  ],
  [
    'islands far from the mainland',
    'a a . . . a\n a a . . . .\n . . . a . .',
    'b b b b b b\n b b b b b b\n c c c c c c',
  ],
  ['squares that touch at corners only', 'a . a .\n . a . a\n a . a .', 'b b c c\n b b c c\n b b c c'],
  [
    'a hole that touches the outline in a corner',
    'a a a a\n a . a a\n a a . .',
    'b b b b\n b b b b\n b b b b',
  ],
  [
    'two holes that touch in a corner',
    'a a a a\n a . a a\n a a . a\n a a a a',
    'b c b c\n c b c b\n b c b c\n c b c b',
  ],
  ['land that two units of one layer cover', 'a ab b\n a ab b', 'c c d\n c d d'],
  ['double cover on both sides', 'a ab abc c\n a ab bc c', 'x xy y .\n xy xy z z'],
  ['a unit wholly inside another of its layer', 'a a a\n a ab a\n a a a', 'c c c\n c d c\n c cd c'],
  ['two units that are the same', 'ab ab\n ab ab', 'c d\n c d'],
  ['gaps between units', 'a . b\n a . b\n . . .', 'c c c\n c c c\n . c .'],
  [
    'interlocking combs',
    'a b a b a\n a b a b a\n a a a b a\n b b b b b',
    'c c c c c\n d d d d d\n c d c d c\n c d c d d',
  ],
];

describe('layers drawn as letters', () => {
  it.each(districtsAndCounties)('%s: overlaps are squares, counted', (_, first, second) => {
    const [a, b] = [drawLayer(first), drawLayer(second)];
    expect(pairsOf(a, b)).toEqual(countOverlaps(a, b));
    expect(unitsOf(a)).toEqual(countSquares(a));
    expect(unitsOf(b)).toEqual(countSquares(b));
  });

  it.each(districtsAndCounties)(
    '%s: every square a polygon of its own changes nothing',
    (_, first, second) => {
      const squares: Partial<Drawing> = { outlines: 'squares' };
      const [a, b] = [drawLayer(first, squares), drawLayer(second)];
      expect(pairsOf(a, b)).toEqual(countOverlaps(a, b));
      expect(pairsOf(drawLayer(first), drawLayer(second, squares))).toEqual(countOverlaps(a, b));
    },
  );

  it.each(districtsAndCounties)('%s: squares of 37 m, 500 m west of the origin', (_, first, second) => {
    const far: Partial<Drawing> = { west: -500, south: 123, square: 37 };
    const [a, b] = [drawLayer(first, far), drawLayer(second, far)];
    expect(pairsOf(a, b, 37 * 37)).toEqual(countOverlaps(a, b));
  });

  it.each(districtsAndCounties)(
    '%s: squares of a hundredth of a degree, on the ellipsoid',
    (_, first, second) => {
      const inEngland: Partial<Drawing> = { west: -1.5, south: 52, square: 0.01 };
      const [a, b] = [drawLayer(first, inEngland), drawLayer(second, inEngland)];
      const layers = [a.layer, b.layer];
      const arrangement = buildArrangement(layers, geographicLattice);
      expect(faultsOf(layers, arrangement)).toEqual([]);
      const expected = new Map<string, number>();
      for (const [row, letters] of a.squares.entries()) {
        const north = 52 + (a.squares.length - row) * 0.01;
        const land =
          areaByQuadrature(0, north, -0.01, north) - areaByQuadrature(0, north - 0.01, -0.01, north - 0.01);
        for (const [column, square] of letters.entries()) {
          for (const p of square) {
            for (const q of b.squares[row]![column]!) {
              if (p !== '.' && q !== '.') expected.set(`${p}∩${q}`, (expected.get(`${p}∩${q}`) ?? 0) + land);
            }
          }
        }
      }
      const given = landOfPairs(arrangement, 0, 1, a.codes, b.codes);
      expect([...given.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [pair, land] of expected) expect(Math.abs(given.get(pair)! / land - 1)).toBeLessThan(1e-9);
    },
  );

  it('counts the border that two layers own together, and that each owns alone', () => {
    const a = drawLayer('a a b\n a a b');
    const b = drawLayer('a b b\n a b b');
    const arrangement = buildArrangement([a.layer, b.layer], metres);
    expect(borderOwnedBy(arrangement, [0, 1])).toBe(10);
    expect(borderOwnedBy(arrangement, [0])).toBe(2);
    expect(borderOwnedBy(arrangement, [1])).toBe(2);
  });

  it('keeps edges between squares of one unit, which no layer owns', () => {
    const a = drawLayer('a a\n a a', { outlines: 'squares' });
    const arrangement = buildArrangement([a.layer], metres);
    expect(borderOwnedBy(arrangement, [])).toBe(4);
    expect(borderOwnedBy(arrangement, [0])).toBe(8);
    expect(arrangement.faces.count).toBe(5);
  });

  it('answers for a map without any land', () => {
    const arrangement = buildArrangement([drawLayer('. .').layer, drawLayer('.').layer], metres);
    expect([arrangement.faces.count, arrangement.edges.from.length]).toEqual([1, 0]);
  });
});
