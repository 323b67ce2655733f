/**
 * A fault of ours names lines of our source, though what runs is a bundle.
 */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { linesOfSource } from '../../src/cli/lines-of-source.js';

describe('a fault of ours', () => {
  const main = pathToFileURL(resolve('dist/cli/main.cjs')).href;
  const program = `
    const { main } = await import(${JSON.stringify(main)});
    Number.isFinite = () => { throw new Error('broken on purpose'); };
    process.exitCode = await main(['align', 'england:icb', 'england:ltla', '--format', 'csv']);`;
  let ran: SpawnSyncReturns<string>;
  beforeAll(() => {
    ran = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  });

  it('ends with exit code 3 and a stack of lines of src', () => {
    expect(ran.status).toBe(3);
    expect(ran.stderr).toContain('Error: broken on purpose');
    expect(ran.stderr).toMatch(/^ {4}at .*\bsrc\/[\w/-]+\.ts:\d+:\d+\)?$/m);
    expect(ran.stderr).not.toContain('main.cjs');
  });

  it('names the line that called', () => {
    const [, file, line] = /(src\/[\w/-]+\.ts):(\d+):\d+/.exec(ran.stderr)!;
    expect(readFileSync(file!, 'utf8').split('\n')[Number(line) - 1]).toContain('Number.isFinite(');
  });
});

describe('a stack without a map', () => {
  it('stays as it is', () => {
    const stack = 'Error: x\n    at f (file:///nowhere/chunk.js:1:20)\n    at node:internal/modules:1:2';
    expect(linesOfSource(stack)).toBe(stack);
  });
});
