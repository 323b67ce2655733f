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
import { constants, Script } from 'node:vm';
import type { main } from './main.js';
import { keepCode, keptCode, placeOfCode } from './kept-code.js';

interface Program {
  readonly main: typeof main;
}

/** Loads the program and runs it; gives its exit code. Its code is kept after a run that came to its end. */
export async function loadMain(argv: readonly string[]): Promise<number> {
  const url = new URL('main.cjs', import.meta.url);
  // Without the loader of Node 20.12 the packages that are loaded when used would not be found from a script.
  const loader = (constants as { USE_MAIN_CONTEXT_DEFAULT_LOADER?: number } | undefined)
    ?.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const place = loader === undefined ? null : placeOfCode(argv[0] ?? '');
  if (place === null) return ((await import(url.href)) as Program).main(argv);
  const kept = keptCode(place);
  const script = new Script(
    // The build sees to it that every sign is one byte, which is read fastest.
    `(function(exports,require,module,__filename){${readFileSync(url, 'latin1')}\n})`,
    {
      filename: url.href,
      // What is not whole any more is not kept; another flag or version of V8 is seen by V8.
      ...(kept === null ? {} : { cachedData: kept }),
      importModuleDynamically: loader as never,
    },
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
  );
  const exitCode = await module.exports.main(argv);
  if (isNew && exitCode < 2) {
    setFlagsFromString('--flush-bytecode');
    keepCode(place, script.createCachedData());
  }
  return exitCode;
}
