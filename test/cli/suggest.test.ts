/** `coterminous suggest`: the cheapest set, written as a scenario that makes the test hold. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand, type Ran } from './run-command.js';

const records = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'suggest-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('writes the cheapest set as a scenario after which no council is shared', async () => {
  const file = join(folder, 'fix.yaml');
  const { stdout, stderr } = await runCommand([
    'suggest',
    'england:icb',
    'england:ltla',
    '--save-scenario',
    file,
    '--table',
    'fix',
  ]);
  expect(records(stdout).reduce((sum, row) => sum + Number(row['people_moved']), 0)).toBe(386_898);
  expect(stderr).toContain('arithmetic, not a recommendation');
  const applied = await runCommand(['scenario', file, '--quiet']);
  const shared = records(applied.stdout).find((row) => row['quantity'] === 'units_shared')!;
  expect([shared['before'], shared['after']]).toEqual(['12', '0']);
});

it('says what moving part of an atom needs', async () => {
  const { code, stderr } = await runCommand(['suggest', 'england:icb', 'england:ltla', '--by', 'block']);
  expect([code, stderr.includes('needs --blocks')]).toEqual([2, true]);
});

it('refuses to share out a rate, and a size that is no number', async () => {
  const file = join(folder, 'rates.csv');
  writeFileSync(file, 'code,rate\nE06000060,4.5\n');
  const rate = await runCommand([
    'suggest',
    'england:icb',
    'england:utla',
    '--apportion',
    `deaths=${file}:code:rate`,
  ]);
  expect([rate.code, rate.stderr.includes('cannot be shared out and added up')]).toEqual([2, true]);
  const size = await runCommand(['suggest', 'england:icb', 'england:utla', '--keep-size', 'large']);
  expect([size.code, size.stderr.includes('It wants a number, 0 or more')]).toEqual([2, true]);
});

it('leaves units as they are by name with --keep, as with --never, and takes a number for a size', async () => {
  const suggest = (...options: string[]): Promise<Ran> =>
    runCommand(['suggest', 'england:icb', 'england:utla', '--format', 'csv', '--quiet', ...options]);
  const never = await suggest('--never', 'Essex County Council', '--never', 'E06000060');
  const keep = await suggest('--keep', 'Essex County Council', '--keep', 'E06000060');
  expect([keep.code, keep.stdout]).toEqual([0, never.stdout]);
  expect(keep.stdout).not.toBe((await suggest()).stdout);
  expect((await suggest('--keep', '1,000,000')).stdout).toBe(
    (await suggest('--keep-size', '1000000')).stdout,
  );
  const wrong = await suggest('--keep', 'Essx');
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Essex')]);
});
