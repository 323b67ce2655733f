/**
 * Names of a column that is all in capitals, as people write them. Codes and matching are not touched: names are compared
 * whatever their case.
 *
 *     KING'S LYNN AND WEST NORFOLK  →  King's Lynn and West Norfolk
 *     STOKE-ON-TRENT, NHS ICB       →  Stoke-on-Trent, NHS ICB
 *
 * One name in capitals among others stays: there the capitals are meant.
 */

import { makeNote, type Note } from '../trouble/note.js';

/** Words that are small inside of a name. */
const SMALL = new Set(
  'of and upon on the with in by under next cum en sub super juxta at for to le la les de du des da do das dos del di e et und van den der von op aan og och y'.split(
    ' ',
  ),
);

/** Words that stay in capitals though they could be read as words; what has no vowel does anyway. */
const KEPT = new Set(
  'NHS ICB ICS ICP PCN PCT CCG STP INT LSOA MSOA OA GP GPS UK USA EU II III IV VI VII VIII IX NE SE UA LA HQ RAF IOW'
    .split(' ')
    .filter((word) => word !== 'LA'),
);

/** Short words without a vowel that are no abbreviation in capitals. */
const CASED = new Set('ST STS MT DR MR MRS LTD RD'.split(' '));

/** Names with Mac that have two capitals; most places do not (Macclesfield). */
const MAC = /^MAC(DONALD|LEOD|GREGOR|ARTHUR|INTYRE|KINNON)/;

const LETTERS = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** The names in title case where all are in capitals, and whether they were. */
export function titleCased(names: readonly string[]): {
  readonly names: readonly string[];
  readonly changed: boolean;
} {
  if (!areCapitals(names)) return { names, changed: false };
  return { names: names.map((name) => (/\p{Ll}/u.test(name) ? name : titleCase(name))), changed: true };
}

/** Of a hundred names one may have small letters: `SOUTH EAST OXFORD HEALTH ALLIANCE (SEOxHA) PCN`. */
const MOST_WITH_SMALL = 0.01;

/** Whether names are words in capitals: hardly a small letter, and no codes, of which few have a word to be read. */
function areCapitals(names: readonly string[]): boolean {
  if (names.filter((name) => /\p{Ll}/u.test(name)).length > MOST_WITH_SMALL * names.length) return false;
  const read = names.filter(
    (name) => /(?<![\p{L}\p{N}_])\p{Lu}{4,}(?![\p{L}\p{N}_])/u.test(name) && hasVowel(name),
  );
  return read.length > 0 && read.length >= names.filter((name) => name !== '').length / 2;
}

const hasVowel = (word: string): boolean => /[AEIOUY]/.test(word.normalize('NFD'));

/** One name in title case. */
export function titleCase(name: string): string {
  return name.replace(LETTERS, (word, at: number) => {
    const begins = at === 0 || /[(/[:"“]\s*$/.test(name.slice(0, at));
    const small = word.toLowerCase();
    if (!begins && SMALL.has(small)) return small;
    // L'Île-d'Abitibi, but D'Arcy and O'Connor.
    if (name[at - 1] === '-' && /^[DL]['’]/.test(word))
      return cased(word).replace(/^./, (sign) => sign.toLowerCase());
    if (KEPT.has(word) || /\p{N}/u.test(word) || word.length === 1) return word;
    if (!hasVowel(word) && !CASED.has(word)) return word;
    return cased(word);
  });
}

/** A word with a capital, and with those that stand inside of it: `O'Connor`, `McDonald`; `King's`. */
function cased(word: string): string {
  const [first, ...rest] = word.split(/(?<=['’])/);
  if (rest.length > 0) {
    const own =
      first!.length === 2
        ? (part: string): string => cased(part)
        : (part: string): string => part.toLowerCase();
    return cased(first!.slice(0, -1)) + first!.slice(-1) + rest.map(own).join('');
  }
  if (/^MC\p{L}{3,}$/u.test(word)) return `Mc${capitalOnly(word.slice(2))}`;
  if (MAC.test(word)) return `Mac${capitalOnly(word.slice(3))}`;
  return capitalOnly(word);
}

const capitalOnly = (word: string): string => {
  const [first = '', ...rest] = word;
  return first + rest.join('').toLowerCase();
};

/** What is said of names that were all in capitals, with the longest of them as it is written now. */
export const namesInCapitals = (file: string, field: string, names: readonly string[]): Note =>
  makeNote('names-in-capitals', file, {
    words: {
      field,
      name: names.reduce((longest, name) => (name.length > longest.length ? name : longest), ''),
    },
  });
