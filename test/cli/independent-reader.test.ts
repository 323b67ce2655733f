/** Shapes and tables as GDAL, Arrow and pandas read them, on the region's pieces and gaps. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { havePython, runPython } from './python.js';
import { makeFolder, runCommand } from './run-command.js';

const region = (name: string): string => resolve('data/region', name);
const folder = makeFolder();
afterAll(() => folder.remove());

const answer = (program: string): unknown =>
  JSON.parse(runPython(`import geopandas, json, pandas, pyogrio\n${program}`, folder.path));

describe.skipIf(!havePython)('an independent reader', () => {
  beforeAll(async () => {
    const layers = [region('icb.geojson'), region('ltla.geojson')];
    const people = ['--people', `residents=${region('residents.csv')}`, '--blocks', region('blocks.geojson')];
    const outputs = ['o.geojson', 'o.gpkg', 'o.geoparquet', 'o.parquet', 'o.csv'];
    for (const argv of [
      ['overlap', ...layers, ...people, ...outputs.flatMap((name) => ['-o', name])],
      ['align', ...layers, '-o', 'a.gpkg'],
    ]) {
      const { code, stderr } = await runCommand([...argv, '--quiet'], { cwd: folder.path });
      expect(code, stderr).toBe(0);
    }
  });

  test('finds the layers of a GeoPackage, tables without shapes, and the styles', () => {
    const layers = answer('print(json.dumps(pyogrio.list_layers("a.gpkg").tolist()))');
    expect(layers).toEqual(
      expect.arrayContaining([
        ['patches', 'MultiPolygon'],
        ['stretches', 'LineString'],
        ['shared', null],
        ['layer_styles', null],
      ]),
    );
  });

  test('finds valid land in longitude and latitude, the same in every format, with the hectares of its row', () => {
    const found = answer(`
pieces = geopandas.read_file("o.gpkg", layer="overlap")
others = [geopandas.read_file("o.geojson"), geopandas.read_parquet("o.geoparquet")]
# Lines are straight in degrees, so they get further positions before they are projected.
hectares = pieces.segmentize(0.001).to_crs("+proj=laea +lat_0=53.65 +lon_0=-0.5 +ellps=WGS84").area / 10000
print(json.dumps({
    "system": pieces.crs.to_epsg(),
    "rows": [len(each) for each in [pieces, *others]],
    "valid": bool(pieces.is_valid.all()),
    "same": [all(a.equals(b) for a, b in zip(pieces.geometry, each.geometry)) for each in others],
    "off": float(((hectares - pieces.overlap_ha).abs() / pieces.overlap_ha).max()),
    "system of parquet": others[1].crs.to_authority(),
}))`) as Record<string, unknown>;
    expect(found).toMatchObject({
      system: 4326,
      rows: [15, 15, 15],
      valid: true,
      same: [true, true],
      'system of parquet': ['OGC', 'CRS84'],
    });
    expect(found['off']).toBeLessThan(1e-4);
  });

  test('finds in Parquet the table that is in the CSV', () => {
    expect(
      answer(`
table, csv = pandas.read_parquet("o.parquet"), pandas.read_csv("o.csv")
pandas.testing.assert_frame_equal(table, csv, check_dtype=False)
print(json.dumps([len(table), str(table.patches.dtype), str(table.overlap_ha.dtype)]))`),
    ).toEqual([15, 'int64', 'float64']);
  });
});
