/**
 * `coterminous completion SHELL`: what makes a shell complete commands, options and their values.
 */
import { Argument, type Command } from 'commander';
import { print } from '../say.js';

/** Adds the command. */
export function declareCompletion(program: Command): void {
  program
    .command('completion')
    .description('completion of commands and options for a shell')
    .addArgument(new Argument('<SHELL>', 'which shell').choices(['bash', 'zsh', 'fish', 'powershell']))
    .action(async (shell: string) => {
      const [{ SCRIPTS }, { commandWords }] = await Promise.all([
        import('../completion/shells.js'),
        import('../completion/command-words.js'),
      ]);
      await print(SCRIPTS[shell]!(commandWords(program)));
    });
}
