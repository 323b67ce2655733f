/**
 * KML and KMZ: names, data and polygons of placemarks, every document of an archive, and nothing that XML could do.
 */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FeatureTable } from '../../src/layer/feature-table.js';
import { assertShapes } from '../../src/layer/shapes.js';
import { listBoundaryLayers, readBoundaryFile } from '../../src/read/formats/formats.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { InputError } from '../../src/trouble/input-error.js';
import { ringsOf, utf8 } from './formats-fixtures.js';

const read = async (
  content: string | Uint8Array,
  name = 'd.kml',
  inner: string | null = null,
): Promise<FeatureTable> => {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const { table } = await readBoundaryFile(bytes, name, inner);
  assertShapes(table.shapes);
  return table;
};
const refusal = async (...given: Parameters<typeof read>): Promise<InputError['trouble']> => {
  const thrown: unknown = await read(...given).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(InputError);
  return (thrown as InputError).trouble;
};

const kml = (inside: string, head = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`;
const square = (x: number, y: number, side = 1): string =>
  `${x},${y},0 ${x},${y + side},0\n\t${x + side},${y + side},0 ${x + side},${y},0 ${x},${y},0`;
const ring = (x: number, y: number, side = 1): string =>
  `<LinearRing><coordinates> ${square(x, y, side)} </coordinates></LinearRing>`;
const outer = (x: number, y: number, side = 1): string =>
  `<outerBoundaryIs>${ring(x, y, side)}</outerBoundaryIs>`;
const inner = (x: number, y: number, side = 1): string =>
  `<innerBoundaryIs>${ring(x, y, side)}</innerBoundaryIs>`;
const data = (fields: Record<string, string>): string =>
  `<ExtendedData><SchemaData>${Object.entries(fields)
    .map(([name, value]) => `<SimpleData name="${name}">${value}</SimpleData>`)
    .join('')}</SchemaData></ExtendedData>`;
const council = (code: string, x: number): string =>
  `<Placemark>${data({ LAD24CD: code, LAD24NM: `Council ${code}` })}<Polygon>${outer(x, 50)}</Polygon></Placemark>`;

describe('a placemark', () => {
  it('keeps its name, description and data, and is a layer of codes', async () => {
    const table = await read(
      kml(`<Folder><name>not mine</name><Placemark id="p1"><name>Ashby &amp; Wold</name>
        <description><![CDATA[<b>old</b>]]></description>${data({ LAD24CD: 'E07000901', Blank: '' })}
        <Polygon>${outer(-1, 50)}</Polygon></Placemark></Folder>`),
    );
    expect(table.properties).toEqual([
      { name: 'Ashby & Wold', description: '<b>old</b>', LAD24CD: 'E07000901', Blank: null },
    ]);
    expect(table.ids).toEqual(['p1']);
    expect(table.statedSystem).toBe('EPSG:4326');
    expect(makeLayer(table, 'd.kml')).toMatchObject({ id: 'ltla', codes: ['E07000901'] });
  });
  it('takes untyped data too', async () => {
    const table = await read(
      kml(`<Placemark><ExtendedData><Data name="code"><displayName>The code</displayName><value>A1</value></Data></ExtendedData>
        <Polygon>${outer(0, 0)}</Polygon></Placemark>`),
    );
    expect(table.properties).toEqual([{ code: 'A1' }]);
  });
  it('of several polygons with holes keeps each, its outside first', async () => {
    const table = await read(
      kml(`<Placemark><MultiGeometry><Polygon>${inner(1, 1)}${outer(0, 0, 9)}${inner(3, 3)}</Polygon>
        <MultiGeometry><Polygon>${outer(20, 0)}</Polygon></MultiGeometry></MultiGeometry></Placemark>`),
    );
    expect([...table.shapes.polygonStart]).toEqual([0, 3, 4]);
    expect(ringsOf(table)[0]).toHaveLength(4);
    expect(table.shapes.coordinates[4]).toBe(9);
  });
  it('of points or lines gives points, notes lines; without a place it is noted', async () => {
    const table = await read(
      kml(`<Placemark><Point><coordinates>-1.5,53.25</coordinates></Point></Placemark>
        <Placemark><LineString><coordinates>0,0 1,1</coordinates></LineString></Placemark>
        <Placemark><name>nowhere</name></Placemark>`),
    );
    expect([...table.points]).toEqual([-1.5, 53.25]);
    expect(table.notes.map(({ note, feature }) => [note, feature])).toEqual([
      ['line-geometry', 1],
      ['null-geometry', 2],
    ]);
  });
  it('with a prefix, in Windows-1252 or UTF-16 is the same', async () => {
    const prefixed = `<k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:Placemark><k:name>Môn</k:name></k:Placemark></k:kml>`;
    expect((await read(prefixed)).properties).toEqual([{ name: 'Môn' }]);
    const latin = kml(
      '<Placemark><name>M\xf4n</name></Placemark>',
      '<?xml version="1.0" encoding="ISO-8859-1"?>',
    );
    expect((await read(Uint8Array.from(latin, (c) => c.charCodeAt(0)))).properties).toEqual([
      { name: 'Môn' },
    ]);
    const wide = kml('<Placemark><name>Môn</name></Placemark>', '\ufeff');
    const utf16 = new Uint8Array(Uint16Array.from(wide, (c) => c.charCodeAt(0)).buffer);
    expect((await read(utf16)).properties).toEqual([{ name: 'Môn' }]);
  });
  it.each(['0,0 1,abc 1,1 0,0', '0, 0 0, 1 1, 1 0, 0', '53.7 -1.8 53.8 -1.8', '1,2,3,4,5'])(
    'whose positions are %j is refused by its number',
    async (coordinates) => {
      const placed = `<Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
      const trouble = await refusal(kml(`${council('A', 0)}<Placemark>${placed}</Placemark>`));
      expect(trouble).toMatchObject({ id: 'geometry-damaged', place: 'feature 2' });
    },
  );
});

