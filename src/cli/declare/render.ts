/**
 * `coterminous render`.
 */
import type { Command } from 'commander';
import type { RenderRequest } from '../../run/request.js';
import type { Outcome } from '../outcome.js';
import { readMemory } from '../read-memory.js';
import { collect, MAX_MEMORY, readOutputWishes, withoutUndefined, type Given } from '../shared-options.js';

/** Adds the command. */
export function declareRender(program: Command, outcome: Outcome): void {
  program
    .command('render')
    .description('a saved result in other formats: nothing is read or measured again')
    .argument('<RESULT.json>', 'what --json or -o FILE.json wrote')
    .option('--table <NAME>', 'which table to write, where a format holds one')
    .option(
      '-o, --output <FILE>',
      'write a file, its format by its ending; DIR/ writes every table',
      collect,
      [],
    )
    .option('--format <NAME>', 'format of what goes to standard output: table, csv, json, md, junit, github')
    .option('--fail-on <RULE>', 'exit with 1 where a rule is broken; may be given several times', collect, [])
    .option(
      '--baseline <FILE>',
      'a result saved earlier: what is new or fixed since; new findings exit with 1',
    )
    .option('--update-baseline', 'accept this result: it is written over the baseline', false)
    .option('--max-memory <SIZE>', MAX_MEMORY, readMemory)
    .option('--full-page', 'HTML pages with every row and piece, however heavy they get', false)
    .option('--bom', 'begin CSV files with a byte-order mark, for spreadsheets', false)
    .option('--json', 'the whole result as JSON on standard output', false)
    .option('--quiet', 'say nothing but errors and broken rules on standard error', false)
    .option('--no-color', 'no colour (NO_COLOR does the same)')
    .action(async (path: string, given: Given) => {
      const { plainInputs, perform } = await import('../reporting.js');
      const request: RenderRequest = {
        command: 'render',
        path,
        rules: given['failOn'] as string[],
        ...withoutUndefined({ baseline: given['baseline'] as string | undefined }),
      };
      outcome.exitCode = await perform(request, plainInputs(given), readOutputWishes(given));
    });
}
