/**
 * A delimited text file that goes by in pieces of whole rows, each a table, so that no more than two pieces are held.
 *
 *     chunks   ├────┼────┼────┼────┼────┼──┤
 *     pieces   headings├── 1 ──┤├── 2 ──┤├─── last ───┤     a piece ends at the end of a row; notes stand in the last
 *
 * A piece waits for the one behind it, so that the last is never shorter than a piece and holds all notes below the table.
 */
import type { Table } from '../../layer/table.js';
import { InputError } from '../../trouble/input-error.js';
import type { Note } from '../../trouble/note.js';
import { headOfCsv, noRows, notesOnRows, rowsOfCsv, withoutNotes, type CsvHead } from './csv.js';
import { cellEnd, countByte, lineAt, QUOTE, type Dialect } from './csv-dialect.js';
import { isUtf8, isWide, readAs, startOfText, type TextEncoding } from './csv-encoding.js';

/** Bytes of a piece, at the least. */
const PIECE = 1 << 24;
/** Pieces that one row may fill. */
const LONGEST_ROW = 4;

/** Takes a piece: its rows as a table, and how many rows went by before it. */
export type TakePiece = (table: Table, firstRow: number) => void;

export class CsvPieces {
  private waiting: Uint8Array | null = null;
  private chunks: Uint8Array[] = [];
  private bytes = 0;
  private head: CsvHead | null = null;
  private rows = 0;
  private line = 1;
  private allUtf8 = true;
  private noted: readonly Note[] = [];

  constructor(
    private readonly fileName: string,
    private readonly take: TakePiece,
    private readonly encoding: TextEncoding = 'utf-8',
    private readonly least: number = PIECE,
  ) {}

  /** Takes the next bytes, which may be read over afterwards. Throws InputError for a ragged row and the like. */
  add(chunk: Uint8Array): void {
    this.chunks.push(chunk.slice());
    this.bytes += chunk.length;
    if (this.bytes >= this.least) this.cut();
  }

  /** Takes the last piece. Throws InputError for a file without rows. */
  end(): void {
    const last = joined([...(this.waiting === null ? [] : [this.waiting]), ...this.chunks]);
    this.waiting = null;
    this.chunks = [];
    const head = this.headOf(last);
    const read = rowsOfCsv(this.placed(head), last, this.firstByte());
    const { table, passed } = withoutNotes(this.placed(head), read);
    this.hand(last, table);
    const rows = this.rows + read.table.rowCount - table.rowCount;
    if (rows === 0) throw noRows(this.fileName);
    this.noted = [
      ...(this.encoding === 'utf-8' ? [] : [readAs(this.fileName, 'Windows-1252')]),
      ...head.notes,
      ...notesOnRows(rows, passed, this.fileName),
    ];
  }

  /** Rows that went by, notes below them left out. */
  get rowCount(): number {
    return this.rows;
  }

  /** What was supposed of the file, once it has ended. */
  get notes(): readonly Note[] {
    return this.noted;
  }

  /** Whether the bytes that went by are UTF-8; where they are not, the file is to be read again as Windows-1252. */
  get isUtf8(): boolean {
    return this.allUtf8;
  }

  private cut(): void {
    const bytes = joined(this.chunks);
    if (this.waiting === null) this.head ??= this.headOf(bytes);
    const end = endOfRows(bytes, this.head!.dialect);
    if (end === 0) {
      this.growOn(bytes);
      return;
    }
    if (this.waiting !== null) this.read(this.waiting);
    this.waiting = bytes.subarray(0, end);
    this.chunks = [bytes.slice(end)];
    this.bytes = bytes.length - end;
  }

  /** A row that is longer than a piece goes on; one of several pieces is an open quotation mark, which is refused here. */
  private growOn(bytes: Uint8Array): void {
    if (bytes.length > LONGEST_ROW * this.least) {
      if (this.waiting !== null) this.read(this.waiting);
      this.waiting = null;
      rowsOfCsv(this.placed(this.head!), bytes, this.firstByte());
    }
    this.chunks = [bytes];
    this.bytes = 0;
  }

  private read(bytes: Uint8Array): void {
    const head = this.placed(this.head!);
    this.hand(bytes, rowsOfCsv(head, bytes, this.firstByte()).table);
  }

  private hand(bytes: Uint8Array, table: Table): void {
    if (this.encoding === 'utf-8' && this.allUtf8) this.allUtf8 = isUtf8(bytes);
    this.take(table, this.rows);
    this.rows += table.rowCount;
    this.line = lineAt(bytes, bytes.length, this.line);
  }

  /** The head of the file, found in its first bytes. */
  private headOf(bytes: Uint8Array): CsvHead {
    if (this.head !== null) return this.head;
    if (isWide(bytes)) throw new Error(`${this.fileName} is UTF-16, which is not read in pieces`);
    const { start, decoder } = startOfText(bytes, this.encoding, this.fileName);
    return (this.head = headOfCsv(bytes, start, decoder, this.fileName));
  }

  private placed(head: CsvHead): CsvHead {
    return { ...head, dialect: { ...head.dialect, firstLine: this.line } };
  }

  /** Where rows begin in the piece at hand. */
  private firstByte(): number {
    return this.rows === 0 && this.line === 1 ? this.head!.dataStart : 0;
  }
}

/** The byte behind the last whole row; 0 where there is none. */
function endOfRows(bytes: Uint8Array, dialect: Dialect): number {
  if (countByte(bytes, QUOTE, bytes.length) === 0) return bytes.lastIndexOf(dialect.newline) + 1;
  let [at, end] = [0, 0];
  while (at < bytes.length) {
    const cell = endOfCell(bytes, at, dialect);
    // Whoever reads the piece tells what is wrong with a quotation mark.
    if (cell === 'damaged') return bytes.length;
    if (cell >= bytes.length) break;
    at = cell + 1;
    if (bytes[cell] === dialect.newline) end = at;
  }
  return end;
}

function endOfCell(bytes: Uint8Array, at: number, dialect: Dialect): number | 'damaged' {
  try {
    return cellEnd(bytes, at, dialect, '');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.trouble.id === 'quote-open' ? bytes.length : 'damaged';
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
