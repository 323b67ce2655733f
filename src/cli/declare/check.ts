/**
 * `coterminous check`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, collect, readSharedOptions } from '../shared-options.js';

/** Adds the command. */
export function declareCheck(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('check')
      .description('is each layer sound: structure, codes, names, rings, overlaps of its own units, gaps')
      .argument('<LAYER...>', 'one or more layers, each checked for itself')
      .option(
        '--allow-overlap <ID>',
        'a layer whose units may overlap (kinds that do by nature need no saying: pcn, practice, neighbourhood, place)',
        collect,
        [],
      )
      .option('--allowed-gaps <FILE>', 'polygons of land that is known to be no unit’s: lakes, enclaves')
      .addHelpText(
        'after',
        '\n--fail-on error (or warning) is short for --fail-on "errors max 0" (and "warnings max 0").\n',
      ),
  ).action(async (layers: string[], given: Record<string, unknown>) => {
    const { runCheck } = await import('../commands/check.js');
    outcome.exitCode = await runCheck(layers, readSharedOptions(given), {
      allowOverlap: (given['allowOverlap'] as string[] | undefined) ?? [],
      allowedGaps: (given['allowedGaps'] as string | undefined) ?? null,
    });
  });
}
