/**
 * `coterminous overlap`.
 */
import { InvalidArgumentError, type Command } from 'commander';
import { InputError } from '../../trouble/input-error.js';
import type { OverlapRequest } from '../../run/request.js';
import type { Outcome } from '../outcome.js';
import { addOnly, addSharedOptions } from '../option-list.js';
import { type Given } from '../shared-options.js';
import { parseTable } from '../../run/table-arguments.js';

function readRegisteredBy(value: string): 'icb' | 'pcn' {
  if (value === 'icb' || value === 'pcn') return value;
  throw new InvalidArgumentError('It wants icb or pcn.');
}

function readRegistrations(given: Given, exists: (path: string) => boolean): OverlapRequest['registrations'] {
  const [patients, practices] = [given['registrations'], given['practices']] as (string | undefined)[];
  if (patients === undefined && practices === undefined) return undefined;
  if (patients === undefined || practices === undefined) {
    throw new InputError({
      id: 'registrations-and-practices',
      message: '--registrations and --practices belong together',
      hint: 'Give the patients by practice and LSOA, and the map of practices to networks and ICBs',
    });
  }
  return {
    patients: parseTable(patients, exists),
    practices: parseTable(practices, exists),
    by: given['registeredBy'] as 'icb' | 'pcn',
  };
}

/** Adds the command. */
export function declareOverlap(program: Command, outcome: Outcome): void {
  addSharedOptions(
    addOnly(
      program
        .command('overlap')
        .description('the overlap table: what each unit of one layer shares with each unit of another')
        .argument(
          '<LAYER...>',
          'two or more layers: [id=]path[#inner], table.csv:member:group, england:icb, or -',
        ),
    ),
  )
    .option(
      '--registrations <FILE>',
      'patients by practice and LSOA (NHS Digital), crossed with where they live',
    )
    .option('--practices <FILE>', 'practice map for --registrations: gp-reg-pat-prac-map.csv or ePCN.xlsx')
    .option(
      '--registered-by <KIND>',
      'what patients are registered with: icb (the default) or pcn',
      readRegisteredBy,
      'icb',
    )
    .action(async (words: string[], given: Given) => {
      const { openDesk, perform } = await import('../reporting.js');
      const { inputs, layers, wishes } = await openDesk(given);
      const registrations = readRegistrations(given, inputs.exists);
      const request: OverlapRequest = {
        command: 'overlap',
        only: given['only'] as string[],
        layers: words.map(layers.layer),
        ...(registrations === undefined ? {} : { registrations }),
        ...layers.wishes(),
      };
      outcome.exitCode = await perform(request, inputs, wishes);
    });
}
