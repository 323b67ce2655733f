/**
 * The same two districts come out of every format they are written in.
 */
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { FeatureTable } from '../../src/layer/feature-table.js';
import { assertShapes } from '../../src/layer/shapes.js';
import { plainTools, type ReadingTools } from '../../src/read/formats/format.js';
import { listBoundaryLayers, readBoundaryFile, siblingExtensionsOf } from '../../src/read/formats/formats.js';
import { mostUnpacked } from '../../src/read/formats/most-unpacked.js';
import { gunzip } from '../../src/read/formats/unpack.js';
import { InputError } from '../../src/trouble/input-error.js';
import { flatgeobufBytes } from './flatgeobuf-fixture.js';
import * as made from './formats-fixtures.js';

const { districts, utf8 } = made;

const read = async (
  bytes: Uint8Array,
  fileName: string,
  inner: string | null = null,
  tools: Partial<ReadingTools> = {},
): Promise<FeatureTable> => {
  const { table } = await readBoundaryFile(bytes, fileName, inner, { ...plainTools, ...tools });
  assertShapes(table.shapes);
  return table;
};

/** The error of a reading that must fail. */
const refusal = async (...args: Parameters<typeof read>): Promise<InputError> => {
  const thrown = await read(...args).then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(InputError);
  return thrown as InputError;
};

const noteNames = (table: FeatureTable): string[] => table.notes.map(({ note }) => note);

const csvText = (): string =>
  [
    'code,name,people,wkt',
    ...districts.map((d) => `${d.code},${d.name},${d.people},"${made.wktOf(d.polygons)}"`),
  ].join('\n');

const shapefileParts = (): Partial<ReadingTools> => ({
  siblings: { '.dbf': made.dbfBytes(), '.prj': utf8(made.gridWkt), '.cpg': utf8('UTF-8') },
});

describe('every format gives the same rings, codes, names and people', () => {
  const cases: [string, () => Promise<FeatureTable>, string | null][] = [
    ['GeoJSON', () => read(utf8(made.geojsonText()), 'd.geojson'), null],
    ['a Shapefile', () => read(made.shpBytes(), 'd.shp', null, shapefileParts()), made.gridWkt],
    ['a zipped Shapefile', () => read(made.zippedShapefile(), 'd.zip'), made.gridWkt],
    ['quantised TopoJSON', () => read(utf8(made.topojsonText()), 'd.topojson'), null],
    ['plain TopoJSON', () => read(utf8(made.topojsonText(['x'], false)), 'd.json'), null],
    ['a GeoPackage', async () => read(await made.geopackageBytes(), 'd.gpkg'), 'EPSG:27700'],
    ['FlatGeobuf with index', () => Promise.resolve(read(flatgeobufBytes(), 'd.fgb')), 'EPSG:27700'],
    ['FlatGeobuf without index', () => read(flatgeobufBytes({ index: false }), 'd.fgb'), 'EPSG:27700'],
    ['GeoParquet', () => read(made.geoparquetBytes(), 'd.parquet'), 'EPSG:27700'],
    ['CSV with well-known text', () => read(utf8(csvText()), 'd.csv'), null],
    ['gzipped GeoJSON', () => read(gzipSync(utf8(made.geojsonText())), 'd.geojson.gz'), null],
    ['gzipped CSV', () => read(gzipSync(utf8(csvText())), 'd.csv.gz'), null],
  ];
  test.each(cases)('%s', async (_name, reading, stated) => {
    const table = await reading();
    expect(made.ringsOf(table)).toEqual(made.expectedRings);
    const lower = table.properties.map((record) =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value])),
    );
    expect(lower.map(({ code, name, people }) => ({ code, name, people: Number(people) }))).toEqual(
      districts.map(({ code, name, people }) => ({ code, name, people })),
    );
    expect(table.statedSystem).toBe(stated);
  });
});

