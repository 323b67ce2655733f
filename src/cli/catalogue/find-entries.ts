/**
 * The entries of a catalogue that a word stands for: `icb@2026`, `council@2025`, `lad-region`, `residents`.
 *
 * What stands before the @ is the word of an entry or any name of its kind; what stands after it a year, or year and
 * month. Of several vintages the newest is taken. A resolution may follow after a colon: `icb@2026:BSC`.
 */
import { kindsCalled } from '../../layer/kinds-called.js';
import { InputError } from '../../trouble/input-error.js';
import { nearest } from '../../trouble/nearest.js';
import { listText } from '../../trouble/count-text.js';
import { resolutionOf, vintageOf, wordOf, type Catalogue, type Choice, type Entry } from './catalogue.js';

/**
 * The newest entry that a word stands for, in the resolution that it names after a colon, else the one asked for, else
 * its usual one. Throws InputError where there is none.
 */
export function choiceOf(catalogue: Catalogue, given: string, resolution: string | null): Choice {
  const [, word, own] = /^(.*?)(?::([^:]*))?$/s.exec(given)!;
  const entry = entryOf(catalogue, word!);
  return { entry, place: placeIn(entry, own ?? resolution) };
}

/** The newest entry that a word stands for. Throws InputError where there is none. */
export function entryOf(catalogue: Catalogue, given: string): Entry {
  const [, typed, vintage] = /^(.*?)(?:@([^@]*))?$/s.exec(given.trim())!;
  const word = wordCalled(catalogue, typed!);
  if (word === null) throw unknownWord(catalogue, given, typed!);
  const vintages = vintagesOf(catalogue, word);
  const found = vintage === undefined ? vintages[0] : vintages.find((entry) => isOf(entry, vintage));
  if (found !== undefined) return found;
  throw new InputError({
    id: 'catalogue-vintage-unknown',
    unit: given,
    message: `the catalogue has no '${word}' of ${vintage === '' ? 'no year' : vintage}`,
    hint: `It has ${listText(vintages.map(({ id }) => id))}; --search ${word} asks the portal for others`,
  });
}

/** Entries of a word, the newest first. */
export const vintagesOf = ({ entries }: Catalogue, word: string): Entry[] =>
  entries
    .filter(({ id }) => wordOf(id) === word)
    .sort((p, q) => (p.date < q.date ? 1 : p.date > q.date ? -1 : 0));

const isOf = ({ id, date }: Entry, vintage: string): boolean =>
  vintageOf(id) === vintage || date === vintage || (vintage.length === 4 && date.startsWith(`${vintage}-`));

/** The word of the catalogue that was meant: as it is, by a name of its kind, or part by part where it is a lookup. */
export function wordCalled(catalogue: Catalogue, typed: string): string | null {
  const words = [...new Set(catalogue.entries.map(({ id }) => wordOf(id)))];
  const key = typed.trim().toLowerCase().replace(/[ _]+/g, '-');
  const own = words.find((word) => word === key);
  if (own !== undefined) return own;
  const called = kindsCalled(typed).filter(({ id }) => words.includes(id));
  // A county is one, although it is also an upper tier; `council` is the council that every place has.
  const kind =
    called.find(({ one, many }) => [one, many].includes(typed.trim().toLowerCase())) ??
    called.find(({ tier }) => tier === 'lower') ??
    called[0];
  if (kind !== undefined) return kind.id;
  const parts = key.split('-');
  return (
    words.find((word) => {
      const own = word.split('-');
      return own.length === parts.length && own.every((part, i) => isPart(part, parts[i]!));
    }) ?? null
  );
}

const idsCalled = (word: string): string[] => kindsCalled(word).map(({ id }) => id);

const isPart = (own: string, typed: string): boolean =>
  own === typed || `${typed}s` === own || idsCalled(typed).includes(own);

/** Where an entry lies in a resolution, its usual one where none is asked for. Throws InputError where it has not that one. */
function placeIn(entry: Entry, resolution: string | null): Choice['place'] {
  const resolutions = entry.services.map(resolutionOf).filter((each) => each !== null);
  if (resolution === null || resolutions.length === 0) return entry.services[0]!;
  const found = entry.services.find((place) => resolutionOf(place) === resolution.toUpperCase());
  if (found !== undefined) return found;
  throw new InputError({
    id: 'catalogue-resolution-unknown',
    unit: entry.id,
    message: `the catalogue does not have it in the resolution '${resolution}'`,
    hint: `It has ${listText(resolutions)}`,
  });
}

function unknownWord(catalogue: Catalogue, given: string, typed: string): InputError {
  const words = [...new Set(catalogue.entries.map(({ id }) => wordOf(id)))];
  const guess = nearest(typed, words);
  return new InputError({
    id: 'catalogue-id-unknown',
    unit: given,
    message: 'the catalogue has nothing of that name',
    hint: `${guess === null ? '' : `Did you mean '${guess}'? `}coterminous fetch --list shows what it has, and fetch --search WORDS asks the portal`,
  });
}
