/**
 * What units of a layer are called in sentences.
 *
 *     councils (lower tier or unitary) ──► lower-tier or unitary councils, lower-tier or unitary council
 */
import type { LayerRecord, Result } from './result.js';

export interface LayerWords {
  readonly many: string;
  readonly one: string;
  /** Without what tells councils of two tiers apart: `council`. */
  readonly short: string;
}

/** Words for a layer; two layers of one kind are told apart by their vintage, or their id. */
export function layerWords(layer: LayerRecord, { layers }: Pick<Result, 'layers'>): LayerWords {
  const [, noun, tier] = /^(.*?)(?: \((.*)\))?$/.exec(layer.title)!;
  if (layer.kind === null) return { many: `${layer.title} units`, one: `${layer.title} unit`, short: 'unit' };
  const before = tier === undefined ? '' : `${tier.replace(/\b(lower|upper) tier/g, '$1-tier')} `;
  const short = singular(noun!);
  const twins = layers.filter(({ kind }) => kind === layer.kind);
  const sameVintage = twins.some((twin) => twin !== layer && twin.vintage === layer.vintage);
  const after = twins.length < 2 ? '' : ` of ${sameVintage ? layer.id : (layer.vintage ?? layer.id)}`;
  return { many: `${before}${noun}${after}`, one: `${before}${short}${after}`, short };
}

const singular = (noun: string): string =>
  noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : noun.replace(/s$/, '');
