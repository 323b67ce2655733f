/**
 * `coterminous check`.
 */
import type { Command } from 'commander';
import type { CheckRequest } from '../../run/request.js';
import { laidOut } from '../help/fold.js';
import type { Outcome } from '../outcome.js';
import { addOnly, addSharedOptions, collect, WITHOUT } from '../option-list.js';
import { mapped, withoutUndefined } from '../../run/given-fields.js';
import { type Given } from '../shared-options.js';
import { parseAreas } from '../../run/table-arguments.js';

/** Adds the command. */
export function declareCheck(program: Command, outcome: Outcome): void {
  addSharedOptions(
    addOnly(
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
          laidOut(
            '\n--fail-on error (or warning) is short for --fail-on "errors max 0" (and "warnings max 0").\n',
          ),
        ),
    ),
    [...WITHOUT.pairs, ...WITHOUT.crossing],
  ).action(async (words: string[], given: Given) => {
    const { nextAfterCheck, openDesk, perform, sayNext } = await import('../reporting.js');
    const { inputs, layers, wishes } = await openDesk(given);
    const request: CheckRequest = {
      command: 'check',
      only: given['only'] as string[],
      layers: words.map(layers.layer),
      allowOverlap: given['allowOverlap'] as string[],
      ...withoutUndefined({
        allowedGaps: mapped(given['allowedGaps'] as string | undefined, (text) =>
          parseAreas(text, inputs.exists),
        ),
      }),
      ...layers.wishes(),
    };
    const rules = (request.rules ?? []).flatMap(longRule);
    outcome.exitCode = await perform({ ...request, rules }, inputs, wishes);
    if (!wishes.quiet) sayNext(...nextAfterCheck(words));
  });
}

/** `error` and `warning` as rules in full. */
function longRule(rule: string): string[] {
  if (rule === 'error') return ['errors max 0'];
  return rule === 'warning' ? ['errors max 0', 'warnings max 0'] : [rule];
}
