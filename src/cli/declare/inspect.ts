/**
 * `coterminous inspect`.
 */
import type { Command } from 'commander';
import { parseDisclosure, type Disclosure } from '../../layer/disclosure.js';
import type { InspectOptions } from '../commands/inspect.js';
import type { Outcome } from '../outcome.js';
import { addSome } from '../option-list.js';

/** Adds the command. */
export function declareInspect(program: Command, outcome: Outcome): void {
  addSome(
    program
      .command('inspect')
      .description('what is in this file: layers, kind, fields, coordinate system, units, vertices')
      .argument('<FILE...>', 'boundary files or tables; path#inner for one layer of a file')
      .option('--no-samples', 'show no values, for files with a row for each person')
      .option('--disclosure <RULE>', 'keep to a rule for small counts: no values are shown', parseDisclosure),
    ['--json', '--quiet', '--no-color', '--offline', '--refresh', '--max-memory'],
  ).action(async (files: string[], given: InspectOptions & { readonly disclosure?: Disclosure }) => {
    const { runInspect } = await import('../commands/further.js');
    const { disclosure, ...options } = given;
    outcome.exitCode = await runInspect(files, {
      ...options,
      samples: given.samples && disclosure === undefined,
    });
  });
}
