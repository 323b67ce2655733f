/**
 * Damaged files of every format: cut anywhere, or with bytes flipped. Each either reads or is an InputError with a
 * hint; never a crash, never a hang.
 */
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { assertShapes } from '../../src/layer/shapes.js';
import { plainTools, type ReadingTools } from '../../src/read/formats/format.js';
import { readBoundaryFile } from '../../src/read/formats/formats.js';
import { InputError } from '../../src/trouble/input-error.js';
import { flatgeobufBytes } from './flatgeobuf-fixture.js';
import * as made from './formats-fixtures.js';

const siblings = { '.dbf': made.dbfBytes(), '.prj': made.utf8(made.gridWkt), '.cpg': made.utf8('UTF-8') };
const wktTable = made.districts.map((d) => `${d.code},"${made.wktOf(d.polygons)}"`).join('\n');

const kmlText = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${made.districts
  .map(
    ({ code, name, polygons }) =>
      `<Placemark><name>${name}</name><ExtendedData><Data name="code"><value>${code}</value></Data></ExtendedData><MultiGeometry>${polygons
        .map(
          ([outer]) =>
            `<Polygon><outerBoundaryIs><LinearRing><coordinates>${outer!.map(([x, y]) => `${x / 1e6},${50 + y / 1e6}`).join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon>`,
        )
        .join('')}</MultiGeometry></Placemark>`,
  )
  .join('')}</Document></kml>`;
const esriText = JSON.stringify({
  geometryType: 'esriGeometryPolygon',
  spatialReference: { wkid: 27700 },
  features: made.districts.map(({ code, name, polygons }) => ({
    attributes: { code, name },
    geometry: { rings: polygons.flat() },
  })),
});

const samples: [string, Uint8Array, string, Partial<ReadingTools>][] = [
  ['Shapefile', made.shpBytes(), 'd.shp', { siblings }],
  ['zipped Shapefile', made.zippedShapefile(), 'd.zip', {}],
  ['TopoJSON', made.utf8(made.topojsonText()), 'd.topojson', {}],
  ['GeoPackage', await made.geopackageBytes(), 'd.gpkg', {}],
  ['FlatGeobuf', flatgeobufBytes(), 'd.fgb', {}],
  ['GeoParquet', made.geoparquetBytes(), 'd.parquet', {}],
  ['CSV', made.utf8(`code,wkt\n${wktTable}`), 'd.csv', {}],
  ['KML', made.utf8(kmlText), 'd.kml', {}],
  ['KMZ', zipSync({ 'doc.kml': made.utf8(kmlText) }), 'd.kmz', {}],
  ['Esri JSON', made.utf8(esriText), 'd.json', {}],
  ['gzip', gzipSync(made.utf8(made.topojsonText())), 'd.topojson.gz', {}],
];

/** Numbers from 0 to below `below`, the same in every run (Lehmer's generator, 1951). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** 'read' or the error's id; anything but an InputError with a hint fails the test. */
async function outcome(bytes: Uint8Array, name: string, tools: Partial<ReadingTools>): Promise<string> {
  try {
    const { table } = await readBoundaryFile(bytes, name, null, {
      ...plainTools,
      unpackLimit: 1e7,
      ...tools,
    });
    assertShapes(table.shapes);
    return 'read';
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    expect(thrown.trouble.hint).not.toBe('');
    expect(thrown.trouble.file).toContain(name);
    return thrown.trouble.id;
  }
}

describe.each(samples)('%s', (format, bytes, name, tools) => {
  test('cut short anywhere is an error, not fewer units', async () => {
    const steps = Math.min(200, bytes.length);
    for (let i = 0; i < steps; i++) {
      const length = Math.floor((i * bytes.length) / steps);
      const result = await outcome(bytes.slice(0, length), name, tools);
      const harmless = format === 'CSV';
      if (!harmless) expect(`${length} of ${bytes.length}: ${result}`).not.toMatch(/: read$/);
    }
  });
  test('with bytes flipped is read or an error', async () => {
    const below = numbers(20240401);
    const seen = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const damaged = bytes.slice();
      for (let flips = 0; flips <= i % 8; flips++) damaged[below(damaged.length)]! ^= 1 << below(8);
      seen.add(await outcome(damaged, name, tools));
    }
    expect(seen.size).toBeGreaterThan(1);
  });
  test('with its first bytes damaged is read or an error', async () => {
    const below = numbers(7);
    for (let i = 0; i < 200; i++) {
      const damaged = bytes.slice();
      damaged[8 + below(Math.min(200, damaged.length - 8))] = below(256);
      await outcome(damaged, name, tools);
    }
  });
  test('followed by noise is read or an error', async () => {
    const below = numbers(11);
    const noise = Uint8Array.from({ length: 500 }, () => below(256));
    await outcome(Uint8Array.of(...bytes, ...noise), name, tools);
    await outcome(Uint8Array.of(...bytes.subarray(0, 16), ...noise), name, tools);
  });
});

test('a .dbf damaged anywhere is read or an error', async () => {
  const below = numbers(5);
  for (let i = 0; i < 200; i++) {
    const dbf = made.dbfBytes().slice(0, i % 2 ? undefined : below(280));
    if (dbf.length > 0) dbf[below(dbf.length)] = below(256);
    await outcome(made.shpBytes(), 'd.shp', { siblings: { '.dbf': dbf } });
  }
});

test('JSON nested a hundred thousand deep is an error', async () => {
  const deep = `{"type":"Topology","objects":{"a":${'{"type":"GeometryCollection","geometries":['.repeat(100000)}`;
  expect(await outcome(made.utf8(deep), 'd.topojson', {})).toBe('file-truncated');
  const closed = `{"type":"Topology","arcs":[],"objects":{"a":${'{"type":"GeometryCollection","geometries":['.repeat(100000)}${']}'.repeat(100000)}}}`;
  expect(await outcome(made.utf8(closed), 'd.topojson', {})).toBe('file-damaged');
});
