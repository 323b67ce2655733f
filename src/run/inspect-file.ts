/**
 * What is in a file: its layers, fields and system, the columns of a table, and what else can be named in it.
 */
import { looksLikeGeoJson } from '../read/formats/json-kinds.js';
import { inspectFeatures, type InspectedField, type InspectedLayer } from '../read/inspect-features.js';
import { inspectTable } from '../read/inspect-table.js';
import type { Provenance } from '../result/provenance.js';
import type { Contents } from '../read/table-of-file.js';
import { nameOf } from './files.js';
import { fileOfFolder } from './files-of-folders.js';
import type { Seal } from './input.js';
import type { Inputs } from './inputs.js';
import { isEngland, isLookup, parseLayer } from './layer-source.js';
import { readBeside, readFeatures } from './read-features.js';
import { isWorkbook, readTable } from './read-table.js';
import type { TableSource } from './request.js';

/** One file as it was found. */
export interface InspectedFile {
  /** Its name without folders. */
  readonly file: string;
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Where it was fetched from; absent where nothing is known of that. */
  readonly provenance?: Provenance;
  /** The layers; empty for plain tables of a workbook or an archive. */
  readonly layers: readonly InspectedLayer[];
  /** Rows and columns of a workbook's or an archive's table, else null. */
  readonly table: {
    readonly sheet: string | null;
    readonly rows: number;
    readonly columns: readonly InspectedField[];
  } | null;
  /** Tables that can be named after the path with #, beside the layers. */
  readonly tables: readonly string[];
}

/** Inspects `path[#inner]`; `samples` says whether values of the file may be shown. */
export async function inspectFile(inputs: Inputs, given: string, samples: boolean): Promise<InspectedFile> {
  const source = await sourceOf(inputs, given);
  const { layers, tables } = await contentsOf(inputs, source.path);
  const { inner } = source;
  const isAlone = layers.length + tables.length <= 1;
  const sheet = inner ?? (isAlone || isWorkbook(source.path) ? tables[0] : undefined);
  if (sheet !== undefined && isSheet(sheet, source.path, tables))
    return inspectTableOf(inputs, source, inner === undefined ? tables : [], samples);
  // Sheets are named and not described: each may be as large as the file.
  const described = [...layers, ...tables.filter((name) => !isSheet(name, source.path, tables))];
  const names: readonly (string | null)[] = inner !== undefined ? [inner] : isAlone ? [null] : described;
  const inspected: InspectedLayer[] = [];
  let last: { format: string; seal: Seal } | null = null;
  for (const name of names) {
    const read = await readFeatures(
      inputs,
      { path: source.path, ...(name === null ? {} : { inner: name }) },
      'layer',
    );
    const file = inputs.open(source.path, 'layer').name;
    inspected.push(await inspectFeatures(read.features, file, name, samples));
    last = read;
  }
  last ??= { format: 'zip', seal: (await inputs.open(source.path, 'layer').bytes()).seal };
  return {
    ...describe(source.path, last.format, last.seal),
    layers: inspected,
    tables: inner === undefined ? tables : [],
  };
}

/** The file that is meant, in a folder that holds one; columns of a lookup are passed over. */
async function sourceOf(inputs: Inputs, given: string): Promise<TableSource> {
  const parsed = parseLayer(given, inputs.exists);
  if (isEngland(parsed)) return { path: given };
  const path = await fileOfFolder(parsed.path, inputs);
  return isLookup(parsed) || parsed.inner === undefined ? { path } : { path, inner: parsed.inner };
}

/** What can be named after #; nothing where the file is its only layer. */
export async function contentsOf(inputs: Inputs, path: string): Promise<Contents> {
  const input = inputs.open(path, 'layer');
  if (looksLikeGeoJson(await input.start())) return { layers: [], tables: [] };
  const { listContents } = await import('../read/table-of-file.js');
  const { tools } = await readBeside(inputs, input);
  return listContents((await input.bytes()).bytes, input.name, tools);
}

/** Whether a name is that of a sheet: of the workbook itself, or of one in an archive. */
const isSheet = (name: string, path: string, tables: readonly string[]): boolean =>
  isWorkbook(path) || (tables.includes(name) && isWorkbook(name.split('#')[0]!));

async function inspectTableOf(
  inputs: Inputs,
  source: TableSource,
  tables: readonly string[],
  samples: boolean,
): Promise<InspectedFile> {
  const { table, format, seal } = await readTable(inputs, source, 'layer');
  return {
    ...describe(source.path, format, seal),
    table: { sheet: table.sheet, rows: table.rowCount, columns: inspectTable(table, samples) },
    tables,
  };
}

const describe = (path: string, format: string, seal: Seal): InspectedFile => ({
  file: nameOf(path),
  format,
  ...seal,
  layers: [],
  table: null,
  tables: [],
});
