/**
 * `coterminous demo`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { addSome } from '../option-list.js';
import { type Given } from '../shared-options.js';

/** Adds the command. */
export function declareDemo(program: Command, outcome: Outcome): void {
  addSome(
    program
      .command('demo')
      .description('try it on the embedded data')
      .argument('[NAME]', 'which demonstration: overlap (the default) or england'),
    [
      ...['--tolerance', '--sensitivity', '--include-slivers', '--include-outside', '--place'],
      ...['--output', '--table', '--format', '--json', '--bom', '--quiet', '--no-color'],
      ...['--fail-on', '--max-memory'],
    ],
  ).action(async (name: string | undefined, given: Given) => {
    const { runDemo } = await import('../commands/further.js');
    outcome.exitCode = await runDemo(name ?? 'overlap', given);
  });
}
