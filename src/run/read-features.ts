/**
 * The features of a file or of standard input, in whatever format: through the desk, noted in its ledger.
 */
import { boundsOf } from '../layer/coordinate-system.js';
import type { FeatureTable } from '../layer/feature-table.js';
import { refuseNhsNumbersOf } from '../read/table/refuse-nhs-numbers.js';
import type { ReadingTools } from '../read/formats/format.js';
import { looksLikeGeoJson } from '../read/formats/json-kinds.js';
import { createGeoJsonReader } from '../read/geojson/geojson-reader.js';
import { withIdsAsField } from '../read/ids-as-field.js';
import { prepareToRecognise } from '../read/systems/recognise-system.js';
import { isWebAddress, nameOf, STANDARD_INPUT } from './files.js';
import { fileChanged, type Input, type Seal } from './input.js';
import type { InputRole } from './input-role.js';
import type { Inputs, LedgerLine } from './inputs.js';
import type { TableSource } from './request.js';

/** Most bytes that a compressed file may unpack to. */
const UNPACK_LIMIT = 4 * 2 ** 30;

/** What this desk lends whoever reads a file. */
export const toolsOf = ({ files: { converter, maxMemory = Infinity } }: Inputs): ReadingTools => ({
  unpackLimit: Math.min(UNPACK_LIMIT, maxMemory),
  ...(converter === undefined ? {} : { converter }),
});

export interface ReadFeatures {
  readonly table: FeatureTable;
  readonly features: FeatureTable;
  readonly format: string;
  readonly seal: Seal;
  /** Files beside it that were read too. */
  readonly sidecars: readonly Pick<LedgerLine, 'file' | 'format' | 'seal'>[];
}

/** Features of a source, and what it takes to recognise their coordinate system. Others who ask get the same. */
export async function readFeatures(
  inputs: Inputs,
  source: TableSource,
  role: InputRole,
): Promise<ReadFeatures> {
  const inner = source.inner ?? null;
  const input = inputs.open(source.path, role);
  return inputs.reading(source.path, `features ${inner ?? ''}`, async () => {
    const read = await readAnyFormat(inputs, input, inner);
    refuseNhsNumbersOf(read.table, input.name);
    const { statedSystem, shapes, points } = read.table;
    await prepareToRecognise(statedSystem, boundsOf(shapes.coordinates, points));
    return { ...read, features: read.table };
  });
}

async function readAnyFormat(
  inputs: Inputs,
  input: Input,
  inner: string | null,
): Promise<Omit<ReadFeatures, 'features'>> {
  const start = await input.start();
  if (inner === null && looksLikeGeoJson(start)) {
    if (inputs.isWantedAgain(input.path)) await input.keep();
    const ahead = inputs.files.partsOf?.(input.path) ?? null;
    const reader = createGeoJsonReader(input.name, input.size ?? 0, ahead);
    const seal = await input.feed((chunk) => reader.push(chunk), ahead);
    if (ahead?.isUnchanged() === false) throw fileChanged(input.name);
    return { table: withIdsAsField(reader.finish()), format: 'geojson', seal, sidecars: [] };
  }
  const { boundaryFormats, chooseLayer, listBoundaryLayers, readBoundaryFile } =
    await import('../read/formats/formats.js');
  // What begins like no format is refused by its beginning, however long it is.
  const bareName = input.name.replace(/\.gz$/i, '');
  if (!boundaryFormats.some((format) => format.detect(start, bareName)))
    await readBoundaryFile(start, bareName);
  const { bytes, seal } = await input.bytes();
  const { tools, sidecars } = await readBeside(inputs, input);
  const { format, table } = await readBoundaryFile(bytes, input.name, inner, tools);
  if (inner !== null && ONE_LAYER.includes(format.id))
    chooseLayer((await listBoundaryLayers(bytes, input.name, tools)).layers, inner, input.name);
  return { table, format: format.id, seal, sidecars };
}

/** The files that belong beside one, as tools to read it with and as lines for the ledger. */
export async function readBeside(
  inputs: Inputs,
  input: Input,
): Promise<{ tools: ReadingTools; sidecars: ReadFeatures['sidecars'] }> {
  const { siblingExtensionsOf } = await import('../read/formats/formats.js');
  const siblings: Record<string, Uint8Array> = {};
  const sidecars: Pick<LedgerLine, 'file' | 'format' | 'seal'>[] = [];
  for (const extension of siblingExtensionsOf(input.name)) {
    const path = besidePath(inputs, input.path, extension);
    if (path === null) continue;
    const sidecar = await inputs.open(path, 'sidecar').bytes();
    siblings[extension] = sidecar.bytes;
    sidecars.push({ file: nameOf(path), format: extension.slice(1), seal: sidecar.seal });
  }
  return { tools: { ...toolsOf(inputs), siblings }, sidecars };
}

/** The file of the same name with another ending, in either case, or null. */
export function besidePath(inputs: Inputs, path: string, extension: string): string | null {
  if (path === STANDARD_INPUT || isWebAddress(path)) return null;
  const stem = path.slice(0, path.length - nameOf(path).length) + nameOf(path).replace(/\.[^.]*$/, '');
  return [extension, extension.toUpperCase()].map((each) => stem + each).find(inputs.exists) ?? null;
}

/** Formats that hold one layer; a name after # must be the name of that one. */
const ONE_LAYER = ['geojson', 'csv', 'shapefile', 'flatgeobuf', 'geoparquet'];
