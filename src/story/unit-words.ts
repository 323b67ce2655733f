/**
 * What units of a layer are called in a story: the shortest words that tell its layers apart.
 */
import { layerWords } from '../result/layer-words.js';
import type { LayerRecord, Result } from '../result/result.js';

export interface UnitWords {
  readonly one: string;
  readonly many: string;
}

/** `council`, `councils`; with tier or year where another of the layers has the same word. */
export function unitWords(layer: LayerRecord, { layers }: Pick<Result, 'layers'>): UnitWords {
  const { one, many, short } = layerWords(layer, { layers });
  const taken = layers.some(
    (other) => other.id !== layer.id && layerWords(other, { layers }).short === short,
  );
  return taken || layer.kind === null ? { one, many } : { one: short, many: several(short) };
}

const several = (word: string): string => (/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`);

/** `a council`, `an ICB`, `an LSOA`. */
export const withArticle = (word: string): string =>
  `${(/^[aeiou]/i.test(word) && !/^uni/i.test(word)) || /^[FHLMNRSX][A-Z]/.test(word) ? 'an' : 'a'} ${word}`;
