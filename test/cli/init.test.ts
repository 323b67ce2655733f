import { copyFileSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parseConfig } from '../../src/cli/config/read-config.js';
import { makeFolder, runCommand } from './run-command.js';

let folder = makeFolder();
afterEach(() => {
  folder.remove();
  folder = makeFolder();
});

const bring = (...files: string[]): void => {
  for (const file of files) copyFileSync(join('data/region', file), join(folder.path, file));
};
const config = (): string => readFileSync(join(folder.path, 'coterminous.yaml'), 'utf8');

test('a folder of layers, people and small areas becomes a config that runs as it is', async () => {
  bring(
    'icb.geojson',
    'ltla.geojson',
    'icb_older.geojson',
    'neighbourhoods.geojson',
    'residents.csv',
    'blocks.geojson',
    'area_committees.csv',
    'services.csv',
  );
  const ran = await runCommand(['init', folder.path]);
  expect(ran.code).toBe(0);
  const { layers, people, blocks, reports, outputs } = parseConfig(config(), 'coterminous.yaml');
  expect(layers).toEqual({
    icb_2024: 'icb.geojson',
    icb_2021: 'icb_older.geojson',
    ltla: 'ltla.geojson',
    neighbourhood: 'neighbourhoods.geojson',
  });
  expect(people).toEqual({ people: 'residents.csv' });
  expect(blocks).toBe('blocks.geojson');
  expect(Object.keys(reports)).toEqual([
    'icb_2024_and_ltla',
    'neighbourhood_coverage',
    'icb_2021_to_icb_2024',
  ]);
  expect(config()).toContain('# ICBs 2024, 3 units');
  expect(config()).toContain('services.csv: services at points');
  expect((await runCommand(['report', join(folder.path, 'coterminous.yaml'), '--quiet'])).code).toBe(0);
  for (const output of outputs!) expect(existsSync(join(folder.path, output))).toBe(true);
});

test('an empty folder gets the embedded figures for England', async () => {
  await runCommand(['init', folder.path]);
  expect(parseConfig(config(), 'x').layers).toEqual({ icb: 'england:icb', ltla: 'england:ltla' });
  expect((await runCommand(['report', join(folder.path, 'coterminous.yaml'), '--quiet'])).code).toBe(0);
});

test('a damaged file is left out and said to be', async () => {
  bring('icb.geojson', 'ltla.geojson');
  writeFileSync(join(folder.path, 'broken.geojson'), '{"type":"FeatureCollection","features":[');
  await runCommand(['init', folder.path]);
  expect(Object.keys(parseConfig(config(), 'x').layers!)).toEqual(['icb', 'ltla']);
  expect(config()).toMatch(/# +broken\.geojson: /);
});

test('a config that is there is not written over without --force', async () => {
  writeFileSync(join(folder.path, 'coterminous.yaml'), 'mine');
  expect(await runCommand(['init', folder.path])).toMatchObject({ code: 2 });
  expect(config()).toBe('mine');
  expect((await runCommand(['init', folder.path, '--stdout'])).stdout).toContain('layers:');
  expect((await runCommand(['init', folder.path, '--force'])).code).toBe(0);
  expect(config()).not.toBe('mine');
});

test('a folder that is not there leaves 2', async () => {
  expect((await runCommand(['init', join(folder.path, 'nowhere')])).stderr).toContain(
    'it cannot be read as a folder',
  );
});

test('links that lead nowhere are told, and the rest is used', async () => {
  bring('icb.geojson', 'ltla.geojson');
  symlinkSync('nowhere.geojson', join(folder.path, 'lost.geojson'));
  symlinkSync('round.csv', join(folder.path, 'round.csv'));
  expect((await runCommand(['init', folder.path])).code).toBe(0);
  expect(config()).toMatch(/^ {2}ltla: ltla\.geojson/m);
  expect(config()).toContain('#   lost.geojson: there is no such file');
  expect(config()).toContain('#   round.csv: it cannot be read (ELOOP)');
});
