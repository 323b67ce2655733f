/**
 * From the layers of a request to layers: files opened, formats told, fields recognised, ids settled.
 */
import { atomStems } from '../layer/atoms.js';
import type { Layer } from '../layer/layer.js';
import type { Measure } from '../layer/people.js';
import { kindsCalled } from '../layer/kinds-called.js';
import { layersCalled } from '../layer/units-called.js';
import { stemCalled } from '../layer/stem-called.js';
import { unitsOfFaces } from '../layer/units-of-faces.js';
import { idFromFile } from '../read/id-from-file.js';
import { makeLayer, type LayerWishes } from '../read/make-layer.js';
import { prepareGiven } from '../read/systems/recognise-system.js';
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import { englandLayer, englandTableFor } from './england-figures.js';
import { shownName, shownPath } from './files.js';
import type { Inputs, LedgerLine } from './inputs.js';
import { placeOfLayer } from './keep-layer.js';
import { isEngland, isLookup, layerText } from './layer-source.js';
import { layerOfList, loadList, type LoadedList } from './load-list.js';
import { atomLayer, englandStem, lookupLayer } from './load-lookup.js';
import { isTextTable, noteRead, readTable, takeFeatures, takeTable } from './read-table.js';
import type { CommonWishes, EnglandSource, FileSource, LayerSource } from './request.js';

/** What a request says of fields and systems, by id of a layer. */
export interface LayerOptions extends Pick<CommonWishes, 'code' | 'name' | 'crs' | 'keep' | 'fill'> {
  /** True where faults in codes are to be found, not refused. */
  readonly lenient?: boolean;
  /** True where units of the first layer may overlap: neighbourhoods. */
  readonly firstOverlaps?: boolean;
}

export interface LoadedLayers {
  readonly layers: readonly Layer[];
  /** The lines of their files in the ledger, in the same order. */
  readonly lines: readonly LedgerLine[];
  /** People that came with an atom table, or null. */
  readonly people: Measure | null;
}

interface Loaded {
  readonly layer: Layer;
  readonly given: string | null;
  readonly line: LedgerLine;
  readonly people: Measure | null;
}

/** A list of areas, which becomes a layer once the lookups are there. */
interface ListToMake extends LoadedList {
  readonly given: string | null;
  readonly overlapping: boolean;
}

const made = (
  inputs: Inputs,
  { list, given, line, overlapping }: ListToMake,
  others: readonly Layer[],
): Loaded => ({
  layer: inputs.onceOf(list, JSON.stringify([others.map(({ id }) => id), overlapping]), () =>
    layerOfList(list, others, overlapping),
  ),
  given,
  line,
  people: null,
});

/** Loads all layers, in the order given; those that are lists of areas are made of the others. */
export async function loadLayers(
  inputs: Inputs,
  sources: readonly LayerSource[],
  options: LayerOptions,
  progress: (text: string) => void,
): Promise<LoadedLayers> {
  for (const system of Object.values(options.crs ?? {})) await prepareGiven(system);
  const ofEngland = sources.flatMap((source) => (isEngland(source) ? [source.england] : []));
  const read: (Loaded | ListToMake)[] = [];
  for (const [i, source] of sources.entries()) {
    const overlapping = i === 0 && options.firstOverlaps === true;
    const count = sources.length === 1 ? '' : ` (${i + 1} of ${sources.length})`;
    const step = (text: string): void => progress(text + count);
    read.push(await loadLayer(inputs, source, { ...options, overlapping, ofEngland }, step));
  }
  const others = read.flatMap((each) => ('list' in each ? [] : [each.layer]));
  const loaded = read.map((each): Loaded => ('list' in each ? made(inputs, each, others) : each));
  const layers = settleIds(
    inputs,
    loaded.map(({ layer, given, line }) => ({ layer, given, file: line.file })),
  );
  checkOptionIds(
    options,
    layers,
    sources.flatMap((source) => ('path' in source ? [idFromFile(source.path)] : [])),
  );
  loaded.forEach(({ line }, i) => (line.id = layers[i]!.id));
  const lines = loaded.map(({ line }) => line);
  return { layers, lines, people: loaded.find(({ people }) => people !== null)?.people ?? null };
}

