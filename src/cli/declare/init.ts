/**
 * `coterminous init`.
 */
import type { Command } from 'commander';
import type { Outcome } from '../outcome.js';

/** Adds the command. */
export function declareInit(program: Command, outcome: Outcome): void {
  program
    .command('init')
    .description('write a commented coterminous.yaml from the files in a folder')
    .argument('[FOLDER]', 'the folder; the file is written into it', '.')
    .option('--force', 'write over a coterminous.yaml that is there', false)
    .option('--stdout', 'write to standard output instead', false)
    .action(async (folder: string, given: Record<string, unknown>) => {
      const { runInit } = await import('../commands/further.js');
      outcome.exitCode = await runInit(folder, {
        force: given['force'] === true,
        stdout: given['stdout'] === true,
      });
    });
}
