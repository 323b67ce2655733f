/**
 * The published files: ICB 2023 comes out alike whatever format it is in.
 */
import { sayNote } from '../../src/trouble/say-notes.js';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FeatureTable } from '../../src/layer/feature-table.js';
import { assertShapes } from '../../src/layer/shapes.js';
import { readBoundaryFile } from '../../src/read/formats/formats.js';
import { boundsOf } from '../../src/layer/coordinate-system.js';
import { loadProjection } from '../../src/read/systems/projection.js';
import { recogniseSystem } from '../../src/read/systems/recognise-system.js';
import { toLongitudeLatitude } from '../../src/read/systems/to-longitude-latitude.js';
import { haveRealData, realData } from '../real-data.js';

beforeAll(loadProjection);

const read = async (path: string, inner: string | null = null): Promise<FeatureTable> => {
  const { table } = await readBoundaryFile(new Uint8Array(readFileSync(realData(path))), path, inner);
  assertShapes(table.shapes);
  return table;
};

/** Longitudes and latitudes of every unit by code, in the order of the file, closing positions included. */
function placesByCode(table: FeatureTable, file: string): { places: Map<string, number[]>; system: string } {
  const { coordinates, ringStart, polygonStart, featureStart } = table.shapes;
  const system = recogniseSystem(table.statedSystem, boundsOf(coordinates), file);
  const placed = toLongitudeLatitude(coordinates, system).coordinates;
  const places = new Map<string, number[]>();
  table.properties.forEach((record, f) => {
    const from = ringStart[polygonStart[featureStart[f]!]!]!;
    const to = ringStart[polygonStart[featureStart[f + 1]!]!]!;
    places.set(String(record['ICB23CD']), [...placed.subarray(2 * from, 2 * to)]);
  });
  return { places, system: system.id };
}

/** Metres between two places, near enough for a few metres. */
function metresApart(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const east = (lon2 - lon1) * 111320 * Math.cos((lat1 * Math.PI) / 180);
  return Math.hypot(east, (lat2 - lat1) * 111200);
}

/** For every position of the first the nearest of the second; the largest of those distances, in metres. */
function furthest(one: readonly number[], other: readonly number[]): number {
  let most = 0;
  for (let i = 0; i < one.length; i += 2) {
    let nearest = Infinity;
    for (let j = 0; j < other.length && nearest > 1e-3; j += 2) {
      nearest = Math.min(nearest, metresApart(one[i]!, one[i + 1]!, other[j]!, other[j + 1]!));
    }
    most = Math.max(most, nearest);
  }
  return most;
}

const files: [file: string, inner: string | null, system: string, metres: number][] = [
  ['formats/Integrated_Care_Boards_April_2023_EN_BSC.fgb', null, 'EPSG:4326', 0.02],
  ['formats/Integrated_Care_Boards_April_2023_EN_BSC.geojsonl', null, 'EPSG:4326', 0.02],
  ['formats/Integrated_Care_Boards_April_2023_EN_BSC.zip', null, 'EPSG:27700', 5],
  ['formats/Integrated_Care_Boards_April_2023_EN_BSC_BNG.geojson', null, 'EPSG:27700', 5],
  ['formats/Integrated_Care_Boards_April_2023_EN_BSC_BNG_no_crs.geojson', null, 'EPSG:27700', 5],
  ['formats/boundaries_2023_2024_BSC.gpkg', 'ICB23', 'EPSG:27700', 5],
];

describe.skipIf(!haveRealData)('ICB 2023 of the Office for National Statistics', () => {
  test.each(files)(
    '%s has the units, codes and positions of the official GeoJSON',
    async (file, inner, system, metres) => {
      const path = 'official/Integrated_Care_Boards_April_2023_EN_BSC.geojson';
      const official = placesByCode(await read(path), path);
      const found = placesByCode(await read(file, inner), file);
      expect(found.system).toBe(system);
      expect([...found.places.keys()].sort()).toEqual([...official.places.keys()].sort());
      expect(found.places.size).toBe(42);
      let most = 0;
      for (const [code, places] of official.places) {
        expect(found.places.get(code)!.length).toBe(places.length);
        most = Math.max(most, furthest(places, found.places.get(code)!));
      }
      expect(most).toBeLessThan(metres);
    },
  );
});

describe.skipIf(!haveRealData)('other published files', () => {
  test('quantised TopoJSON in metres without a system: 374 councils, British National Grid', async () => {
    const file = 'formats/Local_Authority_Districts_December_2022_UK_BGC_quantised_BNG_no_crs.topojson';
    const table = await read(file);
    expect(new Set(table.properties.map((record) => record['LAD22CD'])).size).toBe(374);
    const system = recogniseSystem(table.statedSystem, boundsOf(table.shapes.coordinates), file);
    expect([system.id, system.howKnown]).toEqual(['EPSG:27700', 'detected']);
    expect(system.remark).not.toBeNull();
    expect(sayNote(system.remark!)).toContain('British National Grid');
  });
  test('quantised TopoJSON in degrees: 361 councils', async () => {
    const table = await read('formats/Local_Authority_Districts_May_2025_UK_BGC_quantised.topojson');
    expect(new Set(table.properties.map((record) => record['LAD25CD'])).size).toBe(361);
  });
  test('the GeoPackage of two layers', async () => {
    expect((await read('formats/boundaries_2023_2024_BSC.gpkg', 'LAD24')).properties).toHaveLength(361);
    await expect(read('formats/boundaries_2023_2024_BSC.gpkg')).rejects.toThrow('ICB23, LAD24');
  });
  test('precincts in US feet lie in Denver', async () => {
    const file = 'messy/Denver_precincts_2018_gaps_and_overlaps_feet.geojson';
    const table = await read(file);
    const system = recogniseSystem(table.statedSystem, boundsOf(table.shapes.coordinates), file);
    expect([system.id, system.units]).toEqual(['EPSG:2232', 'us-foot']);
    const bounds = boundsOf(toLongitudeLatitude(table.shapes.coordinates, system).coordinates)!;
    expect(bounds.minX).toBeCloseTo(-105.11, 2);
    expect(bounds.maxX).toBeCloseTo(-104.6, 2);
    expect(bounds.minY).toBeCloseTo(39.614, 2);
    expect(bounds.maxY).toBeCloseTo(39.914, 2);
  });
  test('wards in metres without a system are refused, with where they would lie as Web Mercator', async () => {
    const file = 'messy/Kanpur_wards_metres_without_crs.geojson';
    const table = await read(file);
    const recognise = () => recogniseSystem(table.statedSystem, boundsOf(table.shapes.coordinates), file);
    expect(recognise).toThrow('longitude 80.34, latitude 26.43');
    expect(recognise).toThrow('--crs');
  });
});
