/**
 * What to say to a command line whose first word is no command: a file, a folder, an address or a place.
 */
import { existsSync, statSync } from 'node:fs';
import { isAddress, missingFile, notAnAddress } from './missing-file.js';
import { isWebAddress } from '../run/files.js';
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import { quoted } from './command-text.js';

/** What looks like a path: an ending, or a folder before it. */
const LIKE_A_PATH = /[/\\]|\.[a-z][a-z0-9]{1,10}(#|:|$)/i;
/** A word that begins like a name does. */
const LIKE_A_NAME = /^\p{Lu}[\p{L}' -]+$|^[EWSN]\d{8}$|\s/u;

/** Throws InputError with the command that was probably meant; says nothing where none can be guessed. */
export function explainFirstWord(argv: readonly string[], commands: readonly string[]): void {
  const [word] = argv;
  if (word === undefined || word.startsWith('-') || commands.includes(word)) return;
  if (isAddress(word) && !isWebAddress(word)) throw notAnAddress(word);
  const rest = argv.filter((each) => !each.startsWith('-'));
  const there = rest.filter(
    (each) => isWebAddress(each) || existsSync(pathOf(each)) || each.startsWith('england:'),
  );
  if (there.includes(word)) throw withoutCommand(word, commandFor(word, there));
  if (LIKE_A_PATH.test(word)) throw missingFile(word);
  if (nearest(word, commands) === null && LIKE_A_NAME.test(word))
    throw withoutCommand(word, `partners ${quoted(word)}`);
}

/** A path without the layer or the columns that are named after it. */
const pathOf = (word: string): string =>
  existsSync(word) ? word : word.replace(/^\w+=/, '').replace(/[#:].*$/s, '');

function commandFor(word: string, there: readonly string[]): string {
  const path = pathOf(word);
  if (existsSync(path) && statSync(path).isDirectory())
    return existsSync(`${path.replace(/[/\\]$/, '')}/coterminous.yaml`)
      ? `report ${quoted(path)}`
      : `init ${quoted(path)}`;
  if (/\.ya?ml$/i.test(path)) return `report ${quoted(path)}`;
  return there.length > 1
    ? `overlap ${there.map((each) => quoted(each)).join(' ')}`
    : word.startsWith('england:')
      ? `overlap ${quoted(word)} england:ltla`
      : `inspect ${quoted(word)}`;
}

const withoutCommand = (word: string, command: string): InputError =>
  new InputError({
    id: 'no-command',
    message: `'${word}' is not a command`,
    hint: `Did you mean: coterminous ${command}`,
  });
