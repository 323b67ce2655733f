/**
 * What to say where a command line cannot be read: in the words of its command, with what was probably meant. Commander
 * finds the fault, the words are ours.
 */
import type { Command, CommanderError } from 'commander';
import { listText } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import { EXAMPLES } from './help/examples.js';

/** The error for a fault that commander found in a command line. */
export function usageError({ code, message }: CommanderError, program: Command, first: string): InputError {
  const command = program.commands.find((each) => each.name() === first) ?? program;
  const [said, guess] = partsOf(message);
  if (code === 'commander.unknownOption') return unknownOption(said, guess, command, program);
  const wanted = wantedBy(command, code, said);
  return new InputError({
    id: 'command-line',
    message: wanted ?? said.replace(/\.$/, ''),
    hint: wanted === null ? optionsOf(command) : exampleOf(command),
  });
}

/** Whether commander has found a fault; it also ends a command that printed its help or the version. */
export const isUsageFault = ({ code, exitCode }: CommanderError): boolean =>
  exitCode !== 0 && code !== 'commander.help';

/** The sentence of commander's, without `error:`, and the option that it guesses; blank where it guesses none. */
function partsOf(message: string): [said: string, guess: string] {
  const [, said, guess] = /^(?:error: )?([^]*?)(?:\n\(Did you mean (?:one of )?([^\n]*)\?\))?$/.exec(
    message,
  )!;
  return [said!, guess ?? ''];
}

function unknownOption(said: string, guess: string, command: Command, program: Command): InputError {
  const option = /^unknown option '([^=]*)(?:=[^]*)?'$/.exec(said)?.[1] ?? '';
  const others = program.commands
    .filter(({ options }) => options.some(({ long, short }) => long === option || short === option))
    .map((each) => each.name());
  const belongs = others.length > 0 ? `It is one of ${listed(others)}. ` : '';
  const likely = guess === '' ? onlyOneFrom(option, command) : guess;
  const meant = others.length > 0 || likely === '' ? '' : `Did you mean ${likely}? `;
  return new InputError({
    id: 'command-line',
    message: command === program ? said : `${said} of ${command.name()}`,
    hint:
      command === program && guess === ''
        ? 'An option comes after its command; the commands: coterminous --help'
        : `${belongs}${meant}${optionsOf(command)}`,
  });
}

/** The one option of a command that begins with the letter of a short option; blank where none or several do. */
function onlyOneFrom(option: string, { options }: Command): string {
  const begun = options.flatMap(({ long }) =>
    /^-\w$/.test(option) && long?.startsWith(`-${option}`) ? [long] : [],
  );
  return begun.length === 1 ? begun[0]! : '';
}

/** Most commands that are named for an option. */
const NAMED = 3;

const listed = (names: readonly string[]): string =>
  names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} and others` : listText(names);

/** What a command wants and did not get, or got too much of; null for other faults. */
function wantedBy(command: Command, code: string, said: string): string | null {
  const name = command.name();
  if (code === 'commander.missingMandatoryOptionValue') return `${name} wants ${/'(.*)'/.exec(said)![1]!}`;
  if (code !== 'commander.missingArgument' && code !== 'commander.excessArguments') return null;
  const words = command.registeredArguments.filter(
    ({ required }) => required || code === 'commander.excessArguments',
  );
  if (words.length === 0) return `${name} takes options alone, and no words after it`;
  const most = code === 'commander.excessArguments' ? ' and no more' : '';
  return `${name} wants ${words.map((each) => each.name() + (each.variadic ? '...' : '')).join(' ')} after it${most}`;
}

const optionsOf = (command: Command): string =>
  command.parent === null
    ? 'The commands: coterminous --help'
    : `The options of ${command.name()}: coterminous ${command.name()} --help`;

const exampleOf = (command: Command): string => {
  const [example] = EXAMPLES[command.name()] ?? [];
  return example === undefined ? optionsOf(command) : `For example: coterminous ${example}`;
};
