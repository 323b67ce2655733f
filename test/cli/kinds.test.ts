/** `coterminous kinds`: the table of kinds. */
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/layer/kinds.js';
import { runCommand } from './run-command.js';

it('lists every kind with its fields, prefixes, other names and whether it tiles England', async () => {
  const { code, stdout } = await runCommand(['kinds']);
  expect(code).toBe(0);
  const [heading, ...rows] = stdout.trim().split('\r\n');
  expect(heading).toBe(
    'kind,one,many,fields,code_prefixes,also_called,tiles_england,may_overlap,sector,tier,where_to_get_it',
  );
  expect(rows.map((row) => row.split(',')[0])).toEqual(kinds.map(({ id }) => id));
  expect(rows.find((row) => row.startsWith('icb,'))).toContain('ICB,E54,"integrated care board');
  expect(rows.find((row) => row.startsWith('pcn,'))).toMatch(/,false,true,neighbourhood,neighbourhood,/);
  expect(rows.find((row) => row.startsWith('icb,'))).toMatch(/,true,false,health,system,/);
});

it('gives a table for people and JSON for scripts, and refuses other formats', async () => {
  expect((await runCommand(['kinds', '--format', 'table'])).stdout).toContain('council');
  const { stdout } = await runCommand(['kinds', '--json']);
  expect((JSON.parse(stdout) as { kind: string }[]).map(({ kind }) => kind)).toContain('ltla');
  expect((await runCommand(['kinds', '--format', 'pdf'])).code).toBe(2);
});

describe('a word', () => {
  const idsFor = async (...word: string[]): Promise<string[]> => {
    const { code, stdout, stderr } = await runCommand(['kinds', ...word, '--json']);
    expect(code, stderr).toBe(0);
    return (JSON.parse(stdout) as { kind: string }[]).map(({ kind }) => kind);
  };

  it.each([
    [['hwb'], ['utla']],
    [['Better', 'Care', 'Fund'], ['utla']],
    [['PCC'], ['pfa']],
    [
      ['trust', 'catchment'],
      ['acute', 'mental_health', 'community_trust'],
    ],
    [['E22'], ['csp']],
    [['housing'], ['ltla', 'housing_patch']],
    [['LAD24CD'], ['ltla']],
  ])('%s', async (word, ids) => {
    expect(await idsFor(...word)).toEqual(ids);
  });

  it.each(['constructor', 'toString'])('%s is no kind', async (word) => {
    expect((await runCommand(['kinds', word])).code).toBe(2);
  });

  it('that no kind has is refused with the nearest one', async () => {
    const { code, stderr } = await runCommand(['kinds', 'ambulanse']);
    expect([code, stderr]).toEqual([2, expect.stringContaining("Did you mean 'ambulance'?")]);
  });

  it('for one kind shows all there is to say of it, within 80 columns; several fit too', async () => {
    const { stdout } = await runCommand(['kinds', 'adult social care', '--format', 'table']);
    expect(stdout).toMatch(/^kind +utla\n/);
    expect(stdout).toContain('tiles england    yes');
    expect(stdout).toContain('where to get it  england:utla (2024)');
    const all = (await runCommand(['kinds', '--format', 'table'])).stdout;
    for (const line of `${stdout}${all}`.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
