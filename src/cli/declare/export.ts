/**
 * `coterminous export atoms`.
 */
import { type Command } from 'commander';
import type { AtomsRequest } from '../../run/request.js';
import { InputError } from '../../trouble/input-error.js';
import { laidOut } from '../help/fold.js';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, WITHOUT } from '../option-list.js';
import type { Given } from '../shared-options.js';

/** Adds the command. */
export function declareExport(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('export')
      .description('faces of layers, for a database that holds the people')
      .argument('<what>', 'atoms')
      .argument('<LAYER...>', 'two or more layers with shapes'),
    [...WITHOUT.pairs, '--sensitivity', '--disclosure'],
  )
    .addHelpText('after', laidOut(AFTER))
    .action(async (what: string, words: string[], given: Given) => {
      if (what !== 'atoms') throw onlyAtoms(what);
      const { nextAfterExport, openDesk, perform, sayNext } = await import('../reporting.js');
      const { inputs, layers, wishes } = await openDesk(given);
      const request: AtomsRequest = {
        command: 'atoms',
        layers: words.map(layers.layer),
        ...layers.wishes(),
      };
      outcome.exitCode = await perform(request, inputs, wishes);
      if (!wishes.quiet && wishes.outputs.length > 0) sayNext(...nextAfterExport(wishes.outputs));
    });
}

const AFTER = `
One row a face: a code per layer, material or sliver for every two layers, hectares, the box around it, its polygon in
.parquet, .gpkg and .geojson. With --people and --blocks the table blocks says which part of each block counts on which face;
people themselves are not written. More: docs/beyond-one-machine.md.
`;

const onlyAtoms = (what: string): InputError =>
  new InputError({
    id: 'export-unknown',
    message: `there is no '${what}' to export`,
    hint: 'For example: coterminous export atoms icbs.geojson councils.geojson -o faces.parquet',
  });
