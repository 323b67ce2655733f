/**
 * `coterminous scenario`.
 */
import type { Command } from 'commander';
import type { ScenarioRequest } from '../../run/request.js';
import { InputError } from '../../trouble/input-error.js';
import { COUNCIL_SIZE_GUIDE, countyScenarios } from '../county-scenarios.js';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, collect, WITHOUT } from '../option-list.js';
import { mapped, withoutUndefined } from '../../run/given-fields.js';
import { type Given } from '../shared-options.js';
import { print } from '../say.js';
import { readSizeGuide } from '../size-guide.js';
import { parseColumns } from '../../run/table-arguments.js';

/** Adds the command. */
export function declareScenario(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('scenario')
      .description('what if: merge, split, move, rename, create, abolish; alignment before and after')
      .argument(
        '[FILE...]',
        'scenarios side by side: YAML, a table unit,new_unit or of operations, or a lookup FILE.csv:member:group (help scenarios)',
      )
      .option(
        '--county <NAME>',
        'the proposals on board for a county that is reorganised, with a size guide of 500,000 people unless one is given',
      )
      .option('--example', 'print a scenario of England that runs as it is', false)
      .option(
        '--layer <LAYER>',
        'the layer that changes, where the scenario does not say; without it the one of England that has the units',
      )
      .option(
        '--against <LAYER>',
        'alignment with this layer before and after; may be given several times',
        collect,
        [],
      )
      .option('--pieces <LAYER>', 'a layer whose units are moved as pieces, e.g. wards', collect, [])
      .option('--chain', 'each scenario goes on from the one before', false)
      .option(
        '--size-guide <MIN[:MAX]>',
        'people that a unit should have at least and at most',
        readSizeGuide,
      )
      .option('--save-layer <FILE.geojson>', 'write the new layer (of the last scenario)')
      .option('--save-inverse <FILE.yaml>', 'write the scenario that takes the last one back'),
    [...WITHOUT.pairs],
  ).action(async (files: string[], given: Given) => {
    if (given['example'] === true) return printExample(given);
    const county = given['county'] as string | undefined;
    if (files.length === 0 && county === undefined) throw noFile();
    const { openDesk, perform } = await import('../reporting.js');
    const { inputs, layers, wishes } = await openDesk(given);
    const ofCounty = county === undefined ? [] : countyScenarios(inputs, county);
    const guide = county === undefined ? undefined : COUNCIL_SIZE_GUIDE;
    const paths = withoutUndefined({
      layer: given['saveLayer'] as string | undefined,
      inverse: given['saveInverse'] as string | undefined,
    });
    const request: ScenarioRequest = {
      command: 'scenario',
      scenarios: [...ofCounty, ...files.map((file) => parseColumns(file, inputs.exists))],
      against: (given['against'] as string[]).map(layers.layer),
      pieces: (given['pieces'] as string[]).map(layers.layer),
      chain: given['chain'] === true,
      ...withoutUndefined({
        layer: mapped(given['layer'] as string | undefined, layers.layer),
        sizeGuide: (given['sizeGuide'] as ScenarioRequest['sizeGuide']) ?? guide,
      }),
      documents: Object.keys(paths) as ('layer' | 'inverse')[],
      ...layers.wishes(),
    };
    outcome.exitCode = await perform(request, inputs, wishes, paths);
  });
}

/** Prints the scenario that comes with the tool. */
async function printExample(given: Given): Promise<void> {
  const { openDesk } = await import('../reporting.js');
  const { inputs } = await openDesk(given);
  const { bytes } = await inputs
    .open(inputs.files.packaged('england/scenarios/example.yaml'), 'scenario')
    .bytes();
  await print(bytes);
}

const noFile = (): InputError =>
  new InputError({
    id: 'no-scenario',
    message: 'no scenario is given',
    hint: 'Begin with: coterminous scenario --county Surrey, or coterminous scenario --example > example.yaml, then coterminous scenario example.yaml; coterminous help scenarios shows every form',
  });
