/**
 * Validity of rings as GEOS sees it, an independent library: a ring has a fault here exactly when it is invalid there.
 */
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { haveRealData, realData } from '../real-data.js';
import { check, drawLayer, polygon, type Ring } from './check-drawn.js';

const quiet = (): void => undefined;
const geos = (await initGeosJs({ noticeHandler: quiet, errorHandler: quiet })) as unknown as {
  GEOSisValid(shape: number): number;
  GEOSGeom_destroy(shape: number): void;
};

function isValid(geometry: unknown): boolean {
  const drawn = geojsonToGeosGeom(geometry, geos);
  const valid = geos.GEOSisValid(drawn) === 1;
  geos.GEOSGeom_destroy(drawn);
  return valid;
}

const RING_FAULTS = ['ring-touches-itself', 'ring-crosses-itself', 'spike', 'zero-area-ring', 'no-area'];

test('a random ring has a fault exactly when GEOS calls it invalid', () => {
  const position = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(fc.array(position, { minLength: 3, maxLength: 10 }), (places) => {
      const ring = [...places, places[0]!] as unknown as Ring;
      const distinct = new Set(places.map(String));
      fc.pre(distinct.size >= 3);
      const report = check([drawLayer([{ code: 'a', geometry: polygon(ring) }])]);
      const faults = report.findings.filter(({ finding }) => RING_FAULTS.includes(finding));
      expect(faults.length === 0).toBe(isValid({ type: 'Polygon', coordinates: [ring] }));
    }),
    { numRuns: 1500, seed: 4 },
  );
});

describe.skipIf(!haveRealData)('published files', () => {
  test.each([
    ['official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson', 'LAD24CD', 9],
    ['official/Integrated_Care_Boards_April_2023_EN_BSC.geojson', 'ICB23CD', 0],
    ['official/Combined_Authorities_December_2023_Boundaries_EN_BUC.geojson', 'CAUTH23CD', 0],
  ])('%s: the units with faults are those that GEOS calls invalid', (path, field, count) => {
    const bytes = readFileSync(realData(path));
    const { features } = JSON.parse(bytes.toString('utf8')) as {
      features: { properties: Record<string, string>; geometry: unknown }[];
    };
    const invalid = features
      .filter(({ geometry }) => !isValid(geometry))
      .map(({ properties }) => properties[field]!);
    const layer = makeLayer(readGeoJson(new Uint8Array(bytes), path), path);
    const report = check([layer], { planar: false, toDegrees: (positions) => positions });
    const faults = report.findings.filter(({ finding }) =>
      [...RING_FAULTS, 'parity-and-union-differ'].includes(finding),
    );
    expect([...new Set(faults.map(({ code }) => code))].sort()).toEqual(invalid.sort());
    expect(invalid).toHaveLength(count);
  });
});
