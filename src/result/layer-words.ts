/**
 * What the layers of a result are called for those who write it, by their ids.
 */
import { tierForms, type UnitWords } from '../layer/unit-words.js';
import type { LayerRecord, Result } from './result.js';
import { spaced } from '../trouble/count-text.js';

type Layers = Pick<Result, 'layers'>;

/** What one unit is called, several, and one where room is short. */
export type LayerWords = Pick<LayerRecord, 'one' | 'many' | 'short'>;

/** Words for a layer of a result: its record has them, apart from those of the other layers. */
export const layerWords: (layer: LayerRecord, of: Layers) => LayerWords = ({ one, many, short }) => ({
  one,
  many,
  short,
});

/**
 * The units of a layer by its id: `ICBs`, `localities`. Where more is said behind a comma (`icb, each place once`) it
 * stays; what is no layer of the result is called by the words of its id.
 */
export function layerNamed(id: string, { layers }: Layers): string {
  const [own = '', ...more] = id.split(',');
  const name = layers.find((layer) => layer.id === own)?.many ?? spaced(own);
  return [name, ...more].join(',');
}

/** Two layers by their ids: `ICBs and localities`. */
export const layersNamed = (ids: readonly string[], result: Layers): string =>
  ids.map((id) => layerNamed(id, result)).join(' and ');

/** The units of a layer with the year of its boundaries, where it is known and not said yet: `ICBs, 2024`. */
export const manyOfYear = ({ many, vintage }: LayerRecord): string =>
  vintage === null || many.includes(vintage) ? many : `${many}, ${vintage}`;

/**
 * One and several in a sentence, by the shortest words that tell the layers apart: `council`, or `lower-tier council`
 * beside upper-tier ones, or `ICB of 2023` beside those of another year.
 */
export function unitWords(layer: LayerRecord, { layers }: Layers): UnitWords {
  const others = layers.filter(({ id }) => id !== layer.id).map(formsOf);
  const forms = formsOf(layer);
  return forms.find(({ one }, i) => others.every((other) => other[i]!.one !== one)) ?? forms[0]!;
}

const formsOf = ({ one, many, noun, nouns }: LayerRecord): UnitWords[] => [
  ...tierForms({ one: noun, many: nouns }),
  { one, many },
];

/** One and several where there is nothing to tell them from: `ICB`, whichever year; `unit` where only a file names them. */
export function unitNouns({ kind, noun, nouns }: LayerRecord): UnitWords {
  const [words] = tierForms({ one: noun, many: nouns });
  return kind === null && / unit$/.test(words.one) ? { one: 'unit', many: 'units' } : words;
}

export type { UnitWords } from '../layer/unit-words.js';
