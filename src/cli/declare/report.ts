/**
 * `coterminous report`.
 */
import type { Command } from 'commander';
import { laidOut } from '../help/fold.js';
import type { Outcome } from '../outcome.js';
import { addSome, collect } from '../option-list.js';
import { readOutputWishes, type Given } from '../shared-options.js';

/** Adds the command. */
export function declareReport(program: Command, outcome: Outcome): void {
  addSome(
    program
      .command('report')
      .description('everything that a config file asks for: reports, one page, tables, rules')
      .argument('[CONFIG]', 'the config file, or a folder with a coterminous.yaml', 'coterminous.yaml')
      .option('--config <FILE>', 'the same as CONFIG')
      .option(
        '--only <NAME>',
        'only this report of the file; or rows, totals, page and map of this unit alone, by name or code; may be given several times',
        collect,
        [],
      ),
    [
      '--output',
      '--format',
      '--json',
      '--bom',
      '--quiet',
      '--no-color',
      '--offline',
      '--refresh',
      '--cache',
      '--max-memory',
      '--threads',
      '--full-page',
    ],
  )
    .addHelpText('after', laidOut(AFTER))
    .action(async (path: string, given: Given) => {
      const { configPath, performReports, plainInputs } = await import('../perform-reports.js');
      const config = (given['config'] as string | undefined) ?? path;
      outcome.exitCode = await performReports(
        plainInputs(given),
        configPath(config),
        given['only'] as string[],
        readOutputWishes(given),
        { offline: given['offline'] === true, refresh: given['refresh'] === true },
      );
    });
}

const AFTER = `
The file names layers, people, groups, reports, outputs and rules; paths are relative to it. \`coterminous init\` writes
one from the files of a folder, schema/config.schema.json describes it, so that editors can complete it.
`;
