/**
 * `coterminous update`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { addSome } from '../option-list.js';

/** Adds the command. */
export function declareUpdate(program: Command, outcome: Outcome): void {
  addSome(
    program
      .command('update')
      .description('which layers of a config file have a newer vintage, and how many units it has')
      .argument('[CONFIG]', 'the config file, or a folder with a coterminous.yaml', 'coterminous.yaml')
      .option('--search', 'ask the portal’s own catalogue too', false)
      .option('--catalogue <FILE>', 'another catalogue than the one on board')
      .option('--format <NAME>', 'table, csv or json'),
    ['--quiet', '--no-color', '--max-memory'],
  ).action(async (path: string, given: Record<string, unknown>) => {
    const { runUpdate } = await import('../commands/further.js');
    outcome.exitCode = await runUpdate(path, {
      search: given['search'] === true,
      catalogue: given['catalogue'] as string | undefined,
      format: (given['format'] as string | undefined) ?? null,
      quiet: given['quiet'] === true,
      maxMemory: given['maxMemory'] as number | undefined,
    });
  });
}
