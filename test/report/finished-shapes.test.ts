/** How shapes are finished before they are written: wound, cut, boxed, with a point for the label. */
import { describe, expect, test } from 'vitest';
import { boxOf, finishShapes } from '../../src/result/finished-shapes.js';
import type { ShapeGeometry } from '../../src/result/shape-record.js';

type Line = readonly (readonly [number, number])[];
const finish = (geometry: ShapeGeometry) => finishShapes([{ table: 't', properties: {}, geometry }])[0]!;
const square = (west: number, south: number, side: number): Line => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const reversed = (line: Line): Line => [...line].reverse();

describe('a finished shape', () => {
  const outer = square(0, 0, 3);
  const hole = reversed(square(1, 1, 1));

  test.each([
    ['as it should be', [outer, hole]],
    ['both the wrong way', [reversed(outer), reversed(hole)]],
    ['the outer ring the wrong way', [reversed(outer), hole]],
    ['the hole the wrong way', [outer, reversed(hole)]],
  ])('runs counter-clockwise round its land, clockwise round holes: %s', (_, coordinates) => {
    expect(signs(finish({ type: 'Polygon', coordinates }).geometry)).toEqual([1, -1]);
    const several = finish({ type: 'MultiPolygon', coordinates: [coordinates, [reversed(square(5, 5, 1))]] });
    expect(signs(several.geometry)).toEqual([1, -1, 1]);
  });

  test.each([
    [outer.slice(0, 4), 'counter-clockwise'],
    [reversed(outer).slice(0, 4), 'clockwise'],
  ])('keeps the direction of a line', (coordinates) => {
    expect(finish({ type: 'LineString', coordinates }).geometry.coordinates).toEqual(coordinates);
  });

  test('has seven places, on either side of the rounding and of Greenwich', () => {
    const { geometry, box, label } = finish({
      type: 'LineString',
      coordinates: [
        [0.123456749, 51.000000051],
        [-0.123456751, 51.000000049],
      ],
    });
    expect(geometry.coordinates).toEqual([
      [0.1234567, 51.0000001],
      [-0.1234568, 51],
    ]);
    expect(box).toEqual([-0.1234568, 51, 0.1234567, 51.0000001]);
    for (const value of label) expect(value).toBe(Number(value.toFixed(7)));
  });

  test('the given shape is left as it is', () => {
    const geometry: ShapeGeometry = { type: 'Polygon', coordinates: [reversed(square(0.123456789, 0, 1))] };
    const before = JSON.stringify(geometry);
    finish(geometry);
    expect(JSON.stringify(geometry)).toBe(before);
  });
});

describe('the label', () => {
  test('is inside a plain shape', () => {
    expect(finish({ type: 'Polygon', coordinates: [square(1, 1, 2)] }).label).toEqual([2, 2]);
  });

  test('is on the largest part, wherever it stands in the list', () => {
    const [small, large] = [[square(0, 0, 1)], [square(10, 10, 4)]];
    for (const coordinates of [
      [small, large],
      [large, small],
    ]) {
      expect(finish({ type: 'MultiPolygon', coordinates }).label).toEqual([12, 12]);
    }
  });

  test('is on a horseshoe, whose middle is not', () => {
    // prettier-ignore
    const ring: Line = [[0, 0], [3, 0], [3, 3], [2, 3], [2, 1], [1, 1], [1, 3], [0, 3], [0, 0]];
    expect(ring).toContainEqual(finish({ type: 'Polygon', coordinates: [ring] }).label);
  });
});

test('there is no box of nothing', () => {
  expect(boxOf([])).toBeNull();
});

/** 1 for each ring that runs counter-clockwise, -1 for each other. */
function signs(geometry: ShapeGeometry): number[] {
  const rings =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flat()
      : geometry.type === 'Polygon'
        ? geometry.coordinates
        : [];
  return rings.map((ring) =>
    Math.sign(
      ring.reduce((sum, [x, y], i) => {
        const [u, v] = ring[(i + 1) % ring.length]!;
        return sum + x * v - u * y;
      }, 0),
    ),
  );
}
