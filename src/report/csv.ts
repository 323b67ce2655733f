/**
 * A table as CSV: RFC 4180, UTF-8, a heading line, every line ended by CR LF.
 *
 * Figures have the decimals of their column and a point, never commas or exponents; unknown cells are blank.
 * The same table gives the same bytes. Most fields are codes, plain names and figures: these go into the buffer of the
 * whole text sign by sign, all others by way of a string of their own.
 */
import { cellsOf, type ColumnCells } from '../result/column-cells.js';
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
  const { columns } = table;
  const out = new TextBytes();
  if (bom) out.text('\uFEFF');
  const headings = columns.map((column) => ({ ...column, kind: 'text' as const }));
  new Lines(out, headings, shown).append(columns.map(({ heading }) => heading));
  const lines = new Lines(out, columns, shown);
  const cells = cellsOf(table);
  if (cells === null) for (const row of table.rows) lines.append(row);
  else for (let row = 0; row < cells.count; row++) lines.appendOf(cells.columns, row);
  return out;
}

/** Each row as its line, without the end of line. */
export function csvLines({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string[] {
  const out = new TextBytes();
  const lines = new Lines(out, columns, false);
  return rows.map((row) => {
    lines.append(row);
    lines.forget();
    return out.take().slice(0, -END.length);
  });
}

const END = '\r\n';
const [COMMA, CR, LF] = [0x2c, 0x0d, 0x0a];

/** A text of fewer signs is written sooner than it is compared with the one above it. */
const WORTH_COMPARING = 16;

/** Rows of a table, appended to a text line by line. */
class Lines {
  /** Decimals of each column of figures that has so many; -1 for all others. */
  private readonly places: Int8Array;
  /** The last long text of each column, and where its field stands: rows of one unit mostly follow one another. */
  private readonly last: string[];
  private readonly start: Float64Array;
  private readonly end: Float64Array;

  constructor(
    private readonly out: TextBytes,
    private readonly columns: readonly Column[],
    private readonly shown: boolean,
  ) {
    this.places = Int8Array.from(columns, (column) => (isFigure(column) ? (column.decimals ?? -1) : -1));
    this.last = columns.map(() => '');
    this.start = new Float64Array(columns.length);
    this.end = new Float64Array(columns.length);
  }

  /** One line with its end. A lone blank field is written as quotes, since readers skip empty lines. */
  append(row: readonly Cell[]): void {
    const { out, columns } = this;
    for (let i = 0; i < columns.length; i++) {
      if (i > 0) out.sign(COMMA);
      this.appendCell(row[i] ?? null, i);
    }
    if (columns.length === 1 && (row[0] ?? '') === '') out.text('""');
    out.sign(CR);
    out.sign(LF);
  }

  /** The same of a row whose cells stand in columns. */
  appendOf(cells: readonly ColumnCells[], row: number): void {
    const { out } = this;
    for (let i = 0; i < cells.length; i++) {
      if (i > 0) out.sign(COMMA);
      const column = cells[i]!;
      if (!(column instanceof Float64Array)) this.appendCell(column[row]!, i);
      else if (!Number.isNaN(column[row])) this.appendFigure(column[row]!, i);
    }
    if (cells.length === 1 && isBlankIn(cells[0]!, row)) out.text('""');
    out.sign(CR);
    out.sign(LF);
  }

  /** No text above is there any more: the next line begins anew. */
  forget(): void {
    this.last.fill('');
  }

  private appendCell(cell: Cell, i: number): void {
    if (cell === null) return;
    const { out } = this;
    if (typeof cell === 'string') {
      if (cell.length < WORTH_COMPARING) return this.appendText(cell);
      if (cell === this.last[i]) return out.again(this.start[i]!, this.end[i]!);
      this.last[i] = cell;
      this.start[i] = out.length;
      this.appendText(cell);
      this.end[i] = out.length;
      return;
    }
    if (typeof cell === 'number') this.appendFigure(cell, i);
    else out.text(formatCell(cell, this.columns[i]!));
  }

  private appendFigure(figure: number, i: number): void {
    const { out } = this;
    const decimals = this.places[i]!;
    const digits = decimals < 0 ? -1 : plainDigits(Math.abs(figure), decimals);
    if (digits >= 0) out.decimal(digits, decimals, figure < 0 && digits > 0);
    else out.text(formatCell(figure, this.columns[i]!));
  }

  private appendText(cell: string): void {
    if (!this.out.plainText(cell, PLAIN, PLAIN_FIRST))
      this.out.text(quoteField(guardFormula(this.shown ? shownText(cell) : cell)));
  }
}

const isBlankIn = (cells: ColumnCells, row: number): boolean =>
  cells instanceof Float64Array ? Number.isNaN(cells[row]) : (cells[row] ?? '') === '';

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
