/**
 * `coterminous overlap`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, readSharedOptions } from '../shared-options.js';

/** Adds the command. */
export function declareOverlap(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('overlap')
      .description('the overlap table: what each unit of one layer shares with each unit of another')
      .argument(
        '<LAYER...>',
        'two or more layers: [id=]path[#inner], table.csv:member:group, england:icb, or -',
      ),
  ).action(async (layers: string[], given: Record<string, unknown>) => {
    const { runOverlap } = await import('../commands/overlap.js');
    outcome.exitCode = await runOverlap(layers, readSharedOptions(given));
  });
}
