/**
 * `coterminous inspect`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';

/** Adds the command. */
export function declareInspect(program: Command, outcome: Outcome): void {
  program
    .command('inspect')
    .description('what is in this file: layers, kind, fields, coordinate system, units, vertices')
    .argument('<FILE...>', 'boundary files or tables; path#inner for one layer of a file')
    .option('--no-samples', 'show no values, for files with a row for each person')
    .option('--json', 'as JSON', false)
    .option('--no-color', 'no colour (there is none here)')
    .action(async (files: string[], given: { samples: boolean; json: boolean }) => {
      const { runInspect } = await import('../commands/further.js');
      outcome.exitCode = await runInspect(files, { samples: given.samples, json: given.json });
    });
}
