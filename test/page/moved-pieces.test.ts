/**
 * After moves, what is drawn and what can be chosen are as if they were made of the pieces as they are now:
 *
 *     a b c d e     25 pieces in a square, each of them in one of three units or in none
 *     f g h i j
 *     …
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WorkLayout } from '../../src/index.js';
import { groupsBy, type Grouping } from '../../src/page/what-if/choosing.js';
import { unitOutlines, type UnitOutlines } from '../../src/page/what-if/outlines-of.js';
import { pieceShapes } from '../../src/page/what-if/piece-shapes.js';

const SIDE = 5;
const EVERYWHERE = [-1e9, -1e9, 1e9, 1e9] as const;

/** Squares beside and below one another; arcs are their sides, those from west to east first. */
const across = (x: number, y: number): number => y * SIDE + x;
const down = (x: number, y: number): number => SIDE * (SIDE + 1) + y * (SIDE + 1) + x;
const squares = Array.from({ length: SIDE ** 2 }, (_, i) => [i % SIDE, Math.floor(i / SIDE)] as const);
const arcs: number[][] = [];
for (let y = 0; y <= SIDE; y++)
  for (let x = 0; x <= SIDE; x++) {
    if (x < SIDE) arcs[across(x, y)] = [x, -y, 1, 0];
    if (y < SIDE) arcs[down(x, y)] = [x, -y, 0, -1];
  }
const shapes = pieceShapes({
  step: 0.01,
  west: 0,
  south: 52,
  arcs,
  layers: [
    {
      id: 'pieces',
      units: squares.map(([x, y], i) => ({
        code: String(i),
        name: String(i),
        polygons: [[[across(x, y), down(x + 1, y), ~across(x, y + 1), ~down(x, y)]]],
      })),
    },
  ],
  pairs: [],
});

const layer = (id: string, codes: string[]) => ({ id, one: id, many: `${id}s`, codes, names: codes });
const layout: WorkLayout = {
  base: layer('icb', ['A', 'B', 'C']),
  other: layer('ltla', ['P', 'Q']),
  blocks: layer('block', ['s', 't', 'u', 'v', 'w']),
  against: [],
  pieceBase: new Int32Array(SIDE ** 2),
  pieceOther: Int32Array.from(squares, ([x]) => (x < 2 ? 0 : x < 4 ? 1 : -1)),
  pieceBlock: Int32Array.from(squares, ([, y]) => y),
  piecePeople: Float64Array.from(squares, (_, i) => i / 7),
  measure: 'people',
  map: null,
};
const nameOf = (code: string): string => `Unit ${code}`;

/** Lengths of all lines that are drawn, by what they are of. */
const drawn = ({ around, between }: UnitOutlines): unknown => ({
  around: Object.fromEntries(
    [...around].map(([unit, trails]) => [
      unit,
      trails(1000, EVERYWHERE).reduce((sum, { line }) => sum + line.length - 2, 0),
    ]),
  ),
  between: Object.fromEntries(
    [...between].map(([key, { arcs: own }]) => [key, [...own].sort((p, q) => p - q)]),
  ),
  borders: Object.fromEntries(
    [...between].map(([key, { border }]) => [key, border?.(1000, EVERYWHERE).length]),
  ),
});

const units = fc.array(fc.constantFrom('A', 'A', 'B', 'C', ''), {
  minLength: SIDE ** 2,
  maxLength: SIDE ** 2,
});
/** A first state, then others: of each some pieces are as in the one before. */
const moments = fc
  .tuple(
    units,
    fc.array(fc.tuple(units, fc.array(fc.boolean(), { minLength: SIDE ** 2, maxLength: SIDE ** 2 })), {
      maxLength: 6,
    }),
  )
  .map(([first, later]) =>
    later.reduce(
      (all, [next, stays]) => [...all, next.map((unit, i) => (stays[i]! ? all.at(-1)![i]! : unit))],
      [first],
    ),
  );

it('lines around and between units are those of the pieces as they are', () => {
  fc.assert(
    fc.property(moments, (all) => {
      let before: UnitOutlines | null = null;
      for (const unitOf of all) {
        before = unitOutlines(shapes, unitOf, before);
        expect(drawn(before)).toEqual(drawn(unitOutlines(shapes, unitOf, null)));
      }
    }),
    { seed: 20 },
  );
});

it('a move leaves the lines around other units as they were', () => {
  const first = Array<string>(SIDE ** 2)
    .fill('A')
    .fill('B', 5, 10)
    .fill('C', 10);
  const before = unitOutlines(shapes, first, null);
  const after = unitOutlines(shapes, first.with(12, 'B'), before);
  expect(after.around.get('A')).toBe(before.around.get('A'));
  expect(after.around.get('B')).not.toBe(before.around.get('B'));
});

it.each(['part', 'block', 'unit'] as const)('what can be chosen by %s is what there is now', (by) => {
  fc.assert(
    fc.property(moments, (all) => {
      let before: Grouping | null = null;
      for (const unitOf of all) {
        before = groupsBy(by, layout, unitOf, nameOf, before);
        expect(before).toEqual(groupsBy(by, layout, unitOf, nameOf, null));
      }
      const other = by === 'part' ? 'block' : 'part';
      expect(groupsBy(other, layout, all[0]!, nameOf, before)).toEqual(
        groupsBy(other, layout, all[0]!, nameOf, null),
      );
    }),
    { seed: 20 },
  );
});
