/** Features that look like the one before them, read without tokens: the same as token by token, whatever stands among them. */
import { describe, expect, it } from 'vitest';
import { createGeoJsonReader, readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { formOf } from '../../src/read/geojson/feature-form.js';
import { InputError } from '../../src/trouble/input-error.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const like = (i: number, name = `Unit ${i}`): string =>
  `{"type":"Feature","id":${i},"properties":{"CD":"E0${i}","NM":"${name}","n":${i}.5,"is":true,"no":null},` +
  `"geometry":{"type":"Polygon","coordinates":[[[${i},50],[${i}.5,50],[-${i}.5,50.1234567],[${i},50]]]}}`;
const geometryFirst = (i: number): string =>
  `{ "type": "Feature", "geometry": {"coordinates": [[[${i},50],[${i}.5,50],[${i}.5,51],[${i},50]]], "type": "Polygon"}, "properties": {"CD": "E${i}"} }`;
const around = (odd: string, of = like): string =>
  `{"type":"FeatureCollection","features":[\n${[of(1), of(2), of(3), odd, of(4), of(5)].join(',\n')}\n]}`;

/** What is read, or what is said of a fault. */
function outcome(bytes: Uint8Array, chunk: number): unknown {
  const reader = createGeoJsonReader('a.geojson');
  try {
    for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
    return reader.finish();
  } catch (error) {
    if (error instanceof InputError) return error.trouble;
    throw error;
  }
}

describe('features among others of their form', () => {
  it.each<[string, string]>([
    ['of the form', like(7)],
    ['with escapes', like(7, 'A \\"B\\" \\u00e9')],
    ['with signs beyond ASCII', like(7, 'Ynys Môn')],
    ['with a bracket in a text', like(7, '}]},{')],
    [
      'of two polygons',
      like(7).replace('"Polygon"', '"MultiPolygon"').replace('[[[', '[[[[').replace(']]]', ']]]]'),
    ],
    ['nested wrongly', like(7).replace('"Polygon"', '"MultiPolygon"')],
    [
      'that is a point',
      like(7)
        .replace('"Polygon"', '"Point"')
        .replace(/\[\[\[.*\]\]\]/, '[1,2]'),
    ],
    ['of an unknown type', like(7).replace('"Polygon"', '"Circle"')],
    ['with a third dimension', like(7).replace('[7,50]', '[7,50,3]')],
    ['with numbers of many digits', like(7).replace('[7,50]', '[7.00000000000000123,5.0e1]')],
    ['with a number beyond all bounds', like(7).replace('[7,50]', '[7,1e999]')],
    ['with a position of one number', like(7).replace('[7,50]', '[7]')],
    ['with text in a position', like(7).replace('[7,50]', '[7,"50"]')],
    ['with a zero before its digits', like(7).replace('[7,50]', '[07,50]')],
    ['pretty-printed', like(7).replaceAll('],[', '],\n  [')],
    ['with blanks', like(7).replaceAll(':', ' : ').replaceAll(',', ' ,\t')],
    ['with an end of line before its properties', like(7).replace('"properties"', '\n"properties"')],
    ['with a list for a property', like(7).replace('"n":7.5', '"n":[1,{"a":2}]')],
    ['with a property more', like(7).replace('"n":7.5', '"n":7.5,"m":1')],
    ['without one of the properties', like(7).replace('"n":7.5,', '')],
    ['with a property twice', like(7).replace('"n":7.5', '"n":7.5,"n":8')],
    ['with a property called __proto__', like(7).replace('"n":', '"__proto__":')],
    ['without properties', like(7).replace(/"properties":\{.*?\}/, '"properties":null')],
    ['without a geometry', like(7).replace(/"geometry":.*/, '"geometry":null}')],
    ['with a literal that is none', like(7).replace('true', 'truth')],
    ['with an id that is no id', like(7).replace('"id":7', '"id":false')],
    ['with a system of its own', like(7).replace('"id":7', '"crs":"EPSG:27700"')],
    ['of another kind of thing', like(7).replace('"Feature"', '"Fixture"')],
    ['with an open ring', like(7).replace(',[7,50]]]', ']]')],
  ])('%s', (_, odd) => {
    for (const text of [
      around(odd),
      around(odd.replace('"id":7,', ''), (i) => like(i).replace(`"id":${i},`, '')),
    ]) {
      const bytes = bytesOf(text);
      // In pieces of seven bytes no feature is whole, so all are read token by token.
      const wanted = outcome(bytes, 7);
      for (const chunk of [bytes.length, 500, 260]) expect(outcome(bytes, chunk)).toEqual(wanted);
    }
  });

  it('whose members stand in another order', () => {
    const bytes = bytesOf(around(geometryFirst(9), geometryFirst));
    expect(formOf(bytes, bytes.indexOf(0x7b, 1))?.slots.map(({ of }) => of)).toEqual([
      'coordinates',
      'kind',
      'property',
    ]);
    expect(outcome(bytes, bytes.length)).toEqual(outcome(bytes, 7));
  });

  it('with bytes that are no UTF-8, which are counted once', () => {
    const bytes = bytesOf(around(like(7, 'Caf!')));
    bytes[bytes.indexOf('!'.charCodeAt(0))] = 0xe9;
    const { notes } = readGeoJson(bytes, 'a.geojson');
    expect(notes).toEqual([{ note: 'not-utf8', feature: -1, count: 1, position: null }]);
  });

  it('at any byte that is changed', () => {
    const text = around(like(7));
    for (let at = text.indexOf(like(7)); at < text.indexOf(like(4)); at++)
      for (const sign of ['"', '\\', '}', ']', ',', '7', ' ', '\n', '\u0001']) {
        const bytes = bytesOf(text.slice(0, at) + sign + text.slice(at + 1));
        expect(outcome(bytes, bytes.length), `${sign} at ${at}`).toEqual(outcome(bytes, 7));
      }
  });
});

describe('a form', () => {
  it('has what features share, and slots between', () => {
    const bytes = bytesOf(like(1));
    const form = formOf(bytes, 0)!;
    expect(form.same.length).toBe(form.slots.length + 1);
    expect(form.slots.map((slot) => (slot.of === 'property' ? slot.name : slot.of))).toEqual([
      ...['id', 'CD', 'NM', 'n', 'is', 'no', 'kind', 'coordinates'],
    ]);
  });

  it.each([
    '{"type":"Feature"}',
    '{}',
    '{"type":"Feature","geometry":null}',
    `${like(1).slice(0, -1)},"x":1}`,
  ])('is none of %s', (text) => expect(formOf(bytesOf(text), 0)).toBeNull());
});
