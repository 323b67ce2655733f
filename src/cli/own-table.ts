/**
 * A table that a command makes of what the tool itself knows, printed in the format asked for.
 */
import { terminalTable } from '../report/terminal-table.js';
import { writerFor } from '../report/writers.js';
import type { Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { InputError } from '../trouble/input-error.js';
import { print } from './say.js';
import { paintFor, widthOf } from './terminal.js';

/** Prints a table (format null: a table on a terminal, CSV into a pipe). `command` names it where the format is none of its. */
export async function printOwnTable(table: Table, format: string | null, command: string): Promise<void> {
  await print(textOf(table, usualFormat(format), command));
}

/** The format asked for, or a table on a terminal and CSV into a pipe. */
export const usualFormat = (format: string | null): string =>
  format ?? (process.stdout.isTTY === true ? 'table' : 'csv');

function textOf(table: Table, format: string, command: string): string | Uint8Array {
  if (format === 'table') {
    const rows = table.rows.length;
    return terminalTable(table, { width: widthOf(process.stdout), paint: paintFor(process.stdout), rows });
  }
  if (format === 'json') return `${JSON.stringify(recordsOf(table), null, 2)}\n`;
  const writer = writerFor(format);
  if (writer.holds === 'table') return writer.write({} as Result, table) as string | Uint8Array;
  throw new InputError({
    id: 'format-unknown',
    message: `${command} cannot be written as ${format}`,
    hint: 'Use --format table, csv or json',
  });
}

const recordsOf = (table: Table): Record<string, unknown>[] =>
  table.rows.map((row) => Object.fromEntries(table.columns.map(({ heading }, i) => [heading, row[i]])));
