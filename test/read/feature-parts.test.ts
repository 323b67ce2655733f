/** Parts of a file read by themselves: whatever the file, taken over they give what reading it from its beginning gives. */
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../src/layer/feature-table.js';
import { createGeoJsonReader, readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import type { FeaturePart } from '../../src/read/geojson/feature-part.js';
import { packRecords, unpackRecords } from '../../src/read/geojson/packed-records.js';
import { findBorder } from '../../src/read/geojson/part-border.js';
import { readPart } from '../../src/read/geojson/read-part.js';
import { TextCache } from '../../src/read/geojson/text-cache.js';
import { InputError } from '../../src/trouble/input-error.js';
import { dice, RandomText } from './geojson-random.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** All parts of a file that can be read by themselves, by their places; the beginning of each is the end of the one before. */
function partsOf(bytes: Uint8Array, step: number): Map<number, FeaturePart> {
  const parts = new Map<number, FeaturePart>();
  let end = bytes.length;
  for (let place = Math.ceil(bytes.length / step) - 1; place >= 0; place--) {
    const border = findBorder(bytes.subarray(place * step, (place + 1) * step));
    if (border < 0) continue;
    const begin = place * step + border;
    const tools = { room: new Float64Array(4), texts: new TextCache() };
    const part = readPart(begin, [bytes.subarray(begin, begin + 7), bytes.subarray(begin + 7, end)], tools);
    end = begin;
    if (part !== null) parts.set(place, structuredClone(part));
  }
  return parts;
}

/** What comes of reading, an error as what is said of it. */
function outcome(read: () => FeatureTable): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) return error.trouble;
    throw error;
  }
}

/** Reads with parts taken where `isHad` says so, in chunks; gives how many of them were asked for and had. */
function inParts(
  bytes: Uint8Array,
  step: number,
  chunk: number,
  isHad: (place: number) => boolean = () => true,
): { got: unknown; had: number } {
  const parts = partsOf(bytes, step);
  let had = 0;
  const got = outcome(() => {
    const reader = createGeoJsonReader('a.geojson', 0, {
      places: Array.from({ length: Math.ceil(bytes.length / step) }, (_, place) => place * step),
      partAt: (place) => {
        const part = isHad(place) ? (parts.get(place) ?? null) : null;
        if (part !== null) had++;
        return part;
      },
    });
    for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
    return reader.finish();
  });
  return { got, had };
}

function expectTheSame(text: string | Uint8Array, roll = dice(7)): number {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const wanted = outcome(() => readGeoJson(bytes, 'a.geojson'));
  let most = 0;
  for (const step of [16, 40, 100, 300, 1000]) {
    for (const chunk of [bytes.length + 1, 64, 33]) {
      const all = inParts(bytes, step, chunk);
      expect(all.got).toEqual(wanted);
      most = Math.max(most, all.had);
    }
    expect(inParts(bytes, step, 50, () => roll() < 0.5).got).toEqual(wanted);
  }
  return most;
}

const ring = (x: number): string => `[[[${x},50],[${x}.5,50],[${x}.5,50.25],[${x},50]]]`;
const square = (i: number, more = ''): string =>
  `{"type":"Feature","properties":{"CD":"E0${i}","NM":"Unit ${i}"${more}},"geometry":{"type":"Polygon","coordinates":${ring(i)}}}`;
const squares = (count: number, more: (i: number) => string = () => ''): string[] =>
  Array.from({ length: count }, (_, i) => square(i, more(i)));
const collection = (features: readonly string[], before = '', behind = '', between = ','): string =>
  `{"type":"FeatureCollection",${before}"features":[${features.join(between)}]${behind}}`;