describe('a Shapefile', () => {
  test('names the parts to look for beside it', () => {
    expect(siblingExtensionsOf('a/b.shp')).toEqual(['.dbf', '.prj', '.cpg']);
    expect(siblingExtensionsOf('a/b.geojson')).toEqual([]);
  });
  test('without .dbf and .prj keeps its shapes and notes what is missing', async () => {
    const table = await read(made.shpBytes(), 'd.shp');
    expect(made.ringsOf(table)).toEqual(made.expectedRings);
    expect(table.statedSystem).toBeNull();
    expect(noteNames(table)).toEqual(['attributes-missing', 'system-not-stated']);
  });
  test('whose .dbf is Windows-1252 and has no .cpg keeps its accents', async () => {
    const latin = (text: string): Uint8Array =>
      Uint8Array.from(text.replace('ŵ', 'é'), (c) => c.charCodeAt(0));
    const table = await read(made.shpBytes(), 'd.shp', null, { siblings: { '.dbf': made.dbfBytes(latin) } });
    expect(table.properties[1]!['NAME']).toBe('Bexhill-érth');
  });
  test('keeps a date as it is written', async () => {
    const table = await read(made.shpBytes(), 'd.shp', null, shapefileParts());
    expect(table.properties[0]!['SINCE']).toBe('2024-04-01');
  });
  test('whose parts have different numbers of units is refused', async () => {
    const shorter = made.dbfBytes().slice();
    shorter[4] = 1;
    const error = await refusal(made.shpBytes(), 'd.shp', null, { siblings: { '.dbf': shorter } });
    expect(error.message).toContain('the .shp has 2 shapes and the .dbf 1 rows');
  });
  test('cut short at a record boundary is refused, not read as fewer units', async () => {
    const first = 100 + 8 + 2 * new DataView(made.shpBytes().buffer).getInt32(104, false);
    const error = await refusal(made.shpBytes().subarray(0, first), 'd.shp');
    expect(error.trouble.id).toBe('file-truncated');
  });
});

describe('an archive', () => {
  const two = (): Uint8Array =>
    zipSync({
      'a/one.geojson': utf8(made.geojsonText()),
      'b/two.topojson': utf8(made.topojsonText(['x', 'y'])),
    });

  test('with several files and none named is refused with their names', async () => {
    const error = await refusal(two(), 'd.zip');
    expect(error.trouble.id).toBe('inner-layer-not-named');
    expect(error.message).toContain('a/one.geojson, b/two.topojson');
    expect(error.message).toContain('d.zip#a/one.geojson');
  });
  test.each(['a/one.geojson', 'one.geojson', 'one', 'ONE', 'b/two.topojson#y', 'two#x'])(
    'gives the file named #%s',
    async (inner) => {
      expect(made.ringsOf(await read(two(), 'd.zip', inner))).toEqual(made.expectedRings);
    },
  );
  test('refuses a name it does not have', async () => {
    expect((await refusal(two(), 'd.zip', 'three')).trouble.id).toBe('inner-layer-missing');
  });
  test('of one file with several layers lists those layers, and #name picks one', async () => {
    const bytes = zipSync({ 'all.gpkg': await made.geopackageBytes(['one', 'two']) });
    expect((await listBoundaryLayers(bytes, 'd.zip')).layers).toEqual(['one', 'two']);
    expect(made.ringsOf(await read(bytes, 'd.zip', 'two'))).toEqual(made.expectedRings);
    expect((await refusal(bytes, 'd.zip')).message).toContain('one, two');
  });
  test('with boundaries and a plain table beside them means the boundaries', async () => {
    const bytes = zipSync({ 'codes.csv': utf8('code,name\nE1,x\n'), 'd.geojson': utf8(made.geojsonText()) });
    expect(made.ringsOf(await read(bytes, 'd.zip'))).toEqual(made.expectedRings);
  });
  test('without .shp says which part is missing', async () => {
    const error = await refusal(zipSync({ 'd.dbf': made.dbfBytes(), 'd.prj': utf8(made.gridWkt) }), 'd.zip');
    expect(error.trouble.id).toBe('archive-without-boundaries');
    expect(error.message).toContain('The .shp of the Shapefile is missing');
  });
  test('with nothing in it is refused', async () => {
    expect((await refusal(zipSync({}), 'd.zip')).message).toContain('it is empty');
  });
  test('that is an Excel workbook is called so', async () => {
    expect((await refusal(zipSync({ 'xl/workbook.xml': utf8('<x/>') }), 'd.zip')).trouble.id).toBe(
      'workbook-not-boundaries',
    );
  });
  test.each(['../../etc/d.geojson', '/etc/d.geojson', 'C:/d.geojson', '..\\d.geojson'])(
    'passes over a path that leads out of it: %s',
    async (path) => {
      const error = await refusal(zipSync({ [path]: utf8(made.geojsonText()) }), 'd.zip');
      expect(error.message).toContain('leads out of the archive');
    },
  );
  test('that unpacks to more than the limit is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'd.geojson': new Uint8Array(3_000_000).fill(32) });
    expect((await refusal(bomb, 'd.zip', null, { unpackLimit: 2_000_000 })).trouble.id).toBe(
      'unpacks-too-large',
    );
  });
  test('that lies about a size is refused', async () => {
    const bomb = zipSync({ 'd.geojson': new Uint8Array(3_000_000).fill(32) });
    const directory = bomb.length - 22 - (46 + 'd.geojson'.length);
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 1000, true);
    expect((await refusal(bomb, 'd.zip')).trouble.id).toBe('unpacks-too-large');
  });
  test('with damaged data is refused by its checksum', async () => {
    const bytes = zipSync({ 'd.geojson': utf8(made.geojsonText()) }, { level: 0 });
    const digit = bytes.findIndex((byte, i) => i > 200 && byte === 0x31);
    bytes[digit] = 0x32;
    expect((await refusal(bytes, 'd.zip')).message).toContain('checksum');
  });
  test('locked with a password is called so', async () => {
    const bytes = zipSync({ 'd.geojson': utf8(made.geojsonText()) });
    bytes[bytes.length - 22 - (46 + 'd.geojson'.length) + 8]! |= 1;
    expect((await refusal(bytes, 'd.zip')).trouble.id).toBe('archive-locked');
  });
});

