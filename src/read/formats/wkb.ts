/**
 * Reads well-known binary, the geometry encoding of GeoPackage, GeoParquet and PostGIS exports.
 *
 *     byte order (1) | type (4) | [srid (4)] | counts and doubles
 *
 * Both spellings of a third and fourth dimension are read (ISO adds 1000, 2000, 3000 to the type; PostGIS sets high
 * bits), and the extra numbers passed over. Every count is held against the bytes that are left before it is believed.
 */
import type { TableBuilder } from './table-builder.js';

/** Bytes of one geometry and how far they have been read. */
interface Cursor {
  readonly view: DataView;
  at: number;
}

const mostNesting = 32;
const curvedTypes = new Set([8, 9, 10, 11, 12, 13, 14]);

/**
 * Adds the geometry to the builder's current feature and gives its own system number (EWKB SRID), or null.
 * Throws InputError naming the feature where bytes are missing or the type is curved.
 */
export function addWkb(bytes: Uint8Array, builder: TableBuilder): number | null {
  const cursor = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 };
  return addGeometry(cursor, builder, 0);
}

function addGeometry(cursor: Cursor, builder: TableBuilder, depth: number): number | null {
  if (depth > mostNesting)
    throw builder.trouble('geometry-damaged', 'geometry collections are nested too deeply');
  need(cursor, 5, builder);
  const little = cursor.view.getUint8(cursor.at) === 1;
  if (!little && cursor.view.getUint8(cursor.at) !== 0) {
    throw builder.trouble('geometry-damaged', 'the binary geometry does not begin with a byte order');
  }
  const code = cursor.view.getUint32(cursor.at + 1, little);
  cursor.at += 5;
  const plain = code & 0x0fffffff;
  const type = plain % 1000;
  const dimensions =
    2 +
    (code & 0x80000000 || [1, 3].includes(Math.floor(plain / 1000)) ? 1 : 0) +
    (code & 0x40000000 || plain >= 2000 ? 1 : 0);
  let srid: number | null = null;
  if (code & 0x20000000) {
    need(cursor, 4, builder);
    srid = cursor.view.getUint32(cursor.at, little);
    cursor.at += 4;
  }
  if (dimensions > 2) builder.noteFile('extra-dimension');
  const stride = 8 * dimensions;
  if (type === 1) {
    need(cursor, stride, builder);
    builder.point(cursor.view.getFloat64(cursor.at, little), cursor.view.getFloat64(cursor.at + 8, little));
    cursor.at += stride;
  } else if (type === 2) {
    builder.note('line-geometry');
    cursor.at += stride * readCount(cursor, little, stride, builder);
  } else if (type === 3 || type === 17) {
    addPolygon(cursor, little, stride, builder);
  } else if ([4, 5, 6, 7, 15, 16].includes(type)) {
    const members = readCount(cursor, little, 9, builder);
    for (let i = 0; i < members; i++) addGeometry(cursor, builder, depth + 1);
  } else if (curvedTypes.has(type)) {
    throw builder.trouble(
      'geometry-curved',
      'the geometry has curved edges',
      'Convert curves to straight edges, for example with ogr2ogr -nlt CONVERT_TO_LINEAR.',
    );
  } else {
    throw builder.trouble('geometry-damaged', `${code} is not a type of binary geometry`);
  }
  return srid;
}

function addPolygon(cursor: Cursor, little: boolean, stride: number, builder: TableBuilder): void {
  builder.startPolygon();
  const rings = readCount(cursor, little, 4, builder);
  for (let ring = 0; ring < rings; ring++) {
    const positions = readCount(cursor, little, stride, builder);
    for (let i = 0; i < positions; i++, cursor.at += stride) {
      builder.position(
        cursor.view.getFloat64(cursor.at, little),
        cursor.view.getFloat64(cursor.at + 8, little),
      );
    }
    builder.endRing();
  }
}

function readCount(cursor: Cursor, little: boolean, bytesEach: number, builder: TableBuilder): number {
  need(cursor, 4, builder);
  const count = cursor.view.getUint32(cursor.at, little);
  cursor.at += 4;
  need(cursor, count * bytesEach, builder);
  return count;
}

function need(cursor: Cursor, bytes: number, builder: TableBuilder): void {
  if (cursor.at + bytes > cursor.view.byteLength) {
    throw builder.trouble(
      'geometry-damaged',
      `the binary geometry ends after ${cursor.view.byteLength} bytes, too soon`,
    );
  }
}