describe('features read in parts', () => {
  it.each<[string, string]>([
    ['plain', collection(squares(12))],
    ['on lines of their own', collection(squares(12), '"name":"x",', '\n', ',\n')],
    ['with CRLF', collection(squares(12), '', '\r\n', '\r\n,\r\n')],
    ['behind a byte-order mark', `\ufeff${collection(squares(12))}`],
    ['pretty-printed', JSON.stringify(JSON.parse(collection(squares(9))), null, 2)],
    [
      'whose features have ids',
      collection(squares(9).map((text, i) => `{"id":${i % 2 ? `"k${i}"` : i},${text.slice(1)}`)),
    ],
    [
      'geometry first',
      collection(
        squares(9).map(
          (text, i) => `{"geometry":{"type":"Point","coordinates":[${i},1]},${text.slice(1, -1)},"x":1}`,
        ),
      ),
    ],
    [
      'with members behind',
      collection(squares(12), '', ',"crs":{"type":"name","properties":{"name":"EPSG:4326"}}'),
    ],
    ['cut by a server', collection(squares(12), '', ',"exceededTransferLimit":true,"numberMatched":40')],
    ['whose type comes last', `{"features":[${squares(12).join(',')}],"type":"FeatureCollection"}`],
    [
      'with open and short rings',
      collection(squares(12).map((text, i) => (i % 3 ? text : text.replace(/,\[[^[]*\]\]\]/, ']]')))),
    ],
    [
      'with a third dimension',
      collection(squares(12).map((text, i) => (i < 7 ? text : text.replaceAll(',50]', ',50,1]')))),
    ],
    [
      'with null geometries and lines',
      collection([
        ...squares(6),
        ...squares(3).map((text) => text.replace(/"geometry".*/, '"geometry":null}')),
        '{"type":"Feature","properties":null,"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}',
        ...squares(4),
      ]),
    ],
    [
      'with properties that are none',
      collection([...squares(5), '{"type":"Feature","properties":3,"geometry":null}', ...squares(5)]),
    ],
    [
      'with all kinds of values',
      collection(
        squares(
          12,
          (i) =>
            `,"a":null,"b":true,"c":false,"d":-0,"e":1e999,"f":"é\\u00e9 𝄞 \\ud800","g":{"h":[1,{"i":"}"}]},"__proto__":${i},"7":7,"constructor":"x"`,
        ),
      ),
    ],
    [
      'with GeoJSON in texts',
      collection(
        squares(
          12,
          () => `,"t":"]]}},{\\"type\\":\\"Feature\\",\\"properties\\":{}}","u":"},{'type':'Feature'"`,
        ),
      ),
    ],
  ])('%s are the same, and parts are taken', (_, text) => {
    expect(expectTheSame(text)).toBeGreaterThan(2);
  });

  it.each<[string, string]>([
    [
      'with features in properties',
      collection(
        squares(
          8,
          () =>
            `,"t":{"features":[{"a":1},{"type":"Feature","properties":{}},{"type":"Feature","geometry":null}]}`,
        ),
      ),
    ],
    [
      'in foreign members',
      collection(
        squares(6),
        `"x":[{},{"type":"Feature","properties":{}},{"type":"Feature"}],`,
        `,"y":{"features":[{},${square(1)},${square(2)}]}`,
      ),
    ],
    ['in a collection of geometries', `{"type":"GeometryCollection","geometries":[${squares(5).join(',')}]}`],
    ['one a line', squares(12).join('\n')],
    ['one a line with commas in it', squares(12).join(',\n')],
    ['as a list', `[${squares(12).join(',')}]`],
    ['several collections', [collection(squares(6)), collection(squares(5))].join('\n')],
    [
      'in lists twice',
      `{"type":"FeatureCollection","features":[${squares(6).join(',')}],"features":[${squares(6).join(',')}]}`,
    ],
    [
      'of what is a feature after all',
      `{"features":[${squares(9).join(',')}],"type":"Feature","geometry":null}`,
    ],
    ['of what is nothing', `{"features":[${squares(9).join(',')}],"type":"Nothing"}`],
    [
      'with a system of their own',
      collection(squares(9).map((text, i) => (i === 7 ? `${text.slice(0, -1)},"crs":"EPSG:27700"}` : text))),
    ],
    [
      'with two systems',
      collection(squares(9).map((text, i) => `${text.slice(0, -1)},"crs":"EPSG:${i < 7 ? 1 : 2}"}`)),
    ],
    [
      'with a fault that means nothing',
      collection(
        squares(9).map((text, i) =>
          i === 6
            ? '{"coordinates":3,"properties":{},"geometry":{"coordinates":[1,2],"geometries":3,"type":"Point"},"type":"Feature"}'
            : text,
        ),
      ),
    ],
    [
      'with such a fault and the type last',
      `{"features":[${squares(9)
        .map((text, i) =>
          i === 6
            ? '{"properties":{},"geometry":{"coordinates":[1,2],"geometries":3,"type":"Point"},"type":"Feature"}'
            : text,
        )
        .join(',')}],"type":"FeatureCollection"}`,
    ],
    ['empty', collection([])],
    ['nothing', ''],
    [
      'one huge feature',
      collection([
        square(1).replace(
          ring(1),
          `[[${Array.from({ length: 500 }, (_, i) => `[${i},${i % 7}]`).join(',')}]]`,
        ),
      ]),
    ],
    ['deeply nested', collection(squares(5, () => `,"d":${'[{"a":'.repeat(300)}1${'}]'.repeat(300)}`))],
  ])('%s are the same', (_, text) => {
    expectTheSame(text);
  });

  it.each<[string, (text: string) => string]>([
    ['cut short', (text) => text.slice(0, 700)],
    ['cut at the end of a feature', (text) => text.slice(0, text.lastIndexOf(',{'))],
    ['without its last bracket', (text) => text.slice(0, -1)],
    ['with something behind', (text) => `${text} x`],
    ['with a comma too many', (text) => text.replace(']}}]', ']}},]')],
    ['with two commas', (text) => text.replace('{"type":"Feature","properties":{"CD":"E07"', ',$&')],
    ['with a line break in a text', (text) => text.replace('Unit 7', 'Unit\n7')],
    ['with a bad escape', (text) => text.replace('Unit 7', 'Unit\\x7')],
    ['with a text in a position', (text) => text.replace('[8,50]', '["8",50]')],
    ['with NaN', (text) => text.replace('[8,50]', '[NaN,50]')],
    ['with a number that is none', (text) => text.replace('[8,50]', '[08,50]')],
    ['with an odd geometry', (text) => text.replace(/"Polygon"(?=[^P]*$)/, '"Circle"')],
    [
      'with null for a feature',
      (text) => text.replace('{"type":"Feature","properties":{"CD":"E09"', 'null,$&'),
    ],
    ['with a brace too many', (text) => text.replace('"CD":"E08"', '"CD":"E08"}')],
  ])('%s have the same fault at the same place', (_, spoil) => {
    for (const between of [',', ',\n']) {
      const text = collection(squares(12), '', '', between);
      expect(spoil(text)).not.toBe(text);
      expectTheSame(spoil(text));
    }
  });

  it('are the same where bytes are not UTF-8, and it is noted once for all parts', () => {
    const bytes = bytesOf(collection(squares(12, () => ',"t":"?x"')));
    for (let at = bytes.indexOf(0x3f); at >= 0; at = bytes.indexOf(0x3f)) bytes[at] = 0xff;
    expect(expectTheSame(bytes)).toBeGreaterThan(2);
  });

  it('are the same at every cut and for every step', () => {
    const text = collection(squares(4), '', ',"name":"x"');
    for (let length = 0; length <= text.length; length += 3) {
      const bytes = bytesOf(text.slice(0, length));
      const wanted = outcome(() => readGeoJson(bytes, 'a.geojson'));
      for (const step of [20, 130]) expect(inParts(bytes, step, 90).got).toEqual(wanted);
    }
  });

  it('are the same in random texts', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = new RandomText(dice(seed));
      const items = random.items();
      expectTheSame(items.join('\n'), dice(seed));
      // As it is, and as features of one collection, which parts are made for.
      const features = items.filter((item) => (JSON.parse(item) as { type?: string }).type === 'Feature');
      expectTheSame(collection([...squares(2), ...features, ...squares(2)]), dice(seed));
    }
  });
});

