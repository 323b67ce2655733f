/**
 * From LAYER arguments to layers: files opened, formats told, fields recognised, ids settled.
 */
import type { FeatureTable } from '../layer/feature-table.js';
import type { Layer } from '../layer/layer.js';
import type { InputRecord } from '../measures/result.js';
import { createGeoJsonReader } from '../read/geojson/geojson-reader.js';
import { makeLayer, type LayerWishes } from '../read/make-layer.js';
import { InputError } from '../trouble/input-error.js';
import { parseLayerArgument, type LayerArgument } from './layer-argument.js';
import { exists, fileSource, peek, readUnpacked, readWhole, stdinSource, type Seal, type Source } from './read-source.js';

/** What the options say of one layer, found by its id. */
export interface LayerOptions {
  readonly code: ReadonlyMap<string, string>;
  readonly name: ReadonlyMap<string, string>;
  readonly crs: ReadonlyMap<string, string>;
  readonly keep: ReadonlyMap<string, readonly string[]>;
  readonly fill: 'parity' | 'union';
}

export interface LoadedLayers {
  readonly layers: readonly Layer[];
  readonly inputs: readonly InputRecord[];
}

interface Loaded {
  readonly layer: Layer;
  readonly given: string | null;
  readonly input: Omit<InputRecord, 'id'>;
}

/** Loads all layers, in the order given. */
export async function loadLayers(
  argumentsGiven: readonly string[],
  options: LayerOptions,
  progress: (text: string) => void,
): Promise<LoadedLayers> {
  const parsed = argumentsGiven.map((argument) => parseLayerArgument(argument, exists));
  if (parsed.filter((argument) => argument.form === 'stdin').length > 1) throw stdinTwice();
  const loaded: Loaded[] = [];
  for (const argument of parsed) loaded.push(await loadLayer(argument, options, progress));
  const layers = settleIds(loaded.map(({ layer, given, input }) => ({ layer, given, file: input.file })));
  checkOptionIds(options, layers);
  return { layers, inputs: loaded.map(({ input }, i) => ({ id: layers[i]!.id, ...input })) };
}

async function loadLayer(
  argument: LayerArgument,
  options: LayerOptions,
  progress: (text: string) => void,
): Promise<Loaded> {
  if (argument.form === 'lookup' || argument.form === 'england') throw notShapes(argument);
  const source = argument.form === 'stdin' ? stdinSource() : fileSource(argument.path);
  const inner = argument.form === 'stdin' ? null : argument.inner;
  progress(`reading ${source.shortName}`);
  const { table, format, seal } = await readFeatures(source, inner);
  const layer = makeLayer(table, source.name, (id) => wishesFor(id, argument.id, options));
  const file = inner === null ? source.shortName : `${source.shortName}#${inner}`;
  return { layer, given: argument.id, input: { role: 'layer', file, format, ...seal } };
}

/** Options may name a layer by the id given to it or by the one it would get by itself. */
function wishesFor(id: string, given: string | null, options: LayerOptions): LayerWishes {
  const of = <T>(map: ReadonlyMap<string, T>): T | undefined => map.get(given ?? id) ?? map.get(id);
  const [code, name, system, keep] = [of(options.code), of(options.name), of(options.crs), of(options.keep)];
  return {
    fill: options.fill,
    ...(code === undefined ? {} : { code }),
    ...(name === undefined ? {} : { name }),
    ...(system === undefined ? {} : { system }),
    ...(keep === undefined ? {} : { keep }),
  };
}

/** Features of a source in whatever format. GeoJSON streams; other formats are read whole. */
export async function readFeatures(
  source: Source,
  inner: string | null,
): Promise<{ table: FeatureTable; format: string; seal: Seal }> {
  if (inner === null && (source.size === null || looksLikeGeoJson(await peek(source)))) {
    const reader = createGeoJsonReader(source.name, source.size ?? 0);
    const seal = await readUnpacked(source, (chunk) => reader.push(chunk));
    return { table: reader.finish(), format: 'geojson', seal };
  }
  const { readBoundaryFile } = await import('../read/formats/formats.js');
  const { bytes, seal } = await readWhole(source);
  const siblings: Record<string, Uint8Array> = {};
  for (const extension of ['.dbf', '.prj', '.cpg', '.shx']) {
    const other = source.beside(extension);
    if (other !== null) siblings[extension] = (await readWhole(other)).bytes;
  }
  const { format, table } = await readBoundaryFile(bytes, source.name, inner, { siblings, unpackLimit: 4 * 2 ** 30 });
  return { table, format: format.id, seal };
}

/** Text that begins like JSON and is not TopoJSON; everything else is for the other readers to tell. */
function looksLikeGeoJson(start: Uint8Array): boolean {
  const text = new TextDecoder().decode(start).replace(/^[\ufeff\u001e\s]+/, '');
  if (text === '') return true;
  return /^[{[]/.test(text) && !/"type"\s*:\s*"Topology"/.test(text);
}

/** Ids as given; else the kind, with the vintage where two vintages of a kind are loaded. */
export function settleIds(
  loaded: readonly { readonly layer: Layer; readonly given: string | null; readonly file: string }[],
): Layer[] {
  const natural = loaded.map(({ layer, given }) => given ?? layer.id);
  const ids = loaded.map(({ layer, given }, i) => {
    const alone = natural.filter((id) => id === natural[i]).length === 1;
    return given !== null || alone || layer.vintage === null ? natural[i]! : `${natural[i]!}_${layer.vintage}`;
  });
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) {
    const files = loaded.filter((_, i) => ids[i] === twice).map(({ file }) => file);
    throw new InputError({
      id: 'same-id',
      file: files.join(', '),
      message: `two layers would both be called '${twice}'`,
      hint: 'Give each an id of its own, e.g. before=FILE after=FILE',
    });
  }
  return loaded.map(({ layer }, i) => ({ ...layer, id: ids[i]! }));
}

function checkOptionIds(options: LayerOptions, layers: readonly Layer[]): void {
  const known = new Set(layers.flatMap((layer) => [layer.id, layer.kind ?? layer.id]));
  for (const [option, map] of [
    ['--code', options.code],
    ['--name', options.name],
    ['--crs', options.crs],
    ['--keep', options.keep],
  ] as const) {
    for (const id of map.keys()) {
      if (known.has(id)) continue;
      throw new InputError({
        id: 'option-for-no-layer',
        message: `${option} ${id}=… names a layer that is not loaded (layers: ${layers.map((layer) => layer.id).join(', ')})`,
        hint: 'Use one of these ids',
      });
    }
  }
}

const stdinTwice = (): InputError =>
  new InputError({
    id: 'stdin-twice',
    message: "standard input ('-') is given for more than one layer",
    hint: 'Give one of them as a file',
  });

const notShapes = (argument: { id: string | null }): InputError =>
  new InputError({
    id: 'layer-without-shapes',
    ...(argument.id === null ? {} : { unit: argument.id }),
    message: 'a layer given by lookup has no shapes, and this command needs shapes',
    hint: 'Give a boundary file',
  });
