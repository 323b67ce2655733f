/** What happens to the place a file is written to: its mode, links, twins, folders yet to be made. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { notWritten } from '../../src/cli/not-writable.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { councils, icbs } from './small-files.js';

let path: string;
let remove: () => void;
beforeEach(() => {
  ({ path, remove } = makeFolder({
    'icbs.geojson': icbs,
    'councils.geojson': councils,
    'old.csv': 'old\n',
    'over.yaml': [
      'layers: { icb: icbs.geojson, ltla: councils.geojson }',
      'reports:',
      '  one: { command: overlap, layers: [icb, ltla], outputs: out/ }',
      '  two: { command: overlap, layers: [ltla, icb], outputs: out/ }',
    ].join('\n'),
    'apart.yaml': [
      'layers: { icb: icbs.geojson, ltla: councils.geojson }',
      'reports:',
      '  one: { command: overlap, layers: [icb, ltla], outputs: [out/, out/one.docx] }',
      '  two: { command: align, layers: [icb, ltla], outputs: [out/] }',
      'outputs: [all/page.html, all/]',
    ].join('\n'),
  }));
});
afterEach(() => remove());

const overlap = (...outputs: readonly string[]): Promise<Ran> =>
  runCommand(
    ['overlap', 'icbs.geojson', 'councils.geojson', '--quiet', ...outputs.flatMap((o) => ['-o', o])],
    { cwd: path },
  );
const at = (name: string): string => join(path, name);
const isTable = (name: string): boolean => readFileSync(at(name), 'utf8').startsWith('icb_code,');

describe('a file that is there', () => {
  test.each([0o600, 0o640, 0o664, 0o755])('keeps its mode: %o', async (mode) => {
    chmodSync(at('old.csv'), mode);
    expect((await overlap('old.csv')).code).toBe(0);
    expect([statSync(at('old.csv')).mode & 0o777, isTable('old.csv')]).toEqual([mode, true]);
  });
});

describe('a link', () => {
  test.each([
    ['to a file', 'old.csv', 'old.csv'],
    ['to what is not there yet', 'new.csv', 'new.csv'],
    ['into another folder', 'deep/new.csv', 'deep/new.csv'],
    ['to a link', 'second.csv', 'old.csv'],
  ])('%s is followed and stays', async (_, to, real) => {
    mkdirSync(at('deep'));
    symlinkSync('old.csv', at('second.csv'));
    symlinkSync(to, at('link.csv'));
    expect((await overlap('link.csv')).code).toBe(0);
    expect(lstatSync(at('link.csv')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(at('link.csv'))).toBe(to);
    expect(isTable(real)).toBe(true);
    expect(lstatSync(at(real)).isFile()).toBe(true);
  });

  test.each([
    ['that leads back to itself', 'link.csv', 'leads back to itself'],
    ['to a folder that is not there', 'gone/x.csv', 'there is no folder'],
    ['to a device', '/dev/full', 'a pipe or a device'],
  ])('%s is refused before anything is read', async (_, to, says) => {
    symlinkSync(to, at('link.csv'));
    const ran = await overlap('link.csv');
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});

describe('outputs of one name', () => {
  test.each([
    [['x.csv', 'x.csv']],
    [['x.csv', './x.csv']],
    [['x.csv', 'deep/../x.csv']],
    [['x.csv', 'x.csv-metadata.json']],
    [['old.csv', 'link.csv']],
    [['new.csv', 'lost.csv']],
    [['out/', 'out/overlap.json']],
    [['out/', './out/']],
    [['out/', 'out/overlap-overlap.csv']],
  ])('are refused: %j', async (outputs) => {
    mkdirSync(at('deep'));
    symlinkSync('old.csv', at('link.csv'));
    symlinkSync('new.csv', at('lost.csv'));
    const ran = await overlap(...outputs);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('two outputs of this run')]);
    expect(readFileSync(at('old.csv'), 'utf8')).toBe('old\n');
  });

  test('are refused where two reports of one command share a folder', async () => {
    const ran = await runCommand(['report', 'over.yaml'], { cwd: path });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('out/overlap.json: two outputs')]);
  });

  test('are refused where a saved file is one of them', async () => {
    const argv = ['suggest', 'icbs.geojson', 'councils.geojson'];
    const ran = await runCommand([...argv, '--save-scenario', 'x.csv', '-o', 'x.csv'], { cwd: path });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('two outputs of this run')]);
  });
});

describe('a folder that is still to be made', () => {
  test.each([[['new/', 'new/x.docx']], [['new/x.md', 'new/']], [['new/deep/', './new/deep/x.csv']]])(
    'takes files of the same run: %j',
    async (outputs) => {
      expect((await overlap(...outputs)).code).toBe(0);
      const [file] = outputs.filter((output) => !output.endsWith('/'));
      expect(statSync(at(file!)).isFile()).toBe(true);
    },
  );

  test('takes files of all reports of a config', async () => {
    const ran = await runCommand(['report', 'apart.yaml', '--quiet'], { cwd: path });
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(readdirSync(at('out'))).toEqual(
      expect.arrayContaining(['one.docx', 'overlap.json', 'align.json']),
    );
    expect(readdirSync(at('all'))).toEqual(expect.arrayContaining(['page.html', 'report.json']));
  });

  test('is no leave to write into one that nobody makes', async () => {
    const ran = await overlap('new/', 'other/x.csv');
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining("there is no folder 'other'")]);
    expect(readdirSync(path)).not.toContain('new');
  });
});

test('a saved result is not written over by the folder it is rendered into', async () => {
  await overlap('out/');
  const before = readFileSync(at('out/overlap.json'));
  const ran = await runCommand(['render', 'out/overlap.json', '-o', 'out/'], { cwd: path });
  expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('would be written over')]);
  expect(readFileSync(at('out/overlap.json'))).toEqual(before);
});

test('a name so long that hardly another sign fits is written', async () => {
  const name = `${'x'.repeat(235)}.json`;
  expect((await overlap(name)).code).toBe(0);
  expect(readdirSync(path)).toContain(name);
});

test.each([
  ['a sign that none can have', 'a\0b.csv', /sign in its name/],
  ['256 bytes', `${'x'.repeat(252)}.csv`, /longer than 255 bytes/],
])('a name of %s is refused before anything is read, and nothing is written', async (_, name, says) => {
  const { code, stderr } = await runCommand(
    ['overlap', 'missing.geojson', 'councils.geojson', '-o', 'fine.csv', '-o', name],
    { cwd: path },
  );
  expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
  expect(readdirSync(path)).not.toContain('fine.csv');
});

test.each([
  ['ENOSPC', /disk is full.*Make room/],
  ['EDQUOT', /share of the disk.*Make room/],
  ['EFBIG', /larger than files may be.*ulimit/],
  ['EROFS', /can only be read.*another disk/],
  ['ENAMETOOLONG', /too long.*shorter/],
  ['EACCES', /may not be written.*permissions/],
  ['constructor', /cannot be written \(constructor\)/],
])('%s comes with what to do about it', (code, says) =>
  expect(notWritten('x.csv', { code }).message).toMatch(says),
);
