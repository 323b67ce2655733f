/**
 * `coterminous inspect`: what is in these files.
 */
import { inspectFeatures, type InspectedField, type InspectedLayer } from '../../read/inspect-features.js';
import { inspectTable } from '../../read/inspect-table.js';
import { parseLayerArgument } from '../../run/layer-argument.js';
import { fileText } from '../inspect-text.js';
import { looksLikeGeoJson, readFeatures } from '../../run/read-features.js';
import { exists, fileSource, peek, readWhole, stdinSource, type Seal, type Source } from '../read-source.js';
import { readTable } from '../../run/read-table.js';

export interface InspectOptions {
  readonly samples: boolean;
  readonly json: boolean;
}

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

/** Runs the command; returns its exit code. */
export async function runInspect(files: readonly string[], options: InspectOptions): Promise<number> {
  const inspected: InspectedFile[] = [];
  for (const given of files) inspected.push(await inspectFile(given, options.samples));
  const text = options.json
    ? `${JSON.stringify({ document: 'coterminous-inspection', version: 1, files: inspected }, null, 2)}\n`
    : inspected.map(fileText).join('\n');
  await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
  return 0;
}

async function inspectFile(given: string, samples: boolean): Promise<InspectedFile> {
  const argument = parseLayerArgument(given, exists);
  if (argument.form === 'stdin') {
    const { table, format, seal } = await readFeatures(stdinSource(), null);
    return describe('-', format, seal, [await inspectFeatures(table, 'standard input', null, samples)]);
  }
  const source = fileSource('path' in argument ? argument.path : given);
  const inner = argument.form === 'file' ? argument.inner : null;
  if (/\.xlsx$/i.test(source.name)) return inspectWorkbook(source, inner, samples);
  const names = inner !== null ? [inner] : await layerNames(source);
  const layers: InspectedLayer[] = [];
  let last: { format: string; seal: Seal } | null = null;
  for (const name of names) {
    const { table, format, seal } = await readFeatures(source, name);
    layers.push(await inspectFeatures(table, source.name, name, samples));
    last = { format, seal };
  }
  return describe(source.shortName, last!.format, last!.seal, layers);
}

/** The layers to name after #; a single null where the file is its only layer. */
async function layerNames(source: Source): Promise<(string | null)[]> {
  if (looksLikeGeoJson(await peek(source))) return [null];
  const { listBoundaryLayers } = await import('../../read/formats/formats.js');
  const { bytes } = await readWhole(source);
  const { layers } = await listBoundaryLayers(bytes, source.name);
  return layers.length > 1 ? layers : [null];
}

async function inspectWorkbook(
  source: Source,
  sheet: string | null,
  samples: boolean,
): Promise<InspectedFile> {
  const { table, format, seal } = await readTable(source, sheet);
  return {
    ...describe(source.shortName, format, seal, []),
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
