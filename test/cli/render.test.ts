import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';

const folder = makeFolder();
const file = (name: string): string => join(folder.path, name);
const FORMATS = ['html', 'csv', 'md', 'xlsx', 'docx', 'svg', 'png', 'topojson', 'geojson', 'json', 'xml'];

beforeAll(async () => {
  const layers = ['data/region/icb.geojson', 'data/region/ltla.geojson'];
  const people = ['--people', 'data/region/residents.csv', '--blocks', 'data/region/blocks.geojson'];
  const ran = await runCommand([
    'align',
    ...layers,
    ...people,
    '--quiet',
    ...FORMATS.flatMap((ending) => ['-o', file(`first.${ending}`)]),
  ]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const again = await runCommand([
    'render',
    file('first.json'),
    '--quiet',
    ...FORMATS.flatMap((ending) => ['-o', file(`again.${ending}`)]),
  ]);
  expect(again).toMatchObject({ code: 0, stderr: '' });
});
afterAll(folder.remove);

test.each(FORMATS)('a saved result renders as %s with the bytes of the first time', (ending) => {
  expect(readFileSync(file(`again.${ending}`))).toEqual(readFileSync(file(`first.${ending}`)));
});

test('a result goes to standard output as CSV, one of its tables on request', async () => {
  const ran = await runCommand(['render', file('first.json'), '--quiet', '--table', 'parts']);
  expect(ran.stdout.split('\r\n')[0]).toMatch(/^ltla_code,ltla_name,icb_code/);
  expect((await runCommand(['render', file('first.json'), '--table', 'pieces'])).stderr).toContain(
    "has no table 'pieces'",
  );
});

test('a folder gets every table and the formats for reading', async () => {
  await runCommand(['render', file('first.json'), '--quiet', '-o', file('all/')]);
  const written = readdirSync(file('all'));
  expect(written).toEqual(
    expect.arrayContaining([
      'align-shared.csv',
      'align-patches.csv',
      'align.html',
      'align.xlsx',
      'align.md',
      'align.json',
      'align.geojson',
    ]),
  );
  expect(written).not.toContain('align.undefined');
});

test('figures without shapes have no map, and are told so', async () => {
  const ran = await runCommand(['align', 'england:icb', 'england:ltla', '-o', file('x.svg')]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('the layers are figures or lookups, which have no shapes');
});
