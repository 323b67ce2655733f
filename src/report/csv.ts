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
  const fields = table.columns.map(() => '');
  for (const row of table.rows) {
    table.columns.forEach((column, i) => {
      const cell = row[i] ?? null;
      const text = formatCell(cell, column);
      fields[i] = typeof cell === 'string' ? guardFormula(text) : text;
    });
    lines.push(csvLine(fields));
  }
  return `${options.bom === true ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

/** One line. A lone blank field is written as quotes, since readers skip empty lines. */
function csvLine(fields: readonly string[]): string {
  return fields.length === 1 && fields[0] === '' ? '""' : fields.map(quoteField).join(',');
}

function quoteField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
