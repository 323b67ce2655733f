/**
 * What is wrong with a feature by the standard, said where it stands; what is right is not.
 */
import { describe, expect, it } from 'vitest';
import { faultsOfFeature } from '../../src/read/geojson-faults.js';

const RING = [
  [0, 52],
  [1, 52],
  [1, 53],
  [0, 52],
];

const feature = (geometry: unknown, members: object = {}): object => ({
  type: 'Feature',
  properties: null,
  geometry,
  ...members,
});
const shape = (type: unknown, coordinates: unknown, members: object = {}): object =>
  feature({ type, coordinates, ...members });

describe('a feature as the standard wants it has no fault', () => {
  it.each([
    ['without a place', feature(null)],
    ['a point with a height', shape('Point', [0, 52, 10])],
    ['points, even none', shape('MultiPoint', [])],
    ['a line of two positions', shape('LineString', RING.slice(0, 2))],
    ['lines', shape('MultiLineString', [RING, RING])],
    ['a polygon of four positions', shape('Polygon', [RING])],
    ['a polygon with a hole', shape('Polygon', [RING, RING])],
    ['polygons', shape('MultiPolygon', [[RING], [RING]])],
    [
      'a collection',
      feature({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [0, 1] }] }),
    ],
    ['boxes in two and three dimensions', shape('Polygon', [RING], { bbox: [0, 52, 0, 1, 53, 9] })],
    [
      'members of its own',
      feature(null, { id: 7, bbox: [0, 52, 1, 53], colour: 'red', properties: { a: 1 } }),
    ],
  ])('%s', (_, given) => expect(faultsOfFeature(given)).toEqual([]));
});

describe('a feature that is not', () => {
  it.each<[string, unknown, string[]]>([
    ['is no object', [], ['a feature must be an object']],
    ['is nothing', null, ['a feature must be an object']],
    [
      'has no members',
      {},
      [
        'it must have a member "type"',
        'it must have a member "properties"',
        'it must have a member "geometry"',
      ],
    ],
    ['is of another type', feature(null, { type: 'feature' }), ['its "type" must be "Feature"']],
    [
      'has properties in a list',
      feature(null, { properties: [1] }),
      ['"properties" must be an object or null'],
    ],
    [
      'has a box of three numbers',
      feature(null, { bbox: [0, 1, 2] }),
      ['"bbox" must be a list of four or six numbers'],
    ],
    ['has words for a geometry', feature('POINT (0 52)'), ['a geometry must be an object or null']],
    ['has a geometry of no type', feature({ coordinates: [0, 52] }), ['it must have a member "type"']],
    ['has one of an unknown type', shape('Circle', [0, 52]), ['there is no geometry of "type" "Circle"']],
    [
      'has one called as every object',
      shape('constructor', [0]),
      ['there is no geometry of "type" "constructor"'],
    ],
    ['has no coordinates', feature({ type: 'Polygon' }), ['it must have a member "coordinates"']],
    ['has a position of one number', shape('Point', [0]), ['a position must have at least two numbers']],
    ['has words in a position', shape('Point', ['0', 52]), ['a position must hold numbers only']],
    [
      'has null for a position',
      shape('LineString', [null, [0, 52]]),
      ['position 1: a position must be a list of numbers'],
    ],
    [
      'has a line of one position',
      shape('LineString', [[0, 52]]),
      ['a line must have at least two positions'],
    ],
    [
      'has a ring of three positions that is closed',
      shape('Polygon', [[RING[0], RING[1], RING[0]]]),
      ['ring 1: a ring must have at least four positions'],
    ],
    [
      'has a hole that is not closed',
      shape('Polygon', [RING, [...RING.slice(0, 3), [0, 54]]]),
      ['ring 2: its first and last positions must be the same'],
    ],
    [
      'has an empty list where positions should be',
      shape('Polygon', [[]]),
      ['ring 1: a ring must have at least four positions'],
    ],
    [
      'has rings where polygons should be',
      shape('MultiPolygon', [[RING[0]]]),
      [
        'polygon 1, ring 1, position 1: a position must be a list of numbers',
        'polygon 1, ring 1, position 2: a position must be a list of numbers',
        'polygon 1, ring 1: a ring must have at least four positions',
        'polygon 1, ring 1: its first and last positions must be the same',
      ],
    ],
    ['has an object where rings should be', shape('Polygon', {}), ['a list of rings must be here']],
    [
      'has a collection with a fault deep in it',
      feature({
        type: 'GeometryCollection',
        geometries: [{ type: 'MultiLineString', coordinates: [RING, [[0, 1]]] }],
      }),
      ['"geometries", geometry 1, line 2: a line must have at least two positions'],
    ],
    [
      'has a collection without geometries',
      feature({ type: 'GeometryCollection' }),
      ['it must have a member "geometries"'],
    ],
  ])('%s', (_, given, faults) => expect(faultsOfFeature(given)).toEqual(faults));
});
