/**
 * `coterminous coverage`.
 */
import { InvalidArgumentError, type Command } from 'commander';
import { DEFAULT_BANDS, DEFAULT_FLAGS } from '../../measures/coverage/size-bands.js';
import { parseCounts } from '../../run/counts-source.js';
import type { CoverageRequest } from '../../run/request.js';
import type { Outcome } from '../outcome.js';
import { addOnly, addSharedOptions, collect, WITHOUT } from '../option-list.js';
import { mapped, withoutUndefined } from '../../run/given-fields.js';
import { type Given } from '../shared-options.js';
import { parseTable } from '../../run/table-arguments.js';

/** Adds the command. */
export function declareCoverage(program: Command, outcome: Outcome): void {
  addSharedOptions(
    addOnly(
      program
        .command('coverage')
        .description('neighbourhood coverage: who is in one neighbourhood, in several, in none')
        .argument('<NEIGHBOURHOODS>', 'the layer of neighbourhoods')
        .requiredOption('--within <LAYER>', 'the layer they should cover, for example councils')
        .option('--also <LAYER>', 'a further layer to compare with; may be given several times', collect, [])
        .option('--bands <PEOPLE,…>', 'ends of the size bands', readSizes, DEFAULT_BANDS)
        .option('--flags <PEOPLE,…>', 'sizes to flag against', readSizes, DEFAULT_FLAGS)
        .option(
          '--near <PER CENT>',
          'from this much in common on two units are nearly the same',
          readPercent,
          90,
        )
        .option('--services <FILE[:TYPE]>', 'points with a type: family hubs, practices, health centres')
        .option('--times <FILE>', 'minutes by block and service, with --services'),
    ),
    [...WITHOUT.pairs],
  ).action(async (neighbourhoods: string, given: Given) => {
    const { openDesk, perform } = await import('../reporting.js');
    const { inputs, layers, wishes } = await openDesk(given);
    const { exists } = inputs;
    const request: CoverageRequest = {
      command: 'coverage',
      only: given['only'] as string[],
      neighbourhoods: layers.layer(neighbourhoods),
      within: layers.layer(given['within'] as string),
      also: (given['also'] as string[]).map(layers.layer),
      bands: given['bands'] as readonly number[],
      flags: given['flags'] as readonly number[],
      near: given['near'] as number,
      ...withoutUndefined({
        services: mapped(given['services'] as string | undefined, (text) => parseCounts(text, exists)),
        times: mapped(given['times'] as string | undefined, (text) => parseTable(text, exists)),
      }),
      ...layers.wishes(),
    };
    outcome.exitCode = await perform(request, inputs, wishes);
  });
}

function readSizes(value: string): number[] {
  const sizes = value === '' ? [] : value.split(',').map(Number);
  if (sizes.every((size, i) => Number.isInteger(size) && size > (i === 0 ? 0 : sizes[i - 1]!))) return sizes;
  throw new InvalidArgumentError(
    'It wants whole numbers of people, rising, with commas between: 30000,50000,100000.',
  );
}

function readPercent(value: string): number {
  const percent = Number(value);
  if (value.trim() !== '' && percent > 0 && percent <= 100) return percent;
  throw new InvalidArgumentError('It wants a percentage over 0 and up to 100.');
}
