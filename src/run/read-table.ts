/**
 * Tables in whatever form (CSV, gzipped or not; a sheet of a workbook; a member of an archive; the properties of any
 * boundary file): through the desk, noted in its ledger.
 */
import type { FeatureTable } from '../layer/feature-table.js';
import type { Table } from '../layer/table.js';
import { lengthInside, mostUnpacked } from '../read/formats/most-unpacked.js';
import { isGzip, isZip } from '../read/formats/packed-kinds.js';
import { looksLikeGeoJson } from '../read/formats/json-kinds.js';
import { readCsv } from '../read/table/csv.js';
import { tableOfFeatures } from '../read/table/feature-properties.js';
import { nameOf, STANDARD_INPUT } from './files.js';
import type { Input, Seal } from './input.js';
import type { InputRole } from './input-role.js';
import type { Inputs, LedgerLine } from './inputs.js';
import { readFeatures, toolsOf, type ReadFeatures } from './read-features.js';
import type { TableSource } from './request.js';

export interface ReadTable {
  readonly table: Table;
  /** The features behind it where it came from a boundary file. */
  readonly features: FeatureTable | null;
  readonly format: string;
  readonly seal: Seal;
  /** Files beside it that were read too. */
  readonly sidecars?: ReadFeatures['sidecars'];
}

/** A table with its line in the ledger. */
export interface TakenTable extends ReadTable {
  readonly line: LedgerLine;
}

const TEXT_TABLE = /\.(csv|tsv|txt|tab)(\.gz)?$/i;
/** Whether a file's name says it is a text table. */
export const isTextTable = (name: string): boolean => TEXT_TABLE.test(name);

/** Whether a file's name says it is a workbook. */
export const isWorkbook = (name: string): boolean => /\.(xlsx|xlsm|xlsb|xls|ods)$/i.test(name);

/** Reads a table and notes it in the ledger under an id. */
export async function takeTable(
  inputs: Inputs,
  source: TableSource,
  role: InputRole,
  id: string,
): Promise<TakenTable> {
  const read = await readTable(inputs, source, role);
  return { ...read, line: noteRead(inputs, source, role, id, read) };
}

/** Reads features and notes them, and the files beside them, in the ledger under an id. */
export async function takeFeatures(
  inputs: Inputs,
  source: TableSource,
  role: InputRole,
  id: string,
): Promise<ReadFeatures & { readonly line: LedgerLine }> {
  const read = await readFeatures(inputs, source, role);
  return { ...read, line: noteRead(inputs, source, role, id, read) };
}

/** Notes what was read in the ledger. */
export function noteRead(
  inputs: Inputs,
  { path, inner }: TableSource,
  role: InputRole,
  id: string,
  read: Pick<ReadTable, 'format' | 'seal' | 'sidecars'>,
): LedgerLine {
  const file = inner === undefined ? nameOf(path) : `${nameOf(path)}#${inner}`;
  const line = inputs.record({ id, role, file, format: read.format, seal: read.seal });
  for (const sidecar of read.sidecars ?? []) inputs.record({ id, role: 'sidecar', ...sidecar });
  return line;
}

/** Reads a table without noting it: one that comes with the tool, or one that is only looked at. */
export async function readTable(inputs: Inputs, source: TableSource, role: InputRole): Promise<ReadTable> {
  const { path, inner } = source;
  const input = inputs.open(path, role);
  const form = await formOf(input);
  if (form === 'features') {
    const read = await readFeatures(inputs, source, role);
    return { ...read, table: tableOfFeatures(read.features, input.name, inputs.allowTruncated) };
  }
  return inputs.reading(path, `${form} ${inner ?? ''}`, async () => {
    const { bytes, seal } = await input.bytes();
    if (form === 'csv') {
      const content = isGzip(bytes) ? await unpacked(bytes, input.name, inputs) : bytes;
      input.refuseTooLarge(content.length);
      return { table: readCsv(content, input.name, inputs.lists), features: null, format: 'csv', seal };
    }
    const { readTableFrom } = await import('../read/table-of-file.js');
    const read = await readTableFrom(bytes, input.name, inner ?? null, toolsOf(inputs));
    return { ...read, seal };
  });
}

/** What a file that is called text may be all the same, by its first bytes: an archive, an old workbook, a web page. */
const NO_TEXT = /^(?:\xd0\xcf|%PDF|\s*<|SQLite format|PAR1)/;

/** What a file is by its name and beginning; what comes through a pipe has no name. */
async function formOf(input: Input): Promise<'csv' | 'packed' | 'features'> {
  const start = await input.start();
  const text = new TextDecoder('latin1').decode(start.subarray(0, 64));
  if (/^\s*!table\b/i.test(text)) return 'features';
  if (isTextTable(input.name)) return isZip(start) || NO_TEXT.test(text) ? 'packed' : 'csv';
  if (isWorkbook(input.name) || isZip(start)) return 'packed';
  if ((input.path !== STANDARD_INPUT && input.size !== null) || looksLikeGeoJson(start)) return 'features';
  const { boundaryFormats } = await import('../read/formats/formats.js');
  return boundaryFormats.some(({ id, detect }) => id !== 'csv' && detect(start, input.name))
    ? 'features'
    : 'csv';
}

async function unpacked(bytes: Uint8Array, name: string, inputs: Inputs): Promise<Uint8Array> {
  const limit = toolsOf(inputs).unpackLimit;
  const whole = (await inputs.files.gunzipWhole?.(bytes, mostUnpacked(bytes.length, limit))) ?? null;
  // Files of several members, or with something behind the last, are for the careful one.
  if (whole !== null && lengthInside(bytes) === whole.length % 2 ** 32) return whole;
  const { gunzip } = await import('../read/formats/unpack.js');
  return gunzip(bytes, limit, name);
}
