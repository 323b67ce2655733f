/**
 * Where every cell of a delimited text file begins, found in one pass over the bytes.
 *
 *     E01000001,1474⏎E01000002,1386⏎       starts  0 10 15 25 30
 *
 * All records have equally many cells, so cell (column, row) is entry row · columns + column, and it ends one byte
 * before the next one begins. Nothing is decoded here: a file of a million and a half postcodes costs little more
 * than looking at its bytes.
 */
import { InputError } from '../../trouble/input-error.js';
import { notesBelow } from './notes-below.js';
import { type Dialect, LINE_FEED, CARRIAGE_RETURN, QUOTE, afterQuote, lineAt } from './csv-dialect.js';

export interface CsvCells {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Lines of notes below the last row. */
  readonly notes: number;
  /** One entry a cell, row by row, and one past the last byte at the end. */
  readonly starts: Uint32Array;
}

/** Finds the cells from byte `start` to the end; blank lines are passed over; throws InputError for a ragged row. */
export function findCells(
  bytes: Uint8Array,
  start: number,
  dialect: Dialect,
  columnCount: number,
  fileName: string,
): CsvCells {
  const { delimiter, newline } = dialect;
  const end = bytes.length;
  const plain = Math.max(delimiter, QUOTE);
  let starts = new Uint32Array(guessCells(bytes, start, newline, columnCount));
  let cells = 0;
  let notes = 0;
  let notesFrom = end + 1;
  let p = start;
  while (p < end) {
    if (bytes[p] === LINE_FEED || bytes[p] === CARRIAGE_RETURN) {
      p++;
      continue;
    }
    if (cells + columnCount + 1 > starts.length) starts = enlarged(starts, columnCount);
    const rowStart = p;
    let column = 0;
    for (;;) {
      if (column < columnCount) starts[cells + column] = p;
      column++;
      if (bytes[p] === QUOTE) p = afterQuote(bytes, p, dialect, fileName);
      while (p < end) {
        const byte = bytes[p]!;
        if (byte <= plain && (byte === delimiter || byte === newline)) break;
        p++;
      }
      if (p >= end || bytes[p++] === newline) break;
    }
    if (column !== columnCount) {
      if (onlyBlank(bytes, rowStart, p, delimiter)) continue;
      notes = notesBelow(bytes, rowStart, dialect, columnCount, fileName);
      if (notes > 0) {
        notesFrom = rowStart;
        break;
      }
      throw raggedRow(bytes, rowStart, column, columnCount, dialect, fileName);
    }
    cells += columnCount;
  }
  starts[cells] = notesFrom;
  return { rowCount: cells / columnCount, columnCount, notes, starts: starts.subarray(0, cells + 1) };
}

/** True for a row of nothing but delimiters and white space. */
function onlyBlank(bytes: Uint8Array, from: number, to: number, delimiter: number): boolean {
  for (let p = from; p < to; p++) if (bytes[p]! > 32 && bytes[p] !== delimiter) return false;
  return true;
}

function raggedRow(
  bytes: Uint8Array,
  at: number,
  found: number,
  wanted: number,
  dialect: Dialect,
  fileName: string,
): InputError {
  return new InputError({
    id: 'ragged-row',
    file: fileName,
    place: `line ${lineAt(bytes, at, dialect.firstLine)}`,
    message: `${found} cells, where the headings have ${wanted}`,
    hint:
      found > wanted
        ? 'Put quotation marks round text that holds the delimiter.'
        : 'Complete the row, or remove it if it is a note below the table.',
  });
}

/** Room for the cells there would be if all lines were as long as the first hundred. */
function guessCells(bytes: Uint8Array, start: number, newline: number, columnCount: number): number {
  let lines = 0;
  let p = start;
  while (lines < 100 && p < bytes.length) if (bytes[p++] === newline) lines++;
  const perLine = Math.max(1, (p - start) / Math.max(1, lines));
  return Math.ceil((1.05 * (bytes.length - start)) / perLine + 16) * columnCount + 1;
}

function enlarged(starts: Uint32Array, columnCount: number): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(Math.ceil(starts.length * 1.5) + columnCount + 1);
  more.set(starts);
  return more;
}
