/**
 * Reading GeoJSON: what is in the file comes out, to the last bit, however it is written and cut into pieces.
 */
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../src/layer/feature-table.js';
import { assertShapes } from '../../src/layer/shapes.js';
import { createGeoJsonReader, readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { numberFromBytes } from '../../src/read/geojson/number-text.js';
import { haveRealData, realData } from '../real-data.js';
import { plainFeatures, tableFeatures, withTextFrom } from './geojson-oracle.js';
import { cutAnywhere, dice, RandomText } from './geojson-random.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): FeatureTable => readGeoJson(encode(text), 'a.geojson');

function readPieces(pieces: Uint8Array[]): FeatureTable {
  const reader = createGeoJsonReader('a.geojson');
  for (const piece of pieces) {
    reader.push(piece);
    piece.fill(0xff);
  }
  return reader.finish();
}

function expectSame(table: FeatureTable, texts: readonly string[]): void {
  assertShapes(table.shapes);
  const actual = tableFeatures(table);
  expect(actual).toStrictEqual(withTextFrom(plainFeatures(texts), actual));
}

const square = '[[0,0],[1,0],[1,1],[0,0]]';
const polygon = `{"type":"Polygon","coordinates":[${square}]}`;
const feature = `{"type":"Feature","properties":{"CD":"E1"},"geometry":${polygon}}`;

describe('any GeoJSON text', () => {
  it('gives the coordinates and properties JSON.parse gives, to the last bit, cut anywhere', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const roll = dice(seed);
        const random = new RandomText(roll);
        const items = random.items();
        const between = random.pick(['\n', ' ', '\r\n', '\n\n', '\n\u001e', '']);
        const start = random.pick(['', '', '\ufeff', '\u001e', '\n ']);
        const bytes = encode(start + items.join(between) + random.blank());
        expectSame(readGeoJson(bytes, 'a.geojson'), items);
        expectSame(readPieces(cutAnywhere(bytes, roll)), items);
      }),
      { numRuns: 3000 },
    );
  });

  it('cut after every byte gives the same notes as in one piece', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const bytes = encode(new RandomText(dice(seed)).top());
        const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
        expect(readPieces(pieces)).toStrictEqual(readGeoJson(bytes, 'a.geojson'));
      }),
      { numRuns: 500 },
    );
  });

  it('with any byte changed is read or refused with a clear error, the same in one piece and in many', () => {
    const outcome = (make: () => FeatureTable): string => {
      try {
        return JSON.stringify(tableFeatures(make()));
      } catch (error) {
        if ((error as Error).name !== 'InputError') throw error;
        return (error as Error).message;
      }
    };
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const roll = dice(seed);
        const random = new RandomText(roll);
        const bytes = encode(random.top());
        const changed = [...'[]{},:"\\-.0eEntf \n\u0000'].map((c) => c.charCodeAt(0));
        bytes[random.whole(bytes.length)] = random.pick(changed);
        const whole = outcome(() => readGeoJson(bytes, 'a.geojson'));
        expect(outcome(() => readPieces(cutAnywhere(bytes, roll)))).toBe(whole);
        let parsed = true;
        try {
          JSON.parse(new TextDecoder().decode(bytes));
        } catch {
          parsed = false;
        }
        if (parsed) expect(whole).not.toMatch(/not JSON/);
        else expect(whole).toMatch(/^a\.geojson: /);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a number', () => {
  it('is the double JSON.parse gives, however it is spelt', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const text = new RandomText(dice(seed)).number();
        const bytes = encode(text);
        const expected = JSON.parse(text) as number;
        expect(numberFromBytes(bytes, 0, bytes.length)).toBe(expected);
        const { points } = read(`{"type":"Point","coordinates":[${text},${text} ]}`);
        expect([...points]).toStrictEqual([expected, expected]);
      }),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = JSON.stringify(value);
        expect([...read(`{"type":"Point","coordinates":[${text},-0]}`).points]).toStrictEqual([
          JSON.parse(text),
          -0,
        ]);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    '9007199254740991',
    '9007199254740993',
    '900719925474099.3',
    '0.9007199254740993',
    '123456789.1234567',
  ])('at the edge of exactness, %s, rounds as JSON.parse does', (text) => {
    expect([...read(`[{"type":"Point","coordinates":[${text},-${text}]}]`).points]).toStrictEqual([
      JSON.parse(text),
      -JSON.parse(text),
    ]);
  });
});

