/**
 * Well-known text and binary, spelling by spelling, and the small repairs every reader makes.
 */
import { describe, expect, test } from 'vitest';
import { assertShapes } from '../../src/layer/shapes.js';
import { propertyValue, TableBuilder } from '../../src/read/formats/table-builder.js';
import { addWkb } from '../../src/read/formats/wkb.js';
import { addWkt } from '../../src/read/formats/wkt.js';
import { InputError } from '../../src/trouble/input-error.js';
import { districts, expectedRings, ringsOf, wkbOf } from './formats-fixtures.js';

const fromWkt = (text: string) => {
  const builder = new TableBuilder('t');
  builder.startFeature({});
  addWkt(text, builder);
  const table = builder.finish(null);
  assertShapes(table.shapes);
  return table;
};

describe('well-known text', () => {
  const square = '0 0, 0 1, 1 1, 0 0';
  test.each([
    `POLYGON((${square}))`,
    `polygon ((${square}))`,
    `POLYGON Z ((0 0 5, 0 1 5, 1 1 5, 0 0 5))`,
    `POLYGONZM((0 0 5 6,0 1 5 6,1 1 5 6,0 0 5 6))`,
    `  SRID=4326; MULTIPOLYGON (((${square})), EMPTY)`,
    `GEOMETRYCOLLECTION (POINT (9 9), POLYGON ((${square})), LINESTRING (0 0, 1 1))`,
    'POLYGON((0e0 -0.0, .0 1., 1E0 +1, 0 0))',
  ])('%s is one ring of three corners', (text) => {
    const { shapes } = fromWkt(text);
    expect([...shapes.coordinates].map((value) => value + 0)).toEqual([0, 0, 0, 1, 1, 1, 0, 0]);
  });
  test('points alone or in brackets', () => {
    expect([...fromWkt('MULTIPOINT (1 2, (3 4))').points]).toEqual([1, 2, 3, 4]);
    expect([...fromWkt('POINT EMPTY').points]).toEqual([]);
  });
  test.each([
    '',
    'POLYGON',
    'POLYGON((0 0, 1',
    'POLYGON((0 0, 1 1, 1 0, 0 0)) x',
    'POLYGON((a b))',
    'BOX(1 2)',
    'POLYGON((1e999 0, 1 1, 1 0))',
  ])('“%s” is refused with the place', (text) => {
    expect(() => fromWkt(text)).toThrow(InputError);
    expect(() => fromWkt(text)).toThrow('feature 1');
  });
  test('curves are refused with how to make them straight', () => {
    expect(() => fromWkt('CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))')).toThrow('CONVERT_TO_LINEAR');
  });
});

describe('well-known binary', () => {
  test.each([{}, { big: true }, { z: true }, { big: true, z: true }])('is read with %j', (spelling) => {
    const builder = new TableBuilder('t');
    for (const { polygons } of districts) {
      builder.startFeature({});
      addWkb(wkbOf(polygons, spelling), builder);
    }
    const table = builder.finish(null);
    expect(ringsOf(table)).toEqual(expectedRings);
    expect(table.notes.some(({ note }) => note === 'extra-dimension')).toBe('z' in spelling);
  });
  test('with a system number in it gives that number', () => {
    const plain = wkbOf(districts[0]!.polygons);
    const bytes = Uint8Array.of(1, 6, 0, 0, 0x20, 0x34, 0x6c, 0, 0, ...plain.subarray(5));
    const builder = new TableBuilder('t');
    builder.startFeature({});
    expect(addWkb(bytes, builder)).toBe(27700);
  });
  test('that counts more positions than it has bytes is refused', () => {
    const bytes = wkbOf(districts[0]!.polygons);
    bytes.fill(255, 18, 22);
    const builder = new TableBuilder('t');
    builder.startFeature({});
    expect(() => addWkb(bytes, builder)).toThrow('too soon');
  });
  test('nested without end is refused', () => {
    const bytes = new Uint8Array(9000);
    for (let i = 0; i < 1000; i++) bytes.set([1, 7, 0, 0, 0, 1, 0, 0, 0], 9 * i);
    const builder = new TableBuilder('t');
    builder.startFeature({});
    expect(() => addWkb(bytes, builder)).toThrow('nested too deeply');
  });
});

describe('small repairs', () => {
  test('an open ring is closed and a ring of two corners left out, both noted with the place', () => {
    const { shapes, notes } = fromWkt('POLYGON((0 0,0 1,1 1),(5 5,6 6,5 5))');
    expect([...shapes.coordinates]).toEqual([0, 0, 0, 1, 1, 1, 0, 0]);
    expect(notes).toEqual([
      { note: 'closed-ring', feature: 0, count: 1, position: [0, 0] },
      { note: 'short-ring', feature: 0, count: 1, position: [5, 5] },
    ]);
  });
  test('a polygon of nothing but short rings is no polygon', () => {
    const { shapes } = fromWkt('MULTIPOLYGON(((0 0,1 1,0 0)),((0 0,0 1,1 1,0 0)))');
    expect(shapes.polygonStart).toEqual(Uint32Array.of(0, 1));
    expect(shapes.featureStart).toEqual(Uint32Array.of(0, 1));
  });
  test.each([
    [new Date(Date.UTC(2024, 3, 1)), '2024-04-01'],
    [new Date(NaN), null],
    [12n, 12],
    [2n ** 60n, '1152921504606846976'],
    [{ a: [1n] }, '{"a":["1"]}'],
    [NaN, null],
    [undefined, null],
  ])('a property %o becomes %o', (value, kept) => {
    expect(propertyValue(value)).toBe(kept);
  });
});
