/**
 * What units of a layer are called where a sentence needs no more: `council` and `councils`, whichever tier and year.
 */
import { layerWords } from '../result/layer-words.js';
import type { LayerRecord, Result } from '../result/result.js';

export interface Nouns {
  readonly one: string;
  readonly many: string;
}

/** The bare nouns of a layer; of one that the result does not have `unit` and `units`. */
export function unitNouns(layer: LayerRecord | undefined, result: Pick<Result, 'layers'>): Nouns {
  if (layer === undefined) return { one: 'unit', many: 'units' };
  const one = layerWords(layer, result).short;
  return { one, many: layer.kind === null ? `${one}s` : layer.title.replace(/ \(.*\)$/, '') };
}
