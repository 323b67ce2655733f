/**
 * A GeoPackage: an SQLite database whose table gpkg_contents lists the layers.
 *
 *     'G' 'P' version flags srs_id(4) [envelope] well-known binary        one geometry
 *
 * SQLite itself (sql.js, WebAssembly) is loaded only when such a file is read.
 */
import type { Database, SqlValue } from 'sql.js';
import type { FeatureTable } from '../../layer/feature-table.js';
import { InputError } from '../../trouble/input-error.js';
import { chooseLayer, findLayer } from './choose-layer.js';
import { guardAgainstDamage, truncatedFile } from './damaged.js';
import type { BoundaryFormat, ReadingTools } from './format.js';
import { stateSystem } from './state-system.js';
import { propertyRecord, TableBuilder } from './table-builder.js';
import { addWkb } from './wkb.js';
import { applyLog } from './write-ahead-log.js';

const magic = 'SQLite format 3\0';
/** The write-ahead log beside a GeoPackage that some program has open, or left without closing it. */
const LOG = '.gpkg-wal';
const envelopeBytes = [0, 32, 48, 48, 64];

export const geopackage: BoundaryFormat = {
  id: 'geopackage',
  name: 'a GeoPackage',
  extensions: ['.gpkg'],
  siblingExtensions: [LOG],
  detect: (bytes) => [...magic].every((character, i) => bytes[i] === character.charCodeAt(0)),
  listLayers: (bytes, fileName, tools) =>
    withDatabase(bytes, fileName, tools, (database) => layerNames(database, 'features', fileName)),
  listTables: (bytes, fileName, tools) =>
    withDatabase(bytes, fileName, tools, (database) => layerNames(database, 'attributes', fileName)),
  read: (bytes, fileName, inner, tools) =>
    withDatabase(bytes, fileName, tools, (database, pages) => {
      const note = pages > 0 ? 'changes-in-log' : bytes[18] === 2 ? 'write-ahead-log' : null;
      return readLayer(database, fileName, inner, note);
    }),
};

async function withDatabase<T>(
  bytes: Uint8Array,
  fileName: string,
  tools: ReadingTools,
  work: (database: Database, pagesOfLog: number) => T,
): Promise<T> {
  const log = tools.siblings?.[LOG];
  const { bytes: current, pages } = log ? applyLog(bytes, log) : { bytes, pages: 0 };
  checkLength(current, fileName);
  const { default: initSqlJs } = await import('sql.js');
  const wasmBinary = await tools.loadAsset?.('sql-wasm.wasm');
  const sql = await initSqlJs(wasmBinary ? { wasmBinary: wasmBinary.slice().buffer } : {});
  return guardAgainstDamage(fileName, 'a GeoPackage', () => {
    const database = new sql.Database(withoutLog(current));
    try {
      return work(database, pages);
    } finally {
      database.close();
    }
  });
}

