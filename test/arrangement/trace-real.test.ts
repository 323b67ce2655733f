/** Shapes of real units and patches: each one valid to GEOS, with its label point inside. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { geographicLattice } from '../../src/arrangement/lattice.js';
import { findPatches } from '../../src/arrangement/patches.js';
import { pointInPolygons } from '../../src/arrangement/point-inside.js';
import type { Polygon } from '../../src/arrangement/trace.js';
import { tracePatches, traceUnits } from '../../src/arrangement/trace-members.js';
import { readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { haveRealData, realData } from '../real-data.js';

type Geos = Awaited<ReturnType<typeof initGeosJs>>;
let geos: Geos;

beforeAll(async () => {
  const quiet = () => undefined;
  geos = await initGeosJs({ noticeHandler: quiet, errorHandler: quiet });
});

const arrange = (...paths: string[]) => {
  const layers = paths.map((path) => {
    const bytes = readFileSync(realData(path));
    const layer = makeLayer(readGeoJson(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, path), path);
    return { unitCount: layer.codes.length, ...layer.land! };
  });
  return { layers, arrangement: buildArrangement(layers, geographicLattice) };
};

/** How many shapes have land, are not valid, or do not hold their point. */
function judge(shapes: readonly Polygon[][]): { shapes: number; invalid: number; pointOutside: number } {
  const count = { shapes: 0, invalid: 0, pointOutside: 0 };
  for (const polygons of shapes) {
    if (polygons.length === 0) continue;
    const coordinates = polygons.map((polygon) =>
      polygon.map((ring) =>
        Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]),
      ),
    );
    const shape = geojsonToGeosGeom({ type: 'MultiPolygon', coordinates }, geos);
    const label = { type: 'Point', coordinates: [...pointInPolygons(polygons)!] } as const;
    const place = geojsonToGeosGeom(label, geos);
    count.shapes++;
    if (geos.GEOSisValid(shape) !== 1) count.invalid++;
    if (geos.GEOSContains(shape, place) !== 1) count.pointOutside++;
    geos.GEOSGeom_destroy(shape);
    geos.GEOSGeom_destroy(place);
  }
  return count;
}

describe.skipIf(!haveRealData)('shapes traced from real layers', () => {
  it('are valid for boards, councils and the patches between them', () => {
    const { layers, arrangement } = arrange(
      'official/Integrated_Care_Boards_April_2023_EN_BSC.geojson',
      'official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson',
    );
    const patches = findPatches(arrangement, 0, 1);
    const traced = tracePatches(arrangement, patches, [...patches.area.keys()]);
    expect(judge(traceUnits(arrangement, 0, layers[0]!.unitCount))).toEqual({
      shapes: 42,
      invalid: 0,
      pointOutside: 0,
    });
    expect(judge(traceUnits(arrangement, 1, layers[1]!.unitCount))).toEqual({
      shapes: 361,
      invalid: 0,
      pointOutside: 0,
    });
    expect(judge(traced)).toEqual({ shapes: patches.count, invalid: 0, pointOutside: 0 });
    expect(traced.filter((polygons) => polygons.length !== 1)).toEqual([]);
  });

  it('are valid for networks that overlap one another by most of their land', () => {
    const { layers, arrangement } = arrange('pcn/PCN_2021_practice_drawn_overlapping.geojson');
    expect(judge(traceUnits(arrangement, 0, layers[0]!.unitCount))).toEqual({
      shapes: 1278,
      invalid: 0,
      pointOutside: 0,
    });
  });
});
