/** Polygons of sets of faces: drawn shapes by hand, messy maps against GEOS, real layers whole. */
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildArrangement, type Arrangement } from '../../src/arrangement/arrangement.js';
import { geographicLattice, planarLattice, type Lattice } from '../../src/arrangement/lattice.js';
import { pointInPolygons, pointInside } from '../../src/arrangement/point-inside.js';
import { traceFaces, traceMany, type Polygon, type Ring } from '../../src/arrangement/trace.js';
import { chance } from './chance.js';
import { drawLayer } from './lattice-map.js';
import { featuresOf, makeLayer } from './make-layer.js';
import { messyFeatures } from './random-maps.js';
import { toldOtherwise } from './rearrange.js';

const metres = planarLattice(0, 0, 1000, 1000);
const steps: Lattice = { model: 'planar', stepsPerUnit: 1, originX: 0, originY: 0 };

type Geos = Awaited<ReturnType<typeof initGeosJs>>;
let geos: Geos;

beforeAll(async () => {
  const quiet = () => undefined;
  geos = await initGeosJs({ noticeHandler: quiet, errorHandler: quiet });
});

const pairsOf = (ring: Ring): number[][] =>
  Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]);

/** Whether GEOS takes the polygons for one valid multipolygon, and whether a point is inside it. */
function askGeos(
  polygons: readonly Polygon[],
  point: readonly [number, number] | null = null,
): { valid: boolean; inside: boolean } {
  const coordinates = polygons.map((polygon) => polygon.map(pairsOf));
  const shape = geojsonToGeosGeom({ type: 'MultiPolygon', coordinates }, geos);
  const valid = geos.GEOSisValid(shape) === 1;
  let inside = false;
  if (point !== null) {
    const place = geojsonToGeosGeom({ type: 'Point', coordinates: [...point] }, geos);
    inside = geos.GEOSContains(shape, place) === 1;
    geos.GEOSGeom_destroy(place);
  }
  geos.GEOSGeom_destroy(shape);
  return { valid, inside };
}

/** Area by the corners, negative for a clockwise ring. */
function areaOf(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i < ring.length - 2; i += 2) {
    const [ax, ay, bx, by] = [0, 1, 2, 3].map((k) => ring[i + k]! - ring[k % 2]!) as [
      number,
      number,
      number,
      number,
    ];
    sum += ax * by - ay * bx;
  }
  return sum / 2;
}

const landOf = (polygons: readonly Polygon[]): number =>
  polygons.flat().reduce((sum, ring) => sum + areaOf(ring), 0);

const landOfFaces = ({ area }: Arrangement, chosen: Uint8Array): number =>
  area.reduce((sum, land, face) => sum + (chosen[face] === 1 ? land : 0), 0);

/** The polygons of one letter of a drawing: the area of each ring. */
function ringsOf(text: string, letter = 'a'): number[][] {
  const map = drawLayer(text);
  const arrangement = buildArrangement([map.layer], metres);
  const { ofFace, sets } = arrangement.labels[0]!;
  const polygons = traceFaces(arrangement, (face) => sets.has(ofFace[face]!, map.codes.indexOf(letter)));
  expect(askGeos(polygons).valid).toBe(true);
  return polygons.map((polygon) => polygon.map(areaOf));
}

