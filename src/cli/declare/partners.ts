/**
 * `coterminous partners`.
 */
import type { Command } from 'commander';
import { isLayerWord } from '../../run/layer-source.js';
import type { PartnersRequest } from '../../run/request.js';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, collect, WITHOUT } from '../option-list.js';
import { type Given } from '../shared-options.js';
import { parseTable } from '../../run/table-arguments.js';

/** Adds the command. */
export function declarePartners(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('partners')
      .description(
        'one place or several: who shares its land and people, in every layer (without layers: England, as figures)',
      )
      .argument(
        '[PLACE|LAYER...]',
        'places: a name ("Essex"), a GSS code (E10000012), an ODS code (QNQ), with --postcodes or --lookup a postcode, small area, ward or town; then the layers to look in, by default the embedded figures for England',
      )
      .option('--all <LAYER>', 'every unit of this layer, by its id or a word for its kind: council, icb')
      .option('--layer <LAYER>', 'a layer to look in; may be given several times', collect, [])
      .option(
        '--postcodes <FILE>',
        'where postcodes lie: ONSPD, NSPL or Code-Point Open; may be given several times',
        collect,
        [],
      )
      .option(
        '--lookup <FILE>',
        'a table in which small areas, wards or towns stand beside the areas they lie in; may be given several times',
        collect,
        [],
      ),
    [...WITHOUT.pairs, '--sensitivity'],
  ).action(async (words: string[], given: Given) => {
    const { openDesk, perform } = await import('../reporting.js');
    const { inputs, layers, wishes } = await openDesk(given);
    const every = given['all'] as string | undefined;
    // The first word is a place whatever it looks like, unless all places of a layer are asked for.
    const isLayer = (word: string, i: number): boolean =>
      every !== undefined || (i > 0 && (layers.has(word) || isLayerWord(word, inputs.exists)));
    const [place, ...places] = words.filter((word, i) => !isLayer(word, i));
    const sources = [...words.filter(isLayer), ...(given['layer'] as string[])];
    const tables = [...(given['postcodes'] as string[]), ...(given['lookup'] as string[])];
    const request: PartnersRequest = {
      command: 'partners',
      ...(place === undefined ? {} : { place }),
      ...(places.length === 0 ? {} : { places }),
      ...(every === undefined ? {} : { all: every }),
      ...(tables.length === 0 ? {} : { gazetteers: tables.map((path) => parseTable(path, inputs.exists)) }),
      layers: sources.map(layers.layer),
      ...layers.wishes(),
    };
    outcome.exitCode = await perform(request, inputs, wishes);
  });
}
