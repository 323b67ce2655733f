/**
 * The rows of a .dbf: codes and names of a Shapefile.
 *
 *     header (32 bytes: rows at 4, header length at 8, row length at 10)
 *     fields (32 bytes each: name, type at 11, width at 16), 0x0D
 *     rows: one byte, `*` where the row is deleted, then the cells in their widths
 *
 * A deleted row stays in the file, and so does its shape, until somebody packs them; neither is meant any more.
 */
import { damagedFile } from './damaged.js';

export interface DbfRows {
  /** Whether a row is marked as deleted. */
  isDeleted(row: number): boolean;
  /** Names and values of a row; text trimmed, a day as ISO text, null where a cell is blank or makes no sense. */
  cells(row: number): [string, string | number | boolean | null][];
}

interface Field {
  readonly name: string;
  readonly read: (text: string) => string | number | boolean | null;
  readonly from: number;
  readonly to: number;
}

const DELETED = 0x2a;
const END_OF_FIELDS = 0x0d;

/** Opens the rows; `decode` makes text of a cell's bytes. Throws InputError for a field of a type that is not known. */
export function openDbf(bytes: Uint8Array, decode: (cell: Uint8Array) => string, fileName: string): DbfRows {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  const fields: Field[] = [];
  for (let at = 32, from = 1; at + 32 <= headerLength && bytes[at] !== END_OF_FIELDS; at += 32) {
    const zero = bytes.subarray(at, at + 11).indexOf(0);
    const name = decode(bytes.subarray(at, at + (zero < 0 ? 11 : zero)));
    const type = String.fromCharCode(bytes[at + 11]!);
    const read = READERS[type];
    if (read === undefined) {
      throw damagedFile(
        fileName,
        'a Shapefile',
        `the field '${name}' of its .dbf is of type '${type}', unknown`,
      );
    }
    const to = from + bytes[at + 16]!;
    fields.push({ name, read, from, to });
    from = to;
  }
  return {
    isDeleted: (row) => bytes[headerLength + row * rowLength] === DELETED,
    cells: (row) => {
      const start = headerLength + row * rowLength;
      return fields.map(({ name, read, from, to }) => [
        name,
        read(decode(bytes.subarray(start + from, start + to)).trim()),
      ]);
    },
  };
}

const readText = (text: string): string | null => text.replace(/\0+$/, '').trim() || null;

const readNumber = (text: string): number | null =>
  text === '' || Number.isNaN(Number(text)) ? null : Number(text);

function readTruth(text: string): boolean | null {
  if (/^[nf]$/i.test(text)) return false;
  return /^[yt]$/i.test(text) ? true : null;
}

function readDay(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(text) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}

const READERS: Readonly<Record<string, Field['read']>> = {
  B: readNumber,
  C: readText,
  D: readDay,
  F: readNumber,
  L: readTruth,
  M: readNumber,
  N: readNumber,
};
