/**
 * The tables' data: cells read from the CSV that the page carries, figures as people read them, rows about a target.
 */
import { isFigure } from '../../../result/format-cell.js';
import type { ColumnKind } from '../../../result/table.js';
import { displayDecimals, displayFigure } from '../../display-column.js';
import { shortenName } from '../../../result/shorten-name.js';
import type { TableData } from './page-data.js';
import type { Target } from './targets.js';

/** The rows of a CSV text as the project writes it, without the headings. */
export function parseRows(csv: string): string[][] {
  const rows: string[][] = [];
  const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/gy;
  let row: string[] = [];
  while (field.lastIndex < csv.length) {
    const [, text, end] = field.exec(csv)!;
    row.push(text!.startsWith('"') ? text!.slice(1, -1).replaceAll('""', '"') : text!);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows.slice(1);
}

/** The cells of tables by number, each table parsed when it is first asked for. */
export function cellsOf(tables: readonly TableData[]): (table: number) => readonly (readonly string[])[] {
  const parsed: string[][][] = [];
  return (table) => (parsed[table] ??= parseRows(tables[table]!.csv));
}

/** A cell's text as people read it: the rule of the rows that stand in the document, for this cell alone. */
export function displayText(text: string, kind: ColumnKind, decimals: number | null): string {
  if (text === '') return '';
  if (kind === 'flag') return text === 'true' ? 'yes' : 'no';
  if (kind === 'name') return shortenName(text);
  const column = { kind, decimals };
  if (!isFigure(column) || !/^-?\d+(\.\d+)?$/.test(text)) return text;
  const value = Number(text);
  return displayFigure(value, column, displayDecimals([value], column));
}

/** Tables with the rows in which a target stands: of a shape its own row, of a unit all rows with its code. */
export function rowsAbout(
  target: Target,
  tables: readonly TableData[],
  cells: (table: number) => readonly (readonly string[])[],
): { readonly table: number; readonly rows: number[] }[] {
  return tables.flatMap((data, table) => {
    if (target.kind === 'shape') {
      return data.name === target.shape.data.table ? [{ table, rows: [target.shape.data.row] }] : [];
    }
    const { layer, code } = target.unit;
    const columns = data.codes.filter(([, l]) => l === layer).map(([column]) => column);
    if (columns.length === 0) return [];
    const rows = cells(table).flatMap((row, r) => (columns.some((c) => row[c] === code) ? [r] : []));
    return rows.length === 0 ? [] : [{ table, rows }];
  });
}
