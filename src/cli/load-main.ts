/**
 * Loads the program with what V8 made of it at an earlier run, which spares most of the time that loading takes.
 *
 * What is kept is good for one build of the program, one version of Node and one command, and lies in the user's cache
 * folder (kept-code.ts). NODE_DISABLE_COMPILE_CACHE=1 keeps nothing, as it does for Node's own cache of this kind.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { wordsOfCommand } from './command-of-two-words.js';
import { keepCode, keptCode, placeOfCode } from './kept-code.js';
import type { main } from './main.js';
import { plainWords } from './plain-words.js';
import { startThread } from './threads/start-thread.js';
import { wantsThread } from './threads/wants-thread.js';

interface Program {
  readonly main: typeof main;
}

/** Loads the program and runs it; gives its exit code. Its code is kept after a run that came to its end. */
export async function loadMain(argv: readonly string[]): Promise<number> {
  const thread = wantsThread(wordsOfCommand(plainWords(argv)))
    ? startThread(new URL('thread.js', import.meta.url))
    : null;
  const url = new URL('main.cjs', import.meta.url);
  const place = placeOfCode(argv[0] ?? '');
  if (place === null) return ((await import(url.href)) as Program).main(argv, thread);
  const kept = keptCode(place);
  const script = new Script(
    // The build sees to it that every sign is one byte, which is read fastest.
    `(function(exports,require,module,__filename,importOutside){${readFileSync(url, 'latin1')}\n})`,
    // That it was made by the same V8 with the same flags is seen by V8.
    { filename: url.href, ...(kept === null ? {} : { cachedData: kept }) },
  );
  const isNew = kept === null || script.cachedDataRejected === true;
  // What was compiled stays in memory until it is kept, however long the run takes.
  if (isNew) setFlagsFromString('--no-flush-bytecode');
  const path = fileURLToPath(url);
  const module = { exports: {} as Program };
  (script.runInThisContext() as (...words: unknown[]) => void)(
    module.exports,
    createRequire(path),
    module,
    path,
    // A script cannot import, where it comes from the cache; this module can.
    (name: string) => import(name),
  );
  const exitCode = await module.exports.main(argv, thread);
  if (isNew && exitCode < 2) {
    setFlagsFromString('--flush-bytecode');
    keepCode(place, script.createCachedData());
  }
  return exitCode;
}
