/**
 * `coterminous kinds`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';

/** Adds the command. */
export function declareKinds(program: Command, outcome: Outcome): void {
  program
    .command('kinds')
    .description(
      'the kinds of layer it knows: field names, code prefixes, other names, whether they tile England',
    )
    .argument('[WORD]', 'only the kinds that are called so: police, council, LAD24CD')
    .option('--format <NAME>', 'table, csv or json')
    .option('--json', 'as JSON', false)
    .option('--no-color', 'no colour (NO_COLOR does the same)')
    .action(async (word: string | undefined, given: { format?: string; json: boolean }) => {
      const { runKinds } = await import('../commands/further.js');
      outcome.exitCode = await runKinds(word ?? null, given.json ? 'json' : (given.format ?? null));
    });
}
