/** GeoPackage, GeoParquet and Parquet as written, looked at by SQLite, hyparquet and our own readers. */
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import initSqlJs from 'sql.js';
import { describe, expect, test } from 'vitest';
import { write } from '../../src/report/write.js';
import type { Result } from '../../src/result/result.js';
import { expectWellFormed } from './well-formed.js';
import { column, sampleResult } from './sample-result.js';

const bytesOf = async (result: Result, format: string, table?: string): Promise<Uint8Array> =>
  (await write(result, format, table === undefined ? {} : { table })) as Uint8Array;

async function query(result: Result, ...statements: string[]): Promise<unknown[][][]> {
  const sql = await initSqlJs();
  const database = new sql.Database(await bytesOf(result, 'gpkg'));
  const answers = statements.map((statement) => (database.exec(statement)[0]?.values ?? []) as unknown[][]);
  database.close();
  return answers;
}

async function readParquet(bytes: Uint8Array) {
  const file = bytes.slice().buffer;
  const metadata = await parquetMetadataAsync(file);
  const rows = await parquetReadObjects({ file, compressors, geoparquet: false, utf8: false });
  const geo = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  return { metadata, rows, geo: geo === undefined ? null : (JSON.parse(geo) as GeoEntry) };
}

interface GeoEntry {
  readonly version: string;
  readonly primary_column: string;
  readonly columns: Record<
    string,
    { encoding: string; geometry_types: string[]; bbox?: number[]; crs: { id: object } }
  >;
}

/** Codes with noughts before them, a heading that is one of ours, two that SQLite takes for one, a cell of another type. */
const odd: Result = {
  ...sampleResult,
  tables: [
    {
      name: 'odd "table"',
      caption: 'One row for each oddity.',
      columns: [
        column('code', 'code'),
        column('geom', 'text'),
        column('Geometry', 'text'),
        column('a_ha', 'hectares'),
        column('A_ha', 'hectares'),
        column('rows', 'count'),
        column('mixed', 'count'),
        column('matters', 'flag'),
      ],
      rows: [
        ['007', 'x', 'y', 1.25, 2.5, 3, 4, true],
        ["O'Neill; drop", null, null, null, null, null, 'n/a', false],
      ],
    },
  ],
  shapes: [
    {
      table: 'odd "table"',
      properties: {
        code: '007',
        geom: 'x',
        Geometry: 'y',
        a_ha: 1.25,
        A_ha: 2.5,
        rows: 3,
        mixed: 4,
        matters: true,
      },
      geometry: sampleResult.shapes![0]!.geometry,
    },
    {
      table: 'odd "table"',
      properties: {
        code: "O'Neill; drop",
        geom: null,
        Geometry: null,
        a_ha: null,
        A_ha: null,
        rows: null,
        mixed: 'n/a',
        matters: false,
      },
      geometry: sampleResult.shapes![1]!.geometry,
    },
  ],
};
const empty: Result = { ...sampleResult, shapes: [] };

describe('a GeoPackage', () => {
  test('says that it is one, of which version and in which system', async () => {
    const [application, version, systems, whole, keys] = await query(
      sampleResult,
      'PRAGMA application_id',
      'PRAGMA user_version',
      'SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1',
      'PRAGMA integrity_check',
      'PRAGMA foreign_key_check',
    );
    expect(application).toEqual([[0x47504b47]]);
    expect(version).toEqual([[10300]]);
    expect(systems).toEqual([[-1], [0], [4326]]);
    expect(whole).toEqual([['ok']]);
    expect(keys).toEqual([]);
  });

  test('lists every table once: those with shapes as features, the others as attributes, and the styles', async () => {
    const [contents, columns] = await query(
      sampleResult,
      "SELECT table_name, data_type, last_change, min_x, max_y, srs_id FROM gpkg_contents WHERE data_type = 'features'",
      'SELECT * FROM gpkg_geometry_columns',
    );
    expect(contents).toEqual([['overlap', 'features', '1970-01-01T00:00:00.000Z', -0.9, 51.3, 4326]]);
    expect(columns).toEqual([['overlap', 'geom', 'MULTIPOLYGON', 4326, 0, 0]]);
    const [names] = await query(sampleResult, 'SELECT table_name FROM gpkg_contents ORDER BY 1');
    expect(names!.flat()).toEqual([...sampleResult.tables.map(({ name }) => name), 'layer_styles'].sort());
  });

  test('has a header before each geometry: magic, little-endian with a box, system, box, well-known binary', async () => {
    const [rows] = await query(sampleResult, 'SELECT fid, geom FROM overlap');
    const [fid, geom] = rows![0] as [number, Uint8Array];
    const view = new DataView(geom.buffer, geom.byteOffset);
    expect(fid).toBe(1);
    expect([...geom.subarray(0, 4)]).toEqual([0x47, 0x50, 0, 3]);
    expect(view.getInt32(4, true)).toBe(4326);
    expect([8, 16, 24, 32].map((at) => view.getFloat64(at, true))).toEqual([-0.9, -0.8, 51.2, 51.3]);
    expect([geom[40], view.getUint32(41, true), view.getUint32(45, true)]).toEqual([1, 6, 1]);
  });

  test('keeps odd names and cells, and gives columns the types of their kinds', async () => {
    const [info, rows, type] = await query(
      odd,
      `PRAGMA table_info('odd "table"')`,
      'SELECT code, geom_2, "Geometry", a_ha, "A_ha_2", rows, mixed, matters FROM "odd ""table"""',
      'SELECT geometry_type_name FROM gpkg_geometry_columns',
    );
    expect(info!.map(([, name, kind]) => `${String(name)} ${String(kind)}`)).toEqual([
      'fid INTEGER',
      'geom GEOMETRY',
      'code TEXT',
      'geom_2 TEXT',
      'Geometry TEXT',
      'a_ha REAL',
      'A_ha_2 REAL',
      'rows INTEGER',
      'mixed TEXT',
      'matters BOOLEAN',
      'label_longitude REAL',
      'label_latitude REAL',
    ]);
    expect(rows).toEqual([
      ['007', 'x', 'y', 1.25, 2.5, 3, '4', 1],
      ["O'Neill; drop", null, null, null, null, null, 'n/a', 0],
    ]);
    expect(type).toEqual([['GEOMETRY']]);
  });

  test('has a style for each layer, well-formed, that colours by the column that tells what a row is', async () => {
    const telling: Result = {
      ...sampleResult,
      tables: [
        {
          name: 'overlap',
          caption: 'One row for each pair.',
          columns: [column('relation', 'text')],
          rows: [['partial'], ['contains']],
        },
      ],
      shapes: ['partial', 'contains', 'a & "b"'].map((relation) => ({
        table: 'overlap',
        properties: { relation },
        geometry: sampleResult.shapes![0]!.geometry,
      })),
    };
    const [styles] = await query(
      telling,
      'SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles',
    );
    expect(styles!.map((row) => row.slice(0, 3))).toEqual([['overlap', 'geom', 1]]);
    const style = styles![0]![3] as string;
    expectWellFormed(style, 'the style');
    expect([...style.matchAll(/<category [^>]*value="([^"]*)"/g)].map(([, value]) => value)).toEqual([
      'a &amp; &quot;b&quot;',
      'contains',
      'partial',
    ]);
    const colours = [...style.matchAll(/name="color" type="QString" value="([^"]*)"/g)].map(
      ([, value]) => value,
    );
    expect(colours[1]).toBe('190,190,190,150');
    expect(new Set(colours).size).toBe(3);
  });

  test('without anything to draw holds the tables', async () => {
    const [kinds] = await query(empty, 'SELECT DISTINCT data_type FROM gpkg_contents');
    expect(kinds).toEqual([['attributes']]);
  });
});

