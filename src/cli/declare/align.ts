/**
 * `coterminous align`.
 */
import { InvalidArgumentError, type Command } from 'commander';
import { USUAL_EDGES, USUAL_LEAST } from '../../measures/align/usual.js';
import type { AlignRequest } from '../../run/request.js';
import { laidOut } from '../help/fold.js';
import type { Outcome } from '../outcome.js';
import { addOnly, addSharedOptions, WITHOUT } from '../option-list.js';
import { mapped, withoutUndefined } from '../../run/given-fields.js';
import { type Given } from '../shared-options.js';
import { parseLookupTable } from '../../run/table-arguments.js';

/** Adds the command. */
export function declareAlign(program: Command, outcome: Outcome): void {
  addSharedOptions(
    addOnly(
      program
        .command('align')
        .description(
          'where units of the second layer are split between units of the first, and how many people it concerns',
        )
        .argument(
          '<LAYER...>',
          'two layers, ICBs first and councils second, or more to align pairwise: [id=]path[#inner], table.csv:member:group, england:icb, or -',
        )
        .option(
          '--bands [EDGES]',
          `a column outside_band: share outside the main partner in bands that hold their lower end, edges in per cent (${USUAL_EDGES.join(',')})`,
          readEdges,
        )
        .option(
          '--audit <FILE[:MEMBER:GROUP]>',
          'a best-fit lookup to hold against the layers: rows they contradict, and weak best fits',
        )
        .option('--least <PERCENT>', `a best fit that holds less is weak (${USUAL_LEAST})`, readPercent)
        .option('--neighbour <LAYER>', 'the country next door, to tell the national border from the coast'),
    ),
    [...WITHOUT.pairs],
  )
    .addHelpText('after', laidOut(AFTER))
    .action(async (words: string[], given: Given) => {
      const { openDesk, perform } = await import('../reporting.js');
      const { inputs, layers, wishes } = await openDesk(given);
      const bands = given['bands'] as true | readonly number[] | undefined;
      const request: AlignRequest = {
        command: 'align',
        only: given['only'] as string[],
        layers: words.map(layers.layer),
        ...withoutUndefined({
          bands: bands === true ? USUAL_EDGES : bands,
          audit: mapped(given['audit'] as string | undefined, (text) =>
            parseLookupTable(text, inputs.exists),
          ),
          least: given['least'] as number | undefined,
          neighbour: mapped(given['neighbour'] as string | undefined, layers.layer),
        }),
        metrics: wishes.table === 'metrics' ? 'all' : 'headline',
        ...layers.wishes(),
      };
      outcome.exitCode = await perform(request, inputs, wishes);
    });
}

const AFTER = `
Tables (--table NAME): shared (the main one), parts, units, patches, border, stretches, metrics, tests, audit.
Patches, border and stretches need shapes on both sides. --table metrics lists every metric, else the headline ones.
With three or more layers every two are aligned; tables of two layers then carry both ids: shared_icb_ltla.
-o FILE.geojson draws the misaligned patches and the stretches of border that deviate; the JSON holds them too.
`;

function readEdges(value: string): number[] {
  const edges = value.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (edges.every((edge, i) => edge > (edges[i - 1] ?? 0) && edge <= 100)) return edges;
  throw new InvalidArgumentError('It wants rising percentages, for example 2,10,25.');
}

function readPercent(value: string): number {
  const percent = value.trim() === '' ? NaN : Number(value);
  if (percent >= 0 && percent <= 100) return percent;
  throw new InvalidArgumentError('It wants a percentage, 0 to 100.');
}
