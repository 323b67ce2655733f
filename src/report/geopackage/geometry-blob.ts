/**
 * Geometry as a GeoPackage holds it.
 *
 *     'G' 'P' version(0) flags srs_id(4) west east south north (8 each) well-known binary
 */
import type { ShapeGeometry } from '../../result/shape-record.js';
import type { Box } from '../../result/finished-shapes.js';
import { toWkb } from '../shapes/wkb.js';
import { SYSTEM } from './standard-tables.js';

const HEADER_BYTES = 40;
/** Little-endian, with a box of two dimensions, not empty. */
const FLAGS = 0b0000_0011;

/** The bytes of a geometry and its box. */
export function geometryBlob(geometry: ShapeGeometry, [west, south, east, north]: Box): Uint8Array {
  const wkb = toWkb(geometry);
  const bytes = new Uint8Array(HEADER_BYTES + wkb.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, FLAGS]);
  view.setInt32(4, SYSTEM, true);
  [west, east, south, north].forEach((value, i) => view.setFloat64(8 + 8 * i, value, true));
  bytes.set(wkb, HEADER_BYTES);
  return bytes;
}
