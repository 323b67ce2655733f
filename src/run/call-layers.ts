/**
 * Gives the layers of a run their words: what the user calls their units, their kind, or the words of their files.
 */
import type { Layer } from '../layer/layer.js';
import { saidWords } from '../layer/said-words.js';
import { nameLayers, type UnitWords } from '../layer/unit-words.js';
import { layersCalled } from '../layer/units-called.js';
import { idFromFile } from '../read/id-from-file.js';
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import type { Inputs } from './inputs.js';
import { isEngland, isLookup } from './layer-source.js';
import type { LayerSource } from './request.js';

/**
 * The layers with their words; `sources` are where each came from, in the same order, and `call` is what units are called
 * by id of a layer. Throws InputError where `call` names a layer that is not there, or says no words.
 */
export function callLayers(
  inputs: Inputs,
  layers: readonly Layer[],
  sources: readonly LayerSource[],
  call: Readonly<Record<string, string>> = {},
): readonly Layer[] {
  const said = new Map<Layer, UnitWords>();
  for (const [word, text] of Object.entries(call))
    said.set(layerSaid(word, layers, sources), saidWords(text, `--call ${word}=…`));
  const words = nameLayers(
    layers.map((layer, l) => ({
      kind: layer.kind,
      vintage: layer.vintage,
      origin: { ...originOf(layer, sources[l]!), codeField: layer.codeField, nameField: layer.nameField },
      said: said.get(layer) ?? null,
    })),
  );
  return layers.map((layer, l) =>
    inputs.onceOf(layer, JSON.stringify(words[l]), () => ({ ...layer, ...words[l] })),
  );
}

/** The id that the user gave (a group has one always), and the file. The columns of a lookup speak for its units. */
function originOf(
  layer: Layer,
  source: LayerSource,
): { given: string | null; file: string; inner?: string | undefined } {
  const given = source.id ?? null;
  if (given !== layer.id && given !== null) return { given: layer.id, file: '' };
  if (isEngland(source)) return { given, file: layer.id };
  const { path, inner } = source;
  return isLookup(source) ? { given: given ?? layer.id, file: path } : { given, file: path, inner };
}

function layerSaid(word: string, layers: readonly Layer[], sources: readonly LayerSource[]): Layer {
  const called = layersCalled(word, layers);
  if (called.length === 1) return called[0]!;
  const byFile = layers.filter((_, l) => {
    const source = sources[l]!;
    return 'path' in source && idFromFile(source.path) === word;
  });
  if (byFile.length === 1) return byFile[0]!;
  const ids = layers.map(({ id }) => id);
  const guess = nearest(word, ids);
  throw new InputError({
    id: 'option-for-no-layer',
    message:
      called.length === 0
        ? `--call ${word}=… names a layer that is not loaded (layers: ${ids.join(', ')})`
        : `--call ${word}=… may be any of the layers ${called.map(({ id }) => id).join(', ')}`,
    hint: guess === null ? 'Use one of these ids' : `Did you mean '${guess}'?`,
  });
}
