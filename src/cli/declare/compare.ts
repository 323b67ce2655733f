/**
 * `coterminous compare`.
 */
import type { Command } from 'commander';
import type { CompareRequest } from '../../run/request.js';
import type { Outcome } from '../outcome.js';
import { isForReading } from '../output-wishes.js';
import { addOnly, addSharedOptions, collect, WITHOUT } from '../option-list.js';
import { type Given } from '../shared-options.js';

/** Adds the command. */
export function declareCompare(program: Command, outcome: Outcome): void {
  addSharedOptions(
    addOnly(
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
    ),
    [...WITHOUT.pairs],
  ).action(async (before: string, after: string, given: Given) => {
    const { openDesk, perform } = await import('../reporting.js');
    const { inputs, layers, wishes } = await openDesk(given);
    const request: CompareRequest = {
      command: 'compare',
      only: given['only'] as string[],
      before: layers.layer(before),
      after: layers.layer(after),
      against: (given['against'] as string[]).map(layers.layer),
      ...layers.wishes(),
    };
    // A person at a terminal is shown what changed hands; files and pipes get every unit.
    const isRead = wishes.outputs.length === 0 && isForReading(wishes);
    const table = wishes.table ?? (isRead ? 'transfers' : null);
    outcome.exitCode = await perform(request, inputs, { ...wishes, table });
  });
}
