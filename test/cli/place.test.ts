/** Where people of polygon blocks are counted that borders cut, by the option and by the key of a config file. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { runCommand } from './run-command.js';

const fixture = resolve('fixtures/people-by-area');
const args = [
  'board=boards.geojson',
  'council=councils.geojson',
  '--people',
  'people=people.csv:people',
  '--blocks',
  'blocks.geojson',
  '--tolerance',
  '0',
];

const people = (csv: string): string[] =>
  parse<Record<string, string>>(csv, { columns: true }).map(
    (row) => `${row['board_code']!}${row['council_code']!} ${row['people']!}`,
  );

it('--place whole gives each block to the unit that has most of it, in whole people', async () => {
  const byArea = await runCommand(['overlap', ...args, '--place', 'area', '--format', 'csv'], {
    cwd: fixture,
  });
  expect(people(byArea.stdout), byArea.stderr).toEqual(['AX 176.3', 'BX 154.7', 'BY 400.0']);
  const whole = await runCommand(['overlap', ...args, '--place', 'whole', '--format', 'csv'], {
    cwd: fixture,
  });
  expect(people(whole.stdout), whole.stderr).toEqual(['AX 110', 'BX 221', 'BY 400']);
  expect(whole.stdout).toContain(
    'whole blocks: 221 in 2 blocks given to the unit with most of each, 510 in one unit anyway',
  );
  expect(whole.stderr).toContain(
    '2 blocks cut by borders, with 221 people, are each given to the unit with most of it.',
  );
});

it('--place wants one of its two words', async () => {
  const { code, stderr } = await runCommand(['overlap', ...args, '--place', 'half'], { cwd: fixture });
  expect([code, stderr]).toEqual([2, expect.stringContaining('It wants area or whole.')]);
});

it('place says so in a config file, for all its reports', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'place-'));
  const file = (name: string): string => join(fixture, name);
  const config = {
    layers: { board: { file: file('boards.geojson') }, council: { file: file('councils.geojson') } },
    people: { people: `${file('people.csv')}:people` },
    blocks: file('blocks.geojson'),
    place: 'whole',
    tolerance: 0,
    reports: { overlap: { command: 'overlap', layers: ['board', 'council'] } },
  };
  // Every JSON document is YAML too.
  writeFileSync(join(folder, 'coterminous.yaml'), JSON.stringify(config));
  const { code, stdout, stderr } = await runCommand(
    ['overlap', 'board', 'council', '--config', join(folder, 'coterminous.yaml'), '--format', 'csv'],
    {
      cwd: folder,
    },
  );
  expect(code, stderr).toBe(0);
  expect(people(stdout)).toEqual(['AX 110', 'BX 221', 'BY 400']);
});