describe('a document', () => {
  it('cut short anywhere is refused', async () => {
    const whole = kml(council('E07000901', 0) + council('E07000902', 1));
    for (let length = 200; length < whole.length; length += 37) {
      expect((await refusal(whole.slice(0, length))).id).toMatch(/^file-(truncated|damaged)$/);
    }
  });
  it('of entities within entities is refused', async () => {
    const bomb = kml(
      '<Placemark><name>&c;</name></Placemark>',
      '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
    );
    const trouble = await refusal(bomb);
    expect(trouble.id).toBe('file-damaged');
    expect(trouble.message).toMatch(/entity/);
  });
  it('in an encoding that is not known is refused by its name', async () => {
    expect((await refusal(kml('', '<?xml version="1.0" encoding="x-none"?>'))).message).toContain("'x-none'");
  });
  it('that only links to others says to what', async () => {
    const link = kml('<NetworkLink><Link><href>https://example.org/lad.kmz</href></Link></NetworkLink>');
    const trouble = await refusal(link);
    expect(trouble.id).toBe('kml-links-only');
    expect(trouble.message).toContain('https://example.org/lad.kmz');
  });
});

describe('a KMZ', () => {
  const link = utf8(kml('<NetworkLink><Link><href>layers/lad.kml</href></Link></NetworkLink>'));
  const icb = `<Placemark>${data({ ICB24CD: 'E54000001' })}<Polygon>${outer(0, 50, 2)}</Polygon></Placemark>`;

  it('is read past its first document where that is a link', async () => {
    const archive = zipSync({
      'doc.kml': link,
      'layers/lad.kml': utf8(kml(council('E07000901', 0))),
      'a.png': utf8('x'),
    });
    expect((await read(archive, 'd.kmz')).properties).toHaveLength(1);
  });
  it('is one layer where its documents have the same fields', async () => {
    const archive = zipSync({
      'a.kml': utf8(kml(council('E07000901', 0))),
      'b.kml': utf8(kml(council('E07000902', 1))),
    });
    expect((await read(archive, 'd.kmz')).properties.map((record) => record['LAD24CD'])).toEqual([
      'E07000901',
      'E07000902',
    ]);
    expect((await read(archive, 'd.kmz', 'b')).properties).toHaveLength(1);
  });
  it('of documents with different fields asks which', async () => {
    const archive = zipSync({ 'lad.kml': utf8(kml(council('E07000901', 0))), 'icb.kml': utf8(kml(icb)) });
    expect((await refusal(archive, 'd.kmz')).id).toBe('inner-layer-not-named');
    expect((await listBoundaryLayers(archive, 'd.kmz')).layers).toEqual(['lad.kml', 'icb.kml']);
    expect((await read(archive, 'd.kmz', 'icb')).properties).toEqual([{ ICB24CD: 'E54000001' }]);
  });
  it('without places, or without documents, is refused', async () => {
    expect((await refusal(zipSync({ 'doc.kml': link }), 'd.kmz')).id).toBe('kml-links-only');
    expect((await refusal(zipSync({ 'doc.kml': utf8(kml('')) }), 'd.kmz')).message).toContain('no places');
    expect((await refusal(zipSync({ 'a.txt': link }), 'd.kmz')).message).toContain('no .kml');
  });
  it('called .zip is an archive of documents', async () => {
    const archive = zipSync({ 'layers/lad.kml': utf8(kml(council('E07000901', 0))) });
    expect((await read(archive, 'd.zip')).properties).toHaveLength(1);
  });
});
