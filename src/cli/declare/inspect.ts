/**
 * `coterminous inspect`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';
import { readMemory } from '../read-memory.js';
import { MAX_MEMORY } from '../shared-options.js';

/** Adds the command. */
export function declareInspect(program: Command, outcome: Outcome): void {
  program
    .command('inspect')
    .description('what is in this file: layers, kind, fields, coordinate system, units, vertices')
    .argument('<FILE...>', 'boundary files or tables; path#inner for one layer of a file')
    .option('--no-samples', 'show no values, for files with a row for each person')
    .option('--max-memory <SIZE>', MAX_MEMORY, readMemory)
    .option('--json', 'as JSON', false)
    .option('--no-color', 'no colour (there is none here)')
    .action(async (files: string[], given: { samples: boolean; json: boolean; maxMemory?: number }) => {
      const { runInspect } = await import('../commands/further.js');
      outcome.exitCode = await runInspect(files, given);
    });
}
