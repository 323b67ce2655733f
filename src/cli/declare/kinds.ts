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
      'the kinds of layer it knows: field names, code prefixes, other names, sector, tier, whether they tile England, where to get them',
    )
    .argument('[WORD...]', 'only kinds that are called so or have the word in their line')
    .option('--format <NAME>', 'table, csv or json')
    .option('--json', 'as JSON', false)
    .option('--no-color', 'no colour (NO_COLOR does the same)')
    .action(async (words: string[], given: { format?: string; json: boolean }) => {
      const { runKinds } = await import('../commands/further.js');
      outcome.exitCode = await runKinds(words.join(' '), given.json ? 'json' : (given.format ?? null));
    });
}