async function loadLayer(
  inputs: Inputs,
  source: LayerSource,
  options: LayerOptions & { readonly overlapping: boolean; readonly ofEngland: readonly string[] },
  progress: (text: string) => void,
): Promise<Loaded | ListToMake> {
  if (isEngland(source)) return loadEngland(inputs, source, options.ofEngland);
  progress(`reading ${shownName(source.path)}`);
  const given = source.id ?? null;
  if (isLookup(source)) {
    const { table, line } = await takeTable(inputs, source, 'lookup', '');
    const { overlapping } = options;
    const key = JSON.stringify([layerText(source), overlapping]);
    const layer = inputs.onceOf(table, key, () => lookupLayer(table, source, overlapping));
    line.reading = layer.reading;
    return { layer, given, line, people: null };
  }
  if (source.inner !== undefined && isTextTable(source.path)) {
    const atoms = await loadAtoms(inputs, source, source.inner);
    if (atoms !== null) return atoms;
  }
  const list = await loadList(inputs, source);
  if (list !== null) return { ...list, given, overlapping: options.overlapping };
  const { code, name, crs, keep, fill, lenient } = options;
  const ofFaces = source.faces === true;
  const wishes = [given, ofFaces, { code, name, crs, keep, fill, lenient }, inputs.allowTruncated];
  const place = await placeOfLayer(inputs, source, 'layer', wishes);
  if (place.found !== null) {
    const line = noteRead(inputs, source, 'layer', '', place.found);
    line.reading = place.found.layer.reading;
    return { layer: place.found.layer, given, line, people: null };
  }
  const { features, line, ...read } = await takeFeatures(inputs, source, 'layer', '');
  const key = JSON.stringify([source, wishes]);
  const layer = inputs.onceOf(features, key, () =>
    makeLayer(ofFaces ? unitsOfFaces(features, given!) : features, shownPath(source.path), (id) => ({
      ...wishesFor([given ?? id, id, idFromFile(source.path)], options),
      allowTruncated: inputs.allowTruncated,
    })),
  );
  place.keep(layer, read);
  line.reading = layer.reading;
  return { layer, given, line, people: null };
}

/** A layer of an atom table, or null where the table has no such stem. */
async function loadAtoms(inputs: Inputs, source: FileSource, stem: string): Promise<Loaded | null> {
  const read = await readTable(inputs, { path: source.path }, 'atoms');
  const { table } = read;
  const stems = atomStems(table);
  const called = stemCalled(stems, stem, null).stem;
  if (called === null) {
    if (stems.length > 0) throw noSuchStem(source.path, stem, stems);
    return null;
  }
  const line = noteRead(inputs, source, 'atoms', '', read);
  const { layer, people } = inputs.onceOf(table, `atoms ${called}`, () => atomLayer(table, called, null));
  line.reading = layer.reading;
  return { layer, given: source.id ?? null, people, line };
}

/** A layer of the embedded figures, of the table that has all of them that the run asks for. */
async function loadEngland(inputs: Inputs, source: EnglandSource, words: readonly string[]): Promise<Loaded> {
  const read = await englandTableFor(inputs, words);
  const { format, seal } = read;
  const { stem, notes } = englandStem(read.table, source.england, source.year ?? null);
  const { layer: plain, people } = englandLayer(inputs, read, stem);
  const layer = notes.length === 0 ? plain : { ...plain, notes: [...plain.notes, ...notes] };
  const line = inputs.record({
    id: '',
    role: 'atoms',
    file: `england:${stem}`,
    format,
    seal,
    reading: layer.reading,
  });
  return { layer, given: source.id ?? null, people, line };
}

/** Options may name a layer by the id given to it, by the one it would get by itself, by its file, or by a word for its kind. */
function wishesFor(ids: readonly string[], options: LayerOptions): LayerWishes {
  const isCalled = (word: string): boolean => kindsCalled(word).some((kind) => ids.includes(kind.id));
  const of = <T>(byId: Readonly<Record<string, T>> = {}): T | undefined => {
    const key = ids.find((each) => Object.hasOwn(byId, each)) ?? Object.keys(byId).find(isCalled);
    return key === undefined ? undefined : byId[key];
  };
  const [code, name, system, keep] = [of(options.code), of(options.name), of(options.crs), of(options.keep)];
  return {
    fill: options.fill ?? 'parity',
    ...(options.lenient === true ? { lenient: true } : {}),
    ...(code === undefined ? {} : { code }),
    ...(name === undefined ? {} : { name }),
    ...(system === undefined ? {} : { system }),
    ...(keep === undefined ? {} : { keep }),
  };
}

/** Ids as given; else the kind, with the vintage where two vintages of a kind are loaded. */
function settleIds(
  inputs: Inputs,
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
  return loaded.map(({ layer }, i) => {
    const id = ids[i]!;
    return id === layer.id ? layer : inputs.onceOf(layer, `id ${id}`, () => ({ ...layer, id }));
  });
}

function checkOptionIds(
  options: LayerOptions,
  layers: readonly Layer[],
  idsOfFiles: readonly string[],
): void {
  const known = new Set([...idsOfFiles, ...layers.flatMap((layer) => [layer.id, layer.kind ?? layer.id])]);
  const words = [...known];
  for (const [option, map] of [
    ['--code', options.code],
    ['--name', options.name],
    ['--crs', options.crs],
    ['--keep', options.keep],
  ] as const) {
    for (const id of Object.keys(map ?? {})) {
      if (known.has(id)) continue;
      const called = layersCalled(id, layers);
      if (called.length === 1) continue;
      const guess = nearest(id, words);
      throw new InputError({
        id: 'option-for-no-layer',
        message:
          called.length === 0
            ? `${option} ${id}=… names a layer that is not loaded (layers: ${layers.map((layer) => layer.id).join(', ')})`
            : `${option} ${id}=… may be any of the layers ${called.map((layer) => layer.id).join(', ')}`,
        hint: guess === null ? 'Use one of these ids' : `Did you mean '${guess}'?`,
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
