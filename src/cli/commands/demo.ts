/**
 * `coterminous demo`: the real commands on the embedded data, with words on what to look at.
 */
import { isAbsolute, relative } from 'node:path';
import type { LayerSource, OverlapRequest } from '../../run/request.js';
import { InputError } from '../../trouble/input-error.js';
import { quoted } from '../command-text.js';
import { openDesk } from '../desk.js';
import { embedded } from '../embedded-data.js';
import { commandLine, folded } from '../help/fold.js';
import { perform } from '../perform.js';
import { nextAfterDemo, sayNext } from '../next-step.js';
import { sayLines } from '../say.js';
import type { Given } from '../shared-options.js';

interface Demo extends Pick<OverlapRequest, 'people' | 'blocks'> {
  readonly name: string;
  readonly layers: readonly LayerSource[];
  /** What a user would type after `coterminous overlap`. */
  readonly words: readonly string[];
  readonly lookAt: readonly string[];
}

/** Path of a file of the region as one would type it here: relative where it is below the current folder. */
function region(file: string): string {
  const path = embedded(`region/${file}`);
  const from = relative('.', path);
  return from.startsWith('..') || isAbsolute(from) ? path : from;
}

/** The demonstrations; which paths are typed depends on the current folder. */
const demosHere = (): readonly Demo[] => [
  {
    name: 'overlap',
    layers: [{ path: region('icb.geojson') }, { path: region('ltla.geojson') }],
    people: [{ name: 'residents', path: region('residents.csv') }],
    blocks: { path: region('blocks.geojson') },
    words: [
      ...[region('icb.geojson'), region('ltla.geojson')],
      ...['--people', `residents=${region('residents.csv')}`, '--blocks', region('blocks.geojson')],
    ],
    lookAt: [
      `A fictional region of three ICBs and twelve councils; every misalignment in it is listed in ${region('README.md')}`,
      'Oxley Vale and Brackenholt are each shared between two ICBs: look for relation "partial" or "contains", and at who lives where.',
      'Skelmoor sticks out of its ICB by 168.6 hectares where nobody lives: land alone would call it shared, people would not.',
      'The figures below reconcile: every hectare and every resident is in a row, in a sliver, or said to be outside.',
    ],
  },
  {
    name: 'england',
    layers: [{ england: 'icb' }, { england: 'ltla' }],
    words: ['england:icb', 'england:ltla'],
    lookAt: [
      'England in 2024 as figures without shapes: 42 ICBs, 296 councils of the lower tier, 56,490,108 residents (Census 2021).',
      'Twelve councils lie in two or more ICBs. Try england:icb@2026 for the ICBs since April 2026: five remain.',
      'These are residents of the area, not the patients the ICB pays for.',
    ],
  },
];

/** Runs a demonstration; gives the exit code. */
export async function runDemo(name: string, given: Given): Promise<number> {
  const demos = demosHere();
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
    const command = commandLine(['coterminous overlap', ...demo.words.map(quoted)].join(' '));
    const paragraphs = demo.lookAt.map((line) => folded(line, '  '));
    sayLines(`$ ${command.trimStart()}\n\n${paragraphs.join('\n')}\n\n`);
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
