/**
 * `coterminous fetch`.
 */
import type { Command } from 'commander';
import { laidOut } from '../help/fold.js';
import type { Outcome } from '../outcome.js';
import { addSome } from '../option-list.js';

/** Adds the command. */
export function declareFetch(program: Command, outcome: Outcome): void {
  addSome(
    program
      .command('fetch')
      .description('layers, lookups, centroids and residents from the Office for National Statistics')
      .argument('[NAME...]', 'what is wanted: icb@2026, council, residents, or an address; words to look for')
      .option('-o, --output <DIR>', 'the folder to put them in', 'data')
      .option(
        '--resolution <SUFFIX>',
        'BGC (20 m), BSC (200 m), BUC (500 m), BFC or BFE (full), where published',
      )
      .option('--list', 'what the catalogue has, of these words', false)
      .option('--dry-run', 'print the addresses, and fetch nothing', false)
      .option(
        '--search',
        'ask the portal’s own catalogue for these words, and what is newer than ours',
        false,
      )
      .option('--check', 'try entries of the catalogue, all where none is named, and print a table', false)
      .option('--force', 'fetch what is there already, and write over it', false)
      .option('--catalogue <FILE>', 'another catalogue than the one on board')
      .option('--format <NAME>', 'of --list, --search and --check: table, csv or json'),
    ['--quiet', '--no-color', '--offline', '--refresh'],
  )
    .addHelpText('after', laidOut(AFTER))
    .action(async (names: string[], given: Record<string, unknown>) => {
      const { runFetch } = await import('../commands/further.js');
      outcome.exitCode = await runFetch(names, {
        output: given['output'] as string,
        resolution: (given['resolution'] as string | undefined) ?? null,
        list: given['list'] === true,
        dryRun: given['dryRun'] === true,
        search: given['search'] === true,
        check: given['check'] === true,
        force: given['force'] === true,
        offline: given['offline'] === true,
        refresh: given['refresh'] === true,
        catalogue: given['catalogue'] as string | undefined,
        format: (given['format'] as string | undefined) ?? null,
        quiet: given['quiet'] === true,
      });
    });
}

const AFTER = `
A name without a year takes the newest; any name of a kind will do (council, lad, police), and icb@2026:BSC names the resolution. Each file comes with its provenance beside it. Behind a proxy, or with no network at all: docs/how-to/locked-down.md.
`;
