/**
 * The units that a word stands for, among those of some layers: by code (GSS or ODS, old ones through the table of
 * changes), by name in any official style, by a part of the name or its initials. A word may say its layer or kind: `police:Essex`.
 */
import { editSteps } from '../trouble/nearest.js';
import { compareCodes, comparable, distinctBy } from '../trouble/order.js';
import { areInitials } from './initials.js';
import { kindsByName } from './kinds.js';
import { kindsCalled } from './kinds-called.js';
import type { Layer } from './layer.js';
import { plainName, spellingsOf, type Spelling } from './place-name.js';
import { applyRecode } from './recode.js';
import { shippedRecodes } from './shipped-recodes.js';
import { tidyCode } from './tidy-codes.js';

/** Of a layer, what its units are called by. */
export type Named = Pick<Layer, 'id' | 'kind' | 'vintage' | 'codes' | 'names' | 'ods'>;

/** A unit of a layer. */
export interface Place<L extends Named = Named> {
  readonly layer: L;
  readonly unit: number;
}

/** What a word was found to be. Places are several where it is a code in several layers, or a name of several areas. */
export interface Called<L extends Named = Named> {
  /** `old-code` where the table of changes has it; `part` where parts of names or initials are so; `none` where nothing is. */
  readonly by: 'code' | 'old-code' | 'name' | 'part' | 'none';
  /** The council first, then as `kindsByName` has them, then by code; what has a name by being the city of it, last. */
  readonly places: readonly Place<L>[];
}

/** Whether a word was a whole name or a code, not only like one. */
export const isMeant = (by: Called['by']): boolean => by !== 'part' && by !== 'none';

export interface UnitsCalled<L extends Named = Named> {
  find(word: string): Called<L>;
  /** Units whose names are most like a word, nearest first, each code once; at most `most`. */
  nearest(word: string, most: number): readonly Place<L>[];
}

/** Finds units of layers by word. Names are put in order once, when a word is first asked for that is no code. */
export function unitsCalled<L extends Named>(layers: readonly L[]): UnitsCalled<L> {
  const byCode = new Map<string, Place<L>[]>();
  const all = layers.flatMap((layer) => layer.codes.map((_, unit): Place<L> => ({ layer, unit })));
  for (const place of all) {
    const { layer, unit } = place;
    for (const code of new Set([layer.codes[unit]!, layer.ods?.[unit] ?? ''].map(comparable)))
      if (code !== '') add(byCode, code, place);
  }
  let names: Map<string, Place<L>[]> | null = null;
  const byName = (spellings: readonly Spelling[]): Place<L>[] => {
    names ??= indexOfNames(all);
    for (const { key, kinds } of spellings) {
      const found = (names.get(key) ?? []).filter(({ layer }) => allows(kinds, layer));
      if (found.length > 0) return asTheyStand(found, key);
    }
    return [];
  };
  const plain = (word: string): Called<L> => {
    const coded = byCode.get(comparable(tidyCode(word))) ?? byCode.get(comparable(word));
    if (coded !== undefined) return { by: 'code', places: inOrder(coded) };
    const changed = recoded(byCode, all, word);
    if (changed.length > 0) return { by: 'old-code', places: inOrder(changed) };
    const named = byName(spellingsOf(word));
    if (named.length > 0) return { by: 'name', places: inOrder(named, plainName(word)) };
    const parts = partlyCalled(all, spellingsOf(word));
    return { by: parts.length === 0 ? 'none' : 'part', places: inOrder(parts) };
  };
  return {
    find(word) {
      const found = plain(word);
      if (isMeant(found.by)) return found;
      const said = layerSaid(word, layers);
      return said === null ? found : unitsCalled(said.layers).find(said.word);
    },
    nearest: (word, most) => nearestPlaces(all, word).slice(0, most),
  };
}

/** A word that begins with a layer's id or a word for its kind and a colon; null where there is none such. */
export function layerSaid<L extends Pick<Named, 'id' | 'kind'>>(
  word: string,
  layers: readonly L[],
): { readonly layers: readonly L[]; readonly word: string } | null {
  const colon = word.indexOf(':');
  if (colon < 1) return null;
  const said = word.slice(0, colon).trim();
  const found = layersCalled(said, layers);
  return found.length === 0 ? null : { layers: found, word: word.slice(colon + 1).trim() };
}