describe('gzip', () => {
  test('is told by its content, whatever the name', async () => {
    expect(made.ringsOf(await read(gzipSync(utf8(made.geojsonText())), 'd.geojson'))).toEqual(
      made.expectedRings,
    );
  });
  test('of two members is read to the end', async () => {
    const text = utf8(made.geojsonText());
    const bytes = Uint8Array.of(...gzipSync(text.subarray(0, 100)), ...gzipSync(text.subarray(100)));
    expect(made.ringsOf(await read(bytes, 'd.geojson.gz'))).toEqual(made.expectedRings);
  });
  test('beyond the limit is refused', async () => {
    const bomb = gzipSync(new Uint8Array(3_000_000).fill(32));
    expect((await refusal(bomb, 'd.gz', null, { unpackLimit: 2_000_000 })).trouble.id).toBe(
      'unpacks-too-large',
    );
  });
  test('of a few kilobytes may unpack to 64 MiB, a larger file to 300 times its size', () => {
    expect([0, 1, 223_696, 223_697].map((packed) => mostUnpacked(packed, Infinity))).toEqual([
      2 ** 26,
      2 ** 26,
      2 ** 26,
      67_109_100,
    ]);
    expect(mostUnpacked(1000, 5)).toBe(5);
    const most = gzipSync(new Uint8Array(2 ** 26));
    expect(gunzip(most, Infinity, 'd.gz').length).toBe(2 ** 26);
    const more = gzipSync(new Uint8Array(2 ** 26 + 1));
    expect(() => gunzip(more, Infinity, 'd.gz')).toThrow(/unpacks to more than 64\.0 MiB/);
  });
  test('with a wrong checksum is refused', async () => {
    const bytes = gzipSync(utf8(made.geojsonText()));
    bytes[bytes.length - 6]! ^= 1;
    expect((await refusal(bytes, 'd.geojson.gz')).message).toContain('checksum');
  });
});

