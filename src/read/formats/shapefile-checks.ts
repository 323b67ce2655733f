/**
 * Holds the headers of .shp and .dbf against the bytes that are there.
 *
 *     .shp  header (100 bytes: file length at 24, shape type at 32), records (number, length, type, …)
 *     .dbf  header (rows at 4, header length at 8, row length at 10), fields of 32 bytes, rows
 */
import { damagedFile, truncatedFile } from './damaged.js';
import { InputError } from '../../trouble/input-error.js';

const shapesWithParts = new Set([3, 5, 13, 15, 23, 25]);
const readableShapes = new Set([0, 1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28]);

/** The number of records. Throws InputError where the file is cut short, or a record's counts do not fit its length. */
export function checkShp(bytes: Uint8Array, fileName: string): number {
  if (bytes.length < 100)
    throw truncatedFile(fileName, 'Shapefile', `its header has ${bytes.length} of 100 bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = 2 * view.getInt32(24, false);
  if (length > bytes.length) {
    throw truncatedFile(fileName, 'Shapefile', `it has ${bytes.length} of ${length} bytes`);
  }
  const fileType = view.getInt32(32, true);
  if (!readableShapes.has(fileType)) {
    throw new InputError({
      id: 'shape-type-unknown',
      file: fileName,
      message: `the shapes are of type ${fileType}, which is not supported`,
      hint: 'Export polygons (type 5).',
    });
  }
  let count = 0;
  let at = 100;
  for (; at + 12 <= bytes.length; count++) {
    const content = 2 * view.getInt32(at + 4, false);
    const end = at + 8 + content;
    const record = `record ${count + 1} at byte ${at}`;
    if (content < 4) throw damagedFile(fileName, 'a Shapefile', `${record} has no content`);
    if (end > bytes.length) throw truncatedFile(fileName, 'Shapefile', `${record} ends too soon`);
    checkRecord(view, at + 8, end, fileType, record, fileName);
    at = end;
  }
  if (at !== bytes.length)
    throw truncatedFile(fileName, 'Shapefile', `record ${count + 1} at byte ${at} ends too soon`);
  return count;
}

function checkRecord(
  view: DataView,
  at: number,
  end: number,
  fileType: number,
  record: string,
  fileName: string,
): void {
  const damaged = (cause: string): InputError => damagedFile(fileName, 'a Shapefile', `${record} ${cause}`);
  const type = view.getInt32(at, true);
  if (type === 0) return;
  if (type !== fileType) throw damaged(`is of type ${type}, the file of type ${fileType}`);
  if (!shapesWithParts.has(type)) return;
  if (at + 44 > end) throw damaged('is too short for its type');
  const parts = view.getInt32(at + 36, true);
  const points = view.getInt32(at + 40, true);
  if (parts < 0 || points < 0 || at + 44 + 4 * parts + 16 * points > end) {
    throw damaged(`states ${parts} parts and ${points} points, more than it holds`);
  }
  for (let part = 0, last = 0; part < parts; part++) {
    const start = view.getInt32(at + 44 + 4 * part, true);
    if (start < last || start > points) throw damaged('has parts out of order');
    last = start;
  }
}

/** The number of rows. Throws InputError where the file is cut short. */
export function checkDbf(bytes: Uint8Array, fileName: string): number {
  if (bytes.length < 33)
    throw truncatedFile(fileName, 'Shapefile', `its .dbf has only ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = view.getUint32(4, true);
  const header = view.getUint16(8, true);
  const row = view.getUint16(10, true);
  if (header < 33 || row < 1)
    throw damagedFile(fileName, 'a Shapefile', 'the header of its .dbf makes no sense');
  if (header + rows * row > bytes.length) {
    throw truncatedFile(
      fileName,
      'Shapefile',
      `its .dbf has ${bytes.length} of ${header + rows * row} bytes`,
    );
  }
  return rows;
}
