/**
 * `coterminous suggest neighbourhoods`.
 */
import { Command, InvalidArgumentError } from 'commander';
import { parseCounts } from '../../run/counts-source.js';
import type { NeighbourhoodsRequest } from '../../run/request.js';
import { commandOf } from '../command-text.js';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, collect, WITHOUT } from '../option-list.js';
import { say } from '../say.js';
import { readSizeBand } from '../size-guide.js';
import { mapped, withoutUndefined } from '../../run/given-fields.js';
import { type Given } from '../shared-options.js';

/** Adds the command. */
export function declareNeighbourhoods(program: Command, outcome: Outcome): void {
  const command = new Command('suggest neighbourhoods')
    .copyInheritedSettings(program)
    .description(
      'neighbourhoods built from small areas: inside a size band, contiguous, splitting fewest people',
    )
    .requiredOption('--within <LAYER>', 'the layer inside whose units they are built, for example councils')
    .requiredOption(
      '--size <LEAST:MOST>',
      'people that each should have, for example 30000:50000',
      readSizeBand,
    )
    .option(
      '--keep <LAYER>',
      'a layer whose units should stay whole (wards, networks); may be given several times',
      collect,
      [],
    )
    .option('--only <UNIT>', 'in these units of --within alone, by code or name', collect, [])
    .option('--number <N>', 'so many in each unit; if not given, as many as are best', readWhole)
    .option(
      '--compare-with <LAYER>',
      'neighbourhoods that are drawn already, counted the same way; may be given several times',
      collect,
      [],
    )
    .option('--services <FILE[:TYPE]>', 'points with a type, counted in each neighbourhood')
    .option('--seed <N>', 'whole number that the search starts from', readWhole, 1)
    .option('--effort <STEPS>', 'steps of the search in each unit', readWhole, 30_000)
    .option('--save-lookup <FILE.csv>', 'write the lookup of small areas and neighbourhoods');
  addSharedOptions(command, [...WITHOUT.pairs, ...WITHOUT.crossing, '--disclosure']).action(
    async (given: Given) => {
      const { openDesk, perform } = await import('../reporting.js');
      const { inputs, layers, wishes } = await openDesk({ ...given, keep: [] });
      const path = given['saveLookup'] as string | undefined;
      const layersOf = (option: string): NeighbourhoodsRequest['keepWhole'] =>
        (given[option] as string[]).map(layers.layer);
      const request: NeighbourhoodsRequest = {
        command: 'suggest neighbourhoods',
        within: layers.layer(given['within'] as string),
        only: (given['only'] as string[]).flatMap((units) => units.split(',')),
        size: given['size'] as NeighbourhoodsRequest['size'],
        keepWhole: layersOf('keep')!,
        compareWith: layersOf('compareWith')!,
        seed: given['seed'] as number,
        effort: given['effort'] as number,
        ...withoutUndefined({
          number: given['number'] as number | undefined,
          services: mapped(given['services'] as string | undefined, (text) =>
            parseCounts(text, inputs.exists),
          ),
        }),
        ...(path === undefined ? {} : { documents: ['lookup'] }),
        ...layers.wishes(),
      };
      outcome.exitCode = await perform(request, inputs, wishes, path === undefined ? {} : { lookup: path });
      const shapes = wishes.outputs.find((output) => output.endsWith('.geojson'));
      if (shapes !== undefined && !wishes.quiet)
        say(`next: ${commandOf('coverage', [shapes], given, CARRIED)}`);
    },
  );
  program.addCommand(command);
}

/** Options by which the coverage of what was built finds the same layers and people again. */
const CARRIED = [
  'within',
  'people',
  'blocks',
  'services',
  'code',
  'name',
  'crs',
  'grid',
  'allowUnmatched',
  'config',
];

function readWhole(value: string): number {
  const count = Number(value.replace(/[,_]/g, ''));
  if (value.trim() === '' || !Number.isSafeInteger(count) || count < 1 || count > 1_000_000_000)
    throw new InvalidArgumentError('It wants a whole number, 1 or more.');
  return count;
}
