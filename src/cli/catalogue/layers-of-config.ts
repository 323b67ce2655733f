/**
 * The layers of a config file, with what tells their vintage: an id of the catalogue, embedded figures, or the file itself.
 */
import { readFieldName } from '../../layer/field-name.js';
import { kindOfStem } from '../../layer/kinds.js';
import { isEngland, isLookup, parseLayer } from '../../run/layer-source.js';
import { inspectFile } from '../../run/inspect-file.js';
import type { Inputs } from '../../run/inputs.js';
import { InputError } from '../../trouble/input-error.js';
import type { ConfigFile } from '../../run/config/config-file.js';
import { choiceOf, wordCalled } from './find-entries.js';
import { idInText } from './id-in-text.js';
import { wordOf, type Catalogue, type Entry } from './catalogue.js';

/** A layer as it stands in a config. */
export interface DatedLayer {
  /** Its id there. */
  readonly id: string;
  /** How it is given there. */
  readonly given: string;
  /** The word of the catalogue that it is of; null where the catalogue has none of its kind. */
  readonly word: string | null;
  /** Year, or year and month; null where nothing tells. */
  readonly vintage: string | null;
  /** Units it has, and those in England, where they are known. */
  readonly units: NonNullable<Entry['units']>;
  /** Why nothing can be said of it; null for most. */
  readonly trouble: string | null;
}

/** The layers, in the order of the file. */
export async function layersOfConfig(
  file: ConfigFile,
  catalogue: Catalogue,
  inputs: Inputs,
): Promise<DatedLayer[]> {
  const dated: DatedLayer[] = [];
  for (const [id, entry] of Object.entries(file.config.layers ?? {})) {
    const given = typeof entry === 'string' ? entry : entry.file;
    dated.push({ id, given, ...(await datedOf(given, file, catalogue, inputs)) });
  }
  return dated;
}

type Dated = Omit<DatedLayer, 'id' | 'given'>;

async function datedOf(
  given: string,
  file: ConfigFile,
  catalogue: Catalogue,
  inputs: Inputs,
): Promise<Dated> {
  const named = inputs.exists(file.fromHere(given)) ? null : idInText(given);
  if (named !== null) {
    const { entry } = choiceOf(catalogue, named.id, null);
    return { word: wordOf(entry.id), vintage: entry.date, units: entry.units ?? {}, trouble: null };
  }
  const source = parseLayer(given, (path) => inputs.exists(file.fromHere(path)));
  if (isEngland(source))
    return {
      word: wordCalled(catalogue, source.england),
      vintage: source.year ?? null,
      units: {},
      trouble: source.year === undefined ? 'embedded figures; name their year to compare it' : null,
    };
  if (isLookup(source)) return ofField(source.group, catalogue);
  return ofFile(file.fromHere(source.path), source.inner, catalogue, inputs);
}

/** A layer of a lookup, which is what the name of its column says: `ICB24CD`. */
function ofField(field: string, catalogue: Catalogue): Dated {
  const read = readFieldName(field);
  const kind = read === null ? null : kindOfStem(read.stem);
  if (read === null || kind === null || read.vintage === null)
    return unknown(`nothing in the name ${field} tells what it is of`);
  return { word: wordCalled(catalogue, kind.id), vintage: read.vintage, units: {}, trouble: null };
}

async function ofFile(
  path: string,
  inner: string | undefined,
  catalogue: Catalogue,
  inputs: Inputs,
): Promise<Dated> {
  try {
    const { layers } = await inspectFile(inputs, inner === undefined ? path : `${path}#${inner}`, false);
    const layer = layers.find(({ kind }) => kind !== null);
    if (layer === undefined) return unknown('nothing in it tells what kind of areas it has');
    const word = wordCalled(catalogue, layer.kind!);
    if (layer.vintage === null) return { ...unknown('nothing in it tells its year'), word };
    const units = layer.units === null ? {} : { all: layer.units };
    return { word, vintage: layer.vintage, units, trouble: null };
  } catch (error) {
    if (error instanceof InputError) return unknown(error.trouble.message);
    throw error;
  }
}

const unknown = (trouble: string): Dated => ({ word: null, vintage: null, units: {}, trouble });
