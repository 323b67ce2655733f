/**
 * The finding on a place in one sentence: in which layers it has several partners.
 */
import type { LayerRecord, Result } from '../result/result.js';
import { listText } from '../trouble/count-text.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { layersOfNow, takesInAll, type PlaceFacts, type PlaceLayer } from './place-facts.js';
import { unitWords, type UnitWords } from '../result/layer-words.js';

/** Layers named in a sentence. */
const MOST_NAMED = 4;

/**
 * What units of a layer are called beside those of other kinds: `ICBs`, whatever vintages of them there are.
 */
export function placeWords(layer: LayerRecord, { layers }: Result): UnitWords {
  const oneOfAKind = layers.filter(
    (other) => other.id === layer.id || layer.kind === null || other.kind !== layer.kind,
  );
  return unitWords(withoutYear(layer), { layers: oneOfAKind.map(withoutYear) });
}

/** Several units of a layer, with a capital, whatever vintages of them there are: `ICBs`. */
export const manyOfKind = (layer: LayerRecord, result: Result): string =>
  capital(placeWords(layer, result).many);

/** A layer whose short word says no year: `ICB`, not `ICB 2024`. */
const withoutYear = (layer: LayerRecord): LayerRecord =>
  layer.vintage !== null && layer.short?.endsWith(` ${layer.vintage}`) === true
    ? { ...layer, short: layer.short.slice(0, -layer.vintage.length - 1) }
    : layer;

/** The layers in which a place has several partners: those that cut it first, then the fewest. */
export const sharingLayers = (facts: PlaceFacts): PlaceLayer[] =>
  layersOfNow(facts)
    .filter(({ partners }) => partners.length > 1)
    .sort((p, q) => Number(isInside(p)) - Number(isInside(q)) || p.partners.length - q.partners.length);

/** Whether all partners lie whole inside the place. */
export const isInside = ({ partners }: PlaceLayer): boolean =>
  partners.length > 0 && partners.every(({ role }) => role === 'inside the place');

/** `North Yorkshire deals with three ICBs, and one of everything else`. */
export function placeHeadline(facts: PlaceFacts, result: Result): string {
  const { place } = facts;
  const several = sharingLayers(facts);
  const now = layersOfNow(facts);
  const single = now.filter(({ partners }) => partners.length === 1);
  const none = now.filter(({ partners }) => partners.length === 0);
  const without = none.map(({ layer }) => `no ${placeWords(layer, result).one}`);
  const lacks = without.length === 0 ? [] : [listText(without.slice(0, MOST_NAMED))];
  if (several.length === 0) {
    const allWhole = single.every(({ partners }) => takesInAll(partners[0]!));
    if (single.length === 1 && none.length === 0) {
      const [{ layer, partners }] = single as [PlaceLayer];
      const [only] = partners;
      const { one } = placeWords(layer, result);
      if (only!.role === 'same area') return `${place.name} is the same area as one ${one}`;
      return allWhole
        ? `${place.name} lies whole in one ${one}, ${only!.unit.name}`
        : `${place.name} deals with one ${one}, ${only!.unit.name}, which has only part of it`;
    }
    if (single.length === 0) return `${place.name} has ${lacks.join('')}`;
    const rest = lacks.length === 0 ? '' : `, but ${lacks[0]!}`;
    if (allWhole)
      return lacks.length === 0
        ? `${place.name} has one of each: every partner takes in the whole place`
        : `${place.name} has one of each partner${rest}`;
    return `${place.name} has one of each partner${rest}${rest === '' ? ', but not all of them take in the whole place' : ''}`;
  }
  const named = several.slice(0, MOST_NAMED).map(({ layer, partners }) => {
    const words = placeWords(layer, result);
    return countedUnits(partners.length, words);
  });
  const more = several.length - named.length;
  const all = [...named, ...(more > 0 ? [`several of ${numberText(more)} more kinds`] : [])];
  const rest =
    single.length === 0
      ? ''
      : single.length === 1
        ? ` and one ${placeWords(single[0]!.layer, result).one}`
        : ', and one of everything else';
  return `${place.name} deals with ${listText(all)}${rest}${lacks.length === 0 ? '' : `; it has ${lacks[0]!}`}`;
}
