/** `coterminous kinds`: the table of kinds. */
import { expect, it } from 'vitest';
import { kinds } from '../../src/layer/kinds.js';
import { runCommand } from './run-command.js';

it('lists every kind with its fields, prefixes, other names and whether it tiles England', async () => {
  const { code, stdout } = await runCommand(['kinds']);
  expect(code).toBe(0);
  const [heading, ...rows] = stdout.trim().split('\r\n');
  expect(heading).toBe('kind,one,many,fields,code_prefixes,also_called,tiles_england,may_overlap');
  expect(rows.map((row) => row.split(',')[0])).toEqual(kinds.map(({ id }) => id));
  expect(rows.find((row) => row.startsWith('icb,'))).toContain('ICB,E54,"integrated care board');
  expect(rows.find((row) => row.startsWith('pcn,'))).toMatch(/,false,true$/);
  expect(rows.find((row) => row.startsWith('icb,'))).toMatch(/,true,false$/);
});

it('gives a table for people and JSON for scripts, and refuses other formats', async () => {
  expect((await runCommand(['kinds', '--format', 'table'])).stdout).toContain('council');
  const { stdout } = await runCommand(['kinds', '--json']);
  expect((JSON.parse(stdout) as { kind: string }[]).map(({ kind }) => kind)).toContain('ltla');
  expect((await runCommand(['kinds', '--format', 'pdf'])).code).toBe(2);
});

it.each([
  ['police', 'pfa'],
  ['LAD24CD', 'ltla'],
  ['Council', 'utla ltla'],
  ['constructor', ''],
])('only those called %s', async (word, ids) => {
  const { code, stdout } = await runCommand(['kinds', word, '--format', 'csv']);
  const found = stdout
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(',')[0]);
  expect([code, found.join(' ')]).toEqual([ids === '' ? 2 : 0, ids]);
});