describe('TopoJSON', () => {
  test('of several objects asks for one', async () => {
    const bytes = utf8(made.topojsonText(['wards', 'councils']));
    expect((await refusal(bytes, 'd.topojson')).message).toContain('wards, councils');
    expect(made.ringsOf(await read(bytes, 'd.topojson', 'councils'))).toEqual(made.expectedRings);
  });
  test('that names an arc it does not have says which', async () => {
    const text = made.topojsonText().replace('[[[0],[1]]]', '[[[0],[99]]]');
    expect((await refusal(utf8(text), 'd.topojson')).message).toContain('names arc 99');
  });
  test('that names one arc a million times is refused before it is unrolled', async () => {
    const arcs = [Array.from({ length: 20000 }, (_, i) => [i, i % 2])];
    const geometry = { type: 'MultiPolygon', arcs: Array.from({ length: 30000 }, () => [[0]]) };
    const bytes = utf8(JSON.stringify({ type: 'Topology', objects: { x: geometry }, arcs }));
    expect((await refusal(bytes, 'd.topojson')).message).toContain('500 million');
  });
  test.each([
    ['an arc with a false length', [[0, 0], { length: 1e9 }, [1, 1]], { type: 'Polygon', arcs: [[0]] }],
    ['an arc that is no list', { length: 1e9 }, { type: 'Polygon', arcs: [[0]] }],
    ['a point with a false length', [[0, 0], [1, 1]], { type: 'Point', coordinates: { length: 1e9 } }],
    ['a list of points with a false length', [[0, 0], [1, 1]], { type: 'MultiPoint', coordinates: [{ length: 1e9 }] }],
    ['a polygon without arcs', [[0, 0], [1, 1]], { type: 'Polygon' }],
    ['a polygon of another kind of arcs', [[0, 0], [1, 1]], { type: 'Polygon', arcs: { length: 1e9 } }],
  ])('with %s is refused at once, in our words', async (_what, arc, geometry) => {
    const transform = { scale: [1, 1], translate: [0, 0] };
    const text = JSON.stringify({ type: 'Topology', transform, objects: { a: geometry }, arcs: [arc] });
    const error = await refusal(utf8(text), 'd.topojson');
    expect(error.trouble.id).toBe('file-damaged');
    expect(error.message).not.toMatch(/undefined|not a function|Invalid|Cannot read/);
  }); // prettier-ignore
  test('with half a transform is refused', async () => {
    const text = '{"type":"Topology","transform":{"scale":[1]},"objects":{"a":{"type":"Point"}},"arcs":[]}';
    expect((await refusal(utf8(text), 'd.topojson')).message).toContain('its transform');
  });
  test('is told apart from GeoJSON also where its type stands last', async () => {
    const { type, ...rest } = JSON.parse(made.topojsonText()) as Record<string, unknown>;
    expect(made.ringsOf(await read(utf8(JSON.stringify({ ...rest, type })), 'd.json'))).toEqual(
      made.expectedRings,
    );
  });
});

describe('a GeoPackage', () => {
  test('of several layers asks for one', async () => {
    const bytes = await made.geopackageBytes(['wards', 'councils']);
    expect((await listBoundaryLayers(bytes, 'd.gpkg')).layers).toEqual(['wards', 'councils']);
    expect((await refusal(bytes, 'd.gpkg')).message).toContain('d.gpkg#wards');
    expect(made.ringsOf(await read(bytes, 'd.gpkg', 'councils'))).toEqual(made.expectedRings);
  });
  test('without spatial layers is refused; a table of it can still be named', async () => {
    const bytes = await made.geopackageBytes(['lookup'], 'attributes');
    expect((await refusal(bytes, 'd.gpkg')).message).toContain('no layer with shapes');
    expect((await read(bytes, 'd.gpkg', 'lookup')).properties).toHaveLength(2);
  });
  test('that is some other SQLite database is called so', async () => {
    const { default: initSqlJs } = await import('sql.js');
    const database = new (await initSqlJs()).Database();
    database.run('CREATE TABLE a (b)');
    expect((await refusal(database.export(), 'd.gpkg')).message).toContain('not a GeoPackage');
  });
  test('left in write-ahead mode is read and noted', async () => {
    const bytes = await made.geopackageBytes();
    bytes.fill(2, 18, 20);
    const table = await read(bytes, 'd.gpkg');
    expect(made.ringsOf(table)).toEqual(made.expectedRings);
    expect(noteNames(table)).toContain('write-ahead-log');
  });
});

