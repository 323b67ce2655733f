/**
 * The one gate to standard output and standard error: nothing else writes to them.
 *
 *     say      a line for people, on standard error
 *     print    what a command was asked for, on standard output
 *
 * Text from files steers no terminal (`shown-text.ts`) and begins no command of a CI system: GitHub takes lines that
 * begin with `::`, and `##[` anywhere in one, Azure `##vso[`.
 */
import { cutText, foldText } from '../report/text-width.js';
import { shownText } from '../trouble/shown-text.js';
import { widthOf } from './terminal.js';

/**
 * A line on standard error, folded where that is a terminal: what reads it otherwise gets it whole. What stands before
 * its first colon can be painted, which takes no room.
 */
export function say(text: string, painted = ''): void {
  const shown = withoutCommands(shownText(text));
  const lines = process.stderr.isTTY === true ? foldText(shown, widthOf(process.stderr), '  ') : [shown];
  const told = lines.map((line) => `${line}\n`).join('');
  clearProgress();
  process.stderr.write(painted === '' ? told : painted + told.slice(told.indexOf(':')));
}

/** Lines of our own on standard error, such as help, as they are; text from arguments in them is shown. */
export function sayLines(text: string): void {
  clearProgress();
  for (const line of text.replace(/\n$/, '').split('\n')) {
    process.stderr.write(`${withoutCommands(shownText(line))}\n`);
  }
}

/**
 * Writes to standard output and waits until it is taken, or until nobody takes it any more. `commands` says that lines
 * may be commands of GitHub's.
 */
export function print(content: string | Uint8Array, commands = false): Promise<void> {
  const allowed =
    typeof content !== 'string' ? content : commands ? withoutHashes(content) : withoutCommands(content);
  clearProgress();
  return new Promise((resolve) => {
    process.stdout.write(allowed, () => resolve());
  });
}

/** Whether what is being done stands on the last line of the terminal. */
let isProgressShown = false;

/** What is being done, on the last line of a terminal, until something else is said. */
export function sayProgress(text: string): void {
  process.stderr.write(`${WIPE}${cutText(shownText(text), widthOf(process.stderr) - 1)}`);
  isProgressShown = true;
}

/** Takes away what is being done, before anything else is said and at the end of the work. */
export function clearProgress(): void {
  if (isProgressShown) process.stderr.write(WIPE);
  isProgressShown = false;
}

const WIPE = '\r\u001b[2K';

const withoutCommands = (text: string): string =>
  withoutHashes(text.replace(/^([^\S\n]*):(?=:)/gm, '$1\\u003a'));

const withoutHashes = (text: string): string => text.replace(/#(?=#(?:vso)?\[)/g, '\\u0023');
