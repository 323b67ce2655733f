/**
 * `coterminous overlap`.
 */
import { InvalidArgumentError, type Command } from 'commander';
import { InputError } from '../../trouble/input-error.js';
import type { RegistrationsGiven } from '../../run/load-registrations.js';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, readSharedOptions } from '../shared-options.js';

function readRegisteredBy(value: string): 'icb' | 'pcn' {
  if (value === 'icb' || value === 'pcn') return value;
  throw new InvalidArgumentError('It wants icb or pcn.');
}

function readRegistrations(given: Record<string, unknown>): RegistrationsGiven | null {
  const [registrations, practices] = [given['registrations'], given['practices']] as (string | undefined)[];
  if (registrations === undefined && practices === undefined) return null;
  if (registrations === undefined || practices === undefined) {
    throw new InputError({
      id: 'registrations-and-practices',
      message: '--registrations and --practices belong together',
      hint: 'Give the patients by practice and LSOA, and the map of practices to networks and ICBs',
    });
  }
  return { registrations, practices, by: given['registeredBy'] as 'icb' | 'pcn' };
}

/** Adds the command. */
export function declareOverlap(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('overlap')
      .description('the overlap table: what each unit of one layer shares with each unit of another')
      .argument(
        '<LAYER...>',
        'two or more layers: [id=]path[#inner], table.csv:member:group, england:icb, or -',
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
    .action(async (layers: string[], given: Record<string, unknown>) => {
      const { runOverlap } = await import('../commands/overlap.js');
      outcome.exitCode = await runOverlap(layers, readSharedOptions(given), readRegistrations(given));
    });
}
