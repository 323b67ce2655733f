/**
 * FlatGeobuf (version 3): a header, a spatial index, then one length-prefixed record a feature.
 *
 *     magic (8) | u32 header | header | index (40 bytes a node) | u32 length | feature | u32 length | feature …
 *
 * Read straight from its published schema; the index is stepped over. Features come in the order of the index.
 */
import type { FeatureTable } from '../../layer/feature-table.js';
import { damagedFile, guardAgainstDamage, truncatedFile } from './damaged.js';
import type { FlatTable } from './flat-table.js';
import {
  bytesAt,
  fieldAt,
  rootTable,
  tableField,
  tablesField,
  textField,
  vectorField,
} from './flat-table.js';
import type { BoundaryFormat } from './format.js';
import { stemOf } from './format.js';
import { stateSystem } from './state-system.js';
import { propertyRecord, TableBuilder } from './table-builder.js';

const mostNesting = 32;

/** Numbers of the schema's geometry types that matter here. */
const geometryType = {
  point: 1,
  line: 2,
  polygon: 3,
  multiPoint: 4,
  multiLine: 5,
  multiPolygon: 6,
  collection: 7,
  triangle: 17,
};

interface Column {
  readonly name: string;
  readonly type: number;
}

interface Header {
  readonly name: string;
  readonly geometryType: number;
  readonly columns: readonly Column[];
  readonly features: number;
  readonly statedSystem: string | null;
  /** Where the first feature begins. */
  readonly start: number;
}

