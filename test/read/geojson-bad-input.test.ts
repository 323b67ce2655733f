/**
 * Bad GeoJSON: one clear message with file, feature, place and what to do, never a crash.
 */
import { describe, expect, it } from 'vitest';
import { createGeoJsonReader, readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { InputError } from '../../src/trouble/input-error.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The fault of these bytes, which must be the same in one piece and byte by byte. */
function faultOf(bytes: Uint8Array): InputError {
  const caught = (read: () => unknown): InputError => {
    try {
      read();
    } catch (error) {
      if (error instanceof InputError) return error;
      throw error;
    }
    throw new Error('no fault found');
  };
  const fault = caught(() => readGeoJson(bytes, 'bad.geojson'));
  const pieceByPiece = caught(() => {
    const reader = createGeoJsonReader('bad.geojson');
    for (let at = 0; at < bytes.length; at++) reader.push(bytes.subarray(at, at + 1));
    reader.finish();
  });
  expect(pieceByPiece.trouble).toStrictEqual(fault.trouble);
  expect(fault.trouble.file).toBe('bad.geojson');
  expect(fault.trouble.hint).toMatch(/\.$/);
  expect(fault.trouble.message).not.toMatch(/\.$/);
  return fault;
}

const collection = (geometry: string, properties = '{"LAD24CD":"E06000001"}'): string =>
  `{"type":"FeatureCollection","features":[\n{"type":"Feature","properties":{},"geometry":null},\n` +
  `{"type":"Feature","properties":${properties},"geometry":${geometry}}]}`;
const polygon = (coordinates: string): string =>
  collection(`{"type":"Polygon","coordinates":${coordinates}}`);

describe('a file that is not JSON', () => {
  it.each([
    ['', 'geojson-empty', 'the file is empty'],
    [' \r\n', 'geojson-empty', 'the file is empty'],
    ['\ufeff', 'geojson-empty', 'the file is empty'],
    [
      '\ufeff\n\n x',
      'geojson-not-json',
      'byte 6 (line 3, column 2): not JSON: found "x" where a JSON value should be',
    ],
    [
      'hello',
      'geojson-not-json',
      'byte 0 (line 1, column 1): not JSON: found "hello" where a JSON value should be',
    ],
    ['<html>', 'geojson-other-format', 'this is a web page, GML or KML, not JSON'],
    ['PK\u0003\u0004', 'geojson-other-format', 'this is a zip archive, not JSON'],
    ['\u001f\u008b', 'geojson-other-format', 'this is a gzip file, not JSON'],
    ["{'type':1}", 'geojson-not-json', `found "'" where a member name in double quotes or } should be`],
    ['{type:1}', 'geojson-not-json', 'found "t" where a member name in double quotes or } should be'],
    ['{"a":1,}', 'geojson-not-json', 'byte 7 (line 1, column 8): not JSON: found "}" where a member name'],
    ['{"a" 1}', 'geojson-not-json', 'found "1" where a colon should be'],
    [
      '{"a":1 "b":2}',
      'geojson-not-json',
      'found a double quote where a comma or the closing bracket should be',
    ],
    ['{"a":[1,]}', 'geojson-not-json', 'found "]" where a value should be'],
    ['{"a":[,1]}', 'geojson-not-json', 'found "," where a value or ] should be'],
    ['{"a":[1}', 'geojson-not-json', 'found "}" where a comma or the closing bracket should be'],
    ['{"a":tru}', 'geojson-not-json', 'found "tru" where a value should be'],
    ['{"a":nul', 'geojson-truncated', 'the file ends inside an object'],
    ['{"a":01}', 'geojson-not-json', 'found "01"'],
    ['{"a":1.}', 'geojson-not-json', 'found "1."'],
    ['{"a":.5}', 'geojson-not-json', 'found ".5"'],
    ['{"a":+1}', 'geojson-not-json', 'found "+1"'],
    ['{"a":1e}', 'geojson-not-json', 'found "1e"'],
    ['{"a":-}', 'geojson-not-json', 'found "-"'],
    ['{"a":0x10}', 'geojson-not-json', 'found "0x10"'],
    ['{"a":"x\ny"}', 'geojson-not-json', 'a line break inside a text'],
    ['{"a":"x\u0000y"}', 'geojson-not-json', 'byte 0x00 inside a text'],
    ['{"a":"\\x"}', 'geojson-not-json', 'found "x" after a backslash'],
    ['{"a":"\\u12G4"}', 'geojson-not-json', 'found "G" where a hexadecimal digit should be'],
    [
      '{"type":"FeatureCollection","features":[]}}',
      'geojson-not-json',
      'found "}" where the end of the file should be',
    ],
    [
      '{"type":"FeatureCollection","features":[]} x',
      'geojson-not-json',
      'found "x" where the end of the file should be',
    ],
    ['[,]', 'geojson-not-json', 'found "," where a value or ] should be'],
  ])('%j says %s: %s', (text, id, message) => {
    const fault = faultOf(encode(text));
    expect(fault.trouble.id).toBe(id);
    expect(fault.message).toContain(message);
  });

  it.each([
    ['little-endian with a mark', [0xff, 0xfe, 0x7b, 0]],
    ['big-endian with a mark', [0xfe, 0xff, 0, 0x7b]],
    ['little-endian without', [0x7b, 0, 0x22, 0]],
    ['big-endian without', [0, 0x7b, 0, 0x22]],
  ])('in UTF-16, %s, says so', (_, bytes) => {
    expect(faultOf(Uint8Array.from(bytes)).trouble).toMatchObject({
      id: 'geojson-utf16',
      hint: expect.stringContaining('UTF-8'),
    });
  });
});

describe('a truncated file', () => {
  it('cut anywhere says that it ends too early, and where', () => {
    const text = polygon('[[[0,0],[1.5e1,-2],[1,"x"]]]').replace('"x"', '1') + ' ';
    for (let length = 1; length < text.length - 1; length++) {
      const fault = faultOf(encode(text.slice(0, length)));
      expect(fault.trouble.id).toBe('geojson-truncated');
      expect(fault.trouble.place).toContain(`byte ${length} `);
    }
  });

  it('names the feature it ends in', () => {
    expect(faultOf(encode(polygon('[[[0,0],[1,2]').slice(0, -4))).message).toMatch(
      /^bad\.geojson: E06000001: feature 2, byte \d+ \(line 3, column \d+\): the file ends inside coordinates\. /,
    );
  });
});

describe('JSON that is not GeoJSON', () => {
  it.each([
    ['7', 'the top level is a number'],
    ['"x"', 'the top level is text'],
    ['null', 'the top level is null'],
    ['[1]', 'the top level is an array that holds a number'],
    ['[[1,2]]', 'the top level is an array that holds an array'],
    ['{}', 'the top level is an object without "type"'],
    ['{"features":[]}', 'the top level is an object without "type"'],
    ['{"type":5}', 'the top level is an object without "type"'],
    ['{"type":"Topology","objects":{},"arcs":[]}', 'the top level is an object of type "Topology"'],
    ['[{"a":1},{"a":2}]', 'the top level is an object without "type"'],
  ])('%s says what its top level is', (text, message) => {
    const fault = faultOf(encode(text));
    expect(fault.trouble.id).toBe('geojson-not-geojson');
    expect(fault.message).toContain(message);
    expect(fault.trouble.hint).toContain('FeatureCollection');
  });
});

describe('a GeoJSON object that lacks something', () => {
  it.each([
    ['{"type":"FeatureCollection"}', 'a FeatureCollection without "features"'],
    ['{"type":"FeatureCollection","features":{}}', '"features" is an object, not an array'],
    ['{"features":null,"type":"FeatureCollection"}', '"features" is null, not an array'],
    ['{"type":"FeatureCollection","features":[1]}', 'an item of "features" is a number, not a Feature'],
    ['{"features":[1],"type":"FeatureCollection"}', 'an item of "features" is a number, not a Feature'],
    [
      '{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[1,2]}]}',
      'type "Point" where a Feature should be',
    ],
    ['{"type":"Feature","type":"Polygon"}', 'an object has two types, Feature and Polygon'],
    [collection('{"type":"Polygon"}'), 'a Polygon without "coordinates"'],
    [collection('{}'), 'found an object without "type" where a geometry should be'],
    [collection('[]'), '"geometry" is an array, not an object'],
    [collection('"x"'), '"geometry" is text, not an object'],
    [
      collection('{"type":"CircularString","coordinates":[]}'),
      'type "CircularString" where a geometry should be',
    ],
    [collection('{"type":"GeometryCollection"}'), 'a GeometryCollection without "geometries"'],
    [
      collection('{"type":"GeometryCollection","geometries":[null]}'),
      'an item of "geometries" is null, not a geometry',
    ],
    [polygon('null'), '"coordinates" is null, not an array'],
    [polygon('{"x":1}'), '"coordinates" is an object, not an array'],
  ])('%s', (text, message) => {
    expect(faultOf(encode(text)).message).toContain(message);
  });

  it('names the feature by number and code', () => {
    const { trouble } = faultOf(encode(collection('{"type":"Polygon"}', '{"NM":"Ely","LAD24CD":"E07"}')));
    expect(trouble).toMatchObject({
      id: 'geojson-bad-member',
      unit: 'E07',
      place: expect.stringMatching(/^feature 2, byte \d+ \(line 3, /),
    });
  });

  it('stating two coordinate systems is refused', () => {
    const text =
      '{"type":"FeatureCollection","crs":"EPSG:27700","features":[{"type":"Feature","crs":"EPSG:4326"}]}';
    expect(faultOf(encode(text)).trouble.id).toBe('geojson-two-systems');
  });
});

describe('a bad position', () => {
  it.each([
    [
      'NaN',
      '[[[0,0],[1,NaN],[1,1]]]',
      'NaN',
      'not JSON: found "NaN" where a value should be. NaN and Infinity are not',
    ],
    ['infinity', '[[[0,0],[-Infinity,1]]]', '-Inf', 'not JSON: found "-Infinity"'],
    [
      'null',
      '[[[0,0],[null,1]]]',
      'null',
      'found null, true or false in a position where a number should be',
    ],
    ['text', '[[[0,0],["1",1]]]', '"1"', 'found text in a position where a number should be'],
    ['an object', '[[[0,0],[1,{}]]]', '{}', 'found an object in a position where a number should be'],
    ['an array', '[[[0,0],[1,[2]]]]', '[2]', 'found an array in a position where a number should be'],
    ['one number', '[[[0,0],[17],[1,1]]]', '],[1,1]', 'a position has one number, it needs two'],
    ['no number', '[[[0,0],[],[1,1]]]', '}}]}', 'a position is empty'],
    [
      'a missing second number',
      '[[[0,0],[17,],[1,1]]]',
      '],[1,1]',
      'not JSON: found "]" where a value should be',
    ],
    [
      'a missing first number',
      '[[[0,0],[,17],[1,1]]]',
      ',17',
      'not JSON: found "," where a value or ] should be',
    ],
    ['no comma', '[[[0,0] [1,1]]]', '[1,1]', 'found "[" where a comma or the closing bracket should be'],
    ['a number too large', '[[[0,0],[1e999,1]]]', '1e999', 'a number in a position is beyond all bounds'],
    [
      'too few brackets',
      '[[0,0],[1,1]]',
      '}}]}',
      'the positions of a Polygon are nested 3 deep, found 2 deep',
    ],
    [
      'too many brackets',
      '[[[[0,0],[1,1]]]]',
      '}}]}',
      'the positions of a Polygon are nested 3 deep, found 4 deep',
    ],
    [
      'uneven brackets',
      '[[[0,0],[1,1],[[2,2]]]]',
      '2,2',
      'the positions of one geometry are not all nested equally deep',
    ],
    ['a bare number', '[[[0,0],[1,1],5]]', '5]', 'found a number in coordinates where a position should be'],
  ])('with %s is refused with feature, code and byte', (_, coordinates, at, message) => {
    const text = polygon(coordinates);
    const fault = faultOf(encode(text));
    expect(fault.message).toContain(message);
    expect(fault.trouble.unit).toBe('E06000001');
    expect(fault.trouble.place).toContain(`feature 2, byte ${text.lastIndexOf(at)} (line 3, `);
    const typeLast = text.replace(/"type":"Polygon",("coordinates":.*?)\}\}\]\}$/, '$1,"type":"Polygon"}}]}');
    expect(faultOf(encode(typeLast)).message).toContain(message);
  });
});

