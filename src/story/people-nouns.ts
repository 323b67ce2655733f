/**
 * Who or what a measure counts, as a headline says it: residents are people, patients stay patients.
 */
import { formatNumber } from '../result/format-number.js';
import { oneOf, wholeText } from '../trouble/count-text.js';
import { atStart, numberWord } from './number-words.js';
import type { Nouns } from './unit-nouns.js';

const PEOPLE = new Set(['people', 'residents', 'usual_residents', 'population', 'persons']);

/** The nouns of a measure by its name; of none (land) hectares. */
export function peopleNouns(measure: string | null): Nouns {
  if (measure === null) return { one: 'ha', many: 'ha' };
  if (PEOPLE.has(measure)) return { one: 'person', many: 'people' };
  if (measure === 'blocks') return { one: 'small area', many: 'small areas' };
  const words = measure.replaceAll('_', ' ');
  return { one: oneOf(words), many: words };
}

/** `one person`, `three people`, `342,054 people`, `108,302 ha`: words to nine but for hectares. */
export function countedOf(amount: number, measure: string | null): string {
  if (measure === null) return hectareText(amount);
  const { one, many } = peopleNouns(measure);
  return `${numberWord(amount)} ${Math.round(amount) === 1 ? one : many}`;
}

/** `108,302 ha`, below ten with one decimal: `3.8 ha`; what is not nothing is never `0.0 ha`. */
export function hectareText(hectares: number): string {
  if (hectares === 0 || hectares >= 9.95) return `${wholeText(hectares)} ha`;
  const text = formatNumber(hectares, 1);
  return text === '0.0' ? 'under 0.1 ha' : `${text} ha`;
}

/** What was counted, for a subtitle: `Usual residents, Census 2021`; a basis that names a column of a file is left out. */
export function basisText(measure: string | null, basis: string): string {
  const words = /[_:\\/]|\.\w/.test(basis) ? '' : basis;
  return measure === null || measure === 'blocks'
    ? ''
    : atStart(words === '' ? measure.replaceAll('_', ' ') : words);
}