describe('a border', () => {
  const begin = '},{"type":"Feature"';
  it.each<[string, number]>([
    [begin, 2],
    [`x${begin}`, 3],
    ['}\r\n,\t{ "type" : "Feature"', 5],
    ['},{"id":', 2],
    ['},{"geometry":', 2],
    ['},{"properties":', 2],
    ['},{"bbox":', 2],
    [`},{"type":"Point"${begin}`, 19],
    ['},{"type":"Point"', -1],
    ['},{"type":"Feature', -1],
    ['},{"type"', -1],
    ['},{"name":"Feature"', -1],
    ['],{"type":"Feature"', -1],
    ['{"type":"Feature"', -1],
    ['}{"type":"Feature"', -1],
    ['', -1],
  ])('in %j is at %i', (text, at) => {
    expect(findBorder(bytesOf(text))).toBe(at);
  });
});

describe('packed records', () => {
  it('come out as they went in, names in their order', () => {
    const records = [
      {},
      { b: 'x', a: 'x', 3: null },
      { a: 'x', b: '' },
      { a: 1, b: -0, c: true, d: false, e: Infinity, f: '\ud800 é' },
      JSON.parse('{"__proto__":"own"}') as Record<string, string>,
    ];
    const unpacked = unpackRecords(structuredClone(packRecords(records)));
    expect(unpacked).toEqual(records);
    expect(unpacked.map((record) => Object.keys(record))).toEqual(
      records.map((record) => Object.keys(record)),
    );
    expect(Object.is(unpacked[3]!['b'], -0)).toBe(true);
    expect(unpackRecords(packRecords([]))).toEqual([]);
  });
});
