/**
 * Whatever lies in a folder, `init` writes a config that `report` runs, and uses what it can.
 */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parseConfig } from '../../src/cli/config/read-config.js';
import type { Config } from '../../src/run/config/config.js';
import { exampleFiles } from './example-files.js';
import { makeFolder, runCommand } from './run-command.js';
import { collection, feature } from './small-files.js';

const all = exampleFiles();
const point = (n: number): object =>
  feature(
    { LSOA21CD: `E0100000${n}` },
    { type: 'Point', coordinates: [-1.05 + 0.1 * Math.ceil(n / 2), n % 2 ? 52.05 : 52.15] },
  );
const points = collection([1, 2, 3, 4, 5, 6, 7, 8].map(point));
const other = 'LSOA21CD,people\nE01999991,5\nE01999992,6\n';

interface Mixture {
  readonly files: Readonly<Record<string, string>>;
  readonly layers: readonly string[];
  readonly reports: readonly string[];
  readonly people?: string;
  readonly blocks?: string;
  readonly says?: string;
}

const shapes = { 'icbs.geojson': all['icbs.geojson']!, 'councils.geojson': all['councils.geojson']! };
const residents = { 'residents.csv': all['residents.csv']! };

const MIXTURES: Readonly<Record<string, Mixture>> = {
  'only shapes': { files: shapes, layers: ['icb', 'ltla'], reports: ['icb_and_ltla'] },
  'shapes, people and small areas': {
    files: { ...shapes, ...residents, 'lsoa.geojson': all['lsoa.geojson']! },
    layers: ['icb', 'ltla'],
    reports: ['icb_and_ltla'],
    people: 'residents.csv',
    blocks: 'lsoa.geojson',
  },
  'shapes, people and points of small areas': {
    files: { ...shapes, ...residents, 'centroids.geojson': points },
    layers: ['icb', 'ltla'],
    reports: ['icb_and_ltla'],
    people: 'residents.csv',
    blocks: 'centroids.geojson',
  },
  'shapes, and people whose small areas are nowhere': {
    files: { ...shapes, ...residents },
    layers: ['icb', 'ltla'],
    reports: ['icb_and_ltla'],
    says: 'people of residents.csv: ',
  },
  'people of other small areas beside those that fit': {
    files: { ...shapes, ...residents, 'lsoa.geojson': all['lsoa.geojson']!, 'a.csv': other },
    layers: ['icb', 'ltla'],
    reports: ['icb_and_ltla'],
    people: 'residents.csv',
    blocks: 'lsoa.geojson',
  },
  'lookups and people': {
    files: { 'lookup.csv': all['lookup.csv']!, ...residents },
    layers: ['icb', 'ltla'],
    reports: ['icb_and_ltla'],
    people: 'residents.csv',
  },
  'a lookup alone': {
    files: { 'lookup.csv': all['lookup.csv']! },
    layers: ['icb', 'ltla'],
    reports: ['icb_and_ltla'],
  },
  'one layer': {
    files: { 'councils.geojson': shapes['councils.geojson'] },
    layers: ['ltla'],
    reports: ['soundness'],
  },
  'one layer and a lookup, which meet on small areas': {
    files: {
      'councils.geojson': shapes['councils.geojson'],
      'lookup.csv': all['lookup.csv']!,
      'lsoa.geojson': all['lsoa.geojson']!,
      ...residents,
    },
    layers: ['ltla', 'icb'],
    reports: ['icb_and_ltla'],
    people: 'residents.csv',
    blocks: 'lsoa.geojson',
  },
  'one layer and a lookup that do not meet': {
    files: { 'councils.geojson': shapes['councils.geojson'], 'lookup.csv': all['lookup.csv']! },
    layers: ['ltla', 'icb'],
    reports: ['soundness', 'soundness_of_icb'],
    says: 'the report icb_and_ltla: ',
  },
  'two vintages': {
    files: { 'new.geojson': all['councils.geojson']!, 'old.geojson': all['councils_before.geojson']! },
    layers: ['ltla_2024', 'ltla_2023'],
    reports: ['ltla_2023_to_ltla_2024'],
  },
  'nothing usable': {
    files: { 'letter.txt': 'Dear all', 'x.json': '{"a":1}', 'broken.geojson': '{"type":', 'empty.csv': '' },
    layers: ['icb', 'ltla'],
    reports: ['icb_and_ltla'],
    says: 'broken.geojson: ',
  },
  nothing: { files: {}, layers: ['icb', 'ltla'], reports: ['icb_and_ltla'] },
  'odd names': {
    files: {
      "our icb's, #1: final.geojson": shapes['icbs.geojson'],
      '2024 councils (new) "x".geojson': shapes['councils.geojson'],
      '- résidents: tous.csv': all['residents.csv']!,
      'no.geojson': all['lsoa.geojson']!,
    },
    layers: ['ltla', 'icb'],
    reports: ['icb_and_ltla'],
    people: '- résidents: tous.csv',
    blocks: 'no.geojson',
  },
  nested: {
    files: {
      'README.txt.bak': 'x',
      'boundaries/health/icbs.geojson': shapes['icbs.geojson'],
      'boundaries/councils.geojson': shapes['councils.geojson'],
      'node_modules/x/councils.geojson': shapes['councils.geojson'],
    },
    layers: ['icb', 'ltla'],
    reports: ['icb_and_ltla'],
  },
  'nested, with a note at the top': {
    files: {
      'README.txt': 'These are ours, all of them\n',
      'a/b/icbs.geojson': shapes['icbs.geojson'],
      'a/b/councils.geojson': shapes['councils.geojson'],
    },
    layers: ['icb', 'ltla'],
    reports: ['icb_and_ltla'],
    says: 'README.txt: ',
  },
  'a layer that crosses nothing': {
    files: {
      'icbs.geojson': shapes['icbs.geojson'],
      'far.geojson': collection([
        feature({ LAD24CD: 'E06000009', LAD24NM: 'Far' }, { type: 'Point', coordinates: [1, 52] }),
      ]),
    },
    layers: ['icb'],
    reports: ['soundness'],
    says: 'far.geojson: ',
  },
};

