/**
 * From arguments to an exit code.
 *
 *     0  done          1  done, and a rule was broken
 *     2  the input or the command is wrong          3  a fault of ours
 */
import { CommanderError } from 'commander';
import { InputError } from '../trouble/input-error.js';
import type { Outcome } from './outcome.js';
import { buildProgram } from './program.js';
import { paintFor } from './terminal.js';

/** Runs a command; everything it has to say has been written when the promise settles. */
export async function main(argv: readonly string[]): Promise<number> {
  const outcome: Outcome = { exitCode: 0 };
  process.stdout.on('error', (error: NodeJS.ErrnoException) => endOfOutput(error, outcome));
  // Nobody reads the notes any more: the work goes on without them.
  process.stderr.on('error', () => undefined);
  try {
    await buildProgram(outcome).parseAsync([...argv], { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    return report(error) ?? (await reportFault(error));
  }
}

/** A reader that closes early, such as `head`, is no fault: stop writing and end well. A full disk is said. */
function endOfOutput(error: NodeJS.ErrnoException, outcome: Outcome): void {
  if (error.code === 'EPIPE') process.exit(outcome.exitCode);
  const code = report(
    new InputError({
      id: 'output-not-writable',
      file: 'standard output',
      message: `it cannot be written (${error.code ?? error.message})`,
      hint: 'Make room where it goes, or name a file elsewhere with -o FILE',
    }),
  );
  process.exit(code ?? 2);
}

/** Says what the user can mend; null where it is no such error. */
function report(error: unknown): number | null {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputError) {
    process.stderr.write(`${paintFor(process.stderr).warn('error')}: ${error.message}\n`);
    return 2;
  }
  return null;
}

/** Says where in our source a fault of ours happened, and how to report it. */
async function reportFault(error: unknown): Promise<number> {
  const { linesOfSource } = await import('./lines-of-source.js');
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `${paintFor(process.stderr).warn('internal error')}: this is a fault of coterminous, not of your files.\n${linesOfSource(stack)}\n` +
      'Please report it with the command and, if you can, the files that led to it.\n',
  );
  return 3;
}
