/**
 * What to say to a command line whose first word is no command: a file, a folder, an address, a place, a mistyped
 * command or what other programs call one.
 */
import { existsSync, statSync } from 'node:fs';
import { isAddress, missingFile, notAnAddress } from './missing-file.js';
import { TOPICS } from './help/topics.js';
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import { quoted } from './command-text.js';

/** What looks like a path: an ending, or a folder before it. */
const LIKE_A_PATH = /[/\\]|\.[a-z][a-z0-9]{1,10}(#|:|$)/i;
/** A word that begins like a name does. */
const LIKE_A_NAME = /^\p{Lu}[\p{L}' -]+$|^[EWSN]\d{8}$|\s/u;

/** Words by which other programs, and people, ask for what a command does. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  overlap: 'overlaps overlay intersect intersection intersections cross',
  align: 'alignment coterminosity shared',
  partners: 'partner place find where who',
  compare: 'diff difference changes change',
  scenario: 'scenarios merge split move rename whatif what-if proposal',
  suggest: 'suggestion fix optimise optimize',
  coverage: 'cover covered neighbourhoods gaps',
  check: 'validate valid verify lint clean',
  inspect: 'info describe show fields columns',
  render: 'convert export',
  init: 'new setup start config configure',
  demo: 'example examples try',
};

/** Throws InputError with what was probably meant where the first word is no command and no option. */
export function explainFirstWord(argv: readonly string[], commands: readonly string[]): void {
  const [word, ...rest] = argv;
  if (word === undefined || word.startsWith('-') || commands.includes(word)) return;
  if (isAddress(word)) throw notAnAddress(word);
  const firstOption = argv.findIndex((each) => each.startsWith('-'));
  const leading = firstOption < 0 ? argv : argv.slice(0, firstOption);
  if (isThere(word)) {
    const missing = leading.find((each) => !isThere(each) && LIKE_A_PATH.test(each));
    if (missing !== undefined) throw missingFile(missing);
    throw notACommand(word, commandFor(word, argv, leading.length));
  }
  if (LIKE_A_PATH.test(word)) throw missingFile(word);
  const said = word.toLowerCase();
  const known = Object.keys(ALSO_CALLED).find((name) => ALSO_CALLED[name]!.split(' ').includes(said));
  const guess = commands.find((name) => name === said) ?? known ?? nearest(said, commands);
  if (guess !== null) throw unknownCommand(word, `Did you mean: coterminous ${typed([guess, ...rest])}`);
  if (Object.hasOwn(TOPICS, said))
    throw unknownCommand(word, `There is help on it: coterminous help ${said}`);
  if (LIKE_A_NAME.test(word)) throw notACommand(word, typed(['partners', ...argv]));
  const place = /\p{L}/u.test(word) ? `; a place and its partners: coterminous partners ${quoted(word)}` : '';
  throw unknownCommand(word, `The commands: coterminous --help${place}`);
}

/** Whether a word is a file or a folder that is there, with or without an id, a layer or columns, or a layer of England. */
const isThere = (word: string): boolean => word.startsWith('england:') || existsSync(pathOf(word));

/** A path without the layer or the columns that are named after it. */
const pathOf = (word: string): string =>
  existsSync(word) ? word : word.replace(/^\w+=/, '').replace(/[#:].*$/s, '');

function commandFor(word: string, argv: readonly string[], leading: number): string {
  if (leading > 1) return typed(['overlap', ...argv]);
  const path = pathOf(word);
  if (existsSync(path) && statSync(path).isDirectory())
    return typed([existsSync(`${path.replace(/[/\\]$/, '')}/coterminous.yaml`) ? 'report' : 'init', path]);
  if (/\.ya?ml$/i.test(path)) return typed(['report', path]);
  return typed(word.startsWith('england:') ? ['overlap', word, 'england:ltla'] : ['inspect', word]);
}

const typed = (words: readonly string[]): string => words.map(quoted).join(' ');

const notACommand = (word: string, command: string): InputError =>
  new InputError({
    id: 'no-command',
    message: `'${word}' is not a command`,
    hint: `Did you mean: coterminous ${command}`,
  });

const unknownCommand = (word: string, hint: string): InputError =>
  new InputError({ id: 'no-command', message: `unknown command '${word}'`, hint });
