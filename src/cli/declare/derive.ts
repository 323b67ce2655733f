/**
 * `coterminous derive`.
 */
import { Argument, type Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, collect, readSharedOptions } from '../shared-options.js';

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
  ).action(async (kind: 'pcn' | 'footprint', given: Record<string, unknown>) => {
    const { runDerive } = await import('../commands/derive.js');
    const own = {
      patients: given['patients'] as string,
      practices: (given['practices'] as string | undefined) ?? null,
      within: (given['within'] as string | undefined) ?? null,
      only: (given['only'] as string[]).flatMap((codes) => codes.split(',')),
      unallocated: given['unallocated'] as string[],
      allocatedOnly: given['allocatedOnly'] === true,
    };
    outcome.exitCode = await runDerive(kind, own, readSharedOptions(given));
  });
}
