/**
 * Headings of tables as people read them; the headings of the contract stay in the CSV and in the notes on columns.
 *
 *     pct_of_icb_residents ──► % of ICB residents        main_icb_name ──► main ICB        overlap_ha ──► overlap (ha)
 */
import type { LayerRecord, Result } from '../../result/result.js';
import type { Column } from '../../result/table.js';
import { layerWords } from './layer-words.js';

const UNITS: Readonly<Record<string, string>> = { ha: 'ha', m: 'm', km: 'km' };

/** The heading in words. */
export function headingText({ heading }: Column, result: Pick<Result, 'layers'>): string {
  const layers = [...result.layers].sort((p, q) => q.id.length - p.id.length);
  const marked = layers.reduce(
    (words, { id }, i) =>
      words.replace(new RegExp(`(^|_)${escapeRegExp(id)}(?=_|$)`, 'g'), `$1\uE000${i}\uE000`),
    heading,
  );
  const words = marked
    .replace(/_name$/, '')
    .replace(/^pct_/, '%_')
    .split('_');
  const unit = words.length > 1 ? UNITS[words.at(-1)!] : undefined;
  if (unit !== undefined) words[words.length - 1] = `(${unit})`;
  const sentence = words
    .join(' ')
    .replace(/\uE000(\d+)\uE000/g, (_, i: string) => shortWord(layers[Number(i)]!, result));
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const shortWord = (layer: LayerRecord, result: Pick<Result, 'layers'>): string =>
  layer.kind === null || result.layers.filter(({ kind }) => kind === layer.kind).length > 1
    ? layer.id.replaceAll('_', ' ')
    : layerWords(layer, result).short;

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
