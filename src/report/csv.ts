/**
 * A table as CSV: RFC 4180, UTF-8, a heading line, every line ended by CR LF.
 *
 * Figures have the decimals of their column and a point, never commas or exponents; unknown cells are blank.
 * The same table gives the same bytes. Most fields are codes, plain names and figures: these go into the buffer of the
 * whole text sign by sign, all others by way of a string of their own; what the line above has is copied.
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
  else
    for (let row = 0; row < cells.count; row++) {
      lines.appendOf(cells.columns, row);
      if (row === SAMPLE) out.reserve(Math.ceil((1.1 * out.length * (cells.count - row)) / row));
    }
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

/** Rows by which the length of all is told. */
const SAMPLE = 1000;

/**
 * Rows of a table, appended to a text line by line. Rows of one unit mostly follow one another, and much stands in a line as
 * it stood in the one above: what is the same in columns side by side is copied from there.
 *
 *     E00000001,│E54000029,NHS North East London,within,│0.69
 *     E00000003,│ copied at once ───────────────────────│0.46
 */
class Lines {
  /** Decimals of each column of figures that has so many; -1 for all others. */
  private readonly places: Int8Array;
  /** The cells of the line above: figures of columns that have them side by side, all others. */
  private readonly figures: Float64Array;
  private readonly others: (Cell | undefined)[];
  /** Where each field of the line above begins, and one sign behind the end of the last. */
  private readonly start: Float64Array;
  /** The first of the columns that are the same as above and not copied yet; -1 for none. */
  private same = -1;

  constructor(
    private readonly out: TextBytes,
    private readonly columns: readonly Column[],
    private readonly shown: boolean,
  ) {
    this.places = Int8Array.from(columns, (column) => (isFigure(column) ? (column.decimals ?? -1) : -1));
    this.figures = new Float64Array(columns.length);
    this.others = columns.map(() => undefined);
    this.start = new Float64Array(columns.length + 1);
    this.forget();
  }

  /** One line with its end. A lone blank field is written as quotes, since readers skip empty lines. */
  append(row: readonly Cell[]): void {
    const { columns } = this;
    for (let i = 0; i < columns.length; i++) this.appendCell(row[i] ?? null, i);
    this.endLine(columns.length === 1 && (row[0] ?? '') === '');
  }

  /** The same of a row whose cells stand in columns. */
  appendOf(cells: readonly ColumnCells[], row: number): void {
    for (let i = 0; i < cells.length; i++) {
      const column = cells[i]!;
      if (!(column instanceof Float64Array)) this.appendCell(column[row]!, i);
      else {
        const figure = column[row]!;
        if (figure !== this.figures[i]) {
          this.figures[i] = figure;
          this.begin(i);
          if (!Number.isNaN(figure)) this.appendFigure(figure, i);
        } else if (this.same < 0) this.same = i;
      }
    }
    this.endLine(cells.length === 1 && isBlankIn(cells[0]!, row));
  }

  /** No line above is there any more: the next one begins anew. */
  forget(): void {
    this.figures.fill(NaN);
    this.others.fill(undefined);
  }

  /** Begins a field that is not the same as above. */
  private begin(i: number): void {
    const { out } = this;
    if (this.same >= 0) this.copy(i);
    if (i > 0) out.sign(COMMA);
    this.start[i] = out.length;
  }

  /** Copies the fields up to a column that are the same as above. */
  private copy(to: number): void {
    const { out, start, same } = this;
    if (same > 0) out.sign(COMMA);
    const further = out.length - start[same]!;
    out.again(start[same]!, start[to]! - 1);
    for (let i = same; i < to; i++) start[i]! += further;
    this.same = -1;
  }

  private endLine(isBlank: boolean): void {
    const { out, columns } = this;
    if (this.same >= 0) this.copy(columns.length);
    this.start[columns.length] = out.length + 1;
    if (isBlank) out.text('""');
    out.sign(CR);
    out.sign(LF);
  }

  private appendCell(cell: Cell, i: number): void {
    if (cell === this.others[i]) {
      if (this.same < 0) this.same = i;
      return;
    }
    this.others[i] = cell;
    this.begin(i);
    if (cell === null) return;
    if (typeof cell === 'string') this.appendText(cell);
    else if (typeof cell === 'number') this.appendFigure(cell, i);
    else this.out.text(formatCell(cell, this.columns[i]!));
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
