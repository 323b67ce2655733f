/**
 * Tables as Parquet, and the shapes of one as GeoParquet 1.1: well-known binary in a column `geometry`, which the entry
 * `geo` of the file describes. `hyparquet-writer` makes the file and is loaded when it is used.
 */
import type { BasicType, ColumnSource } from 'hyparquet-writer';
import type { Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { toolVersion } from '../result/tool-version.js';
import { cellAsText, cellTypes, distinctNames, type CellType } from './column-types.js';
import { boxOf } from '../result/finished-shapes.js';
import { inLayer, layerWithoutRows, shapeLayers, type ShapeLayer } from './shapes/shape-layers.js';
import { toWkb } from './shapes/wkb.js';

const GEOMETRY = 'geometry';
const TYPE: Readonly<Record<CellType, BasicType>> = {
  text: 'STRING',
  whole: 'INT64',
  number: 'DOUBLE',
  flag: 'BOOLEAN',
};

/** The bytes of a table. */
export const writeParquet = (table: Table): Promise<Uint8Array> => bytesOf(columnsOf(table), {});

/**
 * The bytes of the rows of a table that have shapes; of the first table with shapes where the one given has none. Where
 * no row of any table has one there are no rows. Throws an InputError for a result that draws none.
 */
export async function writeGeoparquet(result: Result, wanted: Table): Promise<Uint8Array> {
  const layers = shapeLayers(result);
  const layer =
    layers.find(({ table }) => table.name === wanted.name) ?? layers[0] ?? layerWithoutRows(wanted);
  const { table, shapes } = layer;
  const geometry: ColumnSource = {
    name: GEOMETRY,
    type: 'BYTE_ARRAY',
    nullable: false,
    data: shapes.map((shape) => toWkb(inLayer(shape.geometry, layer.geometry))),
  };
  return bytesOf([...columnsOf(table), geometry], { geo: JSON.stringify(geoOf(layer)) });
}

/** What the file says of its geometry. */
function geoOf({ shapes, geometry }: ShapeLayer): object {
  const box = boxOf(shapes.map((shape) => shape.geometry));
  const types = new Set(shapes.map((shape) => shape.geometry.type));
  const column = {
    encoding: 'WKB',
    geometry_types: geometry === 'Geometry' ? [...types].sort() : [geometry],
    orientation: 'counterclockwise',
    ...(box === null ? {} : { bbox: box }),
    crs: LONGITUDE_LATITUDE,
  };
  return { version: '1.1.0', primary_column: GEOMETRY, columns: { [GEOMETRY]: column } };
}

function columnsOf(table: Table): ColumnSource[] {
  const types = cellTypes(table);
  const names = distinctNames(
    table.columns.map(({ heading }) => heading),
    [GEOMETRY],
  );
  return names.map((name, at): ColumnSource => ({
    name,
    type: TYPE[types[at]!],
    data: table.rows.map((row) => {
      const cell = row[at]!;
      if (types[at] === 'text') return cellAsText(cell);
      return types[at] === 'whole' && cell !== null ? BigInt(cell) : cell;
    }),
  }));
}

async function bytesOf(
  columnData: ColumnSource[],
  entries: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  return new Uint8Array(
    parquetWriteBuffer({
      columnData,
      kvMetadata: Object.entries(entries).map(([key, value]) => ({ key, value })),
      createdBy: `coterminous version ${toolVersion}`,
    }),
  );
}

/** PROJJSON of OGC:CRS84, longitude before latitude. */
const LONGITUDE_LATITUDE = {
  $schema: 'https://proj.org/schemas/v0.7/projjson.schema.json',
  type: 'GeographicCRS',
  name: 'WGS 84 (CRS84)',
  datum_ensemble: {
    name: 'World Geodetic System 1984 ensemble',
    members: [
      { name: 'World Geodetic System 1984 (Transit)' },
      { name: 'World Geodetic System 1984 (G1762)' },
    ],
    ellipsoid: { name: 'WGS 84', semi_major_axis: 6378137, inverse_flattening: 298.257223563 },
    accuracy: '2.0',
    id: { authority: 'EPSG', code: 6326 },
  },
  coordinate_system: {
    subtype: 'ellipsoidal',
    axis: [
      { name: 'Geodetic longitude', abbreviation: 'Lon', direction: 'east', unit: 'degree' },
      { name: 'Geodetic latitude', abbreviation: 'Lat', direction: 'north', unit: 'degree' },
    ],
  },
  id: { authority: 'OGC', code: 'CRS84' },
};
