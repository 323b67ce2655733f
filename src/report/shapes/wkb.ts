/**
 * Geometry as well-known binary (OGC 06-103r4), little-endian.
 *
 *     1 type(4) count(4) [ring or part …]        a position is x(8) y(8)
 */
import type { ShapeGeometry } from '../../result/shape-record.js';

type Line = readonly (readonly [number, number])[];

const LINE_STRING = 2;
const POLYGON = 3;
const MULTI_POLYGON = 6;

/** The bytes of a geometry. */
export function toWkb(geometry: ShapeGeometry): Uint8Array {
  const bytes = new Uint8Array(lengthOf(geometry));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const count = (value: number): void => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const begin = (type: number): void => {
    view.setUint8(at++, 1);
    count(type);
  };
  const line = (positions: Line): void => {
    count(positions.length);
    for (const [x, y] of positions) {
      view.setFloat64(at, x, true);
      view.setFloat64(at + 8, y, true);
      at += 16;
    }
  };
  const polygon = (rings: readonly Line[]): void => {
    begin(POLYGON);
    count(rings.length);
    rings.forEach(line);
  };
  switch (geometry.type) {
    case 'LineString':
      begin(LINE_STRING);
      line(geometry.coordinates);
      break;
    case 'Polygon':
      polygon(geometry.coordinates);
      break;
    case 'MultiPolygon':
      begin(MULTI_POLYGON);
      count(geometry.coordinates.length);
      geometry.coordinates.forEach(polygon);
      break;
  }
  return bytes;
}

const HEAD = 5;
const COUNT = 4;

function lengthOf(geometry: ShapeGeometry): number {
  const line = (positions: Line): number => COUNT + 16 * positions.length;
  const polygon = (rings: readonly Line[]): number =>
    HEAD + COUNT + rings.reduce((sum, ring) => sum + line(ring), 0);
  switch (geometry.type) {
    case 'LineString':
      return HEAD + line(geometry.coordinates);
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPolygon':
      return HEAD + COUNT + geometry.coordinates.reduce((sum, rings) => sum + polygon(rings), 0);
  }
}
