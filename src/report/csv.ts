/**
 * A table as CSV: RFC 4180, UTF-8, a heading line, every line ended by CR LF.
 *
 * Figures have the decimals of their column and a point, never commas or exponents; unknown cells are blank.
 * The same table gives the same bytes. Most fields are codes, plain names and figures: these go into the buffer of the
 * whole text sign by sign, all others by way of a string of their own.
 */
import { formatCell, guardFormula, isFigure } from '../result/format-cell.js';
import { plainDigits } from '../result/format-number.js';
import type { Cell, Column, Table } from '../result/table.js';
import { shownText } from '../trouble/shown-text.js';
import { TextBytes } from './text-bytes.js';

export interface CsvOptions {
  /** Begin with a byte-order mark, which some spreadsheets need to read accents. */
  readonly bom?: boolean;
  /** Text is written as it may be shown (`shown-text.ts`). */
  readonly shown?: boolean;
}

/** The table as CSV text; text cells that a spreadsheet would run as a formula begin with an apostrophe. */
export const writeCsv = (table: Table, options: CsvOptions = {}): string =>
  putTogether(table, options).take();

/** The same as UTF-8 bytes, for who writes them to a file: a large table never is a string. */
export const csvBytes = (table: Table, options: CsvOptions = {}): Uint8Array =>
  putTogether(table, options).all();

function putTogether(table: Table, { bom = false, shown = false }: CsvOptions): TextBytes {
  const { columns, rows } = table;
  const out = new TextBytes();
  if (bom) out.text('\uFEFF');
  const headings = columns.map((column) => ({ ...column, kind: 'text' as const }));
  appendLine(
    out,
    columns.map(({ heading }) => heading),
    headings,
    placesOf(headings),
    shown,
  );
  const places = placesOf(columns);
  for (const row of rows) appendLine(out, row, columns, places, shown);
  return out;
}

/** Decimals of each column of figures that has so many; -1 for all others. */
const placesOf = (columns: readonly Column[]): Int8Array =>
  Int8Array.from(columns, (column) => (isFigure(column) ? (column.decimals ?? -1) : -1));

/** Each row as its line, without the end of line. */
export function csvLines({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string[] {
  const out = new TextBytes();
  const places = placesOf(columns);
  return rows.map((row) => {
    appendLine(out, row, columns, places, false);
    return out.take().slice(0, -END.length);
  });
}

const END = '\r\n';
const [COMMA, CR, LF] = [0x2c, 0x0d, 0x0a];

/** One line with its end. A lone blank field is written as quotes, since readers skip empty lines. */
function appendLine(
  out: TextBytes,
  row: readonly Cell[],
  columns: readonly Column[],
  places: Int8Array,
  shown: boolean,
): void {
  for (let i = 0; i < columns.length; i++) {
    if (i > 0) out.sign(COMMA);
    appendCell(out, row[i] ?? null, columns[i]!, places[i]!, shown);
  }
  if (columns.length === 1 && (row[0] ?? '') === '') out.text('""');
  out.sign(CR);
  out.sign(LF);
}

function appendCell(out: TextBytes, cell: Cell, column: Column, decimals: number, shown: boolean): void {
  if (cell === null) return;
  if (typeof cell === 'string') {
    if (!out.plainText(cell, PLAIN, PLAIN_FIRST))
      out.text(quoteField(guardFormula(shown ? shownText(cell) : cell)));
    return;
  }
  if (typeof cell === 'number' && decimals >= 0) {
    const digits = plainDigits(Math.abs(cell), decimals);
    if (digits >= 0) {
      out.decimal(digits, decimals, cell < 0 && digits > 0);
      return;
    }
  }
  out.text(formatCell(cell, column));
}

/** 1 for each ASCII sign that stands in a field as it is, and for those that may be its first. */
const PLAIN = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code >= 0x20 && code < 0x7f && !'",'.includes(String.fromCharCode(code)) ? 1 : 0,
);
const PLAIN_FIRST = PLAIN.map((plain, code) =>
  guardFormula(String.fromCharCode(code)) === String.fromCharCode(code) ? plain : 0,
);

function quoteField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
