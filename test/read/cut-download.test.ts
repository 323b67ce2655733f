/**
 * A download that a server cut at its limit is never taken for the whole.
 */
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../src/layer/feature-table.js';
import { createGeoJsonReader, readGeoJson } from '../../src/read/geojson/geojson-reader.js';
import { landOfFeatures } from '../../src/read/land-of-features.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { tableOfFeatures } from '../../src/read/table/feature-properties.js';
import { InputError } from '../../src/trouble/input-error.js';
import { collection, feature, polygon, square } from '../cli/small-files.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): FeatureTable => readGeoJson(bytes(text), 'a.geojson');

const unit = (i: number): object =>
  feature({ LAD24CD: `E0700${1000 + i}`, LAD24NM: `Council ${i}` }, polygon(square(i / 100, 52, 0.01)));
const units = (count: number): object[] => Array.from({ length: count }, (_, i) => unit(i));
const feed = (count: number): string => JSON.stringify(units(count));

const troubleOf = (work: () => unknown): InputError['trouble'] => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.trouble;
    throw error;
  }
  throw new Error('it was not refused');
};

describe('a file says that it was cut', () => {
  it.each([
    ['at its root, before the features', `{"exceededTransferLimit":true,"type":"FeatureCollection","features":${feed(3)}}`],
    ['at its root, after the features', `{"type":"FeatureCollection","features":${feed(3)},"exceededTransferLimit":true}`],
    ['in its properties, before the features', `{"type":"FeatureCollection","properties":{"exceededTransferLimit":true},"features":${feed(3)}}`],
    ['in its properties, after the features', `{"features":${feed(3)},"properties":{"a":[1],"exceededTransferLimit":true},"type":"FeatureCollection"}`],
    ['as text', `{"type":"FeatureCollection","properties":{"exceededTransferLimit":"true"},"features":${feed(3)}}`],
    ['as text in capitals', `{"type":"FeatureCollection","exceededTransferLimit":"TRUE","features":${feed(3)}}`],
    ['as a number', `{"type":"FeatureCollection","properties":{"exceededTransferLimit":1},"features":${feed(3)}}`],
    ['by a link to the next page', `{"type":"FeatureCollection","features":${feed(3)},"links":[{"rel":"self"},{"rel":"next","href":"?offset=3"}]}`],
    ['in the first of two pages', `{"type":"FeatureCollection","exceededTransferLimit":true,"features":${feed(2)}}\n${collection(units(1))}`],
    ['in the last of two pages', `${collection(units(2))}\n{"type":"FeatureCollection","exceededTransferLimit":true,"features":${feed(1)}}`],
    ['in one of an array of pages', `[${collection(units(2))},{"type":"FeatureCollection","exceededTransferLimit":true,"features":${feed(1)}}]`],
  ])('%s', (_where, text) => {
    expect(read(text).truncated).toEqual({ features: 3, of: null });
    const byByte = createGeoJsonReader('a.geojson');
    for (const byte of bytes(text)) byByte.push(Uint8Array.of(byte));
    expect(byByte.finish().truncated).toEqual({ features: 3, of: null });
  }); // prettier-ignore

  it('by the number that a feature service says it matched', () => {
    const of = (count: number): FeatureTable => read(collection(units(3), { numberMatched: count }));
    expect(of(4).truncated).toEqual({ features: 3, of: 4 });
    expect(of(3).truncated).toBeUndefined();
    expect(read(collection(units(3), { totalFeatures: 361 })).truncated).toEqual({ features: 3, of: 361 });
    expect(read(collection(units(3), { totalFeatures: 'unknown' })).truncated).toBeUndefined();
    expect(read(collection(units(3), { numberMatched: '4' })).truncated).toEqual({ features: 3, of: 4 });
  });

  it.each([
    ['it says false', collection(units(3), { exceededTransferLimit: false })],
    ['it says false as text', collection(units(3), { properties: { exceededTransferLimit: 'false' } })],
    ['its links lead elsewhere', collection(units(3), { links: [{ rel: 'self' }, null, 'next'] })],
    ['the page that was next is there', `${collection(units(2), { links: [{ rel: 'next' }] })}\n${collection(units(1), { links: [{ rel: 'prev' }] })}`],
    ['only a feature has a property of that name', collection([feature({ exceededTransferLimit: true, CODE: 'A' }, polygon(square(0, 0, 1)))])],
    ['it stands deeper in the properties', collection(units(3), { properties: { query: { exceededTransferLimit: true } } })],
  ])('and does not where %s', (_why, text) => {
    expect(read(text).truncated).toBeUndefined();
  }); // prettier-ignore
});

describe('a cut download', () => {
  const cut = read(collection(units(5), { properties: { exceededTransferLimit: true } }));

  it('is refused as a layer, as land and as a table', () => {
    for (const work of [
      () => makeLayer(cut, 'lad.geojson'),
      () => landOfFeatures(cut, 'lad.geojson', 'land'),
      () => tableOfFeatures(cut, 'lad.geojson'),
    ]) {
      const trouble = troubleOf(work);
      expect(trouble).toMatchObject({ id: 'download-cut', file: 'lad.geojson' });
      expect(trouble.message).toBe('the download was cut at the server’s limit; 5 features are here');
      expect(trouble.hint).toContain('--allow-truncated');
    }
  });
  it('says of how many, where that is known', () => {
    const of = read(collection(units(1), { numberMatched: 1234 }));
    expect(troubleOf(() => makeLayer(of, 'lad.geojson')).message).toMatch(/1 feature is here of 1,234$/);
  });
  it('is an error in the findings of those who go on all the same', () => {
    const layer = makeLayer(cut, 'lad.geojson', () => ({ allowTruncated: true }));
    expect(layer.codes).toHaveLength(5);
    expect(layer.findings).toMatchObject([{ finding: 'download-cut', severity: 'error' }]);
    expect(landOfFeatures(cut, 'a', 'land', true).findings).toHaveLength(1);
    expect(tableOfFeatures(cut, 'a.geojson', true).notes).toMatchObject([
      { id: 'download-cut', counts: { rows: 5 } },
    ]);
  });
});

describe('exactly a page of features', () => {
  const findings = (count: number): string[] =>
    makeLayer(read(collection(units(count))), 'lad.geojson').findings.map(({ finding }) => finding);

  it('is a warning, one more or less is not', () => {
    expect(findings(999)).toEqual([]);
    expect(findings(1000)).toEqual(['page-of-a-download']);
    expect(findings(1001)).toEqual([]);
    expect(findings(2000)).toEqual(['page-of-a-download']);
  });
});
