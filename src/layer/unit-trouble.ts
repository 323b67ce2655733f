/**
 * What is said of a word that stands for no unit, or for several.
 */
import { bareWord } from './unit-words.js';
import { InputError, type InputTrouble, type Offer } from '../trouble/input-error.js';
import { distinctPlaces, type Place, type UnitsCalled } from './units-called.js';

/** Most places listed in an error. */
const LISTED = 8;

/** What a place is called in messages: name, kind, vintage, code. */
export function describePlace({ layer, unit }: Place): string {
  const vintage = layer.vintage === null ? '' : `, ${layer.vintage}`;
  return `${layer.names[unit]!} (${bareWord(layer, 1)}${vintage}, ${layer.codes[unit]!})`;
}

/** Where a word was given: its file and place in it, or the option. */
export interface WordPlace {
  readonly file?: string;
  readonly place?: string;
  /** Said before the word: `--never`. */
  readonly option?: string;
}

/** Several places are called so, or have it in their names. */
export function ambiguousPlace(word: string, places: readonly Place[], at: WordPlace = {}): InputError {
  const distinct = distinctPlaces(places);
  const more = distinct.length > LISTED ? ` and ${distinct.length - LISTED} more` : '';
  return wordError('place-ambiguous', word, at, {
    message: `several places have that in their name: ${distinct.slice(0, LISTED).map(describePlace).join('; ')}${more}`,
    hint: `Give the whole name or the code, or say which layer, as ${distinct.slice(0, 2).map(saidOf).join(' or ')}`,
    offers: [codesOf(distinct)],
  });
}

/** No place is called so; those that nearly are, are offered. */
export function unknownPlace(word: string, called: UnitsCalled, at: WordPlace = {}): InputError {
  const { places } = called.find(word);
  const suggestions = places.length > 0 ? places.slice(0, LISTED) : called.nearest(word, LISTED);
  return wordError('place-unknown', word, at, {
    message: 'no place has that name or code',
    hint:
      suggestions.length === 0
        ? 'Give a name as it stands in the layers, or a GSS or ODS code'
        : `Did you mean ${suggestions.map(describePlace).join('; ')}?`,
    ...(suggestions.length === 0 ? {} : { offers: [codesOf(suggestions)] }),
  });
}

const saidOf = ({ layer, unit }: Place): string => `'${layer.id}:${layer.names[unit]!}'`;

const codesOf = (places: readonly Place[]): Offer => ({
  setting: 'place',
  values: places.slice(0, LISTED).map(({ layer, unit }) => layer.codes[unit]!),
});

const wordError = (
  id: string,
  word: string,
  { file, place, option }: WordPlace,
  trouble: Pick<InputTrouble, 'message' | 'hint' | 'offers'>,
): InputError =>
  new InputError({
    id,
    unit: option === undefined ? word : `${option} ${word}`,
    ...trouble,
    ...(file === undefined ? {} : { file }),
    ...(place === undefined ? {} : { place }),
  });
