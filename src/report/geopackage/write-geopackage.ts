/**
 * A result as a GeoPackage (OGC 12-128r18, version 1.3): a layer for each table whose rows have shapes, the other tables
 * as attributes, and a style for each layer, which QGIS takes by itself.
 *
 *     gpkg_spatial_ref_sys, gpkg_contents, gpkg_geometry_columns     what the standard wants
 *     layer_styles                                                   where QGIS looks for styles
 *
 * SQLite (sql.js, WebAssembly) is loaded only when such a file is written. It is built without the R-tree, so there is
 * no spatial index, which the standard leaves open; programs make one on request. No clock: every date is the first one.
 */
import type { Database, SqlValue } from 'sql.js';
import type { Result } from '../../result/result.js';
import { tableTitle, type Cell, type Table } from '../../result/table.js';
import { cellAsText, cellTypes, distinctNames, type CellType } from '../column-types.js';
import { boxOf } from '../../result/finished-shapes.js';
import { inLayer, shapeLayers, type ShapeLayer } from '../shapes/shape-layers.js';
import { geometryBlob } from './geometry-blob.js';
import { layerStyle } from './layer-style.js';
import { NO_TIME, SYSTEM, TABLES_OF_STANDARD, TABLE_OF_STYLES } from './standard-tables.js';

const FEATURE_ID = 'fid';
const GEOMETRY = 'geom';
const TYPE: Readonly<Record<CellType, string>> = {
  text: 'TEXT',
  whole: 'INTEGER',
  number: 'REAL',
  flag: 'BOOLEAN',
};

/** The bytes of the file. Throws an InputError for a result that draws no shapes. */
export async function writeGeopackage(result: Result): Promise<Uint8Array> {
  const layers = shapeLayers(result);
  const { default: initSqlJs } = await import('sql.js');
  const database = new (await initSqlJs()).Database();
  try {
    database.run('BEGIN');
    database.run(TABLES_OF_STANDARD);
    for (const layer of layers) addLayer(database, layer);
    for (const table of result.tables) {
      if (layers.every((layer) => layer.table.name !== table.name)) addAttributes(database, table);
    }
    if (layers.length > 0) addStyles(database, layers);
    database.run('COMMIT');
    return database.export();
  } finally {
    database.close();
  }
}

function addLayer(database: Database, { table, shapes, geometry }: ShapeLayer): void {
  const names = addTable(database, table, `${quoted(GEOMETRY)} ${geometry.toUpperCase()}, `);
  addContents(database, table, 'features', boxOf(shapes.map((shape) => shape.geometry)));
  database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [
    table.name,
    GEOMETRY,
    geometry.toUpperCase(),
    SYSTEM,
  ]);
  addRows(database, table, [GEOMETRY, ...names], (row) => [
    geometryBlob(inLayer(shapes[row]!.geometry, geometry), shapes[row]!.box),
  ]);
}

function addAttributes(database: Database, table: Table): void {
  const names = addTable(database, table, '');
  addContents(database, table, 'attributes', null);
  addRows(database, table, names, () => []);
}

/** Makes the table; gives the names of its columns. */
function addTable(database: Database, table: Table, geometry: string): string[] {
  const types = cellTypes(table);
  const names = distinctNames(
    table.columns.map(({ heading }) => heading),
    [FEATURE_ID, GEOMETRY],
  );
  const columns = names.map((name, at) => `${quoted(name)} ${TYPE[types[at]!]}`).join(', ');
  database.run(
    `CREATE TABLE ${quoted(table.name)} (${quoted(FEATURE_ID)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${geometry}${columns})`,
  );
  return names;
}

function addContents(
  database: Database,
  table: Table,
  kind: 'features' | 'attributes',
  box: readonly number[] | null,
): void {
  database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    table.name,
    kind,
    table.name,
    `${tableTitle(table)}. ${table.caption}`,
    NO_TIME,
    ...(box ?? [null, null, null, null]),
    kind === 'features' ? SYSTEM : null,
  ]);
}

function addRows(
  database: Database,
  table: Table,
  names: readonly string[],
  before: (row: number) => SqlValue[],
): void {
  const types = cellTypes(table);
  const cellOf = (cell: Cell, at: number): SqlValue => {
    if (types[at] === 'text') return cellAsText(cell);
    return typeof cell === 'boolean' ? Number(cell) : cell;
  };
  const statement = database.prepare(
    `INSERT INTO ${quoted(table.name)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  table.rows.forEach((row, r) => statement.run([...before(r), ...row.map(cellOf)]));
  statement.free();
}

function addStyles(database: Database, layers: readonly ShapeLayer[]): void {
  database.run(TABLE_OF_STYLES);
  database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, NULL)', [
    'layer_styles',
    'attributes',
    'layer_styles',
    'Styles of the layers, for QGIS',
    NO_TIME,
  ]);
  for (const layer of layers) {
    database.run(
      `INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
        styleSLD, useAsDefault, description, owner, update_time) VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '', ?)`,
      [
        layer.table.name,
        GEOMETRY,
        layer.table.name.slice(0, 30),
        layerStyle(layer),
        tableTitle(layer.table),
        NO_TIME,
      ],
    );
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
