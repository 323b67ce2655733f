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
        .description('two vintages of one layer, or more: what moved, what was only renamed or redrawn')
        .argument('<BEFORE>', 'the earlier vintage, e.g. england:icb@2024')
        .argument('<AFTER>', 'the later vintage, e.g. england:icb@2026')
        .argument('[LATER...]', 'still later ones, in order: a timeline of all of them')
        .option(
          '--against <LAYER>',
          'alignment with this layer at each vintage; may be given several times',
          collect,
          [],
        ),
    ),
    [...WITHOUT.pairs],
  ).action(async (before: string, after: string, later: string[], given: Given) => {
    const { openDesk, perform } = await import('../reporting.js');
    const { inputs, layers, wishes } = await openDesk(given);
    const request: CompareRequest = {
      command: 'compare',
      only: given['only'] as string[],
      before: layers.layer(before),
      after: layers.layer(after),
      ...(later.length === 0 ? {} : { later: later.map(layers.layer) }),
      against: (given['against'] as string[]).map(layers.layer),
      ...layers.wishes(),
    };
    // A person at a terminal is shown what changed hands; files and pipes get every unit.
    const isRead = wishes.outputs.length === 0 && isForReading(wishes);
    const table = wishes.table ?? (isRead && later.length === 0 ? 'transfers' : null);
    outcome.exitCode = await perform(request, inputs, { ...wishes, table });
  });
}
