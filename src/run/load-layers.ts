/**
 * From LAYER arguments to layers: files opened, formats told, fields recognised, ids settled.
 */
import { atomStems } from '../layer/atoms.js';
import type { Layer } from '../layer/layer.js';
import type { Measure } from '../layer/people.js';
import { headingKey } from '../layer/table.js';
import type { InputRecord } from '../result/result.js';
import { makeLayer, type LayerWishes } from '../read/make-layer.js';
import { prepareGiven } from '../read/systems/recognise-system.js';
import { InputError } from '../trouble/input-error.js';
import { embedded } from '../cli/embedded-data.js';
import { atomLayer, englandStem, lookupLayer } from './load-lookup.js';
import { parseLayerArgument, type LayerArgument } from './layer-argument.js';
import { isTextTable, readTable } from './read-table.js';
import { readFeatures } from './read-features.js';
import { exists, fileSource, stdinSource, type Source } from '../cli/read-source.js';

/** What the options say of one layer, found by its id. */
export interface LayerOptions {
  readonly code: ReadonlyMap<string, string>;
  readonly name: ReadonlyMap<string, string>;
  readonly crs: ReadonlyMap<string, string>;
  readonly keep: ReadonlyMap<string, readonly string[]>;
  readonly fill: 'parity' | 'union';
  /** True where faults in codes are to be found, not refused. */
  readonly lenient?: boolean;
}

export interface LoadedLayers {
  readonly layers: readonly Layer[];
  readonly inputs: readonly InputRecord[];
  /** People that came with an atom table, or null. */
  readonly people: Measure | null;
}

interface Loaded {
  readonly layer: Layer;
  readonly given: string | null;
  readonly input: Omit<InputRecord, 'id'>;
  readonly people: Measure | null;
}

/** Loads all layers, in the order given. */
export async function loadLayers(
  argumentsGiven: readonly string[],
  options: LayerOptions,
  progress: (text: string) => void,
): Promise<LoadedLayers> {
  const parsed = argumentsGiven.map((argument) => parseLayerArgument(argument, exists));
  if (parsed.filter((argument) => argument.form === 'stdin').length > 1) throw stdinTwice();
  for (const system of options.crs.values()) await prepareGiven(system);
  const loaded: Loaded[] = [];
  for (const argument of parsed) loaded.push(await loadLayer(argument, options, progress));
  const layers = settleIds(loaded.map(({ layer, given, input }) => ({ layer, given, file: input.file })));
  checkOptionIds(options, layers);
  return {
    layers,
    inputs: loaded.map(({ input }, i) => ({ id: layers[i]!.id, ...input })),
    people: loaded.find(({ people }) => people !== null)?.people ?? null,
  };
}

async function loadLayer(
  argument: LayerArgument,
  options: LayerOptions,
  progress: (text: string) => void,
): Promise<Loaded> {
  if (argument.form === 'lookup') return loadLookup(argument, progress);
  if (argument.form === 'england') return loadEngland(argument);
  const source = argument.form === 'stdin' ? stdinSource() : fileSource(argument.path);
  const inner = argument.form === 'stdin' ? null : argument.inner;
  if (inner !== null && isTextTable(source.name)) {
    const atoms = await loadAtoms(source, inner, argument.id);
    if (atoms !== null) return atoms;
  }
  progress(`reading ${source.shortName}`);
  const { table, format, seal } = await readFeatures(source, inner);
  const layer = makeLayer(table, source.name, (id) => wishesFor(id, argument.id, options));
  const file = inner === null ? source.shortName : `${source.shortName}#${inner}`;
  return { layer, given: argument.id, input: { role: 'layer', file, format, ...seal }, people: null };
}

async function loadLookup(
  argument: Extract<LayerArgument, { form: 'lookup' }>,
  progress: (text: string) => void,
): Promise<Loaded> {
  const source = fileSource(argument.path);
  progress(`reading ${source.shortName}`);
  const { table, format, seal } = await readTable(source, null);
  const input = { role: 'lookup', file: source.shortName, format, ...seal };
  return { layer: lookupLayer(table, argument), given: argument.id, input, people: null };
}

/** A layer of an atom table, or null where the table has no such stem. */
async function loadAtoms(source: Source, stem: string, given: string | null): Promise<Loaded | null> {
  const { table, format, seal } = await readTable(source, null);
  const stems = atomStems(table);
  if (!stems.includes(headingKey(stem))) {
    if (stems.length > 0) throw noSuchStem(source.name, stem, stems);
    return null;
  }
  const { layer, people } = atomLayer(table, stem, null);
  return {
    layer,
    given,
    people,
    input: { role: 'atoms', file: `${source.shortName}#${stem}`, format, ...seal },
  };
}

const DERIVED_2026 =
  'ICBs of 2026 are derived from sub-ICB and district succession, not taken from the ONS lookup';

async function loadEngland(argument: Extract<LayerArgument, { form: 'england' }>): Promise<Loaded> {
  const { table, format, seal } = await readTable(fileSource(embedded('england/atoms.csv')), null);
  const stem = englandStem(table, argument.layer, argument.year);
  const { layer: found, people } = atomLayer(table, stem, 'usual residents, Census 2021');
  // The embedded figures need no telling how their columns were read.
  const layer = { ...found, notes: stem === 'icb_2026' ? [DERIVED_2026] : [] };
  return {
    layer,
    given: argument.id,
    people,
    input: { role: 'atoms', file: `england:${stem}`, format, ...seal },
  };
}

/** Options may name a layer by the id given to it or by the one it would get by itself. */
function wishesFor(id: string, given: string | null, options: LayerOptions): LayerWishes {
  const of = <T>(map: ReadonlyMap<string, T>): T | undefined => map.get(given ?? id) ?? map.get(id);
  const [code, name, system, keep] = [of(options.code), of(options.name), of(options.crs), of(options.keep)];
  return {
    fill: options.fill,
    ...(options.lenient === true ? { lenient: true } : {}),
    ...(code === undefined ? {} : { code }),
    ...(name === undefined ? {} : { name }),
    ...(system === undefined ? {} : { system }),
    ...(keep === undefined ? {} : { keep }),
  };
}

/** Ids as given; else the kind, with the vintage where two vintages of a kind are loaded. */
export function settleIds(
  loaded: readonly { readonly layer: Layer; readonly given: string | null; readonly file: string }[],
): Layer[] {
  const natural = loaded.map(({ layer, given }) => given ?? layer.id);
  const ids = loaded.map(({ layer, given }, i) => {
    const alone = natural.filter((id) => id === natural[i]).length === 1;
    return given !== null || alone || layer.vintage === null
      ? natural[i]!
      : `${natural[i]!}_${layer.vintage}`;
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

const noSuchStem = (file: string, stem: string, stems: readonly string[]): InputError =>
  new InputError({
    id: 'no-such-atom-layer',
    file,
    message: `the atom table has no layer '${stem}'; it has ${stems.join(', ')}`,
    hint: 'Name one of these after the #',
  });

const stdinTwice = (): InputError =>
  new InputError({
    id: 'stdin-twice',
    message: "standard input ('-') is given for more than one layer",
    hint: 'Give one of them as a file',
  });
