/**
 * The projection library is loaded only where a projection is needed: it costs more than reading a small layer.
 */
import { expect, test, vi } from 'vitest';
import { bringTogether } from '../../src/read/common-system.js';
import { readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { loadProjection, projection } from '../../src/read/systems/projection.js';
import { toLongitudeLatitude } from '../../src/read/systems/to-longitude-latitude.js';
import { drawLayer, polygon, box } from './check-drawn.js';

const england = { minX: -6.4, minY: 49.9, maxX: 1.8, maxY: 55.8 };
const grid = { minX: 82_000, minY: 5_000, maxX: 656_000, maxY: 658_000 };

/** What reads systems, as if nothing had been read before in this process. */
async function freshly() {
  vi.resetModules();
  return {
    ...(await import('../../src/read/systems/recognise-system.js')),
    ...(await import('../../src/read/systems/projection.js')),
    ...(await import('../../src/read/common-system.js')),
  };
}

test('degrees and British National Grid, stated or not, do without it', async () => {
  const fresh = await freshly();
  for (const stated of [null, 'EPSG:4326', 'urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4258']) {
    await fresh.prepareToRecognise(stated, england);
    expect(fresh.recogniseSystem(stated, england, 'f').kind).toBe('geographic');
  }
  for (const stated of [null, 'EPSG:27700', 'EPSG:4326']) {
    await fresh.prepareToRecognise(stated, grid);
    expect(fresh.recogniseSystem(stated, grid, 'f').isBritishNationalGrid).toBe(true);
  }
  await fresh.prepareGiven('EPSG:27700');
  expect(fresh.givenSystem('EPSG:27700', 'f').isBritishNationalGrid).toBe(true);
  const layer = drawLayer([{ code: 'a', geometry: polygon(box(0, 0)) }]);
  expect((await fresh.bringTogether([layer], [])).planar).toBe(true);
  expect(() => fresh.projection()).toThrow(/before it was loaded/);
});

test('a grid beside degrees loads it', async () => {
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: 'b' },
        geometry: polygon([
          [-2, 52],
          [-1, 52],
          [-1, 53],
          [-2, 52],
        ]),
      },
    ],
  });
  const degrees = makeLayer(
    readGeoJson(new TextEncoder().encode(text), 'degrees.geojson'),
    'degrees.geojson',
  );
  const drawn = drawLayer([{ code: 'a', geometry: polygon(box(0, 0)) }]);
  const { layers, planar } = await bringTogether([drawn, degrees], []);
  expect(planar).toBe(false);
  expect(layers[0]!.land!.shapes.coordinates[0]).toBeCloseTo(-2, 1);
  expect(() => projection()).not.toThrow();
});

test('places of findings are longitude and latitude, even where all layers stay on the grid', async () => {
  const open = drawLayer([
    {
      code: 'a',
      geometry: polygon([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
    },
  ]);
  expect(open.findings[0]!.position).toEqual([400_000, 300_000]);
  const { layers, planar } = await bringTogether([open], []);
  expect(planar).toBe(true);
  await loadProjection();
  const [longitude, latitude] = toLongitudeLatitude(
    Float64Array.of(400_000, 300_000),
    open.land!.system,
  ).coordinates;
  expect(layers[0]!.findings[0]!.position).toEqual([longitude, latitude]);
});

test('a ring that jumps over the antimeridian is told, one cut there is not', () => {
  const layer = (ring: readonly (readonly [number, number])[]): ReturnType<typeof makeLayer> => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { code: 'b', name: 'Far' }, geometry: polygon(ring) }],
    });
    return makeLayer(readGeoJson(new TextEncoder().encode(text), 'far.geojson'), 'far.geojson');
  };
  const jumping = layer([
    [179, 0],
    [-179, 0],
    [-179, 1],
    [179, 1],
    [179, 0],
  ]);
  expect(jumping.findings).toMatchObject([
    { finding: 'antimeridian', severity: 'warning', code: 'b', position: [179, 0] },
  ]);
  expect(
    layer([
      [179, 0],
      [180, 0],
      [180, 1],
      [179, 1],
      [179, 0],
    ]).findings,
  ).toEqual([]);
});
