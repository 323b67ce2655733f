/**
 * `coterminous suggest`.
 */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { InputError } from '../../trouble/input-error.js';
import type { SuggestRequest } from '../../run/request.js';
import { commandOf } from '../command-text.js';
import type { Outcome } from '../outcome.js';
import { addSharedOptions, collect, WITHOUT } from '../option-list.js';
import { withoutUndefined } from '../../run/given-fields.js';
import { type Given } from '../shared-options.js';
import { say } from '../say.js';
import { parseColumns } from '../../run/table-arguments.js';

/** Adds the command. */
export function declareSuggest(program: Command, outcome: Outcome): void {
  addSharedOptions(
    program
      .command('suggest')
      .description('the smallest changes to the first layer that would line it up with the second')
      .argument('<LAYER>', 'the layer that may change, e.g. england:icb')
      .argument('<LAYER>', 'the layer whose units should each lie in one of its units, e.g. england:ltla')
      .addOption(
        new Option(
          '--test <TEST>',
          'P1: each unit of the second in one of the first; P2: no unit cuts across authorities',
        )
          .choices(['P1', 'P2'])
          .default('P1'),
      )
      .addOption(
        new Option('--by <PIECE>', 'single moves of whole parts or of blocks')
          .choices(['part', 'block'])
          .default('part'),
      )
      .option(
        '--never <UNIT>',
        'a unit of either layer, by name or code, that must not change; may be given several times',
        collect,
        [],
      )
      .option(
        '--keep-size <PEOPLE>',
        'no unit may be left smaller than this (--keep PEOPLE does the same)',
        readCount,
      )
      .option(
        '--keep <UNIT>',
        'a unit that stays as it is, as with --never; may be given several times',
        collect,
        [],
      )
      .option('--most-changed <N>', 'at most so many units of the first layer may change', readCount)
      .option(
        '--apportion <NAME=FILE:code:amount>',
        'share a sum of one layer over the other by people, as an estimate',
        collect,
        [],
      )
      .option('--save-scenario <FILE.yaml>', 'write the cheapest set of moves as a scenario'),
    [...WITHOUT.pairs],
  ).action(async (a: string, b: string, given: Given) => {
    const { openDesk, perform } = await import('../reporting.js');
    const keep = given['keep'] as string[];
    const { inputs, layers, wishes } = await openDesk({ ...given, keep: [] });
    const path = given['saveScenario'] as string | undefined;
    const request: SuggestRequest = {
      command: 'suggest',
      layers: [a, b].map(layers.layer),
      test: given['test'] as 'P1' | 'P2',
      by: given['by'] as 'part' | 'block',
      never: [...(given['never'] as string[]), ...keep.filter((word) => countOf(word) === null)],
      ...withoutUndefined({
        leastSize: (given['keepSize'] as number | undefined) ?? leastSizeOf(keep),
        mostChanged: given['mostChanged'] as number | undefined,
      }),
      apportion: (given['apportion'] as string[]).map((text) => readAmounts(text, inputs.exists)),
      ...(path === undefined ? {} : { documents: ['scenario'] }),
      ...layers.wishes(),
    };
    outcome.exitCode = await perform(request, inputs, wishes, path === undefined ? {} : { scenario: path });
    if (path !== undefined && !wishes.quiet)
      say(`to apply it: ${commandOf('scenario', [path], given, CARRIED)}`);
  });
}

/** Options by which a scenario finds the same layers and people again. */
const CARRIED = [
  'code',
  'name',
  'crs',
  'grid',
  'fill',
  'group',
  'recode',
  'clip',
  'people',
  'blocks',
  'place',
  'allowUnmatched',
  'allowTruncated',
  'disclosure',
  'tolerance',
  'config',
];

/** `NAME=FILE[#inner]:code:amount`. */
function readAmounts(
  text: string,
  exists: (path: string) => boolean,
): NonNullable<SuggestRequest['apportion']>[number] {
  const { id, path, inner, member, group, weight } = parseColumns(text, exists);
  if (id === undefined || member === undefined || group === undefined || weight !== undefined) {
    throw new InputError({
      id: 'apportion-unclear',
      file: text,
      message: 'it does not name a file and two columns',
      hint: 'Give --apportion NAME=FILE.csv:code:amount, for example budget=budgets.csv:council_code:pounds',
    });
  }
  return { name: id, path, ...(inner === undefined ? {} : { inner }), code: member, amount: group };
}

function readCount(value: string): number {
  const count = countOf(value);
  if (count === null) throw new InvalidArgumentError('It wants a number, 0 or more.');
  return count;
}

/** The least size among the values of --keep, of which others are units. */
const leastSizeOf = (keep: readonly string[]): number | undefined =>
  keep.flatMap((word) => countOf(word) ?? []).at(-1);

function countOf(value: string): number | null {
  const count = Number(value.replace(/[,_]/g, ''));
  return value.trim() === '' || !Number.isFinite(count) || count < 0 ? null : count;
}
