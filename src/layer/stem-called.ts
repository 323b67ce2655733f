/**
 * The layer of an atom table that a word stands for: `icb_2024` for `icb`, `ICS`, `integrated care boards`.
 */
import { nearest } from '../trouble/nearest.js';
import { kindOfStem, type Kind } from './kinds.js';
import { kindsCalled } from './kinds-called.js';
import { headingKey } from './table.js';

export interface StemCalled {
  /** The stem, or null where the table has none that is called so. */
  readonly stem: string | null;
  /** Other stems of the table that the word may stand for. */
  readonly others: readonly string[];
}

/** The part of a stem that tells its kind: `cauth` of `cauth_2025`. */
const entity = (stem: string): string => stem.replace(/_\d{4}$/, '');

/** The kind of a stem's units, or null. */
export const kindOfAtomStem = (stem: string): Kind | null => kindOfStem(entity(stem));

/**
 * The stem for a word, of a year where one is given, else the first of its kind. A word for several kinds stands for
 * the lowest tier: `council` is the council that every place has.
 */
export function stemCalled(stems: readonly string[], word: string, year: string | null): StemCalled {
  const key = headingKey(word);
  const own = stems.filter((stem) => stem === key || entity(stem) === key);
  const called = kindsCalled(word);
  const chosen =
    own.length > 0 ? own : inTiers(stems.filter((stem) => called.includes(kindOfAtomStem(stem)!)));
  const first = chosen[0];
  if (first === undefined) return { stem: null, others: [] };
  const ofKind = chosen.filter((stem) => entity(stem) === entity(first));
  const stem = year === null ? first : (ofKind.find((each) => each.endsWith(`_${year}`)) ?? null);
  return { stem, others: chosen.filter((each) => entity(each) !== entity(first)) };
}

/** The lower tier before others, else in the order of the table. */
const inTiers = (stems: readonly string[]): string[] => [...stems].sort((p, q) => rank(p) - rank(q));

const rank = (stem: string): number => (kindOfAtomStem(stem)?.tier === 'lower' ? 0 : 1);

/** What is meant by a word that stands for no layer of the table: the nearest stem, or null. */
export function nearestStem(stems: readonly string[], word: string): string | null {
  const words = new Map<string, string>();
  for (const stem of stems) {
    const kind = kindOfAtomStem(stem);
    for (const each of [entity(stem), ...(kind === null ? [] : [kind.one, kind.many, ...kind.aliases])])
      if (!words.has(each.toLowerCase())) words.set(each.toLowerCase(), stem);
  }
  const guess = nearest(word, [...words.keys()]);
  return guess === null ? null : words.get(guess)!;
}
