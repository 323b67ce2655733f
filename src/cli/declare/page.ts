/**
 * `coterminous page`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';

/** Adds the command. */
export function declarePage(program: Command, outcome: Outcome): void {
  program
    .command('page')
    .description('this tool as one web page, for machines where nothing can be installed')
    .option('-o, --output <FILE.html>', 'where to write it', 'coterminous.html')
    .action(async ({ output }: { output: string }) => {
      const { runPage } = await import('../commands/page.js');
      outcome.exitCode = runPage(output);
    });
}
