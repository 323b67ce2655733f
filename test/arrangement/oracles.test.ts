/** Land of pairs against two independent libraries: GEOS, and Turf for a few simple cases. */
import { featureCollection, intersect, polygon } from '@turf/turf';
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { geographicLattice, planarLattice } from '../../src/arrangement/lattice.js';
import { chance, type Chance } from './chance.js';
import { landOfPairs } from './figures.js';
import {
  closed,
  makeLayer,
  type PlainFeature,
  type Polygon,
  type Position,
  type Ring,
} from './make-layer.js';
import { mosaic, star } from './random-maps.js';
import { areaByQuadrature } from './quadrature.js';
import { landBySlabs } from './slab-oracle.js';

const metres = planarLattice(-1e5, -1e5, 1e5, 1e5);

type Geos = Awaited<ReturnType<typeof initGeosJs>>;
let geos: Geos;

beforeAll(async () => {
  const quiet = () => undefined;
  geos = await initGeosJs({ noticeHandler: quiet, errorHandler: quiet });
});

/** Features in metres from features in steps. */
const inMetres = (features: readonly PlainFeature[]): PlainFeature[] =>
  features.map(({ unit, polygons }) => ({
    unit,
    polygons: polygons.map((rings) =>
      rings.map((ring) => ring.map(([x, y]): Position => [x / 1000, y / 1000])),
    ),
  }));

const plainPositions = (rings: Polygon): number[][][] =>
  rings.map((ring) => closed(ring).map(([x, y]) => [x, y]));

/** The land of one unit as a GEOS geometry: its polygons united. */
function geometryOf(features: readonly PlainFeature[], unit: number): number {
  let whole = geos.GEOSGeom_createEmptyPolygon();
  for (const feature of features) {
    if (feature.unit !== unit) continue;
    for (const rings of feature.polygons) {
      const drawn = geojsonToGeosGeom({ type: 'Polygon', coordinates: plainPositions(rings) }, geos);
      const sound = geos.GEOSMakeValid(drawn);
      const united = geos.GEOSUnion(whole, sound);
      for (const used of [drawn, sound, whole]) geos.GEOSGeom_destroy(used);
      whole = united;
    }
  }
  return whole;
}

function areaOfGeometry(geometry: number): number {
  const at = geos.Module._malloc(8);
  geos.GEOSArea(geometry, at);
  const value = geos.Module.getValue(at, 'double');
  geos.Module._free(at);
  return value;
}

/** Square metres of every pair, by GEOS; pairs without land left out. */
function landByGeos(a: readonly PlainFeature[], b: readonly PlainFeature[]): Map<string, number> {
  const units = [0, 1, 2, 3, 4];
  const [first, second] = [a, b].map((features) => units.map((unit) => geometryOf(features, unit)));
  const land = new Map<string, number>();
  for (const p of units) {
    for (const q of units) {
      const shared = geos.GEOSIntersection(first![p]!, second![q]!);
      const value = areaOfGeometry(shared);
      if (value > 0) land.set(`${p}∩${q}`, value);
      geos.GEOSGeom_destroy(shared);
    }
  }
  for (const geometry of [...first!, ...second!]) geos.GEOSGeom_destroy(geometry);
  return land;
}

/** Largest difference of two tables in square metres. */
function largestDifference(given: Map<string, number>, expected: Map<string, number>): number {
  const keys = [...new Set([...given.keys(), ...expected.keys()])];
  return Math.max(0, ...keys.map((key) => Math.abs((given.get(key) ?? 0) - (expected.get(key) ?? 0))));
}

/** Rounding moves a border by less than a millimetre and a half. */
const slackOf = (arrangement: ReturnType<typeof buildArrangement>): number =>
  arrangement.length.reduce((sum, metresLong) => sum + metresLong, 0) * 0.0015 + 1e-3;

/** Stars with a hole now and then, any of which may cover any other. */
function stars(roll: Chance, reach: number): PlainFeature[] {
  return Array.from({ length: roll.whole(1, 6) }, () => {
    const outer = star(roll, reach);
    const [[x, y], [u, v]] = [outer[0]!, outer[1]!];
    const notch: Ring = [outer[0]!, outer[1]!, [Math.round((x + u) / 2), Math.round((y + v) / 2)]];
    return { unit: roll.whole(0, 4), polygons: roll.once(4) ? [[outer], [notch]] : [[outer]] };
  });
}

