/**
 * The commands and their options.
 */
import { Command } from 'commander';
import { version } from './version.js';
import { addSharedOptions, readSharedOptions } from './shared-options.js';
import { forbidColour } from './terminal.js';

/** Where a command leaves its exit code. */
export interface Outcome {
  exitCode: number;
}

/** The whole command line. Commands load what they need only when they run. */
export function buildProgram(outcome: Outcome): Command {
  const program = new Command('coterminous')
    .description('Where boundaries that are meant to line up do not: in hectares, metres of border and people.')
    .version(version)
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
    .showHelpAfterError('Run `coterminous --help` for the commands, or `coterminous COMMAND --help` for its options.')
    .hook('preAction', (_, command) => {
      if (command.opts()['color'] === false) forbidColour();
    });
  addSharedOptions(
    program
      .command('overlap')
      .description('the overlap table: what each unit of one layer shares with each unit of another')
      .argument('<LAYER...>', 'two or more boundary layers: [id=]path[#inner], or - for standard input'),
  ).action(async (layers: string[], given: Record<string, unknown>) => {
    const { runOverlap } = await import('./commands/overlap.js');
    outcome.exitCode = await runOverlap(layers, readSharedOptions(given));
  });
  addSharedOptions(
    program
      .command('demo')
      .description('try it on the embedded fictional region')
      .argument('[NAME]', 'which demonstration: overlap (the default) or england'),
  ).action(async (name: string | undefined, given: Record<string, unknown>) => {
    const { runDemo } = await import('./commands/demo.js');
    outcome.exitCode = await runDemo(name ?? 'overlap', readSharedOptions(given));
  });
  return program;
}