export const flatgeobuf: BoundaryFormat = {
  id: 'flatgeobuf',
  name: 'FlatGeobuf',
  extensions: ['.fgb'],
  detect: (bytes) => [0x66, 0x67, 0x62].every((byte, i) => bytes[i] === byte && bytes[i + 4] === byte),
  listLayers: (bytes, fileName) =>
    guardAgainstDamage(fileName, 'FlatGeobuf', () => [readHeader(bytes, fileName).name || stemOf(fileName)]),
  read: (bytes, fileName) => guardAgainstDamage(fileName, 'FlatGeobuf', () => readFeatures(bytes, fileName)),
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function readHeader(bytes: Uint8Array, fileName: string): Header {
  const view = viewOf(bytes);
  if (bytes[3] !== 3)
    throw damagedFile(fileName, 'FlatGeobuf', `version ${bytes[3]} is not supported, only 3 is`);
  if (bytes.length < 12 || 12 + view.getUint32(8, true) > bytes.length) {
    throw truncatedFile(fileName, 'FlatGeobuf', 'its header ends too soon');
  }
  const length = view.getUint32(8, true);
  const header = rootTable(new DataView(bytes.buffer, bytes.byteOffset, 12 + length), 12);
  const countAt = fieldAt(header, 8);
  const features = countAt === null ? 0 : Number(header.view.getBigUint64(countAt, true));
  const nodeAt = fieldAt(header, 9);
  const nodeSize = nodeAt === null ? 16 : header.view.getUint16(nodeAt, true);
  const crs = tableField(header, 10);
  return {
    name: textField(header, 0) ?? '',
    geometryType: byteField(header, 2),
    columns: readColumns(header, 7),
    features,
    statedSystem: crs && readSystem(crs),
    start: 12 + length + indexBytes(features, nodeSize),
  };
}

const byteField = (table: FlatTable, index: number): number => {
  const at = fieldAt(table, index);
  return at === null ? 0 : table.view.getUint8(at);
};

/** Columns described in field `index`; their names cannot together be longer than what holds them. */
function readColumns(holder: FlatTable, index: number): Column[] {
  let left = holder.view.byteLength;
  return tablesField(holder, index).map((table) => {
    left -= 4 + (vectorField(table, 0, 1)?.length ?? 0);
    if (left < 0) throw new RangeError('columns share their names');
    return { name: textField(table, 0) ?? '', type: byteField(table, 1) };
  });
}

function readSystem(crs: FlatTable): string | null {
  const codeAt = fieldAt(crs, 1);
  const code = codeAt === null ? 0 : crs.view.getInt32(codeAt, true);
  const definition = textField(crs, 4) ?? '';
  if (code <= 0) return definition === '' ? null : definition;
  return stateSystem(textField(crs, 0) ?? 'EPSG', code, definition);
}

/** Bytes of a packed R-tree over `features` boxes: each level has a node for every `nodeSize` of the level below. */
function indexBytes(features: number, nodeSize: number): number {
  if (features === 0 || nodeSize < 2) return 0;
  let nodes = features;
  for (let level = features; level > 1; nodes += level) level = Math.ceil(level / nodeSize);
  return 40 * (features === 1 ? 2 : nodes);
}

function readFeatures(bytes: Uint8Array, fileName: string): FeatureTable {
  const header = readHeader(bytes, fileName);
  const view = viewOf(bytes);
  const builder = new TableBuilder(fileName);
  let count = 0;
  for (let at = header.start; at < bytes.length || count < header.features; count++) {
    const stated = header.features > 0 ? ` of ${header.features}` : '';
    if (at + 4 > bytes.length || at + 4 + view.getUint32(at, true) > bytes.length) {
      throw truncatedFile(fileName, 'FlatGeobuf', `feature ${count + 1}${stated} ends too soon`);
    }
    const length = view.getUint32(at, true);
    if (length < 8)
      throw damagedFile(fileName, 'FlatGeobuf', `feature ${count + 1}${stated} has only ${length} bytes`);
    const feature = rootTable(new DataView(bytes.buffer, bytes.byteOffset + at + 4, length), 0);
    builder.startFeature(propertyRecord(readProperties(feature, header.columns)));
    const geometry = tableField(feature, 0);
    if (geometry) addGeometry(geometry, header.geometryType, { builder, left: length }, 0);
    else builder.note('null-geometry');
    at += 4 + length;
  }
  if (header.features > 0 && count !== header.features) {
    throw damagedFile(fileName, 'FlatGeobuf', `it has ${count} features and says ${header.features}`);
  }
  return builder.finish(header.statedSystem);
}

/**
 * Where geometry goes, and how many bytes of the feature have not been used yet. Offsets can point many times at one
 * place, which would let a small file unroll without end; honest writers use every byte once.
 */
interface Sink {
  readonly builder: TableBuilder;
  left: number;
}

function use(bytes: number, sink: Sink): void {
  sink.left -= bytes;
  if (sink.left < 0)
    throw sink.builder.trouble('geometry-damaged', 'parts of the geometry share the same bytes');
}

function addGeometry(geometry: FlatTable, fallback: number, sink: Sink, depth: number): void {
  const { builder } = sink;
  use(4, sink);
  if (depth > mostNesting)
    throw builder.trouble('geometry-damaged', 'geometry collections are nested too deeply');
  const type = byteField(geometry, 6) || fallback;
  const parts = tablesField(geometry, 7);
  if (fieldAt(geometry, 2) !== null || fieldAt(geometry, 3) !== null) builder.noteFile('extra-dimension');
  if (type === geometryType.polygon || type === geometryType.triangle) addPolygon(geometry, sink);
  else if (type === geometryType.multiPolygon) for (const part of parts) addPolygon(part, sink);
  else if (type === geometryType.point || type === geometryType.multiPoint) addPoints(geometry, sink);
  else if (type === geometryType.line || type === geometryType.multiLine) builder.note('line-geometry');
  else if (type === geometryType.collection) for (const part of parts) addGeometry(part, 0, sink, depth + 1);
  else
    throw builder.trouble(
      'geometry-unknown',
      `geometry type ${type} of FlatGeobuf is not supported`,
      'Export polygons',
    );
}

/** `ends` holds the end of every ring in positions; a polygon of one ring may leave it out. */
function addPolygon(geometry: FlatTable, sink: Sink): void {
  const { view } = geometry;
  const { builder } = sink;
  const xy = vectorField(geometry, 1, 8);
  const ends = vectorField(geometry, 0, 4);
  use(4 + 8 * (xy?.length ?? 0), sink);
  if (!xy) return;
  builder.startPolygon();
  const rings = ends && ends.length > 0 ? ends.length : 1;
  let position = 0;
  for (let ring = 0; ring < rings; ring++) {
    const end =
      ends && ends.length > 0 ? view.getUint32(ends.at + 4 * ring, true) : Math.floor(xy.length / 2);
    if (2 * end > xy.length) throw builder.trouble('geometry-damaged', 'a ring ends beyond its positions');
    for (; position < end; position++) {
      const at = xy.at + 16 * position;
      builder.position(view.getFloat64(at, true), view.getFloat64(at + 8, true));
    }
    builder.endRing();
  }
}

function addPoints(geometry: FlatTable, sink: Sink): void {
  const xy = vectorField(geometry, 1, 8);
  use(8 * (xy?.length ?? 0), sink);
  for (let i = 0; xy && i + 1 < xy.length; i += 2) {
    sink.builder.point(
      geometry.view.getFloat64(xy.at + 8 * i, true),
      geometry.view.getFloat64(xy.at + 8 * i + 8, true),
    );
  }
}

/** Values follow one another: u16 column, then the value in the column's type. */
function readProperties(feature: FlatTable, headerColumns: readonly Column[]): [string, unknown][] {
  const own = readColumns(feature, 2);
  const columns = own.length > 0 ? own : headerColumns;
  const values = new Map<string, unknown>(columns.map(({ name }) => [name, null]));
  const bytes = vectorField(feature, 1, 1);
  const { view } = feature;
  for (let at = bytes?.at ?? 0, end = at + (bytes?.length ?? 0); at < end;) {
    const column = columns[view.getUint16(at, true)];
    if (!column)
      throw new RangeError(`a value belongs to column ${view.getUint16(at, true)}, which is not there`);
    const { value, size } = readValue(view, at + 2, column.type);
    values.set(column.name, value);
    at += 2 + size;
  }
  return [...values];
}

function readValue(view: DataView, at: number, type: number): { value: unknown; size: number } {
  switch (type) {
    case 0:
      return { value: view.getInt8(at), size: 1 };
    case 1:
      return { value: view.getUint8(at), size: 1 };
    case 2:
      return { value: view.getUint8(at) !== 0, size: 1 };
    case 3:
      return { value: view.getInt16(at, true), size: 2 };
    case 4:
      return { value: view.getUint16(at, true), size: 2 };
    case 5:
      return { value: view.getInt32(at, true), size: 4 };
    case 6:
      return { value: view.getUint32(at, true), size: 4 };
    case 7:
      return { value: view.getBigInt64(at, true), size: 8 };
    case 8:
      return { value: view.getBigUint64(at, true), size: 8 };
    case 9:
      return { value: view.getFloat32(at, true), size: 4 };
    case 10:
      return { value: view.getFloat64(at, true), size: 8 };
    case 11:
    case 12:
    case 13: {
      const length = view.getUint32(at, true);
      return { value: new TextDecoder().decode(bytesAt(view, at + 4, length)), size: 4 + length };
    }
    case 14:
      return { value: null, size: 4 + view.getUint32(at, true) };
    default:
      throw new RangeError(`column type ${type} is unknown`);
  }
}
