/**
 * `coterminous compare`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, collect, readSharedOptions } from '../shared-options.js';

/** Adds the command. */
export function declareCompare(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('compare')
      .description('two vintages of one layer: what moved, what was only renamed or redrawn')
      .argument('<BEFORE>', 'the earlier vintage, e.g. england:icb@2024')
      .argument('<AFTER>', 'the later vintage, e.g. england:icb@2026')
      .option(
        '--against <LAYER>',
        'alignment with this layer before and after; may be given several times',
        collect,
        [],
      ),
  ).action(async (before: string, after: string, given: Record<string, unknown>) => {
    const { runCompare } = await import('../commands/compare.js');
    outcome.exitCode = await runCompare(
      before,
      after,
      given['against'] as string[],
      readSharedOptions(given),
    );
  });
}
