/**
 * `coterminous inspect`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { addSome } from '../option-list.js';

/** Adds the command. */
export function declareInspect(program: Command, outcome: Outcome): void {
  addSome(
    program
      .command('inspect')
      .description('what is in this file: layers, kind, fields, coordinate system, units, vertices')
      .argument('<FILE...>', 'boundary files or tables; path#inner for one layer of a file')
      .option('--no-samples', 'show no values, for files with a row for each person'),
    ['--json', '--quiet', '--no-color', '--max-memory'],
  ).action(
    async (
      files: string[],
      given: { samples: boolean; json: boolean; quiet: boolean; maxMemory?: number },
    ) => {
      const { runInspect } = await import('../commands/further.js');
      outcome.exitCode = await runInspect(files, given);
    },
  );
}