describe('GeoParquet', () => {
  test('says which column is geometry, how it is encoded, of which types, in which box and system', async () => {
    const { geo, rows } = await readParquet(await bytesOf(sampleResult, 'geoparquet'));
    expect(geo).toMatchObject({ version: '1.1.0', primary_column: 'geometry' });
    expect(geo!.columns['geometry']).toMatchObject({
      encoding: 'WKB',
      geometry_types: ['MultiPolygon'],
      bbox: [-0.9, 51.2, -0.8, 51.3],
      crs: { id: { authority: 'OGC', code: 'CRS84' } },
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ icb_code: 'E54000034', overlap_ha: 8134.26, label_latitude: 51.2333333 });
    expect([...(rows[0]!['geometry'] as Uint8Array).subarray(0, 5)]).toEqual([1, 6, 0, 0, 0]);
  });

  test('of mixed shapes names their types; a column of the name gives way', async () => {
    const { geo, rows } = await readParquet(await bytesOf(odd, 'geoparquet'));
    expect(geo!.columns['geometry']!.geometry_types).toEqual(['LineString', 'Polygon']);
    expect(rows.map((row) => row['Geometry_2'])).toEqual(['y', null]);
  });

  test('without anything to draw has no rows, and says so without a box', async () => {
    const { geo, rows } = await readParquet(await bytesOf(empty, 'geoparquet'));
    expect(rows).toEqual([]);
    expect(geo!.columns['geometry']).not.toHaveProperty('bbox');
  });
});

describe('Parquet', () => {
  test('gives each column the type of its kind, and text where a cell is of another', async () => {
    const { metadata, rows, geo } = await readParquet(await bytesOf(odd, 'parquet'));
    expect(geo).toBeNull();
    expect(metadata.schema.slice(1).map(({ name, type }) => `${name} ${type}`)).toEqual([
      'code BYTE_ARRAY',
      'geom BYTE_ARRAY',
      'Geometry_2 BYTE_ARRAY',
      'a_ha DOUBLE',
      'A_ha_2 DOUBLE',
      'rows INT64',
      'mixed BYTE_ARRAY',
      'matters BOOLEAN',
    ]);
    expect(rows.map((row) => [row['code'], row['rows'], row['mixed'], row['matters']])).toEqual([
      ['007', 3n, '4', true],
      ["O'Neill; drop", null, 'n/a', false],
    ]);
  });

  test('holds the table that is named', async () => {
    for (const table of sampleResult.tables) {
      const { rows } = await readParquet(await bytesOf(sampleResult, 'parquet', table.name));
      expect(rows.length).toBe(table.rows.length);
    }
  });
});

test.each(['gpkg', 'geoparquet', 'parquet'])('%s of the same result has the same bytes', async (format) => {
  const [once, again] = [await bytesOf(sampleResult, format), await bytesOf(sampleResult, format)];
  expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
});

test.each(['geojson', 'gpkg', 'geoparquet'])(
  '%s of a result that drew nothing is refused',
  async (format) => {
    const { shapes: _, ...bare } = sampleResult;
    await expect(write(bare, format)).rejects.toThrow('holds no shapes');
  },
);
