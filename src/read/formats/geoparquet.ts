/**
 * GeoParquet: a Parquet file whose `geo` entry names the geometry column, its encoding and its system.
 *
 * Geometry is well-known binary, or nested lists of {x, y} (the native encodings). `hyparquet` reads the columns and
 * is loaded only when such a file is read; geometry is asked for as plain bytes and decoded here.
 */
import type { FeatureTable } from '../../layer/feature-table.js';
import { parseJson } from '../../trouble/parse-json.js';
import { InputError } from '../../trouble/input-error.js';
import { damagedFile, guardAgainstDamage, truncatedFile } from './damaged.js';
import type { BoundaryFormat, ReadingTools } from './format.js';
import { stemOf } from './format.js';
import { checkPages } from './parquet-checks.js';
import { stateSystem } from './state-system.js';
import { propertyRecord, TableBuilder } from './table-builder.js';
import { unpacksTooLarge } from './unpack.js';
import { addWkb } from './wkb.js';

/** The part of the `geo` metadata that is used. */
interface GeoColumn {
  readonly encoding?: string;
  readonly crs?: { readonly id?: { readonly authority?: string; readonly code?: number | string } } | null;
}

/** Which column holds shapes, how, and in which system. */
interface ShapeColumn {
  readonly name: string;
  readonly encoding: string;
  readonly statedSystem: string | null;
}

export const geoparquet: BoundaryFormat = {
  id: 'geoparquet',
  name: 'GeoParquet',
  extensions: ['.parquet', '.geoparquet'],
  detect: (bytes) => isMark(bytes, 0),
  listLayers: (_bytes, fileName) => Promise.resolve([stemOf(fileName)]),
  read: (bytes, fileName, _inner, tools) =>
    guardAgainstDamage(fileName, 'GeoParquet', () => readParquet(bytes, fileName, tools)),
};

/** True if PAR1 stands at `at`. */
const isMark = (bytes: Uint8Array, at: number): boolean =>
  [0x50, 0x41, 0x52, 0x31].every((byte, i) => bytes[at + i] === byte);

async function readParquet(bytes: Uint8Array, fileName: string, tools: ReadingTools): Promise<FeatureTable> {
  if (bytes.length < 12 || !isMark(bytes, bytes.length - 4)) {
    throw truncatedFile(fileName, 'GeoParquet', 'the mark at its end is missing');
  }
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const file = {
    byteLength: bytes.length,
    slice: (start: number, end?: number): ArrayBuffer => Uint8Array.from(bytes.subarray(start, end)).buffer,
  };
  const metadata = await parquetMetadataAsync(file, { geoparquet: false });
  const unpacked = metadata.row_groups.reduce(
    (sum, group) => sum + Math.max(0, Number(group.total_byte_size)),
    0,
  );
  if (unpacked > tools.unpackLimit) throw unpacksTooLarge(fileName, tools.unpackLimit);
  await checkPages(bytes, metadata, compressors, tools);
  const shape = shapeColumn(metadata.key_value_metadata ?? [], metadata.schema, fileName);
  const rows = await parquetReadObjects({
    file,
    metadata,
    compressors,
    utf8: false,
    geoparquet: false,
    parsers: { geometryFromBytes: (value) => value, geographyFromBytes: (value) => value },
  });
  if (rows.length !== Number(metadata.num_rows)) {
    throw damagedFile(fileName, 'GeoParquet', `it has ${rows.length} rows and says ${metadata.num_rows}`);
  }
  const builder = new TableBuilder(fileName);
  for (const row of rows) {
    const fields = Object.entries(row).filter(([name]) => name !== shape?.name && name !== 'bbox');
    builder.startFeature(propertyRecord(fields));
    if (shape) addShape((row as Record<string, unknown>)[shape.name], shape.encoding, builder);
  }
  return builder.finish(shape?.statedSystem ?? null);
}

/** The column with shapes: from the `geo` entry, or one that Parquet itself types as geometry; null in a plain table. */
function shapeColumn(
  entries: readonly { key: string; value?: string }[],
  schema: readonly { name: string; logical_type?: { type: string; crs?: string } }[],
  fileName: string,
): ShapeColumn | null {
  const text = entries.find((entry) => entry.key === 'geo')?.value;
  if (text === undefined) {
    const typed = schema.find(
      ({ logical_type: type }) => type?.type === 'GEOMETRY' || type?.type === 'GEOGRAPHY',
    );
    return typed
      ? { name: typed.name, encoding: 'wkb', statedSystem: typed.logical_type?.crs ?? 'OGC:CRS84' }
      : null;
  }
  const geo = parseJson(text) as { primary_column?: string; columns?: Record<string, GeoColumn> };
  const name = geo.primary_column ?? Object.keys(geo.columns ?? {})[0] ?? '';
  const column = geo.columns?.[name];
  if (!column)
    throw damagedFile(fileName, 'GeoParquet', 'its metadata does not describe the geometry column');
  const encoding = column.encoding ?? 'WKB';
  if (!/^(wkb|point|multipoint|polygon|multipolygon|linestring|multilinestring)$/i.test(encoding)) {
    throw new InputError({
      id: 'geometry-unknown',
      file: fileName,
      message: `the geometry is encoded as “${encoding}”, which is not supported`,
      hint: 'Write the geometry as WKB.',
    });
  }
  return { name, encoding: encoding.toLowerCase(), statedSystem: systemOf(column) };
}

/** Absent means longitude and latitude by the specification; null means unknown. */
function systemOf({ crs }: GeoColumn): string | null {
  if (crs === undefined) return 'OGC:CRS84';
  if (crs === null) return null;
  return stateSystem(crs.id?.authority ?? '', crs.id?.code ?? '', JSON.stringify(crs));
}

type Pair = { readonly x: number; readonly y: number };

function addShape(value: unknown, encoding: string, builder: TableBuilder): void {
  if (value === null || value === undefined) builder.note('null-geometry');
  else if (value instanceof Uint8Array) addWkb(value, builder);
  else if (encoding === 'polygon') addNativePolygon(value as Pair[][], builder);
  else if (encoding === 'multipolygon')
    for (const polygon of value as Pair[][][]) addNativePolygon(polygon, builder);
  else if (encoding === 'point') builder.point((value as Pair).x, (value as Pair).y);
  else if (encoding === 'multipoint') for (const { x, y } of value as Pair[]) builder.point(x, y);
  else if (encoding.endsWith('linestring')) builder.note('line-geometry');
  else throw builder.trouble('geometry-damaged', 'the geometry is not in the encoding that the file states');
}

function addNativePolygon(rings: readonly (readonly Pair[])[], builder: TableBuilder): void {
  builder.startPolygon();
  for (const ring of rings) {
    for (const { x, y } of ring) builder.position(x, y);
    builder.endRing();
  }
}
