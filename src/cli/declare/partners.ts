/**
 * `coterminous partners`.
 */
import type { Command } from 'commander';
import type { PartnersRequest } from '../../run/request.js';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, WITHOUT } from '../option-list.js';
import { type Given } from '../shared-options.js';

/** Adds the command. */
export function declarePartners(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('partners')
      .description(
        'one place: who shares its land and people, in every layer (without layers: England, as figures)',
      )
      .argument('<PLACE>', 'a name ("Essex"), a GSS code (E10000012) or an ODS code (QNQ)')
      .argument('[LAYER...]', 'the layers to look in; by default the embedded figures for England'),
    [...WITHOUT.pairs, '--sensitivity'],
  ).action(async (place: string, words: string[], given: Given) => {
    const { openDesk, perform } = await import('../reporting.js');
    const { inputs, layers, wishes } = await openDesk(given);
    const request: PartnersRequest = {
      command: 'partners',
      place,
      layers: words.map(layers.layer),
      ...layers.wishes(),
    };
    outcome.exitCode = await perform(request, inputs, wishes);
  });
}