describe('tracing', () => {
  it.each<readonly [string, string, number[][]]>([
    ['one square', 'a', [[1]]],
    ['a block without the borders inside it', 'a a\n a a', [[4]]],
    ['two islands', 'a . a', [[1], [1]]],
    ['squares that meet at a corner as two polygons', 'a .\n . a', [[1], [1]]],
    ['a lake', 'a a a\n a . a\n a a a', [[9, -1]]],
    ['an island in a lake', 'a a a a a\n a . . . a\n a . a . a\n a . . . a\n a a a a a', [[25, -9], [1]]],
    ['a lake in an island in a lake', 'a a a a a a a\n a . . . . . a\n a . a a a . a\n a . a . a . a\n a . a a a . a\n a . . . . . a\n a a a a a a a', [[49, -25], [9, -1]]],
    ['a bay closed at its mouth by a corner', 'a a a .\n a . . a\n a a a a', [[11, -2]]],
    ['two lakes that meet at a corner', 'a a a a\n a . a a\n a a . a\n a a a a', [[16, -1, -1]]],
    ['a lake that meets the sea at a corner', '. a a\n a . a\n a a a', [[8, -1]]],
    ['four lakes around one square, which is a polygon of its own', 'a a a a a\n a a . a a\n a . a . a\n a a . a a\n a a a a a', [[25, -5], [1]]],
    ['a hole filled by another unit', 'a a a\n a b a\n a a a', [[9, -1]]],
  ])('draws %s', (_, text, expected) => {
    expect(ringsOf(text)).toEqual(expected);
  }); // prettier-ignore

  it('starts each ring at its south-western position and closes it, holes clockwise', () => {
    const map = drawLayer('a a a\n a . a\n a a a');
    const [polygon] = traceFaces(buildArrangement([map.layer], metres), (face) => face === 1);
    expect(polygon!.map(pairsOf)).toEqual([
      [[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]],
      [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]],
    ]); // prettier-ignore
  });

  it('gives valid polygons with the land of their faces, on messy maps', () => {
    let traced = 0;
    for (let seed = 0; seed < 400; seed++) {
      const roll = chance(seed);
      const reach = roll.pick([2, 4, 9, 60, 5000]);
      const layers = [makeLayer(messyFeatures(roll, reach)), makeLayer(messyFeatures(roll, reach))];
      const arrangement = buildArrangement(layers, steps);
      const chosen = arrangement.area.slice().fill(0);
      const some = Uint8Array.from(chosen, (_, face) => (face > 0 && roll.once(2) ? 1 : 0));
      const polygons = traceFaces(arrangement, some);
      const point = pointInside(arrangement, some);
      expect(landOf(polygons), `seed ${seed}`).toBeCloseTo(landOfFaces(arrangement, some), 6);
      const said = askGeos(polygons, point);
      expect(said, `seed ${seed}`).toEqual({ valid: true, inside: point !== null });
      traced += polygons.length;
    }
    expect(traced).toBeGreaterThan(1000);
  });

  it('traces many groups in one pass as it traces each alone', () => {
    for (let seed = 0; seed < 60; seed++) {
      const roll = chance(seed);
      const arrangement = buildArrangement([makeLayer(messyFeatures(roll, roll.pick([3, 9, 400])))], steps);
      const group = Int32Array.from(arrangement.area, (_, face) => (face === 0 ? -1 : roll.whole(-1, 4)));
      const many = traceMany(arrangement, group, 6);
      expect(many).toEqual(
        [0, 1, 2, 3, 4, 5].map((g) => traceFaces(arrangement, (face) => group[face] === g)),
      );
      expect(many[5]).toEqual([]);
    }
  });

  it('gives the same polygons however the map was told', () => {
    for (let seed = 0; seed < 60; seed++) {
      const features = messyFeatures(chance(seed), 30);
      const covered = (layer: ReturnType<typeof makeLayer>): Polygon[] => {
        const arrangement = buildArrangement([layer], steps);
        const { ofFace } = arrangement.labels[0]!;
        return traceFaces(arrangement, (face) => ofFace[face] !== -1);
      };
      // With parity inside a feature only: which features there are must not change.
      const once = makeLayer(features, 'union');
      expect(covered(makeLayer(toldOtherwise(featuresOf(once), seed), 'union'))).toEqual(covered(once));
    }
  });

  it('does not trace the outside', () => {
    const arrangement = buildArrangement([drawLayer('a').layer], metres);
    expect(() => traceFaces(arrangement, () => true)).toThrow('outside');
  });

  it('gives degrees with the digits that were read', () => {
    const map = drawLayer('a', { west: -1.2345678, south: 52.7654321, square: 0.1 });
    const [[ring]] = traceFaces(buildArrangement([map.layer], geographicLattice), (face) => face === 1) as [
      [Ring],
    ];
    expect([...ring.subarray(0, 4)]).toEqual([-1.2345678, 52.7654321, -1.1345678, 52.7654321]);
  });
});

describe('a point inside', () => {
  const pointOf = (text: string): readonly [number, number] | null => {
    const map = drawLayer(text);
    const { ofFace } = buildArrangement([map.layer], metres).labels[0]!;
    return pointInside(buildArrangement([map.layer], metres), (face) => ofFace[face] === 0);
  };

  it.each<readonly [string, string, readonly [number, number]]>([
    ['the middle of a square', 'a', [0.5, 0.5]],
    ['the wider side of a lake', 'a a a a a a a a\n a a a a a a . a\n a a a a a a a a', [3, 1.5]],
    ['the larger of two islands', 'a . a a\n . . a a', [3, 1]],
    ['the foot of an L where that is clearly wider', 'a . .\n a . .\n a . .\n a a a', [1.5, 0.5]],
  ])('is %s', (_, text, expected) => {
    expect(pointOf(text)).toEqual(expected);
  });

  it('is null where nothing is chosen', () => {
    expect(pointInPolygons([])).toBeNull();
  });
});
