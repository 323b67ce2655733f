/**
 * Tables in whatever form: CSV (gzipped or not), XLSX, or the properties of any boundary file.
 */
import type { FeatureTable } from '../layer/feature-table.js';
import type { Table } from '../layer/table.js';
import { readCsv } from '../read/table/csv.js';
import { tableOfFeatures } from '../read/table/feature-properties.js';
import { isGzip } from '../read/formats/is-gzip.js';
import { readFeatures } from './read-features.js';
import { readWhole, type Seal, type Source } from '../cli/read-source.js';

export interface LoadedTable {
  readonly table: Table;
  /** The features behind it where it came from a boundary file. */
  readonly features: FeatureTable | null;
  readonly format: string;
  readonly seal: Seal;
}

const TEXT_TABLE = /\.(csv|tsv|txt|tab)(\.gz)?$/i;
/** Whether a file's name says it is a text table. */
export const isTextTable = (name: string): boolean => TEXT_TABLE.test(name);

const WORKBOOK = /\.xlsx$/i;
const UNPACK_LIMIT = 4 * 2 ** 30;

/** Reads a table; `inner` names a sheet or an inner layer. */
export async function readTable(source: Source, inner: string | null): Promise<LoadedTable> {
  if (isTextTable(source.name)) {
    const { bytes, seal } = await readWhole(source);
    const content = isGzip(bytes) ? await unpacked(bytes, source.name) : bytes;
    return { table: readCsv(content, source.name), features: null, format: 'csv', seal };
  }
  if (WORKBOOK.test(source.name)) {
    const { readXlsx } = await import('../read/table/xlsx.js');
    const { bytes, seal } = await readWhole(source);
    const table = await readXlsx(bytes, source.name, inner === null ? {} : { sheet: inner });
    return { table, features: null, format: 'xlsx', seal };
  }
  const { table, format, seal } = await readFeatures(source, inner);
  return { table: tableOfFeatures(table, source.name), features: table, format, seal };
}

async function unpacked(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const { gunzip } = await import('../read/formats/unpack.js');
  return gunzip(bytes, UNPACK_LIMIT, name);
}
