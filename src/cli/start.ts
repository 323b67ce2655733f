/**
 * Where the command begins: the version and the pages of help are answered here, for all else the program is loaded.
 *
 *     --version, --help, COMMAND --help, help COMMAND   ──►  printed at once
 *     all else                                          ──►  main.cjs, with what V8 made of it kept (load-main.ts)
 */
import { readFileSync } from 'node:fs';
import { toolVersion } from '../result/tool-version.js';
import { wordsOfCommand } from './command-of-two-words.js';
import { watchOutput } from './end-of-output.js';
import { plainWords } from './plain-words.js';
import { print } from './say.js';

/** Runs what was typed; gives its exit code when everything it has to say has been written. */
export async function start(argv: readonly string[]): Promise<number> {
  const text = textAtHand(wordsOfCommand(plainWords(argv)));
  if (text === null) return (await import('./load-main.js')).loadMain(argv);
  watchOutput();
  await print(text);
  return 0;
}

/** The answer where it is known beforehand, else null. */
function textAtHand([first = '', second = '', ...more]: readonly string[]): string | null {
  if (more.length > 0) return null;
  if (second === '' && (first === '--version' || first === '-v')) return `${toolVersion}\n`;
  if (first === 'help') return page(second);
  return first !== '' && (second === '--help' || second === '-h') ? page(first) : null;
}

function page(command: string): string | null {
  const pages = JSON.parse(readFileSync(new URL('help.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >;
  return Object.hasOwn(pages, command) ? pages[command]! : null;
}
