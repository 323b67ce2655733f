/**
 * From arguments to an exit code.
 *
 *     0  done          1  done, and a rule was broken
 *     2  the input or the command is wrong          3  a fault of ours
 */
import type { Worker } from 'node:worker_threads';
import { CommanderError } from 'commander';
import { toolVersion } from '../result/tool-version.js';
import { lendCollector } from '../arrangement/lent-collector.js';
import { collectMuch } from './collect-garbage.js';
import { wordsOfCommand } from './command-of-two-words.js';
import { explainDashes } from './dashes.js';
import { sayError, watchOutput } from './end-of-output.js';
import { explainFirstWord } from './first-word.js';
import { outOfMemory } from './out-of-memory.js';
import type { Outcome } from './outcome.js';
import { plainWords } from './plain-words.js';
import { buildProgram } from './program.js';
import { say, sayLines } from './say.js';
import { paintFor } from './terminal.js';
import { compileAtBest } from './threads/compile-at-best.js';
import { hasLargeMaps } from './threads/wants-thread.js';
import { isUsageFault, usageError } from './usage-error.js';

export { helpPages } from './help/help-pages.js';

/** Runs a command, with a second thread if one is given; everything it has to say has been written when the promise settles. */
export async function main(argv: readonly string[], thread: Worker | null = null): Promise<number> {
  const outcome: Outcome = { exitCode: 0 };
  watchOutput();
  const words = wordsOfCommand(plainWords(argv));
  const asBefore = hasLargeMaps(words) ? compileAtBest() : null;
  lendCollector(collectMuch);
  if (thread !== null) (await import('./threads/lend-worker.js')).lendWorker(thread);
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
    return sayError(said ?? error) ?? (await reportFault(error));
  } finally {
    asBefore?.();
  }
}

/** Says where in our source a fault of ours happened, and how to report it. */
async function reportFault(error: unknown): Promise<number> {
  const { linesOfSource } = await import('./lines-of-source.js');
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const paint = paintFor(process.stderr);
  say('internal error: this is a fault of coterminous, not of your files.', paint.warn('internal error'));
  sayLines(linesOfSource(stack));
  say(
    `Please report it with the command and, if you can, the files that led to it (version ${toolVersion}).`,
  );
  return 3;
}
