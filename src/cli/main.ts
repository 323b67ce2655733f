/**
 * From arguments to an exit code.
 *
 *     0  done          1  done, and a rule was broken
 *     2  the input or the command is wrong          3  a fault of ours
 */
import { CommanderError } from 'commander';
import { InputError } from '../trouble/input-error.js';
import { wordsOfCommand } from './command-of-two-words.js';
import { explainDashes } from './dashes.js';
import { explainFirstWord } from './first-word.js';
import { notWritten } from './not-writable.js';
import { outOfMemory } from './out-of-memory.js';
import type { Outcome } from './outcome.js';
import { buildProgram } from './program.js';
import { say, sayLines } from './say.js';
import { paintFor } from './terminal.js';
import { wantsThread } from './threads/wants-thread.js';
import { isUsageFault, usageError } from './usage-error.js';

/** Ways to ask for the version and for help that are no words of ours. */
const VERSION_WORDS = ['version', '-V'];
const HELP_WORDS = ['?', '/?', '-?', '/help', '-help', '--help', '-h'];

/** The arguments with what people type by habit put as it is here: the name of the program twice, help first. */
function plainWords(argv: readonly string[]): readonly string[] {
  const [first = '', ...rest] = argv;
  if (first === 'coterminous') return plainWords(rest);
  if (VERSION_WORDS.includes(first)) return ['--version'];
  return HELP_WORDS.includes(first) ? ['help', ...rest] : argv;
}

/** Runs a command; everything it has to say has been written when the promise settles. */
export async function main(argv: readonly string[]): Promise<number> {
  const outcome: Outcome = { exitCode: 0 };
  process.stdout.on('error', endOfOutput);
  // Nobody reads the notes any more: the work goes on without them.
  process.stderr.on('error', () => undefined);
  const words = wordsOfCommand(plainWords(argv));
  if (wantsThread(words)) (await import('./threads/start-thread.js')).startThread();
  const program = buildProgram(outcome);
  try {
    explainFirstWord(
      words,
      program.commands.map((command) => command.name()),
    );
    explainDashes(
      words,
      program.commands.find((command) => command.name() === words[0]),
    );
    await program.parseAsync([...words], { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && !isUsageFault(error)) return error.exitCode === 0 ? 0 : 2;
    const said =
      error instanceof CommanderError ? usageError(error, program, words[0] ?? '') : outOfMemory(error);
    return report(said ?? error) ?? (await reportFault(error));
  }
}

/** What a stream says whose reader has closed it. */
const READER_GONE = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

/**
 * A reader that closes early, such as `head`, is no fault: the work goes on without it to its own exit code, so that a
 * broken rule stays one. A full disk is said.
 */
function endOfOutput(error: NodeJS.ErrnoException): void {
  if (READER_GONE.has(error.code ?? '')) return;
  report(notWritten('standard output', error));
  process.exit(2);
}

/** Says what the user can mend; null where it is no such error. */
function report(error: unknown): number | null {
  if (error instanceof InputError) {
    say(`error: ${error.message}`, paintFor(process.stderr).warn('error'));
    return 2;
  }
  return null;
}

/** Says where in our source a fault of ours happened, and how to report it. */
async function reportFault(error: unknown): Promise<number> {
  const { linesOfSource } = await import('./lines-of-source.js');
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const paint = paintFor(process.stderr);
  say('internal error: this is a fault of coterminous, not of your files.', paint.warn('internal error'));
  sayLines(linesOfSource(stack));
  say('Please report it with the command and, if you can, the files that led to it.');
  return 3;
}
