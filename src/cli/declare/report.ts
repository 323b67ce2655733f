/**
 * `coterminous report`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { readMemory } from '../read-memory.js';
import { collect, MAX_MEMORY, readOutputWishes, type Given } from '../shared-options.js';

/** Adds the command. */
export function declareReport(program: Command, outcome: Outcome): void {
  program
    .command('report')
    .description('everything that a config file asks for: reports, one page, tables, rules')
    .argument('[CONFIG]', 'the config file', 'coterminous.yaml')
    .option('--config <FILE>', 'the same as CONFIG')
    .option('--only <NAME>', 'only this report; may be given several times', collect, [])
    .option(
      '-o, --output <FILE>',
      'write everything into a further file, its format by its ending',
      collect,
      [],
    )
    .option('--format <NAME>', 'format of what goes to standard output where nothing is written to files')
    .option('--json', 'everything as JSON on standard output', false)
    .option('--full-page', 'HTML pages with every row and piece, however heavy they get', false)
    .option('--bom', 'begin CSV files with a byte-order mark, for spreadsheets', false)
    .option('--max-memory <SIZE>', MAX_MEMORY, readMemory)
    .option('--quiet', 'say nothing but errors and broken rules on standard error', false)
    .option('--no-color', 'no colour (NO_COLOR does the same)')
    .addHelpText('after', AFTER)
    .action(async (path: string, given: Given) => {
      const { performReports, plainInputs } = await import('../perform-reports.js');
      const config = (given['config'] as string | undefined) ?? path;
      outcome.exitCode = await performReports(
        plainInputs(given),
        config,
        given['only'] as string[],
        readOutputWishes(given),
      );
    });
}

const AFTER = `
The file names layers, people, groups, reports, outputs and rules; paths are relative to it. \`coterminous init\` writes
one from the files of a folder, schema/config.schema.json describes it, so that editors can complete it.
`;
