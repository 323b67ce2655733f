/**
 * `coterminous partners`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, readSharedOptions } from '../shared-options.js';

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
  ).action(async (place: string, layers: string[], given: Record<string, unknown>) => {
    const { runPartners } = await import('../commands/partners.js');
    outcome.exitCode = await runPartners(place, layers, readSharedOptions(given));
  });
}
