/**
 * How a delimited text file is written: its delimiter, its line ends, its first records.
 *
 * The delimiter is the sign that divides most of the first records into equally many cells. Numbers with decimal
 * commas in a file divided by semicolons do not deceive it: the headings hold no comma.
 */
import { InputError } from '../../trouble/input-error.js';
import type { Decoder } from './csv-encoding.js';
import { HEADING_SEARCH } from './find-headings.js';

export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const QUOTE = 34;

export interface Dialect {
  /** Byte between cells: comma, semicolon, tab or pipe. */
  readonly delimiter: number;
  /** Byte that ends a record: line feed, or carriage return in very old files. */
  readonly newline: number;
  /** The number of the line at which the bytes begin, where they are a piece of a file; otherwise 1. */
  readonly firstLine?: number;
}

/** One of the first records: its cells and where it begins and the next one begins. */
export interface FirstRecord {
  readonly cells: readonly string[];
  readonly start: number;
  readonly next: number;
}

const DELIMITERS = [',', ';', '\t', '|'].map((sign) => sign.charCodeAt(0));
const LOOK = 1 << 16;

/** Finds delimiter and line ends from the first records. */
export function findDialect(bytes: Uint8Array, start: number, decoder: Decoder): Dialect {
  const head = bytes.subarray(start, start + LOOK);
  const newline = head.includes(LINE_FEED) || !head.includes(CARRIAGE_RETURN) ? LINE_FEED : CARRIAGE_RETURN;
  let best: Dialect = { delimiter: DELIMITERS[0]!, newline };
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const dialect = { delimiter, newline };
    const score = agreement(recordLengths(bytes, start, dialect, decoder));
    if (score > bestScore) {
      best = dialect;
      bestScore = score;
    }
  }
  return best;
}

/** Cells in each of the first records; none where the quotation marks make no sense with this delimiter. */
function recordLengths(bytes: Uint8Array, start: number, dialect: Dialect, decoder: Decoder): number[] {
  try {
    return firstRecords(bytes, start, dialect, decoder, '').map((record) => record.cells.length);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

/** How many records have the commonest number of cells, records of a single cell left out. */
function agreement(lengths: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const length of lengths) if (length > 1) tally.set(length, (tally.get(length) ?? 0) + 1);
  return Math.max(0, ...tally.values());
}

/** The first records that are not blank, up to the number in which headings are looked for. */
export function firstRecords(
  bytes: Uint8Array,
  start: number,
  dialect: Dialect,
  decoder: Decoder,
  fileName: string,
): FirstRecord[] {
  const records: FirstRecord[] = [];
  let at = start;
  while (at < bytes.length && records.length < HEADING_SEARCH) {
    const cells: string[] = [];
    const first = at;
    let ended = false;
    while (!ended) {
      const end = cellEnd(bytes, at, dialect, fileName);
      cells.push(decodeCell(bytes, at, end, decoder));
      ended = end >= bytes.length || bytes[end] === dialect.newline;
      at = end + 1;
    }
    if (cells.some((cell) => cell !== ''))
      records.push({ cells, start: first, next: Math.min(at, bytes.length) });
  }
  return records;
}

/** Offset of the delimiter or line end after the cell that begins at `at`; the end of the file counts as one. */
export function cellEnd(bytes: Uint8Array, at: number, dialect: Dialect, fileName: string): number {
  let p = at;
  if (bytes[p] === QUOTE) p = afterQuote(bytes, p, dialect, fileName);
  while (p < bytes.length && bytes[p] !== dialect.delimiter && bytes[p] !== dialect.newline) p++;
  return p;
}

/**
 * Offset after a quoted cell: that of the next delimiter or line end, or of the end of the file. Throws InputError
 * where anything but white space stands before it.
 */
export function afterQuote(bytes: Uint8Array, open: number, dialect: Dialect, fileName: string): number {
  let p = quoteEnd(bytes, open, dialect, fileName) + 1;
  while (
    p < bytes.length &&
    (bytes[p] === 32 || bytes[p] === CARRIAGE_RETURN) &&
    bytes[p] !== dialect.newline
  )
    p++;
  if (p >= bytes.length || bytes[p] === dialect.delimiter || bytes[p] === dialect.newline) return p;
  throw new InputError({
    id: 'quote-inside',
    file: fileName,
    place: `line ${lineAt(bytes, open, dialect.firstLine)}`,
    message: 'text follows the closing quotation mark of a cell',
    hint: 'Double the quotation marks that belong to the text.',
  });
}

/** Offset of the quotation mark that closes the one at `open`; doubled marks are part of the cell. */
function quoteEnd(bytes: Uint8Array, open: number, dialect: Dialect, fileName: string): number {
  let p = open + 1;
  for (;;) {
    p = bytes.indexOf(QUOTE, p);
    if (p < 0) {
      throw new InputError({
        id: 'quote-open',
        file: fileName,
        place: `line ${lineAt(bytes, open, dialect.firstLine)}`,
        message: 'a quotation mark opens a cell and is never closed',
        hint: 'Close it, or double it if it belongs to the text.',
      });
    }
    if (bytes[p + 1] !== QUOTE) return p;
    p += 2;
  }
}

/** Line number of a byte, where the first has that of `firstLine`. */
export function lineAt(bytes: Uint8Array, offset: number, firstLine = 1): number {
  const feeds = countByte(bytes, LINE_FEED, offset);
  return (
    firstLine + (feeds > 0 || bytes.includes(LINE_FEED) ? feeds : countByte(bytes, CARRIAGE_RETURN, offset))
  );
}

/** How often a byte, of plain text, stands before the `end` of some bytes. */
export function countByte(bytes: Uint8Array, byte: number, end: number): number {
  let count = 0;
  let p = 0;
  const countTo = (to: number): void => {
    for (; p < to; p++) if (bytes[p] === byte) count++;
  };
  countTo(Math.min(end, -bytes.byteOffset & 3));
  if (p === end) return count;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + p, (end - p) >> 2);
  const pattern = byte * 0x01010101;
  for (let first = 0; first < words.length; first += MOST_IN_A_BYTE) {
    // The four bytes of a word are counted in four counters, each a byte of a number.
    let counters = 0;
    const last = Math.min(words.length, first + MOST_IN_A_BYTE);
    for (let at = first; at < last; at++) {
      const unlike = words[at]! ^ pattern;
      const isLike = ~(((unlike & 0x7f7f7f7f) + 0x7f7f7f7f) | unlike | 0x7f7f7f7f);
      counters = (counters + (isLike >>> 7)) | 0;
    }
    count += (counters & 255) + ((counters >>> 8) & 255) + ((counters >>> 16) & 255) + (counters >>> 24);
  }
  p += 4 * words.length;
  countTo(end);
  return count;
}

const MOST_IN_A_BYTE = 255;

/** The text of a cell without white space around it, its quotation marks taken off and doubled ones made single. */
export function decodeCell(bytes: Uint8Array, from: number, to: number, decoder: Decoder): string {
  let start = from;
  let end = to;
  while (start < end && bytes[start]! <= 32) start++;
  while (end > start && bytes[end - 1]! <= 32) end--;
  const quoted = end - start >= 2 && bytes[start] === QUOTE && bytes[end - 1] === QUOTE;
  if (quoted) {
    start++;
    end--;
  }
  let ascii = end - start <= 48;
  for (let p = start; ascii && p < end; p++) ascii = bytes[p]! < 128;
  const text = ascii
    ? String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[])
    : decoder.decode(bytes.subarray(start, end));
  return (quoted ? text.replaceAll('""', '"') : text).trim();
}
