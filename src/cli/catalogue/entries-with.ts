/**
 * The entries of a catalogue in which some words are found, the newest of each first.
 */
import { kindOfId } from '../../layer/kinds.js';
import { vintagesOf, wordCalled } from './find-entries.js';
import { isFilePlace, wordOf, type Catalogue, type Entry } from './catalogue.js';

/** Entries in which all words are found: in id, title, fields, services or names of the kind; all where there are no words. */
export function entriesWith(catalogue: Catalogue, words: readonly string[]): Entry[] {
  const order = [...new Set(catalogue.entries.map(({ id }) => wordOf(id)))];
  const called = words.map((word) => wordCalled(catalogue, word.replace(/@.*$/, '')));
  return order
    .flatMap((word) => vintagesOf(catalogue, word))
    .filter((entry) =>
      words.every(
        (word, i) =>
          textOf(entry).includes(word.toLowerCase()) ||
          (called[i] === wordOf(entry.id) && !word.includes('@')),
      ),
    );
}

function textOf({ id, title, date, holds, code, name, groups, kind, services }: Entry): string {
  const known = kind === undefined ? null : kindOfId(kind);
  const places = services.map((place) => (isFilePlace(place) ? place.address : place.service));
  const names = known === null ? [] : [known.one, known.many, ...known.aliases];
  return [id, title, date, holds, code, name, ...(groups ?? []), ...names, ...places]
    .join('\n')
    .toLowerCase();
}
