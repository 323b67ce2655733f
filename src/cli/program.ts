/**
 * The commands, in the order that help lists them. Each declares itself in a file of its own and loads what it needs
 * only when it runs.
 */
import { Command } from 'commander';
import { declareDemo } from './declare/demo.js';
import { declareOverlap } from './declare/overlap.js';
import { declarePartners } from './declare/partners.js';
import type { Outcome } from './outcome.js';
import { forbidColour } from './terminal.js';
import { version } from './version.js';

const declarations = [declareOverlap, declarePartners, declareDemo];

/** The whole command line. */
export function buildProgram(outcome: Outcome): Command {
  const program = new Command('coterminous')
    .description(
      'Where boundaries that are meant to line up do not: in hectares, metres of border and people.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError(
      'Run `coterminous --help` for the commands, or `coterminous COMMAND --help` for its options.',
    )
    .hook('preAction', (_, command) => {
      if (command.opts()['color'] === false) forbidColour();
    });
  for (const declare of declarations) declare(program, outcome);
  return program;
}
