/**
 * A table as CSV: RFC 4180, UTF-8, a heading line, every line ended by CR LF.
 *
 * Figures have the decimals of their column and a point, never commas or exponents; unknown cells are blank.
 * The same table gives the same bytes.
 */
import type { Table } from '../result/table.js';
import { formatCell, guardFormula } from '../result/format-cell.js';

export interface CsvOptions {
  /** Begin with a byte-order mark, which some spreadsheets need to read accents. */
  readonly bom?: boolean;
}

/** The table as CSV text; text cells that a spreadsheet would run as a formula begin with an apostrophe. */
export function writeCsv(table: Table, options: CsvOptions = {}): string {
  const lines = [csvLine(table.columns.map((column) => guardFormula(column.heading)))];
  for (const row of table.rows) lines.push(csvRow(table, row));
  return `${options.bom === true ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

/** A row as its line, without the end of line. */
export function csvRow({ columns }: Pick<Table, 'columns'>, row: Table['rows'][number]): string {
  return csvLine(
    columns.map((column, i) => {
      const cell = row[i] ?? null;
      const text = formatCell(cell, column);
      return typeof cell === 'string' ? guardFormula(text) : text;
    }),
  );
}

/** One line. A lone blank field is written as quotes, since readers skip empty lines. */
function csvLine(fields: readonly string[]): string {
  return fields.length === 1 && fields[0] === '' ? '""' : fields.map(quoteField).join(',');
}

function quoteField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
