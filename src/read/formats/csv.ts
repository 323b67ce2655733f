/**
 * A CSV file with boundaries or points in its columns.
 *
 *     a column of well-known text (or PostGIS hexadecimal)   geometry, wkt, the_geom, geom …
 *     two columns of degrees                                 longitude and latitude, lon/lat, lng/lat …
 *     two columns of metres                                  easting and northing, BNG_E and BNG_N …
 *
 * A file with none of these is a plain table: features without shapes. Cells stay text, so codes keep their zeros.
 */
import type { FeatureTable } from '../../layer/feature-table.js';
import { columnWithKey, type Table } from '../../layer/table.js';
import { readCsv } from '../table/csv.js';
import { longitudeLatitude } from '../systems/known-systems.js';
import { guardAgainstDamage } from './damaged.js';
import type { BoundaryFormat } from './format.js';
import { extensionOf, stemOf } from './format.js';
import { propertyRecord, TableBuilder } from './table-builder.js';
import { addWkb } from './wkb.js';
import { addWkt } from './wkt.js';

const geometryHeadings = ['geometry', 'wkt', 'the_geom', 'geom', 'wkt_geom', 'shape', 'geography', 'polygon'];

/** Pairs of headings for x and y, the likeliest first, with the system they imply. */
const pointHeadings: readonly (readonly [x: string, y: string, system: string | null])[] = [
  ['longitude', 'latitude', longitudeLatitude],
  ['long', 'lat', longitudeLatitude],
  ['lon', 'lat', longitudeLatitude],
  ['lng', 'lat', longitudeLatitude],
  ['easting', 'northing', null],
  ['eastings', 'northings', null],
  ['bng_e', 'bng_n', null],
  ['oseast1m', 'osnrth1m', null],
  ['x', 'y', null],
];

export const csv: BoundaryFormat = {
  id: 'csv',
  name: 'a CSV table',
  extensions: ['.csv', '.tsv', '.txt'],
  detect: looksLikeTable,
  listLayers: (_bytes, fileName) => Promise.resolve([stemOf(fileName)]),
  read: (bytes, fileName) => guardAgainstDamage(fileName, 'a CSV table', () => readTable(bytes, fileName)),
};

/** Text without control characters whose first line has a delimiter, or whose name says so. */
function looksLikeTable(bytes: Uint8Array, fileName: string): boolean {
  const head = bytes.subarray(0, 4096);
  if (head.length === 0 || head.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false;
  const text = new TextDecoder('windows-1252').decode(head).replace(/^ï»¿/, '').trimStart();
  if (/^[{[<]/.test(text)) return false;
  return csv.extensions.includes(extensionOf(fileName)) || /^[^\r\n]*[,;\t|]/.test(text);
}

function readTable(bytes: Uint8Array, fileName: string): FeatureTable {
  const table = readCsv(bytes, fileName);
  const builder = new TableBuilder(fileName);
  const shapes = geometryColumn(table, builder);
  const pair = shapes >= 0 ? null : pointColumns(table);
  let srid: number | null = null;
  for (let row = 0; row < table.rowCount; row++) {
    builder.startFeature(recordOf(table, row, shapes));
    if (shapes >= 0) srid = addGeometry(table.text(shapes, row), builder) ?? srid;
    else if (pair) addPoint(table.text(pair.x, row), table.text(pair.y, row), builder);
  }
  return builder.finish(srid !== null && srid > 0 ? `EPSG:${srid}` : (pair?.system ?? null));
}

function recordOf(table: Table, row: number, without: number): FeatureTable['properties'][number] {
  const entries: [string, string | null][] = [];
  table.headings.forEach((heading, column) => {
    const text = column === without ? '' : table.text(column, row);
    if (column !== without) entries.push([heading, text === '' ? null : text]);
  });
  return propertyRecord(entries);
}

const looksLikeGeometry =
  /^\s*(?:0[01][0-9A-Fa-f]{16,}$|(?:SRID\s*=\s*\d+\s*;\s*)?[A-Za-z]+\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY))/i;

/** The column whose heading promises a geometry and whose first cell that is filled keeps it, or -1. */
function geometryColumn(table: Table, builder: TableBuilder): number {
  const column = columnWithKey(table, geometryHeadings);
  if (column < 0) return -1;
  let row = 0;
  while (row < table.rowCount && table.text(column, row) === '') row++;
  if (row === table.rowCount || looksLikeGeometry.test(table.text(column, row))) return column;
  builder.note('geometry-not-text', null, -1);
  return -1;
}

function pointColumns(table: Table): { x: number; y: number; system: string | null } | null {
  for (const [xHeading, yHeading, system] of pointHeadings) {
    const x = columnWithKey(table, [xHeading]);
    const y = columnWithKey(table, [yHeading]);
    if (x >= 0 && y >= 0) return { x, y, system };
  }
  return null;
}

function addGeometry(text: string, builder: TableBuilder): number | null {
  if (text === '') {
    builder.note('null-geometry');
    return null;
  }
  return /^0[01][0-9A-Fa-f]{16,}$/.test(text) ? addWkb(bytesOfHex(text), builder) : addWkt(text, builder);
}

const bytesOfHex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length >> 1 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));

/** A row without a place stays, without a point; one with half a place is noted. */
function addPoint(xText: string, yText: string, builder: TableBuilder): void {
  const x = xText === '' ? NaN : Number(xText);
  const y = yText === '' ? NaN : Number(yText);
  if (Number.isFinite(x) && Number.isFinite(y)) builder.point(x, y);
  else builder.note('null-geometry');
}