describe('nesting 200,000 deep', () => {
  const deep = (open: string, close: string, middle = ''): string =>
    open.repeat(200_000) + middle + close.repeat(200_000);
  const arrays = deep('[', ']');

  it.each([
    ['in properties', collection('null', `{"a":${arrays}}`), 2],
    ['of objects in properties', collection('null', `{"a":${deep('{"a":', '}', '1')}}`), 2],
    ['in a foreign member', `{"type":"Feature","x":${arrays}}`, 1],
    ['in foreign coordinates', `{"coordinates":${arrays},"type":"Feature"}`, 1],
    ['in the coordinate system', `{"type":"Feature","crs":${arrays}}`, 1],
  ])('%s is read past', (_, text, features) => {
    expect(readGeoJson(encode(text), 'bad.geojson').properties).toHaveLength(features);
  });

  it.each([
    ['in coordinates', polygon(arrays), 'coordinates are nested more than four deep'],
    [
      'in coordinates before the type',
      `{"type":"Feature","geometry":{"coordinates":${arrays},"type":"Polygon"}}`,
      'four deep',
    ],
    [
      'of collections',
      collection(deep('{"type":"GeometryCollection","geometries":[', ']}')),
      'geometry collections are too deeply nested',
    ],
    [
      'of collections, type last',
      collection(deep('{"geometries":[', '],"type":"GeometryCollection"}')),
      'too deeply nested',
    ],
    ['of arrays at the top', arrays, 'an array that holds an array'],
    ['of objects at the top', deep('{"a":', '}', '1'), 'an object without "type"'],
    ['of features', '{"features":['.repeat(200_000), 'the file ends inside an array'],
    ['of geometries', '{"geometry":'.repeat(200_000), 'the file ends inside an object'],
  ])('%s is refused', (_, text, message) => {
    expect(() => readGeoJson(encode(text), 'bad.geojson')).toThrow(message);
    expect(() => readGeoJson(encode(text), 'bad.geojson')).toThrow(InputError);
  });
});

describe('the answer of a server saved as a file', () => {
  it.each([
    ['{"error":{"code":400,"message":"Cannot perform query.","details":["Invalid field: LAD24CD"]}}', 'error 400: Cannot perform query. Invalid field: LAD24CD'],
    ['{"version":"1.0.0","exceptions":[{"code":"NoApplicableCode","text":"No such layer."}]}', 'NoApplicableCode No such layer'],
    ['{"message":"Not found","status":404}', 'Not found'],
    ['{"error":"quota exceeded"}', 'quota exceeded'],
  ])('%s shows its words', (text, words) => {
    const { trouble } = faultOf(encode(text));
    expect(trouble.id).toBe('server-error');
    expect(trouble.message).toBe(`it holds no features but a server’s answer: ${words}`);
  }); // prettier-ignore
  it('in place of a later page shows them too', () => {
    const page = '{"type":"FeatureCollection","features":[]}';
    expect(faultOf(encode(`${page}\n{"error":{"message":"Timed out"}}`)).trouble.message).toMatch(
      /Timed out$/,
    );
  });
  it('with nothing to say is JSON of no known kind', () => {
    expect(faultOf(encode('{"error":{}}')).trouble.id).toBe('geojson-not-geojson');
  });
});
