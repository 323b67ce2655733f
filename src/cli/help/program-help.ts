/**
 * The first page of help: examples, the commands, the topics.
 */
import type { Command } from 'commander';
import { examplesOf } from './command-help.js';
import { folded, meaning } from './fold.js';
import { TOPICS } from './topics.js';

/** The text. */
export const programHelp = (program: Command): string =>
  [
    folded(`${program.name()}: ${program.description()}`),
    '',
    'Examples:',
    ...examplesOf(program.name()),
    '',
    `Usage: ${program.name()} COMMAND ...`,
    ...program.commands
      .filter((command) => !(command as Command & { _hidden?: boolean })._hidden)
      .map((command) => meaning(command.name(), command.description(), 14)),
    '',
    'Examples and options of a command: coterminous COMMAND --help',
    'More: coterminous help TOPIC, of which there are',
    folded(`  ${Object.keys(TOPICS).join(', ')}`, '  '),
    '',
  ].join('\n');
