/**
 * A command as one would type it.
 */
import { shellWord } from '../run/typed/shell-word.js';
import { shownWord } from '../source/secrets.js';
import type { Given } from './shared-options.js';

/** `coterminous COMMAND words` with those of the options given that are named in `carried`, quoted for a shell. */
export function commandOf(
  command: string,
  words: readonly string[],
  given: Given,
  carried: readonly string[],
): string {
  const options = carried.flatMap((name) => {
    const value = given[name];
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === true) return [flag];
    return [value ?? []].flat().flatMap((each) => (each === false ? [] : [flag, String(each)]));
  });
  return ['coterminous', command, ...[...words, ...options].map(quoted)].join(' ');
}

/** A word as a shell takes it; tokens of an address in it are hidden, for what is shown ends up in logs. */
export const quoted = (word: string): string => shellWord(shownWord(word));
