/**
 * Units as people call them: official names without what is said of every one of them.
 */
import type { LayerRecord } from '../result/result.js';
import type { UnitRef } from './story.js';

const BODY =
  /^(?:NHS )?(.+?) (?:Integrated Care (?:Board|System)|ICB|Health and (?:Social )?Care Partnership|Sustainability and Transformation Partnership)$/i;

/** `NHS Frimley Integrated Care Board` → `Frimley`; a name that is not of that form stays. */
export const unitName = (name: string): string => name.replace(BODY, '$1');

/** A unit of a layer by its code; its code where it has no name. */
export const unitRef = (layer: Pick<LayerRecord, 'id'>, code: string, name: string): UnitRef => ({
  layer: layer.id,
  code,
  name: name === '' ? code : unitName(name),
});

/** Names in a sentence: `A, B and C`; told apart by commas where one has an "and" of its own, else by semicolons. */
export function nameList(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  if (names.some((name) => name.includes(','))) return names.join('; ');
  const before = names.some((name) => name.includes(' and ')) ? ', and' : ' and';
  return `${names.slice(0, -1).join(', ')}${before} ${names.at(-1)!}`;
}
