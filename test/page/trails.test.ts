/**
 * Lines of pieces put together:
 *
 *     0───1───2     pieces a (left) and b (right), arcs: 0 around the left, 1 in the middle, 2 around the right
 *     │ a │ b │
 *     3───4───5
 */
import { expect, it } from 'vitest';
import { pieceShapes, type PieceShapes } from '../../src/page/what-if/piece-shapes.js';
import { tintsOf } from '../../src/page/what-if/tints.js';
import { trailsOf } from '../../src/page/what-if/trails.js';
import { bordersOf, outlineOf, unitOutlines, type UnitOutlines } from '../../src/page/what-if/outlines-of.js';

const EVERYWHERE = [-1e9, -1e9, 1e9, 1e9] as const;

/** Two squares of so many steps beside one another, from west to east. */
const shapes: PieceShapes = pieceShapes({
  step: 0.001,
  west: 0,
  south: 52,
  arcs: [
    [10, 10, -10, 0, 0, -10, 10, 0],
    [10, 10, 0, -10],
    [10, 0, 10, 0, 0, 10, -10, 0],
  ],
  layers: [
    {
      id: 'pieces',
      units: [
        { code: '0', name: 'a', polygons: [[[0, ~1]]] },
        { code: '1', name: 'b', polygons: [[[1, 2]]] },
      ],
    },
  ],
  pairs: [],
});
const borders = ({ between }: UnitOutlines): number[] =>
  [...between.values()].flatMap(({ border }) => (border === null ? [] : lengths(border))).sort();
const lengths = (trails: ReturnType<typeof trailsOf>): number[] =>
  trails(1000, EVERYWHERE).map(({ line }) => line.length / 2);

it('knows what is beside a line, and where lines meet', () => {
  expect([...shapes.sides]).toEqual([0, -1, 0, 1, 1, -1]);
  // The middle line begins where the left one does, and ends where it ends.
  expect(shapes.ends[2]).toBe(shapes.ends[0]);
  expect(shapes.ends[3]).toBe(shapes.ends[1]);
  const [x, y] = shapes.middle(1);
  expect(shapes.pieceAt(x, y)).toBe(1);
});

it('goes around an area in one closed line, and along borders from junction to junction', () => {
  expect(lengths(trailsOf(shapes, [0, 2], 'around'))).toEqual([7]);
  const { line } = trailsOf(shapes, [0, 2], 'around')(1000, EVERYWHERE)[0]!;
  expect([line[0], line[1]]).toEqual([line[12], line[13]]);
  // Three lines meet at both ends of the middle one: each is a border of its own.
  expect(lengths(trailsOf(shapes, [0, 1, 2], 'borders')).sort()).toEqual([2, 4, 4]);
});

it('draws each line once, what two units part only as a border, and nothing between pieces of one unit', () => {
  const apart = unitOutlines(shapes, ['A', 'B'], null);
  expect(lengths(apart.around.get('A')!)).toEqual([5]);
  expect(lengths(apart.around.get('B')!)).toEqual([5]);
  expect(borders(apart)).toHaveLength(3);
  const together = unitOutlines(shapes, ['A', 'A'], null);
  expect(lengths(together.around.get('A')!)).toEqual([7]);
  expect(borders(together)).toEqual([7]);
  const half = unitOutlines(shapes, ['A', ''], null);
  expect(lengths(half.around.get('')!)).toEqual([5]);
  // Around nobody's land there is no border.
  expect(borders(half)).toEqual([2, 4]);
  expect(lengths(bordersOf(shapes, Int32Array.of(4, -1)))).toEqual([5]);
  expect(outlineOf(shapes, new Set())).toBeNull();
  expect(lengths(outlineOf(shapes, new Set([0]))!)).toEqual([5]);
});

it('leaves out what cannot be seen at a scale, and what lies out of sight', () => {
  const trails = trailsOf(shapes, [0, 2], 'around');
  // A hundredth of a pixel across, all but the ends fall together.
  expect(trails(0.01, EVERYWHERE).map(({ line }) => line.length / 2)).toEqual([2]);
  expect(trails(1000, [1e6, 1e6, 1e6 + 1, 1e6 + 1])).toEqual([]);
});

it('a new unit has a tint that no unit has, and old ones keep theirs', () => {
  const first = tintsOf(shapes.sides, ['A', 'B'], new Map());
  expect([...first]).toEqual([
    ['A', 0],
    ['B', 1],
  ]);
  const then = tintsOf(shapes.sides, ['A', 'NEW1'], first);
  expect(then.get('A')).toBe(0);
  expect(then.get('NEW1')).toBe(2);
});
