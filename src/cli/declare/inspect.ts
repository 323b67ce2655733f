/**
 * `coterminous inspect`.
 */
import type { Command } from 'commander';
import { parseDisclosure, type Disclosure } from '../../layer/disclosure.js';
import type { InspectOptions } from '../commands/inspect.js';
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
    .option('--disclosure <RULE>', 'keep to a rule for small counts: no values are shown', parseDisclosure)
    .option('--max-memory <SIZE>', MAX_MEMORY, readMemory)
    .option('--json', 'as JSON', false)
    .option('--no-color', 'no colour (there is none here)')
    .action(async (files: string[], given: InspectOptions & { readonly disclosure?: Disclosure }) => {
      const { runInspect } = await import('../commands/further.js');
      const { disclosure, ...options } = given;
      outcome.exitCode = await runInspect(files, {
        ...options,
        samples: given.samples && disclosure === undefined,
      });
    });
}
