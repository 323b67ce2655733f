/**
 * Options that were typed with other dashes than two hyphens: `-people`, as other programs have them, or `–people`, as
 * word processors make of them. Some of these would else be read as something else, `-output` as `-o utput`.
 */
import type { Command } from 'commander';
import { InputError } from '../trouble/input-error.js';
import { quoted } from './command-text.js';

const DASHES = /^(-(?!-)|-?[\u2012-\u2015\u2212][-\u2012-\u2015\u2212]?)(?=[a-z-]{2,})/u;

/** Throws InputError with the line as it was meant where a word is an option of the command but for its dashes. */
export function explainDashes([first, ...words]: readonly string[], command: Command | undefined): void {
  if (first === undefined || command === undefined || words.includes('--')) return;
  const meant = (word: string): string => {
    const written = word.replace(DASHES, '--');
    return command.options.some(({ long }) => long === written.split('=')[0]) ? written : word;
  };
  const wrong = words.find((word) => meant(word) !== word);
  if (wrong === undefined) return;
  throw new InputError({
    id: 'command-line',
    message: `'${wrong}' is no option: one begins with two hyphens`,
    hint: `Did you mean: coterminous ${[first, ...words.map((word) => quoted(meant(word)))].join(' ')}`,
  });
}
