/**
 * The README says what the tool does: its commands exist, and what it shows is what is printed.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runShell } from '../cli/run-process.js';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  const shown = [...readme.matchAll(/```console\n\$ npx coterminous (.*)\n([\s\S]*?)```/g)].map(
    ([, command, output]) => ({ command: command!, output: output!.trimEnd() }),
  );

  test('shows commands with what they print', () => expect(shown.length).toBeGreaterThanOrEqual(2));

  test.each(shown)('$command prints what is shown', async ({ command, output }) => {
    const { code, stdout, stderr } = await runShell(`$COTERMINOUS ${command}`);
    expect(code, stderr).toBe(0);
    expect(stdout.startsWith(output), stdout.slice(0, 600)).toBe(true);
  });

  test('names only commands that exist, and every command that exists', async () => {
    const { stdout } = await runShell('$COTERMINOUS --help');
    const commands = [...stdout.matchAll(/^ {2}([a-z]+)(?: \[|\s{2,})/gm)].map(([, name]) => name!);
    const known = new Set(commands.filter((name) => name !== 'help'));
    const table = readme.slice(readme.indexOf('| command |'), readme.indexOf('Every command has'));
    const cells = [...table.matchAll(/^\| (`[^\n]*?) \| /gm)].map(([, cell]) => cell!);
    const named = new Set(cells.flatMap((cell) => [...cell.matchAll(/`([a-z]+)/g)].map(([, name]) => name!)));
    named.add('demo');
    expect([...named].sort()).toEqual([...known].sort());
  });
});
