/** `coterminous scenario`: files in, tables, layer and inverse out. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';

const records = (csv: string): Record<string, string>[] => parse(csv, { columns: true });
const shipped = resolve('data/england/scenarios/icb_2026.yaml');
const folderOfRegion = resolve('data/region');
const region = (file: string): string => join(folderOfRegion, file);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenario-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the shipped scenario of April 2026', () => {
  it('resolves seven councils, and is taken back by the inverse it writes', async () => {
    const inverse = join(folder, 'back.yaml');
    const forth = await runCommand(['scenario', shipped, '--save-inverse', inverse, '--quiet']);
    const shared = (stdout: string, scenario: string): string[] =>
      records(stdout)
        .filter((row) => row['scenario'] === scenario && row['quantity'] === 'units_shared')
        .map((row) => `${row['against']} ${row['before']} ${row['after']}`);
    expect(shared(forth.stdout, 'icb_2026')).toEqual(['ltla 12 5', 'utla 10 5']);
    const back = await runCommand(['scenario', shipped, inverse, '--chain', '--quiet']);
    expect(shared(back.stdout, 'undo_icb_2026')).toEqual(['ltla 12 12', 'utla 10 10']);
  });

  it('says where it comes from', async () => {
    const { stderr } = await runCommand(['scenario', shipped, '--table', 'units']);
    expect(stderr).toContain('written ministerial statement HCWS915');
  });
});

describe('proposals for the fictional region', () => {
  const surroundings = [
    '--layer',
    region('ltla.geojson'),
    '--people',
    `residents=${region('residents.csv')}`,
    '--blocks',
    region('blocks.geojson'),
  ];

  it('stand side by side in one table', async () => {
    const { code, stdout } = await runCommand([
      'scenario',
      `${region('proposal_two_councils.csv')}:LAD24CD:council_code`,
      `${region('proposal_three_councils.csv')}:LAD24CD:council_code`,
      ...surroundings,
      '--against',
      region('icb.geojson'),
      '--table',
      'units',
      '--quiet',
    ]);
    expect(code).toBe(0);
    const found = records(stdout);
    expect(found.map((row) => row['scenario'])).toEqual([
      ...Array<string>(2).fill('proposal_two_councils'),
      ...Array<string>(3).fill('proposal_three_councils'),
    ]);
    const people = (name: string): number =>
      found.filter((row) => row['scenario'] === name).reduce((sum, row) => sum + Number(row['residents']), 0);
    expect(people('proposal_two_councils')).toBeCloseTo(people('proposal_three_councils'), 3);
  });

  it('write a layer that reads back as the same units', async () => {
    const layer = join(folder, 'new.geojson');
    await runCommand([
      'scenario',
      `${region('proposal_two_councils.csv')}:LAD24CD:council_code`,
      ...surroundings,
      '--save-layer',
      layer,
      '--quiet',
    ]);
    const again = await runCommand([
      'compare',
      `old=${region('ltla.geojson')}`,
      `new=${layer}`,
      '--table',
      'summary',
      '--quiet',
    ]);
    const changes = records(again.stdout).filter((row) => row['vintage'] === 'new');
    expect(changes.map((row) => row['change']).sort()).toEqual([
      ...Array<string>(2).fill('created'),
      ...Array<string>(6).fill('unchanged'),
    ]);
    expect(JSON.parse(readFileSync(layer, 'utf8')).features).toHaveLength(8);
  });
});

it('finds layers that a scenario names from the folder it lies in, and says what is wrong in it', async () => {
  const file = join(folder, 'wrong.yaml');
  writeFileSync(
    file,
    'layer: england:icb\noperations:\n  - merge: [E54000008, E5400000X]\n    into: E54000008\n',
  );
  const { code, stderr } = await runCommand(['scenario', file]);
  expect(code).toBe(2);
  expect(stderr).toContain('operation 1: icb has no unit E5400000X at this point');
});
