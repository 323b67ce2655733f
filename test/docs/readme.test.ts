/**
 * The README says what the tool does: its table has every command there is, and no other. What it shows is run by
 * examples.test.ts.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.js';

test('the README names every command, and only commands that exist', () => {
  const readme = readFileSync('README.md', 'utf8');
  const table = readme.slice(readme.indexOf('| command |')).split('\n\n')[0]!;
  const cells = [...table.matchAll(/^\| (`[^\n]*?) \| /gm)].map(([, cell]) => cell!);
  const named = new Set(
    cells.flatMap((cell) => [...cell.matchAll(/`([a-z]+(?: neighbourhoods)?)/g)].map(([, name]) => name!)),
  );
  // The demonstration stands under how to install, and help is a command of its own.
  const others = ['demo', 'help'];
  const commands = buildProgram({ exitCode: 0 }).commands.map((command) => command.name());
  expect([...named, ...others].sort()).toEqual([...commands].sort());
});
