/**
 * The demonstration says a command that runs as it stands, wherever one is, on lines that fit a terminal.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { textWidth } from '../../src/report/text-width.js';
import { makeFolder, runCommand } from './run-command.js';

const elsewhere = makeFolder();
afterAll(() => elsewhere.remove());

/** The words of the command that is shown after `$`. */
const shownCommand = (text: string): string[] =>
  [
    ...(/^\$ coterminous ((?:.*\\\n)*.*)$/m
      .exec(text)![1]!
      .replace(/\\\n/g, '')
      .matchAll(/'([^']*)'|(\S+)/g) ?? []),
  ].map(([, quoted, plain]) => quoted ?? plain!);

describe.each([
  ['in a checkout', process.cwd()],
  ['in another folder', elsewhere.path],
])('%s', (_, cwd) => {
  test.each(['overlap', 'england'])('demo %s shows a command that gives the same', async (name) => {
    const shown = await runCommand(['demo', name, '--format', 'csv'], { cwd });
    expect(shown.code, shown.stderr).toBe(0);
    const again = await runCommand([...shownCommand(shown.stderr), '--format', 'csv'], { cwd });
    expect(again.code, again.stderr).toBe(0);
    expect(again.stdout).toBe(shown.stdout);
    const words = shown.stderr.slice(0, shown.stderr.indexOf('\n\n', shown.stderr.indexOf('\n\n') + 2));
    const long = words.split('\n').filter((line) => textWidth(line) > 80 && line.trim().includes(' '));
    // A path that is longer than a line stands by itself.
    expect(long.filter((line) => !/\/\S{60}/.test(line))).toEqual([]);
  });
});
