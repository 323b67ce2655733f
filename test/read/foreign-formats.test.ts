/**
 * Formats that are not read are refused by their name, with the way out.
 */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatOf, readBoundaryFile } from '../../src/read/formats/formats.js';
import { InputError } from '../../src/trouble/input-error.js';
import { utf8 } from './formats-fixtures.js';

async function troubleOf(content: string | Uint8Array, name: string): Promise<InputError['trouble']> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const thrown: unknown = await readBoundaryFile(bytes, name).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(InputError);
  return (thrown as InputError).trouble;
}

const XML = '<?xml version="1.0" encoding="utf-8"?>\n<!-- made by hand -->\n';
const OLD_OFFICE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0);

describe('a file of a known format that is not read', () => {
  it.each([
    ['GML', 'lad.gml', `${XML}<ogr:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2"/>`, 'ogr2ogr -f GPKG lad.gpkg lad.gml'],
    ['GML', 'my wards.xml', `<wfs:FeatureCollection xmlns:gml="x"/>`, 'ogr2ogr -f GPKG "my wards.gpkg" "my wards.xml"'],
    ['a MapInfo file', 'a/lad.tab', '!table\n!version 300\n', 'ogr2ogr -f GPKG lad.gpkg lad.tab'],
    ['a MapInfo file', 'lad.mif', 'Version 300\nCharset "Neutral"\nDelimiter ","\nColumns 2\n  A Char(9)\n', 'ogr2ogr -f GPKG lad.gpkg lad.mif'],
    ['an old Excel workbook', 'mye.xls', OLD_OFFICE, 'Save it as .xlsx'],
    ['an old Excel workbook', 'mye.csv', OLD_OFFICE, 'Save it as .xlsx'],
    ['a PDF', 'map.pdf', '%PDF-1.7\n\x01', 'GeoJSON'],
    ['a web page (Sign in to the portal)', 'lad.geojson', '<!DOCTYPE html><html><head><title>Sign in\n to the portal</title>', 'Download the file itself'],
    ['a web page (404 Not Found)', 'lad.kml', '<html><body><h1>404 Not Found</h1>', 'Download the file itself'],
    ['XML of another kind (gpx)', 'walk.xml', `${XML}<gpx version="1.1"/>`, 'ogr2ogr'],
  ])('%s called %s', async (what, name, content, wayOut) => {
    if (what.includes('gpx')) return expect((await troubleOf(content, name)).message).toContain('GPX');
    const trouble = await troubleOf(content, name);
    expect(trouble.id).toBe('format-not-read');
    expect(trouble.message).toContain(what);
    expect(trouble.hint).toContain(wayOut);
  }); // prettier-ignore

  it('a file geodatabase in an archive', async () => {
    const archive = zipSync({ 'lad.gdb/a00000001.gdbtable': OLD_OFFICE, 'lad.gdb/timestamps': OLD_OFFICE });
    const trouble = await troubleOf(archive, 'lad.gdb.zip');
    expect(trouble.message).toContain('file geodatabase');
    expect(trouble.hint).toContain('ogr2ogr -f GPKG lad.gpkg lad.gdb.zip');
  });

  it('the refusal of a feature service shows its words', async () => {
    const report = `${XML}<ows:ExceptionReport xmlns:ows="x"><ows:Exception><ows:ExceptionText>Unknown layer &lt;lad&gt;</ows:ExceptionText></ows:Exception></ows:ExceptionReport>`;
    const trouble = await troubleOf(report, 'lad.gml');
    expect(trouble.id).toBe('server-error');
    expect(trouble.message).toContain('Unknown layer');
  });
});

describe('JSON', () => {
  const idOf = (text: string, name = 'd.json'): string => formatOf(utf8(text), name, name).id;
  it.each([
    ['{"type":"FeatureCollection","features":[]}', 'geojson'],
    [
      '{"features":[{"type":"Feature","properties":{"attributes":{}}}],"type":"FeatureCollection"}',
      'geojson',
    ],
    ['{"type":"Topology","objects":{},"arcs":[]}', 'topojson'],
    ['{"arcs":[],"objects":{},"type":"Topology"}', 'topojson'],
    ['{"displayFieldName":"","fieldAliases":{"A":"A"},"geometryType":"esriGeometryPolygon"', 'esri-json'],
    ['{"features":[{"attributes":{"A":1},"geometry":{"rings":[]}}]}', 'esri-json'],
    ['[{"objectIdFieldName":"FID","features":[]}]', 'esri-json'],
  ])('%s is told apart', (text, id) => {
    expect(idOf(text)).toBe(id);
  });
});
