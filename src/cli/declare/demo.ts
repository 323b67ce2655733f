/**
 * `coterminous demo`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, type Given } from '../shared-options.js';

/** Adds the command. */
export function declareDemo(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('demo')
      .description('try it on the embedded data')
      .argument('[NAME]', 'which demonstration: overlap (the default) or england'),
  ).action(async (name: string | undefined, given: Given) => {
    const { runDemo } = await import('../commands/further.js');
    outcome.exitCode = await runDemo(name ?? 'overlap', given);
  });
}
