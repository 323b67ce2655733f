/**
 * `coterminous differencing`.
 */
import { InvalidArgumentError, type Command } from 'commander';
import type { DifferencingRequest } from '../../run/request.js';
import { laidOut } from '../help/fold.js';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, WITHOUT } from '../option-list.js';
import { withoutUndefined } from '../../run/given-fields.js';
import { type Given } from '../shared-options.js';

/** Adds the command. */
export function declareDifferencing(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('differencing')
      .description('which published units can be subtracted from one another down to a few people')
      .argument(
        '<LAYER...>',
        'two or more layers: [id=]path[#inner], table.csv:member:group, england:icb, or -',
      )
      .option(
        '--under <PEOPLE>',
        'tell groups of fewer people than this; by default those that --disclosure suppresses',
        readPeople,
      ),
    WITHOUT.pairs,
  )
    .addHelpText('after', laidOut(AFTER))
    .action(async (words: string[], given: Given) => {
      const { openDesk, perform } = await import('../reporting.js');
      const { inputs, layers, wishes } = await openDesk(given);
      const request: DifferencingRequest = {
        command: 'differencing',
        layers: words.map(layers.layer),
        ...withoutUndefined({ under: given['under'] as number | undefined }),
        ...layers.wishes(),
      };
      outcome.exitCode = await perform(request, inputs, wishes);
    });
}

const AFTER = `
For the owner of the data: it shows counts. With --disclosure it says only "fewer than", and rows stand by code.
Small areas that borders cut go whole to the unit with most of each (--place area shares them out).
--fail-on "differenced max 0" exits with 1 where there is any such group. More: docs/disclosure.md.
`;

function readPeople(value: string): number {
  const people = Number(value.replace(/[,_]/g, ''));
  if (value.trim() !== '' && people >= 1 && Number.isFinite(people)) return people;
  throw new InvalidArgumentError('It wants a number of people, 1 or more.');
}
