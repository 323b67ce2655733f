/**
 * The lookup of blocks and neighbourhoods as a file of its own: the table `blocks` of a result.
 */
import { formatCell, guardFormula } from '../result/format-cell.js';
import type { Result } from '../result/result.js';

/** CSV (RFC 4180), a line for each block. */
export function lookupText({ tables }: Pick<Result, 'tables'>): string {
  const { columns, rows } = tables.find(({ name }) => name === 'blocks')!;
  const lines = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map((column, i) => formatCell(row[i] ?? null, column))),
  ];
  return lines.map((cells) => `${cells.map((cell) => quoted(guardFormula(cell))).join(',')}\r\n`).join('');
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
