/**
 * The short forms in which operations may be written, and the right form of one that is written otherwise, with the
 * writer's own words in it.
 *
 *     merge: {East Surrey: [Elmbridge, Mole Valley]}      - merge: [Elmbridge, Mole Valley]
 *                                                           into: East Surrey
 *     rename: {Old: New}   move: {To: [piece]}   abolish: {Old: To}
 *     split: {Old: {One: [piece], Other: rest}}
 */
import { nearest } from '../../trouble/nearest.js';
import type { Verb } from './scenario-document.js';

type Fields = Readonly<Record<string, unknown>>;

/** The keys that an operation may have beside its verb. */
export const KEYS: Readonly<Record<Verb, readonly string[]>> = {
  merge: ['into'],
  move: ['from', 'to', 'again'],
  split: ['into'],
  rename: ['to'],
  create: ['pieces', 'from', 'again'],
  abolish: ['to'],
  regroup: [],
};

export const VERBS = Object.keys(KEYS) as readonly Verb[];

/** Words that people use for the verbs. */
const MEANT: Readonly<Record<string, Verb>> = {
  combine: 'merge',
  join: 'merge',
  unite: 'merge',
  union: 'merge',
  amalgamate: 'merge',
  transfer: 'move',
  divide: 'split',
  new: 'create',
  add: 'create',
  delete: 'abolish',
  remove: 'abolish',
  dissolve: 'abolish',
};

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The verb that a key was meant to be, or null. */
export const verbMeant = (key: string): Verb | null =>
  MEANT[key.toLowerCase()] ?? (nearest(key, VERBS) as Verb | null);

/** An operation in the long form: one for each entry of a short one; the same where it is long already. */
export function inFull(given: unknown): readonly unknown[] {
  if (!isFields(given)) return [given];
  const [verb, ...others] = Object.keys(given);
  const value = verb === undefined ? undefined : merged(given[verb]);
  if (others.length > 0 || !isFields(value)) return [given];
  const entries = Object.entries(value);
  switch (verb) {
    case 'merge':
      return entries.map(([into, units]) => ({ merge: units, into }));
    case 'move':
      return entries.map(([to, pieces]) => ({ move: pieces, to }));
    case 'rename':
    case 'abolish':
      return entries.map(([unit, to]) => ({ [verb]: unit, to }));
    case 'split':
      return entries.map(([unit, into]) => ({ split: unit, into: isFields(into) ? partsOf(into) : into }));
    default:
      return [given];
  }
}

/** A list of mappings is one mapping. */
const merged = (value: unknown): unknown =>
  Array.isArray(value) && value.length > 0 && value.every(isFields)
    ? Object.fromEntries(value.flatMap((each) => Object.entries(each)))
    : value;

const partsOf = (into: Fields): unknown[] =>
  Object.entries(into).map(([name, pieces]) => (pieces === 'rest' ? { name, rest: true } : { name, pieces }));

/** How an operation is written, with the words of one that was written otherwise; `verb` is what it was meant to be. */
export function rightForm(verb: Verb, given: Fields, key: string = verb): string {
  const units = textsIn(given[key]);
  const others = Object.entries(given).filter(([other]) => other !== key);
  const target = others.flatMap(([, value]) => textsIn(value))[0] ?? null;
  const all = (units.length === 0 ? ['One unit', 'Another'] : units).map(quoted).join(', ');
  const one = quoted(units[0] ?? 'One unit');
  const to = (otherwise: string): string => quoted(target ?? otherwise);
  switch (verb) {
    case 'merge':
      return `- {merge: [${all}], into: ${to('New name')}}`;
    case 'move':
      return `- {move: [${all}], to: ${to('Other unit')}}`;
    case 'split':
      return `- {split: ${one}, into: [{name: ${to('One part')}, pieces: [a piece, another]}, {name: Other part, rest: true}]}`;
    case 'rename':
      return `- {rename: ${one}, to: ${to('New name')}}`;
    case 'create':
      return `- {create: ${one}, pieces: [${to('a piece')}]}`;
    case 'abolish':
      return `- {abolish: ${one}, to: ${to('Other unit')}}`;
    case 'regroup':
      return `- {regroup: [{name: ${one}, pieces: [${to('a unit')}]}]}`;
  }
}

/** `merge: {East Surrey: [Elmbridge, Mole Valley]}` for lists that stand under the names of new units. */
export const mergeForm = (name: string, units: unknown): string =>
  `merge: {${quoted(name)}: [${textsIn(units).map(quoted).join(', ')}]}`;

/** The texts in a value, however deep, keys of mappings first. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isFields(value)) return [];
  const named = [value['name'] ?? value['code']].filter((each) => each !== undefined);
  return named.length > 0
    ? named.flatMap(textsIn)
    : Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)]);
}

/** A text as YAML takes it inside brackets. */
const quoted = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} .'’_-]*$/u.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