/** SQLite's header states the page size (at 16) and, where the two change counters agree, the number of pages. */
function checkLength(bytes: Uint8Array, fileName: string): void {
  if (bytes.length < 100)
    throw truncatedFile(fileName, 'GeoPackage', `its header has ${bytes.length} of 100 bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stated = view.getUint16(16, false);
  const expected = (stated === 1 ? 65536 : stated) * view.getUint32(28, false);
  if (view.getUint32(24, false) === view.getUint32(92, false) && bytes.length < expected) {
    throw truncatedFile(fileName, 'GeoPackage', `it has ${bytes.length} of ${expected} bytes`);
  }
}

/**
 * A database left in write-ahead mode (18 and 19 hold 2, not 1) cannot be opened without a log, even an empty one; what
 * it holds is complete once its log is brought in, or up to its last checkpoint.
 */
function withoutLog(bytes: Uint8Array): Uint8Array {
  if (bytes[18] !== 2 && bytes[19] !== 2) return bytes;
  const copy = Uint8Array.from(bytes);
  copy.fill(1, 18, 20);
  return copy;
}

/** Names of the tables of one data type (`features` have shapes, `attributes` do not). */
function layerNames(database: Database, dataType: 'features' | 'attributes', fileName: string): string[] {
  const isPackage = rowsOf(database, `SELECT 1 FROM sqlite_master WHERE name = 'gpkg_contents'`).length > 0;
  const rows = isPackage
    ? rowsOf(database, `SELECT table_name FROM gpkg_contents WHERE data_type = '${dataType}' ORDER BY rowid`)
    : [];
  if (rows.length === 0 && dataType === 'features') {
    throw new InputError({
      id: 'no-layers',
      file: fileName,
      message: isPackage
        ? 'the GeoPackage has no layer with shapes'
        : 'the file is an SQLite database but not a GeoPackage: it has no table gpkg_contents',
      hint: 'Export the boundaries as a vector layer.',
    });
  }
  return rows.map((row) => String(row[0]));
}

function readLayer(
  database: Database,
  fileName: string,
  inner: string | null,
  note: string | null,
): FeatureTable {
  const plainTable = inner === null ? null : findLayer(layerNames(database, 'attributes', fileName), inner);
  const layer = plainTable ?? chooseLayer(layerNames(database, 'features', fileName), inner, fileName);
  const builder = new TableBuilder(fileName);
  if (note !== null) builder.noteFile(note);
  const name = layer.replaceAll('"', '""');
  const shapeColumn = plainTable === null ? geometryColumn(database, layer) : null;
  const key = rowsOf(database, `PRAGMA table_info("${name}")`).find((row) => row[5] === 1)?.[1];
  const statement = database.prepare(`SELECT * FROM "${name}"`);
  try {
    const columns = statement.getColumnNames();
    while (statement.step()) {
      const row = statement.get();
      const fields = columns.map((column, i): [string, SqlValue] => [column, row[i]!]);
      const id = row[columns.indexOf(String(key))];
      builder.startFeature(
        propertyRecord(fields.filter(([column]) => column !== shapeColumn && column !== key)),
        typeof id === 'number' || typeof id === 'string' ? id : null,
      );
      if (shapeColumn !== null) addGeometry(row[columns.indexOf(shapeColumn)], builder);
    }
  } finally {
    statement.free();
  }
  return builder.finish(plainTable === null ? statedSystem(database, layer) : null);
}

function geometryColumn(database: Database, layer: string): string {
  const row = rowsOf(
    database,
    'SELECT column_name FROM gpkg_geometry_columns WHERE lower(table_name) = lower(?)',
    [layer],
  )[0];
  return row ? String(row[0]) : 'geom';
}

function statedSystem(database: Database, layer: string): string | null {
  const row = rowsOf(
    database,
    `SELECT organization, organization_coordsys_id, definition
     FROM gpkg_contents JOIN gpkg_spatial_ref_sys USING (srs_id) WHERE lower(table_name) = lower(?)`,
    [layer],
  )[0];
  if (!row || Number(row[1]) <= 0) return null;
  return stateSystem(String(row[0]), Number(row[1]), row[2] === null ? '' : String(row[2]));
}

function addGeometry(blob: SqlValue | undefined, builder: TableBuilder): void {
  if (!(blob instanceof Uint8Array)) {
    builder.note('null-geometry');
    return;
  }
  const flags = blob[3] ?? 0;
  const envelope = envelopeBytes[(flags >> 1) & 7];
  if (blob[0] !== 0x47 || blob[1] !== 0x50 || blob.length < 8 || envelope === undefined) {
    throw builder.trouble('geometry-damaged', 'the geometry does not begin like one of a GeoPackage');
  }
  if (flags & 0x20)
    throw builder.trouble('geometry-damaged', 'the geometry is of a type added by another program');
  if (flags & 0x10) builder.note('null-geometry');
  else addWkb(blob.subarray(8 + envelope), builder);
}

function rowsOf(database: Database, query: string, values: SqlValue[] = []): SqlValue[][] {
  return database.exec(query, values)[0]?.values ?? [];
}
