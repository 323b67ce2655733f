/**
 * `coterminous derive`.
 */
import { Argument, type Command } from 'commander';
import type { DeriveRequest } from '../../run/request.js';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, collect, WITHOUT } from '../option-list.js';
import { mapped, withoutUndefined } from '../../run/given-fields.js';
import { type Given } from '../shared-options.js';
import { parseColumns, parseTable } from '../../run/table-arguments.js';

/** Adds the command. */
export function declareDerive(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('derive')
      .description('footprints from registrations: each block to the network with most of its patients')
      .addArgument(
        new Argument('<KIND>', 'pcn, or footprint for any other weighted membership').choices([
          'pcn',
          'footprint',
        ]),
      )
      .requiredOption(
        '--patients <FILE[:BLOCK:UNIT:PATIENTS]>',
        'patients by block and unit, or by block and practice with --practices',
      )
      .option('--practices <FILE>', 'practice to network: gp-reg-pat-prac-map.csv or ePCN.xlsx')
      .option('--within <LAYER>', 'only blocks in this layer: shapes, or a lookup FILE:BLOCK:UNIT')
      .option('--only <CODE>', 'with --within: these of its units, by code or name', collect, [])
      .option('--unallocated <CODE>', 'codes that stand for no network', collect, [])
      .option('--allocated-only', 'do not let unallocated patients win a block', false),
    [...WITHOUT.pairs, ...WITHOUT.crossing],
  ).action(async (kind: 'pcn' | 'footprint', given: Given) => {
    const { openDesk, perform } = await import('../reporting.js');
    const { inputs, layers, wishes } = await openDesk(given);
    const { id: _, ...patients } = parseColumns(given['patients'] as string, inputs.exists);
    const request: DeriveRequest = {
      command: 'derive',
      kind,
      patients,
      only: (given['only'] as string[]).flatMap((codes) => codes.split(',')),
      unallocated: given['unallocated'] as string[],
      allocatedOnly: given['allocatedOnly'] === true,
      ...withoutUndefined({
        practices: mapped(given['practices'] as string | undefined, (text) =>
          parseTable(text, inputs.exists),
        ),
        within: mapped(given['within'] as string | undefined, layers.layer),
      }),
      ...layers.wishes(),
    };
    outcome.exitCode = await perform(request, inputs, wishes);
  });
}
