/** Areas and lengths on the ellipsoid against quadrature of the area element, and against geodesics. */
import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { areaUnderEdge, authalic, edgeLength } from '../../src/arrangement/ellipsoid.js';
import { geographicLattice } from '../../src/arrangement/lattice.js';
import { chance } from './chance.js';
import { makeLayer, type Position, type Ring } from './make-layer.js';
import { areaByQuadrature, lengthByQuadrature } from './quadrature.js';
import { star } from './random-maps.js';

const wgs84 = geodesic.Geodesic.WGS84;

type Edge = readonly [number, number, number, number];

/** About 50 km and about 50 degrees, in several directions. */
const named: readonly [string, Edge][] = [
  ['50 km to the east', [-2, 53, -1.255, 53]],
  ['50 km to the north-east', [-2, 53, -1.5, 53.34]],
  ['50 km nearly to the north', [-2, 53, -1.99, 53.45]],
  ['50 km over the equator', [30, -0.1, 30.4, 0.3]],
  ['50° to the east', [-30, 55, 20, 55]],
  ['50° to the north-east', [-30, 5, 20, 55]],
  ['50° from south to north of the equator', [-3, -20, 2, 30]],
  ['50° along high latitudes', [-30, 80, 20, 89]],
  ['10 km', [-2, 53, -1.88, 53.05]],
  ['100 m', [-2, 53, -1.999, 53.0005]],
];

const relative = (given: number, expected: number): number => Math.abs(given / expected - 1);

describe('land under an edge', () => {
  it.each(named)('%s: quadrature of the area element agrees to 1e-9', (_, edge) => {
    expect(relative(areaUnderEdge(...edge), areaByQuadrature(...edge))).toBeLessThan(1e-9);
  });

  it('is the same for any edge by chance', () => {
    const lon = fc.double({ min: -180, max: 180, noNaN: true });
    const lat = fc.double({ min: -89, max: 89, noNaN: true });
    fc.assert(
      fc.property(lon, lat, lon, lat, (lon1, lat1, lon2, lat2) => {
        const span = Math.abs(lon2 - lon1) * (Math.PI / 180) * authalic(1);
        const difference =
          areaUnderEdge(lon1, lat1, lon2, lat2) - areaByQuadrature(lon1, lat1, lon2, lat2, 64);
        // The ends of an edge's pieces are rounded to 3e-14 degree near the antimeridian: some square centimetres.
        expect(Math.abs(difference)).toBeLessThanOrEqual(1e-9 * span + 1e-3);
      }),
      { numRuns: 100 },
    );
  });

  it.each(named)('%s: the two directions differ in sign only', (_, [lon1, lat1, lon2, lat2]) => {
    const [there, back] = [areaUnderEdge(lon1, lat1, lon2, lat2), areaUnderEdge(lon2, lat2, lon1, lat1)];
    expect(Math.abs(there + back)).toBeLessThanOrEqual(1e-14 * Math.abs(there));
  });

  it.each(named)('%s: splitting it anywhere changes nothing', (_, edge) => {
    const [lon1, lat1, lon2, lat2] = edge;
    const whole = areaUnderEdge(...edge);
    for (const share of [0.5, 0.1, 0.37, 0.999]) {
      const lon = lon1 + (lon2 - lon1) * share;
      const lat = lat1 + (lat2 - lat1) * share;
      const parts = areaUnderEdge(lon1, lat1, lon, lat) + areaUnderEdge(lon, lat, lon2, lat2);
      // A millionth of a square metre for each kilometre, or what doubles hold of a figure so large.
      expect(Math.abs(parts - whole)).toBeLessThanOrEqual(Math.max(1e-3, Math.abs(whole) * 1e-11));
    }
  });

  it('from pole to pole is the whole Earth', () => {
    const north = areaUnderEdge(180, 90, -180, 90);
    expect(relative(2 * north, 510065621724088)).toBeLessThan(1e-12);
  });
});

describe('length of an edge', () => {
  it.each(named)('%s: quadrature along it agrees to 1e-7', (_, edge) => {
    expect(relative(edgeLength(...edge), lengthByQuadrature(...edge))).toBeLessThan(1e-7);
  });

  it('is the geodesic to a millionth for short edges', () => {
    const roll = chance(11);
    for (let i = 0; i < 500; i++) {
      const [lon, lat] = [roll.next() * 10 - 8, 49 + roll.next() * 12];
      const reach = 0.02 * roll.next() ** 3 + 1e-6;
      const [toLon, toLat] = [lon + reach * (roll.next() * 2 - 1), lat + reach * (roll.next() * 2 - 1)];
      const { s12 } = wgs84.Inverse(lat, lon, toLat, toLon);
      expect(relative(edgeLength(lon, lat, toLon, toLat), s12!)).toBeLessThan(1e-6);
    }
  });
});

/** Metres square of a ring by geodesics, each side made of many short ones. */
function geodesicArea(ring: Ring, pieces: number): number {
  const polygon = wgs84.Polygon(false);
  for (const [i, [lon, lat]] of ring.entries()) {
    const [toLon, toLat] = ring[(i + 1) % ring.length]!;
    for (let k = 0; k < pieces; k++)
      polygon.AddPoint(lat + ((toLat - lat) * k) / pieces, lon + ((toLon - lon) * k) / pieces);
  }
  return Math.abs(polygon.Compute(false, true).area!);
}

describe('the area of a face', () => {
  it.each([1e4, 1e5, 1e6, 1e7, 1e8])('is what geodesics give, star of reach %d steps', (reach) => {
    const roll = chance(reach);
    for (let i = 0; i < 5; i++) {
      const ring = star(roll, reach, roll.whole(3, 9)).map(([x, y]): Position => [
        x / 1e7 - 1.5,
        y / 1e7 + 52.5,
      ]);
      const { area, faces } = buildArrangement(
        [makeLayer([{ unit: 0, polygons: [[ring]] }])],
        geographicLattice,
      );
      expect(faces.count).toBe(2);
      const pieces = Math.max(8, Math.ceil((reach / 1e7) * 1000));
      const expected = geodesicArea(ring, pieces);
      expect(Math.abs(area[1]! - expected)).toBeLessThanOrEqual(expected * 1e-6 + 0.05);
    }
  });
});
