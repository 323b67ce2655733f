/**
 * `coterminous scenario`.
 */
import { InvalidArgumentError, type Command } from 'commander';
import type { SizeGuide } from '../../measures/scenario/units-table.js';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, collect, readSharedOptions } from '../shared-options.js';

/** Adds the command. */
export function declareScenario(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('scenario')
      .description('what if: merge, split, move, rename, create, abolish; alignment before and after')
      .argument(
        '<FILE...>',
        'scenarios side by side: YAML, CSV of operations, or a lookup FILE.csv:member:group',
      )
      .option('--layer <LAYER>', 'the layer that changes, where the scenario does not say')
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
  ).action(async (files: string[], given: Record<string, unknown>) => {
    const { runScenario } = await import('../commands/scenario.js');
    outcome.exitCode = await runScenario(
      files,
      {
        layer: (given['layer'] as string | undefined) ?? null,
        against: given['against'] as string[],
        pieces: given['pieces'] as string[],
        chain: given['chain'] === true,
        sizeGuide: (given['sizeGuide'] as SizeGuide | undefined) ?? null,
        saveLayer: (given['saveLayer'] as string | undefined) ?? null,
        saveInverse: (given['saveInverse'] as string | undefined) ?? null,
      },
      readSharedOptions(given),
    );
  });
}

function readSizeGuide(value: string): SizeGuide {
  const parts = value
    .split(':')
    .map((part) => (part.trim() === '' ? null : Number(part.replace(/[,_]/g, ''))));
  const [least = null, most = null] = parts;
  const wrong =
    parts.length > 2 ||
    parts.some((part) => part !== null && !(part >= 0)) ||
    (least === null && most === null);
  if (wrong || (least !== null && most !== null && least > most)) {
    throw new InvalidArgumentError('It wants people, as MIN, MIN:MAX or :MAX, for example 500000.');
  }
  return { least, most };
}
