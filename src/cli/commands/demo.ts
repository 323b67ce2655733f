/**
 * `coterminous demo`: the real commands on the embedded data, with words on what to look at.
 */
import type { LayerSource, OverlapRequest } from '../../run/request.js';
import { InputError } from '../../trouble/input-error.js';
import { openDesk } from '../desk.js';
import { embedded } from '../embedded-data.js';
import { perform } from '../perform.js';
import { nextAfterDemo, sayNext } from '../next-step.js';
import { folded } from '../help/fold.js';
import { sayLines } from '../say.js';
import type { Given } from '../shared-options.js';

interface Demo extends Pick<OverlapRequest, 'people' | 'blocks'> {
  readonly name: string;
  readonly layers: readonly LayerSource[];
  /** The command a user would type. */
  readonly command: string;
  readonly lookAt: readonly string[];
}

const region = (file: string): string => embedded(`region/${file}`);

const demos: readonly Demo[] = [
  {
    name: 'overlap',
    layers: [{ path: region('icb.geojson') }, { path: region('ltla.geojson') }],
    people: [{ name: 'residents', path: region('residents.csv') }],
    blocks: { path: region('blocks.geojson') },
    command:
      'coterminous overlap data/region/icb.geojson data/region/ltla.geojson --people residents=data/region/residents.csv --blocks data/region/blocks.geojson',
    lookAt: [
      'A fictional region of three ICBs and twelve councils; data/region/README.md lists every misalignment in it.',
      'Oxley Vale and Brackenholt are each shared between two ICBs: look for relation "partial" or "contains", and at who lives where.',
      'Skelmoor sticks out of its ICB by 168.6 hectares where nobody lives: land alone would call it shared, people would not.',
      'The figures below reconcile: every hectare and every resident is in a row, in a sliver, or said to be outside.',
    ],
  },
  {
    name: 'england',
    layers: [{ england: 'icb' }, { england: 'ltla' }],
    command: 'coterminous overlap england:icb england:ltla',
    lookAt: [
      'England in 2024 as figures without shapes: 42 ICBs, 296 councils of the lower tier, 56,490,108 residents (Census 2021).',
      'Twelve councils lie in two or more ICBs. Try england:icb@2026 for the ICBs since April 2026: five remain.',
      'These are residents of the area, not the patients the ICB pays for.',
    ],
  },
];

/** Runs a demonstration; gives the exit code. */
export async function runDemo(name: string, given: Given): Promise<number> {
  const demo = demos.find((candidate) => candidate.name === name);
  if (demo === undefined) {
    throw new InputError({
      id: 'no-such-demo',
      message: `there is no demonstration called '${name}'`,
      hint: `There are ${demos.map((candidate) => candidate.name).join(', ')}`,
    });
  }
  const { inputs, layers, wishes } = await openDesk(given);
  if (!wishes.quiet) {
    sayLines(
      `$ ${demo.command}\n\n${demo.lookAt.map((line) => `${folded(`• ${line}`, '  ')}\n`).join('')}\n`,
    );
  }
  const format = wishes.format ?? (wishes.outputs.length === 0 && !wishes.json ? 'table' : null);
  const { people: _, blocks: __, ...others } = layers.wishes();
  const request: OverlapRequest = {
    command: 'overlap',
    ...others,
    layers: demo.layers,
    ...(demo.people === undefined ? {} : { people: demo.people }),
    ...(demo.blocks === undefined ? {} : { blocks: demo.blocks }),
  };
  const code = await perform(request, inputs, { ...wishes, format });
  if (!wishes.quiet) sayNext(...nextAfterDemo(name));
  return code;
}