describe('GeoParquet', () => {
  test('without a stated system is in longitude and latitude by its rules, with null in an unknown one', async () => {
    const geo = (crs: object): object => ({
      primary_column: 'shape',
      columns: { shape: { encoding: 'WKB', ...crs } },
    });
    expect((await read(made.geoparquetBytes(geo({})), 'd.parquet')).statedSystem).toBe('OGC:CRS84');
    expect((await read(made.geoparquetBytes(geo({ crs: null })), 'd.parquet')).statedSystem).toBeNull();
  });
  test('without a geometry column is a plain table', async () => {
    const table = await read(made.geoparquetBytes(null), 'd.parquet');
    expect(table.properties).toHaveLength(2);
    expect(table.shapes.coordinates).toHaveLength(0);
  });
});

describe('GeoParquet of many pages', () => {
  test.each(['SNAPPY', 'GZIP', 'UNCOMPRESSED'] as const)(
    'with nulls, packed as %s, is read whole',
    async (codec) => {
      const bytes = made.manyRowsParquet(30000, codec);
      const table = await read(bytes, 'd.parquet');
      expect(table.properties).toHaveLength(30000);
      expect(table.properties[29999]).toEqual({ code: 'C29999', group: 'g2', people: null });
      expect(table.shapes.featureStart[30000]).toBe(29999);
      expect(table.notes).toEqual([{ note: 'null-geometry', feature: 7, count: 1, position: null }]);
    },
  );
});

describe('CSV', () => {
  test('with longitude and latitude gives points in degrees; a row without a place stays', async () => {
    const table = await read(utf8('code,Lat,Long\nA,51.5,-0.1\nB,,\n'), 'd.csv');
    expect([...table.points]).toEqual([-0.1, 51.5]);
    expect([...table.pointStart]).toEqual([0, 1, 1]);
    expect(table.statedSystem).toBe('EPSG:4326');
    expect(table.properties[1]).toEqual({ code: 'B', Lat: null, Long: null });
  });
  test('with eastings and northings gives points and leaves the system open', async () => {
    const table = await read(utf8('code;Easting;Northing\n01;400000;300000\n'), 'd.csv');
    expect([...table.points]).toEqual([400000, 300000]);
    expect(table.statedSystem).toBeNull();
    expect(table.properties[0]!['code']).toBe('01');
  });
  test('takes a PostGIS export: hexadecimal, or text with SRID', async () => {
    const polygons = districts[0]!.polygons;
    const hex = [...made.wkbOf(polygons)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(made.ringsOf(await read(utf8(`code,geom\nA,${hex}\n`), 'd.csv'))[0]).toEqual(
      made.expectedRings[0],
    );
    const text = await read(utf8(`code,geom\nA,"SRID=27700;${made.wktOf(polygons)}"\n`), 'd.csv');
    expect(text.statedSystem).toBe('EPSG:27700');
  });
  test('without shapes or places is a plain table', async () => {
    const table = await read(utf8('member,group\nE01,A\nE02,B\n'), 'd.csv');
    expect(table.properties).toEqual([{ member: 'E01', group: 'A' }, { member: 'E02', group: 'B' }]); // prettier-ignore
    expect(table.shapes.featureStart).toEqual(Uint32Array.of(0, 0, 0));
  });
});

describe('a misleading name', () => {
  test('does not matter, content decides; it is noted', async () => {
    const table = await read(utf8(made.geojsonText()), 'd.gpkg');
    expect(made.ringsOf(table)).toEqual(made.expectedRings);
    expect(noteNames(table)).toContain('wrong-extension');
    expect(noteNames(await read(utf8(made.topojsonText()), 'd.json'))).not.toContain('wrong-extension');
  });
  test.each([
    ['noise called .gpkg', Uint8Array.of(1, 2, 3, 4, 5), 'd.gpkg', 'does not begin like a GeoPackage'],
    ['a .dbf alone', made.dbfBytes(), 'd.dbf', 'one part of a Shapefile'],
    ['GML', utf8('<?xml version="1.0"?><gml:FeatureCollection />'), 'd.gml', 'is GML'],
    ['nothing', new Uint8Array(0), 'd.geojson', 'the file is empty'],
    ['noise', Uint8Array.of(200, 1, 0, 7), 'd', 'in no format that is known'],
  ])('%s is refused with what to do', async (_name, bytes, fileName, message) => {
    const error = await refusal(bytes, fileName);
    expect(error.message).toContain(message);
    expect(error.trouble.file).toBe(fileName);
  });
});