describe('GEOS', () => {
  it('gives the land of pairs of stars', () => {
    for (let seed = 0; seed < 150; seed++) {
      const roll = chance(seed);
      const [a, b] = [inMetres(stars(roll, 5e6)), inMetres(stars(roll, 5e6))];
      // Parity within a feature and GEOS's union part where a star and its notch overlap: each is a feature here.
      const [first, second] = [a, b].map((features) =>
        makeLayer(
          features.flatMap(({ unit, polygons }) => polygons.map((rings) => ({ unit, polygons: [rings] }))),
          'parity',
          5,
        ),
      );
      const arrangement = buildArrangement([first!, second!], metres);
      const difference = largestDifference(landOfPairs(arrangement, 0, 1), landByGeos(a, b));
      expect([seed, difference < slackOf(arrangement)]).toEqual([seed, true]);
    }
  });

  it('gives the land of pairs of mosaics with bent borders, one drawn twice by two hands', () => {
    for (let seed = 0; seed < 60; seed++) {
      const roll = chance(seed);
      const once = mosaic(roll, 3e6, roll.whole(2, 6), 0);
      const again = once.map(({ unit, polygons }) => ({
        unit,
        polygons: polygons.map((rings) =>
          rings.map((ring) => ring.map(([x, y]): Position => [x + roll.whole(-9, 9), y + roll.whole(-9, 9)])),
        ),
      }));
      const [a, b] = [inMetres(once), inMetres(seed % 2 === 0 ? again : mosaic(roll, 3e6, 4, 0))];
      const arrangement = buildArrangement([makeLayer(a, 'parity', 5), makeLayer(b, 'parity', 5)], metres);
      const difference = largestDifference(landOfPairs(arrangement, 0, 1), landByGeos(a, b));
      expect([seed, difference < slackOf(arrangement)]).toEqual([seed, true]);
    }
  });

  it('and the slabs agree with one another far below a square metre', () => {
    for (let seed = 0; seed < 30; seed++) {
      const roll = chance(seed);
      const [a, b] = [0, 1].map(() => inMetres([{ unit: 0, polygons: [[star(roll, 5e6)]] }]));
      const slabs = landBySlabs([makeLayer(a!), makeLayer(b!)]).get('0|0') ?? 0;
      expect(Math.abs(slabs - (landByGeos(a!, b!).get('0∩0') ?? 0))).toBeLessThan(1e-4);
    }
  });
});

describe('Turf', () => {
  it('gives the same shapes of simple pairs in degrees, measured by quadrature', () => {
    for (let seed = 0; seed < 20; seed++) {
      const roll = chance(seed);
      const [p, q] = [0, 1].map(() =>
        star(roll, 1e6).map(([x, y]): Position => [x / 1e7 - 1.5, y / 1e7 + 52.5]),
      );
      const layers = [p!, q!].map((ring) => makeLayer([{ unit: 0, polygons: [[ring]] }]));
      const arrangement = buildArrangement(layers, geographicLattice);
      const land = landOfPairs(arrangement, 0, 1).get('0∩0') ?? 0;
      const [first, second] = [p!, q!].map((ring) => polygon(plainPositions([ring])));
      const shared = intersect(featureCollection([first!, second!]));
      const expected = shared === null ? 0 : landOfShape(shared.geometry);
      // Steps are a hundredth of a metre.
      const border = arrangement.length.reduce((sum, metresLong) => sum + metresLong, 0);
      expect([seed, Math.abs(land - expected) < border * 0.015 + 1e-2]).toEqual([seed, true]);
    }
  });
});

/** Square metres of a shape in degrees, its outer rings counter-clockwise. */
function landOfShape(shape: { type: string; coordinates: unknown }): number {
  const polygons = (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) as number[][][][];
  let land = 0;
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [[lon1, lat1], [lon2, lat2]] = [ring[i - 1] as [number, number], ring[i] as [number, number]];
      land += areaByQuadrature(lon1, lat1, lon2, lat2, 1);
    }
  }
  return land;
}