let folder = makeFolder();
afterEach(() => folder.remove());

test.each(Object.keys(MIXTURES))('%s', { timeout: 30_000 }, async (name) => {
  const { files, layers, reports, people, blocks, says } = MIXTURES[name]!;
  folder = makeFolder(files);
  symlinkSync('nowhere.geojson', join(folder.path, 'lost.geojson'));
  const init = await runCommand(['init'], { cwd: folder.path });
  expect([init.code, init.stdout], init.stderr).toEqual([0, '']);
  const text = readFileSync(join(folder.path, 'coterminous.yaml'), 'utf8');
  const config: Config = parseConfig(text, 'coterminous.yaml');
  expect([Object.keys(config.layers!).sort(), Object.keys(config.reports)], text).toEqual([
    [...layers].sort(),
    reports,
  ]);
  expect([config.people?.['people'], config.blocks], text).toEqual([people, blocks]);
  if (says !== undefined) expect(text).toContain(`#   ${says}`);
  expect(text).toContain('#   lost.geojson: there is no such file');
  const report = await runCommand(['report', folder.path, '--quiet']);
  expect([report.code, report.stderr], text).toEqual([0, '']);
  expect(existsSync(join(folder.path, 'report.html'))).toBe(true);
  // What a run wrote is no file to report on.
  const again = await runCommand(['init', '--stdout'], { cwd: folder.path });
  expect(Object.keys(parseConfig(again.stdout, 'x').layers!).sort()).toEqual([...layers].sort());
});

test('a folder without a config is answered with init', async () => {
  folder = makeFolder();
  const { code, stderr } = await runCommand(['report', folder.path]);
  expect([code, stderr]).toEqual([2, expect.stringContaining('coterminous init')]);
});