describe('every shape of file', () => {
  it.each([
    ['a FeatureCollection', `{"type":"FeatureCollection","features":[${feature},${feature}]}`, 2],
    ['a FeatureCollection with its type last', `{"features":[${feature}],"type":"FeatureCollection"}`, 1],
    ['an empty FeatureCollection', '{"type":"FeatureCollection","features":[]}', 0],
    ['a Feature', feature, 1],
    ['a Feature, geometry first', `{"geometry":${polygon},"properties":{"CD":"E1"},"type":"Feature"}`, 1],
    [
      'a Feature, geometry twice',
      `{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"geometry":${polygon}}`,
      1,
    ],
    ['a geometry', polygon, 1],
    ['a geometry, type last', `{"coordinates":[${square}],"type":"Polygon"}`, 1],
    [
      'a geometry, coordinates twice',
      `{"type":"Polygon","coordinates":[[[9,9],[8,8],[7,8]]],"coordinates":[${square}]}`,
      1,
    ],
    [
      'nested collections',
      `{"type":"GeometryCollection","geometries":[{"geometries":[${polygon},{"type":"Point","coordinates":[1,2]}],"type":"GeometryCollection"},${polygon}]}`,
      1,
    ],
    ['an array of Features', `[${feature},${feature},${polygon}]`, 3],
    ['empty coordinates', '{"type":"MultiPolygon","coordinates":[[],[[]]]}', 1],
    ['a Point without numbers', '{"type":"Point","coordinates":[]}', 1],
    ['a Feature without geometry and properties', '{"type":"Feature"}', 1],
  ])('%s', (_, text, count) => {
    const table = read(text);
    expect(table.properties).toHaveLength(count);
    expectSame(table, [text]);
  });

  it.each(['\n', '\r\n', '\n\u001e', '\n\n', ''])('one value a line, separated by %j', (separator) => {
    const items = [feature, `{"type":"FeatureCollection","features":[${feature}]}`, polygon];
    const table = read(`${separator.includes('\u001e') ? '\u001e' : ''}${items.join(separator)}\n`);
    expect(table.properties).toHaveLength(3);
    expectSame(table, items);
  });

  it('ignores what looks like GeoJSON inside properties and foreign members', () => {
    const look = `{"type":"FeatureCollection","features":[${feature}],"coordinates":[[[9,9]]],"crs":"x"}`;
    const text = `{"type":"Feature","a":${look},"properties":{"b":${look},"coordinates":[[5,6]]},"geometry":${polygon},"features":[${feature}]}`;
    const table = read(text);
    expect(table.statedSystem).toBe(null);
    expect(table.properties).toStrictEqual([{ b: look, coordinates: '[[5,6]]' }]);
    expect([...table.shapes.coordinates]).toStrictEqual([0, 0, 1, 0, 1, 1, 0, 0]);
  });

  it('does not mind what foreign members hold', () => {
    const collection = `{"type":"FeatureCollection","geometry":"x","coordinates":7,"properties":[],"features":[${feature}]}`;
    expect(read(collection)).toStrictEqual(read(feature));
    const odd = feature
      .replace('{', '{"coordinates":[[NaN_]],"features":"x","geometries":{},')
      .replace('NaN_', 'null');
    expect(read(odd)).toStrictEqual(read(feature));
  });

  it('forgets features, geometry and coordinates that turn out to be foreign when the type comes last', () => {
    const odd = `{"features":[{"name":"gas"},7,${feature}],"coordinates":{"x":1},"geometry":${polygon},"type":"Feature"}`;
    expect(tableFeatures(read(odd))).toMatchObject([
      {
        properties: {},
        polygons: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      },
    ]);
    const sound = `{"coordinates":[[[5,5],[6,6],[7,5],[5,5]]],"features":[${feature}],"geometry":${polygon},"type":"FeatureCollection"}`;
    expect(tableFeatures(read(sound))).toMatchObject([
      {
        properties: { CD: 'E1' },
        polygons: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      },
    ]);
  });
});

describe('the coordinate system', () => {
  const crs = '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}}';
  it.each([
    ['before the features', `{"type":"FeatureCollection",${crs},"features":[${feature}]}`],
    ['after the features', `{"type":"FeatureCollection","features":[${feature}],${crs}}`],
    ['before the type', `{${crs},"features":[${feature}],"type":"FeatureCollection"}`],
    ['on a Feature', `{"type":"Feature",${crs},"geometry":${polygon}}`],
    ['on a geometry', `{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2],${crs}}}`],
  ])('is found %s', (_, text) => {
    expect(read(text).statedSystem).toBe('urn:ogc:def:crs:EPSG::27700');
  });

  it.each(['null', '{"type":"link","properties":{"href":"http://x"}}', '[]', '7'])(
    'is not stated by %s',
    (value) => {
      expect(read(`{"type":"FeatureCollection","crs":${value},"features":[]}`).statedSystem).toBe(null);
    },
  );

  it('of the old drafts is a code', () => {
    const text =
      '{"type":"FeatureCollection","crs":{"type":"EPSG","properties":{"code":27700}},"features":[]}';
    expect(read(text).statedSystem).toBe('EPSG:27700');
  });
});

