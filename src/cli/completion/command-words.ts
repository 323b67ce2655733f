/**
 * What can be typed after `coterminous`, as a shell completes it: made of the commands and options as they are declared.
 */
import type { Command, Option } from 'commander';
import { WRITERS } from '../../report/writers.js';
import { wordOf } from '../catalogue/catalogue.js';
import { readCatalogue } from '../catalogue/read-catalogue.js';
import { TOPICS } from '../help/topics.js';
import { SHARED_OPTIONS, longOf } from '../option-list.js';
import { TABLES_OF } from '../tables-of-command.js';

export interface OptionWords {
  /** `--output`. */
  readonly long: string;
  /** `-o`; null for most. */
  readonly short: string | null;
  readonly about: string;
  /** Whether a value follows; files are offered for it where there are no choices. */
  readonly takesValue: boolean;
  /** Values to offer; none where any will do. */
  readonly choices: readonly string[];
}

export interface CommandWords {
  readonly name: string;
  readonly about: string;
  readonly options: readonly OptionWords[];
  /** Words to offer after it; files are offered where there are none. */
  readonly choices: readonly string[];
  /** Words that make another command of it, offered beside its files: `neighbourhoods` after `suggest`. */
  readonly secondWords: readonly string[];
}

/** Every command of a program, with the options that its help lists. */
export const commandWords = (program: Command): CommandWords[] =>
  withoutBlanks(
    program.commands.map((command) => ({
      name: command.name(),
      about: command.description(),
      options: [
        ...command.options
          .filter(({ hidden }) => !hidden)
          .map((option) => optionWords(command.name(), option)),
        { long: '--help', short: '-h', about: 'help on the command', takesValue: false, choices: [] },
      ],
      choices: wordsAfter(command, program),
      secondWords: [],
    })),
  );

/** A command of two words is completed after its first as that command is, with the options of both. */
function withoutBlanks(commands: readonly CommandWords[]): CommandWords[] {
  return commands
    .filter(({ name }) => !name.includes(' '))
    .map((command) => {
      const further = commands.filter(({ name }) => name.startsWith(`${command.name} `));
      const known = new Map(
        [command, ...further].flatMap(({ options }) => options).map((option) => [option.long, option]),
      );
      for (const option of command.options) known.set(option.long, option);
      const secondWords = further.map(({ name }) => name.slice(command.name.length + 1));
      return { ...command, options: [...known.values()], secondWords };
    });
}

const optionWords = (
  command: string,
  { long, short, description, required, optional }: Option,
): OptionWords => ({
  long: long!,
  short: short ?? null,
  about: description,
  takesValue: required || optional,
  choices: valuesOf(command, long!),
});

/** Commands that print a table of what the tool itself knows. */
const OF_ITS_OWN = ['kinds', 'fetch', 'update'];

function valuesOf(command: string, long: string): readonly string[] {
  if (long === '--resolution') return ['BGC', 'BSC', 'BUC', 'BFC', 'BFE'];
  if (long === '--format')
    return OF_ITS_OWN.includes(command)
      ? ['table', 'csv', 'json']
      : ['table', ...WRITERS.map(({ id }) => id)];
  if (long === '--table') return (TABLES_OF[command] ?? []).map(({ name }) => name);
  return SHARED_OPTIONS.find((option) => longOf(option) === long)?.choices ?? [];
}

/** Words that a command takes in place of files: those its argument lists, or the pages of help. */
function wordsAfter(command: Command, program: Command): readonly string[] {
  if (command.name() === 'help')
    return [...program.commands.map((each) => each.name()), ...Object.keys(TOPICS)];
  if (command.name() === 'fetch') return [...new Set(readCatalogue().entries.map(({ id }) => wordOf(id)))];
  return command.registeredArguments[0]?.argChoices ?? [];
}
