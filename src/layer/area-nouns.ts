/**
 * What areas are called, in English and by those who publish them elsewhere: how a file's own words are recognised.
 *
 * Kinds of the field stand in `kinds.ts`; here are the words for what has no kind. Plurals that are not English are
 * written out.
 */
import { kinds } from './kinds.js';
import { pluralOf } from './plural.js';

export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** English nouns, plurals by rule; more than one word is looked for as one. */
const ENGLISH =
  'ward zone council authority partnership alliance locality district area region precinct borough parish province state county canton municipality commune prefecture governorate township town city village suburb quarter sector division subdivision constituency neighbourhood cluster territory catchment beat patch hub place network block tract cell hexagon postcode department division settlement estate circle taluka tehsil mandal woreda kebele oblast raion federation diocese deanery watershed basin';

/** Nouns of other languages with their plurals. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['arrondissement', 'arrondissements'],
  ['département', 'départements'],
  ['région', 'régions'],
  ['quartier', 'quartiers'],
  ['canton', 'cantons'],
  ['barrio', 'barrios'],
  ['distrito', 'distritos'],
  ['municipio', 'municipios'],
  ['município', 'municípios'],
  ['comuna', 'comunas'],
  ['comarca', 'comarcas'],
  ['provincia', 'provincias'],
  ['departamento', 'departamentos'],
  ['colonia', 'colonias'],
  ['parroquia', 'parroquias'],
  ['freguesia', 'freguesias'],
  ['concelho', 'concelhos'],
  ['bairro', 'bairros'],
  ['comune', 'comuni'],
  ['quartiere', 'quartieri'],
  ['regione', 'regioni'],
  ['gemeinde', 'Gemeinden'],
  ['landkreis', 'Landkreise'],
  ['kreis', 'Kreise'],
  ['bezirk', 'Bezirke'],
  ['stadtteil', 'Stadtteile'],
  ['bundesland', 'Bundesländer'],
  ['gemeente', 'gemeenten'],
  ['wijk', 'wijken'],
  ['buurt', 'buurten'],
  ['provincie', 'provincies'],
  ['kommune', 'kommuner'],
  ['kommun', 'kommuner'],
  ['fylke', 'fylker'],
  ['bydel', 'bydele'],
  ['gmina', 'gminy'],
  ['powiat', 'powiaty'],
  ['obec', 'obce'],
  ['okres', 'okresy'],
];

/** German nouns have a capital. */
const oneOf = (one: string, many: string): string =>
  /^\p{Lu}/u.test(many) ? one.charAt(0).toUpperCase() + one.slice(1) : one;

/** Words without accents, small, as they stand in names of files and fields. */
export const plainWord = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const SPELLINGS: readonly (readonly [string, Noun])[] = [
  ['neighborhood', { one: 'neighborhood', many: 'neighborhoods' }],
  ['lga', { one: 'LGA', many: 'LGAs' }],
  ['int', { one: 'neighbourhood team', many: 'neighbourhood teams' }],
  ['ints', { one: 'neighbourhood team', many: 'neighbourhood teams' }],
];

/** Short words of kinds that no other word of a file's name would be mistaken for. */
const KIND_WORDS = new Set([
  'icb',
  'stp',
  'sicbl',
  'ccg',
  'pcn',
  'utla',
  'ltla',
  'cauth',
  'pcon',
  'msoa',
  'lsoa',
  'lad',
  'ctyua',
  'practice',
]);

const byWord = new Map<string, Noun>();
for (const one of ENGLISH.split(' ')) add({ one, many: pluralOf(one) });
for (const [one, many] of OTHERS) add({ one: oneOf(one, many), many });
for (const kind of kinds)
  for (const word of [kind.id, ...kind.stems]) {
    if (!KIND_WORDS.has(word)) continue;
    byWord.set(word, kind);
    byWord.set(`${word}s`, kind);
  }
for (const [word, noun] of SPELLINGS) byWord.set(word, noun);
for (const word of ['neighborhood', 'lga']) byWord.set(`${word}s`, byWord.get(word)!);

function add(noun: Noun): void {
  byWord.set(plainWord(noun.one), noun);
  byWord.set(plainWord(noun.many), noun);
}

/** The noun that a word is, in the singular or the plural, with or without accents; null where it is none. */
export function nounOf(word: string): Noun | null {
  const noun = byWord.get(plainWord(word));
  return noun === undefined ? null : { one: noun.one, many: noun.many };
}

/** Whether some noun begins with these letters, as where a heading was cut off. */
export const beginsNoun = (letters: string): boolean =>
  [...byWord.keys()].some((word) => word.startsWith(plainWord(letters)));