describe('what is set right', () => {
  it('closes an open ring and says so', () => {
    const table = read(
      `[${feature},{"type":"Polygon","coordinates":[[[5,6],[1,0],[1,1]],[[2,2],[3,2],[3,3]]]},${feature}]`,
    );
    assertShapes(table.shapes);
    expect([...table.shapes.ringStart]).toStrictEqual([0, 4, 8, 12, 16]);
    expect(table.notes).toStrictEqual([{ note: 'closed-ring', feature: 1, count: 2, position: [5, 6] }]);
  });

  it('closes thousands of open rings', () => {
    const rings = Array.from({ length: 3000 }, (_, i) => `[[${i},0],[${i}.5,0],[${i},1.25]]`);
    const text = `{"type":"MultiPolygon","coordinates":[[${rings.join()}]]}`;
    const table = read(text);
    expectSame(table, [text]);
    expect(table.notes).toStrictEqual([{ note: 'closed-ring', feature: 0, count: 3000, position: [0, 0] }]);
  });

  it('drops a ring in fewer than three places and says so', () => {
    const table = read(
      `{"type":"Polygon","coordinates":[${square},[[7,8],[1,0],[7,8],[1,0],[7,8]],[[1,1]]]}`,
    );
    expect([...table.shapes.ringStart]).toStrictEqual([0, 4]);
    expect(table.notes).toStrictEqual([{ note: 'short-ring', feature: 0, count: 2, position: [7, 8] }]);
  });

  it('leaves lines out, drops heights and keeps features without geometry, and says so', () => {
    const line = '{"type":"Feature","geometry":{"type":"MultiLineString","coordinates":[[[1,2,3],[3,4,5]]]}}';
    const table = read(`[${line},{"type":"Feature","geometry":null,"properties":null}]`);
    expect(table.shapes.coordinates).toHaveLength(0);
    expect(table.notes).toStrictEqual([
      { note: 'line-geometry', feature: 0, count: 1, position: [1, 2] },
      { note: 'null-geometry', feature: 1, count: 1, position: null },
      { note: 'extra-dimension', feature: -1, count: 2, position: [1, 2] },
    ]);
  });

  it('reads names that are not UTF-8 with a replacement character and says so', () => {
    const bytes = encode('{"type":"Feature","properties":{"NM":"Ynys M?n"},"geometry":null}');
    bytes[bytes.indexOf(0x3f)] = 0xf4;
    const table = readGeoJson(bytes, 'a.geojson');
    expect(table.properties).toStrictEqual([{ NM: 'Ynys M\ufffdn' }]);
    expect(table.notes).toContainEqual({ note: 'not-utf8', feature: -1, count: 1, position: null });
  });
});

describe.skipIf(!haveRealData)('real files', () => {
  const folders = ['official', 'bgc', 'messy', 'neighbourhoods', 'pcn', 'formats'];
  const files = !haveRealData
    ? []
    : folders
        .filter((folder) => existsSync(realData(folder)))
        .flatMap((folder) => readdirSync(realData(folder)).map((name) => `${folder}/${name}`))
        .filter((name) => /\.geojsonl?(\.gz)?$/.test(name) && !name.includes('LSOA21_BGC'));

  it.each(files)('%s gives what JSON.parse gives', (name) => {
    const raw = readFileSync(realData(name));
    const bytes = new Uint8Array(name.endsWith('.gz') ? gunzipSync(raw) : raw);
    const text = new TextDecoder().decode(bytes);
    let texts = [text];
    try {
      JSON.parse(text);
    } catch {
      texts = text
        .replaceAll('\u001e', '')
        .split('\n')
        .filter((line) => line.trim() !== '');
    }
    const table = readPieces(
      Array.from({ length: Math.ceil(bytes.length / 60_000) }, (_, i) =>
        bytes.slice(60_000 * i, 60_000 * (i + 1)),
      ),
    );
    assertShapes(table.shapes);
    const actual = tableFeatures(table);
    const expected = withTextFrom(plainFeatures(texts), actual);
    expect(actual.length).toBe(expected.length);
    // Flat comparison: a matcher's walk over millions of small arrays takes minutes.
    const numbers = (features: typeof actual) =>
      Float64Array.from(features.flatMap((f) => [...f.polygons.flat(3), ...f.points.flat()]));
    const bits = (values: Float64Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength);
    expect(bits(numbers(actual)).equals(bits(numbers(expected)))).toBe(true);
    const rest = (features: typeof actual) =>
      features.map(({ properties, id, polygons }) => ({
        properties,
        id,
        rings: polygons.map((p) => p.map((r) => r.length)),
      }));
    expect(rest(actual)).toStrictEqual(rest(expected));
  });
});
