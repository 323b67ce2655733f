/**
 * Two districts, written in every format by the tests themselves.
 *
 *     a a a a b b . b      Ashby (E07000901): four squares wide with a hole in the second
 *     a . a a b b . .      Bexhill (E07000902): two wide, with an island
 *
 * One square is a kilometre of the British National Grid, from 400 km east, 300 km north.
 */
import { gzipSync, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import initSqlJs from 'sql.js';
import type { FeatureTable } from '../../src/layer/feature-table.js';

export type Ring = [number, number][];
export type Polygon = Ring[];

export interface District {
  readonly code: string;
  readonly name: string;
  readonly people: number;
  readonly polygons: Polygon[];
}

const box = (x0: number, y0: number, x1: number, y1: number): Ring =>
  [[x0, y0], [x0, y1], [x1, y1], [x1, y0], [x0, y0]].map(([x, y]) => [400000 + 1000 * x!, 300000 + 1000 * y!]); // prettier-ignore

export const districts: readonly District[] = [
  {
    code: 'E07000901',
    name: 'Ashby',
    people: 1200,
    polygons: [[box(0, 0, 4, 2), box(1, 0.25, 2, 0.75).reverse()]],
  },
  { code: 'E07000902', name: 'Bexhill-ŵrth', people: 800, polygons: [[box(4, 0, 6, 2)], [box(7, 1, 8, 2)]] },
];

export const gridWkt =
  'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000.0],' +
  'PARAMETER["False_Northing",-100000.0],PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],' +
  'PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]';

/** Rings of every feature, each from its smallest position on and in one direction, sorted: what a format must keep. */
export function ringsOf(table: FeatureTable): string[][] {
  const { coordinates, ringStart, polygonStart, featureStart } = table.shapes;
  return table.properties.map((_, f) => {
    const rings: string[] = [];
    for (let r = polygonStart[featureStart[f]!]!; r < polygonStart[featureStart[f + 1]!]!; r++) {
      const ring: Ring = [];
      for (let i = ringStart[r]!; i < ringStart[r + 1]!; i++)
        ring.push([coordinates[2 * i]!, coordinates[2 * i + 1]!]);
      rings.push(canonical(ring));
    }
    return rings.sort();
  });
}

/** What `ringsOf` must give for the districts. */
export const expectedRings = districts.map(({ polygons }) => polygons.flat().map(canonical).sort());

function canonical(ring: Ring): string {
  const open = ring.slice(0, -1).map((position) => position.join(' '));
  const ways = [open, open.slice().reverse()].flatMap((way) =>
    way.map((_, i) => [...way.slice(i), ...way.slice(0, i)].join(', ')),
  );
  return ways.sort()[0]!;
}

/** Little-endian bytes, written one value after another. */
export class ByteWriter {
  readonly bytes: number[] = [];
  u8(...values: number[]): this {
    this.bytes.push(...values.map((value) => value & 255));
    return this;
  }
  u16(value: number): this {
    return this.u8(value, value >> 8);
  }
  u32(value: number): this {
    return this.u8(value, value >> 8, value >> 16, value >> 24);
  }
  u32Big(value: number): this {
    return this.u8(value >> 24, value >> 16, value >> 8, value);
  }
  f64(...values: number[]): this {
    return this.u8(...new Uint8Array(Float64Array.from(values).buffer));
  }
  text(text: string): this {
    return this.u8(...new TextEncoder().encode(text));
  }
  zeros(count: number): this {
    return this.u8(...new Array<number>(count).fill(0));
  }
  patch32(at: number, value: number): this {
    for (let i = 0; i < 4; i++) this.bytes[at + i] = (value >> (8 * i)) & 255;
    return this;
  }
  done(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

/** Well-known binary of a MultiPolygon; with `big`, in the other byte order; with `z`, a height on every position. */
export function wkbOf(polygons: Polygon[], { big = false, z = false } = {}): Uint8Array {
  const parts: Uint8Array[] = [];
  const head = (type: number, count: number): void => {
    const view = new DataView(new ArrayBuffer(9));
    view.setUint8(0, big ? 0 : 1);
    view.setUint32(1, type + (z ? 1000 : 0), !big);
    view.setUint32(5, count, !big);
    parts.push(new Uint8Array(view.buffer));
  };
  head(6, polygons.length);
  for (const polygon of polygons) {
    head(3, polygon.length);
    for (const ring of polygon) {
      const view = new DataView(new ArrayBuffer(4 + ring.length * (z ? 24 : 16)));
      view.setUint32(0, ring.length, !big);
      ring
        .flatMap((position) => (z ? [...position, 7] : position))
        .forEach((v, i) => view.setFloat64(4 + 8 * i, v, !big));
      parts.push(new Uint8Array(view.buffer));
    }
  }
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

export const wktOf = (polygons: Polygon[]): string =>
  `MULTIPOLYGON (${polygons
    .map((polygon) => `(${polygon.map((ring) => `(${ring.map((p) => p.join(' ')).join(', ')})`).join(', ')})`)
    .join(', ')})`;

export function shpBytes(): Uint8Array {
  const records = districts.map(({ polygons }, index) => {
    const rings = polygons.flat();
    const content = new ByteWriter().u32(5).f64(400000, 300000, 408000, 302000);
    content.u32(rings.length).u32(rings.flat().length);
    rings.reduce((start, ring) => (content.u32(start), start + ring.length), 0);
    content.f64(...rings.flat(2));
    return new ByteWriter()
      .u32Big(index + 1)
      .u32Big(content.bytes.length / 2)
      .u8(...content.bytes).bytes;
  });
  const length = 100 + records.flat().length;
  const header = new ByteWriter()
    .u32Big(9994)
    .zeros(20)
    .u32Big(length / 2)
    .u32(1000)
    .u32(5);
  return header
    .f64(400000, 300000, 408000, 302000)
    .zeros(32)
    .u8(...records.flat())
    .done();
}

export function dbfBytes(encode = (text: string): Uint8Array => new TextEncoder().encode(text)): Uint8Array {
  const fields = [['CODE', 'C', 9], ['NAME', 'C', 16], ['PEOPLE', 'N', 8], ['SINCE', 'D', 8]] as const; // prettier-ignore
  const writer = new ByteWriter()
    .u8(3, 124, 4, 1)
    .u32(districts.length)
    .u16(32 + 32 * fields.length + 1)
    .u16(42);
  writer.zeros(20);
  for (const [name, type, width] of fields) {
    writer
      .text(name)
      .zeros(11 - name.length)
      .text(type)
      .zeros(4)
      .u8(width)
      .zeros(15);
  }
  writer.u8(0x0d);
  const padded = (bytes: Uint8Array, width: number): number[] =>
    [...bytes, ...new Array<number>(width).fill(32)].slice(0, width);
  for (const { code, name, people } of districts) {
    const cells = [encode(code), encode(name), encode(String(people)), encode('20240401')];
    writer.u8(32, ...cells.flatMap((cell, i) => padded(cell, fields[i]![2])));
  }
  return writer.u8(0x1a).done();
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const zippedShapefile = (): Uint8Array =>
  zipSync({
    'out/districts.shp': shpBytes(),
    'out/districts.dbf': dbfBytes(),
    'out/districts.prj': utf8(gridWkt),
    'out/districts.cpg': utf8('UTF-8'),
  });

export const geojsonText = (): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: districts.map(({ code, name, people, polygons }) => ({
      type: 'Feature',
      properties: { code, name, people },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  });

/** Each ring an arc of its own, quantised to whole metres from 400 km, 300 km. */
export function topojsonText(objects = ['districts'], quantised = true): string {
  const arcs: number[][][] = [];
  const geometries = districts.map(({ code, name, people, polygons }) => ({
    type: 'MultiPolygon',
    properties: { code, name, people },
    arcs: polygons.map((polygon) =>
      polygon.map((ring) => {
        let last = [400000, 300000];
        const moves = ring.map(([x, y]) => {
          const move = [x - last[0]!, y - last[1]!];
          last = [x, y];
          return move;
        });
        return [arcs.push(quantised ? moves : ring) - 1];
      }),
    ),
  }));
  const transform = quantised ? { transform: { scale: [1, 1], translate: [400000, 300000] } } : {};
  const collection = { type: 'GeometryCollection', geometries };
  return JSON.stringify({
    type: 'Topology',
    ...transform,
    objects: Object.fromEntries(objects.map((o) => [o, collection])),
    arcs,
  });
}

/** One layer a name; with `attributes`, the layers are plain tables. */
export async function geopackageBytes(layers = ['districts'], dataType = 'features'): Promise<Uint8Array> {
  const sql = await initSqlJs();
  const database = new sql.Database();
  database.run(`CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('BNG', 27700, 'EPSG', 27700, 'undefined');`);
  for (const layer of layers) {
    database.run('INSERT INTO gpkg_contents VALUES (?, ?, 27700)', [layer, dataType]);
    if (dataType === 'features')
      database.run(`INSERT INTO gpkg_geometry_columns VALUES (?, 'shape', 'MULTIPOLYGON', 27700, 0, 0)`, [
        layer,
      ]);
    database.run(
      `CREATE TABLE "${layer}" (fid INTEGER PRIMARY KEY, shape BLOB, code TEXT, name TEXT, people INTEGER)`,
    );
    districts.forEach(({ code, name, people, polygons }, i) => {
      const blob = new ByteWriter()
        .text('GP')
        .u8(0, 1)
        .u32(27700)
        .u8(...wkbOf(polygons))
        .done();
      database.run(`INSERT INTO "${layer}" VALUES (?, ?, ?, ?, ?)`, [i + 1, blob, code, name, people]);
    });
  }
  const bytes = database.export();
  database.close();
  return bytes;
}

export function geoparquetBytes(
  geo: object | null = {
    version: '1.0.0',
    primary_column: 'shape',
    columns: { shape: { encoding: 'WKB', crs: { id: { authority: 'EPSG', code: 27700 } } } },
  },
): Uint8Array {
  const columnData = [
    { name: 'shape', data: districts.map(({ polygons }) => wkbOf(polygons)), type: 'BYTE_ARRAY' as const },
    { name: 'code', data: districts.map(({ code }) => code), type: 'STRING' as const },
    { name: 'name', data: districts.map(({ name }) => name), type: 'STRING' as const },
    { name: 'people', data: districts.map(({ people }) => people), type: 'INT32' as const },
  ];
  const kvMetadata = geo ? [{ key: 'geo', value: JSON.stringify(geo) }] : [];
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata }));
}

/** Many rows of one square each: row 7 has no shape, only rows divisible by three have people. */
export function manyRowsParquet(rows: number, codec: 'SNAPPY' | 'GZIP' | 'UNCOMPRESSED'): Uint8Array {
  const square = wkbOf([[box(0, 0, 1, 1)]]);
  const each = <T>(value: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => value(row));
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'geom', data: each((row) => (row === 7 ? null : square)), type: 'BYTE_ARRAY' },
        { name: 'code', data: each((row) => `C${row}`), type: 'STRING' },
        { name: 'group', data: each((row) => `g${row % 3}`), type: 'STRING' },
        { name: 'people', data: each((row) => (row % 3 === 0 ? row : null)), type: 'INT32' },
      ],
      codec,
      compressors: { GZIP: (bytes: Uint8Array) => gzipSync(bytes) },
      pageSize: 4096,
      rowGroupSize: 10000,
      kvMetadata: [{ key: 'geo', value: '{"primary_column":"geom","columns":{"geom":{"encoding":"WKB"}}}' }],
    }),
  );
}
