/**
 * What is in a file: its layers, fields and system, or the columns of a workbook.
 */
import { looksLikeGeoJson } from '../read/formats/json-kinds.js';
import { inspectFeatures, type InspectedField, type InspectedLayer } from '../read/inspect-features.js';
import { inspectTable } from '../read/inspect-table.js';
import { nameOf } from './files.js';
import type { Seal } from './input.js';
import type { Inputs } from './inputs.js';
import { isEngland, isLookup, parseLayer } from './layer-source.js';
import { filesBeside, readFeatures, UNPACK_LIMIT } from './read-features.js';
import { isWorkbook, readTable } from './read-table.js';
import type { TableSource } from './request.js';

/** One file as it was found. */
export interface InspectedFile {
  readonly file: string;
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The layers; empty for a plain table of a workbook. */
  readonly layers: readonly InspectedLayer[];
  /** Rows and columns of a workbook's table, else null. */
  readonly table: {
    readonly sheet: string | null;
    readonly rows: number;
    readonly columns: readonly InspectedField[];
  } | null;
}

/** Inspects `path[#inner]`; `samples` says whether values of the file may be shown. */
export async function inspectFile(inputs: Inputs, given: string, samples: boolean): Promise<InspectedFile> {
  const parsed = parseLayer(given, inputs.exists);
  const source: TableSource = isEngland(parsed)
    ? { path: given }
    : {
        path: parsed.path,
        ...(isLookup(parsed) || parsed.inner === undefined ? {} : { inner: parsed.inner }),
      };
  if (isWorkbook(source.path)) return inspectWorkbook(inputs, source, samples);
  const names = source.inner !== undefined ? [source.inner] : await layerNames(inputs, source.path);
  const layers: InspectedLayer[] = [];
  let last: { format: string; seal: Seal } | null = null;
  for (const name of names) {
    const inner = name === null ? {} : { inner: name };
    const { features, format, seal } = await readFeatures(inputs, { path: source.path, ...inner }, 'layer');
    layers.push(await inspectFeatures(features, inputs.open(source.path, 'layer').name, name, samples));
    last = { format, seal };
  }
  return describe(nameOf(source.path), last!.format, last!.seal, layers);
}

/** The layers to name after #; a single null where the file is its only layer. */
async function layerNames(inputs: Inputs, path: string): Promise<(string | null)[]> {
  const input = inputs.open(path, 'layer');
  if (looksLikeGeoJson(await input.start())) return [null];
  const { listBoundaryLayers, siblingExtensionsOf } = await import('../read/formats/formats.js');
  const { bytes } = await input.bytes();
  const { siblings } = await filesBeside(inputs, input, siblingExtensionsOf(input.name));
  const { layers } = await listBoundaryLayers(bytes, input.name, { siblings, unpackLimit: UNPACK_LIMIT });
  return layers.length > 1 ? layers : [null];
}

async function inspectWorkbook(
  inputs: Inputs,
  source: TableSource,
  samples: boolean,
): Promise<InspectedFile> {
  const { table, format, seal } = await readTable(inputs, source, 'layer');
  return {
    ...describe(nameOf(source.path), format, seal, []),
    table: { sheet: table.sheet, rows: table.rowCount, columns: inspectTable(table, samples) },
  };
}

const describe = (
  file: string,
  format: string,
  seal: Seal,
  layers: readonly InspectedLayer[],
): InspectedFile => ({
  file,
  format,
  ...seal,
  layers,
  table: null,
});
