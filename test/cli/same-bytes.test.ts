/**
 * Whatever runs the command, and however, what it writes is the same to the byte: other versions of Node, one thread and more,
 * a cache that is filled and one that is read, on the sample region and on real borders.
 *
 * COTERMINOUS_NODES names other programs of Node, by colons; without it only this one is tried.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { haveRealData, realData } from '../real-data.js';
import { makeFolder } from './run-command.js';

const nodes = (process.env['COTERMINOUS_NODES'] ?? '').split(':').filter((path) => path !== '');
if (nodes.length === 0) console.warn('Other versions of Node are not tried: name them in COTERMINOUS_NODES.');

const region = (name: string): string => resolve('data/region', name);
const folder = makeFolder();
afterAll(folder.remove);

const ENDINGS = ['csv', 'json', 'html', 'xlsx', 'docx', 'md', 'svg', 'geojson', 'gpkg'];
const withPeople = ['--people', `residents=${region('residents.csv')}`, '--blocks', region('blocks.geojson')];
const overlap = ['overlap', region('icb.geojson'), region('ltla.geojson')];

const COMMANDS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['overlap of the region, people counted', [...overlap, ...withPeople], ENDINGS],
  ['align of England', ['align', 'england:icb', 'england:ltla'], ['csv', 'json', 'html', 'xlsx']],
  ...(haveRealData
    ? ([
        [
          'overlap of real borders',
          [
            'overlap',
            realData('bgc/ICB24_BGC_from_LSOA21.geojson'),
            realData('bgc/LAD25_BGC_UK_from_WD25.geojson.gz'),
            '--include-slivers',
          ],
          ['csv', 'json', 'html'],
        ],
      ] as const)
    : []),
];

let runs = 0;
const PATIENCE = 120_000;

/** The SHA-256 of all that a command writes, by name. */
function written(
  program: string,
  argv: readonly string[],
  endings: readonly string[],
): Record<string, string> {
  const out = join(folder.path, String(runs++));
  mkdirSync(out);
  const outputs = endings.flatMap((ending) => ['-o', join(out, `o.${ending}`)]);
  const words = [resolve('bin/coterminous.js'), ...argv, '--quiet', ...outputs];
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const hash = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(out, name)))
      .digest('hex');
  return Object.fromEntries(readdirSync(out).map((name) => [name, hash(name)]));
}

describe.each(COMMANDS)('%s', (name, argv, endings) => {
  const cache = ['--cache', join(folder.path, `cache of ${name}`)];
  let first: Record<string, string>;
  beforeAll(() => {
    first = written(process.execPath, argv, endings);
  }, PATIENCE);

  it('writes all that was asked for', () => {
    expect(Object.keys(first).length).toBeGreaterThanOrEqual(endings.length);
  });

  it.each([
    ['with one thread', ['--threads', '1']],
    ['with two', ['--threads', '2']],
    ['with four', ['--threads', '4']],
    ['with a cache that is filled', cache],
    ['with a cache that is read', cache],
  ])(
    'is the same %s',
    (_, more) => {
      expect(written(process.execPath, [...argv, ...more], endings)).toEqual(first);
    },
    PATIENCE,
  );

  it.skipIf(nodes.length === 0)(
    'is the same with other versions of Node',
    () => {
      for (const path of nodes) {
        expect(written(path, argv, endings), path).toEqual(first);
        expect(written(path, [...argv, ...cache], endings), path).toEqual(first);
      }
    },
    PATIENCE,
  );
});
