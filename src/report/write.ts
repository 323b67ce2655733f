/**
 * A result in any format, as text or bytes.
 */
import type { Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { InputError } from '../trouble/input-error.js';
import { writerFor } from './writers.js';

export interface WriteOptions {
  /** Name of the table, for formats that hold one; the main one if not given. */
  readonly table?: string;
  /** Whether a CSV begins with a byte-order mark. */
  readonly bom?: boolean;
  /** Whether a page holds every row and piece; else it holds the largest and is of 3 MB at most. */
  readonly fullPage?: boolean;
}

/**
 * The result in a format: `csv`, `json`, `md`, `html`, `geojson`, `gpkg`, `geoparquet`, `parquet`, `xlsx`, `docx`, `svg`,
 * `png`, `topojson`, `junit`, `github`, or a file name with such an ending. Throws InputError for a format or a table that there is not.
 */
export async function write(
  result: Result,
  format: string,
  { table, bom = false, fullPage = false }: WriteOptions = {},
): Promise<string | Uint8Array> {
  return writerFor(format).write(result, chooseTable(result, table ?? null), { bom, fullPage });
}

/** The table of a name, or the command's main one. */
export function chooseTable(result: Result, name: string | null): Table {
  const table = name === null ? result.tables[0] : result.tables.find((candidate) => candidate.name === name);
  if (table !== undefined) return table;
  throw new InputError({
    id: 'no-such-table',
    message: `${result.command} has no table '${name}'`,
    hint: `Its tables are ${result.tables.map((candidate) => candidate.name).join(', ')}`,
  });
}