/** The layers that have an id, else those that are of a kind with that id, else those whose kind is called so. */
export function layersCalled<L extends Pick<Named, 'id' | 'kind'>>(
  said: string,
  layers: readonly L[],
): readonly L[] {
  const key = said.toLowerCase();
  const tests: ((layer: L) => boolean)[] = [
    ({ id }) => id === said,
    ({ id }) => id.toLowerCase() === key,
    ({ kind }) => kind === key,
  ];
  for (const test of tests) {
    const found = layers.filter(test);
    if (found.length > 0) return found;
  }
  const kinds = kindsCalled(said).map(({ id }) => id);
  return layers.filter(({ kind }) => kind !== null && kinds.includes(kind));
}

export const codeOfPlace = ({ layer, unit }: Place): string => layer.codes[unit]!;

/** Places with different codes, the first of each. */
export const distinctPlaces = <L extends Named>(places: readonly Place<L>[]): Place<L>[] =>
  distinctBy(places, codeOfPlace);

/** By a code that has changed, where the one it became, or was, is there. */
function recoded<L extends Named>(
  byCode: Map<string, Place<L>[]>,
  all: readonly Place<L>[],
  word: string,
): Place<L>[] {
  const wanted = new Set(all.map(codeOfPlace));
  const [code] = applyRecode([tidyCode(word)], shippedRecodes, { wanted }).codes;
  return byCode.get(comparable(code!)) ?? [];
}

/** Places by every spelling of their names that their layer's kind allows. */
function indexOfNames<L extends Named>(all: readonly Place<L>[]): Map<string, Place<L>[]> {
  const found = new Map<string, Place<L>[]>();
  for (const place of all) {
    const { layer, unit } = place;
    for (const { key, kinds } of spellingsOf(layer.names[unit]!)) {
      if (allows(kinds, layer)) add(found, key, place);
    }
  }
  return found;
}

/** Of a layer that has a name as it was asked for, not those that become it when their style is taken off. */
function asTheyStand<L extends Named>(places: readonly Place<L>[], key: string): Place<L>[] {
  const stands = ({ layer, unit }: Place): boolean => plainName(layer.names[unit]!) === key;
  const layers = new Set(places.filter(stands).map(({ layer }) => layer));
  return places.filter((place) => !layers.has(place.layer) || stands(place));
}

/** Places that have the word among the words of their names, else as their initials, else anywhere in their names. */
function partlyCalled<L extends Named>(
  all: readonly Place<L>[],
  spellings: readonly Spelling[],
): readonly Place<L>[] {
  const tests: ((key: string, name: string, kind: string | null) => boolean)[] = [
    (key, name) => ` ${plainName(name)} `.includes(` ${key} `),
    areInitials,
    (key, name) => plainName(name).includes(key),
  ];
  for (const test of tests) {
    for (const { key, kinds } of spellings) {
      const found = all.filter(
        ({ layer, unit }) => allows(kinds, layer) && test(key, layer.names[unit]!, layer.kind),
      );
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** A layer of no known kind may be anything. */
const allows = (kinds: readonly string[] | null, { kind }: Named): boolean =>
  kinds === null || kind === null || kinds.includes(kind);

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

function inOrder<L extends Named>(places: readonly Place<L>[], word = ''): Place<L>[] {
  const rank = ({ layer, unit }: Place): number => {
    // London is the region, the City of London a part of it.
    if (plainName(layer.names[unit]!) === `city of ${word}`) return kindsByName.length + 1;
    const at = kindsByName.indexOf(layer.kind ?? '');
    return at < 0 ? kindsByName.length : at;
  };
  return [...places].sort((p, q) => rank(p) - rank(q) || compareCodes(codeOfPlace(p), codeOfPlace(q)));
}

function nearestPlaces<L extends Named>(all: readonly Place<L>[], word: string): Place<L>[] {
  const asked = spellingsOf(word).map(({ key }) => key);
  const near = all
    .map((place) => {
      const names = spellingsOf(place.layer.names[place.unit]!).map(({ key }) => key);
      const steps = names.flatMap((name) =>
        asked.map((key) => [editSteps(name, key), key.length / 3] as const),
      );
      return {
        place,
        steps: Math.min(...steps.map(([count, most]) => (count <= Math.max(2, most) ? count : Infinity))),
      };
    })
    .filter(({ steps }) => steps < Infinity)
    .sort((p, q) => p.steps - q.steps || compareCodes(codeOfPlace(p.place), codeOfPlace(q.place)));
  return distinctPlaces(near.map(({ place }) => place));
}
