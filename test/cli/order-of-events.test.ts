/**
 * What can be known before reading is said before reading; what is being done never stands in the way of what is said;
 * one output that is not possible costs no other.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { countReading, readingText, watchReading, type PartRead } from '../../src/cli/reading-progress.js';
import { exampleFiles } from './example-files.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';

const BROKEN = '{"type":"FeatureCollection","features":[{"type"';
const LAYERS = ['broken.geojson', 'councils.geojson'];
const folder = makeFolder({
  ...exampleFiles(),
  'broken.geojson': BROKEN,
  'png.yaml':
    'layers: { a: england:icb }\nreports: { p: { command: align, layers: [a, england:ltla], outputs: [p.csv, p.png] } }\n',
});
afterAll(() => folder.remove());
const run = (...argv: string[]): Promise<Ran> => runCommand(argv, { cwd: folder.path });
const has = (name: string): boolean => existsSync(join(folder.path, name));

describe('said before a layer is read, which is broken', () => {
  test.each([
    ['an unknown table', ['overlap', ...LAYERS, '--table', 'part'], "no table 'part'"],
    ['a mistyped table', ['align', ...LAYERS, '--table', 'patch'], "Did you mean 'patches'?"],
    ['a table of another option', ['align', ...LAYERS, '--table', 'audit'], 'only with --audit'],
    [
      'a table that needs shapes',
      ['align', 'england:icb', 'lookup.csv:LSOA21CD:NONE', '--table', 'patches'],
      'only with shapes',
    ],
    ['shapes of one that has none', ['suggest', ...LAYERS, '-o', 'x.geojson'], 'suggest draws no shapes'],
    [
      'all that cannot be, at once',
      [
        'derive',
        'pcn',
        '--patients',
        'broken.geojson',
        '--practices',
        'lookup.csv',
        '-o',
        'x.svg',
        '-o',
        'x.csv',
        '-o',
        'x.gpkg',
        '-o',
        'x.png',
      ],
      'x.svg, x.png: derive draws no map; overlap, align, coverage, partners, compare, scenario, suggest, suggest neighbourhoods, differencing, check and export atoms do; x.gpkg: it needs shapes',
    ],
    ['the same in another format', ['suggest', ...LAYERS, '-o', 'x.gpkg'], 'x.gpkg: suggest draws no shapes'],
    [
      'shapes of figures',
      ['overlap', 'england:icb', 'england:ltla', '-o', 'x.geoparquet'],
      'it needs shapes',
    ],
    [
      'a map of figures',
      ['overlap', 'england:icb', 'lookup.csv:LSOA21CD:NONE', '-o', 'x.svg', '-o', 'x.csv'],
      'x.svg: it needs a map',
    ],
    [
      'shapes of a scenario',
      [
        'scenario',
        'proposal.yaml',
        '--layer',
        'broken.geojson',
        '--against',
        'councils.geojson',
        '-o',
        'x.gpkg',
      ],
      'x.gpkg: scenario draws no shapes',
    ],
    [
      'shapes of partners of every unit',
      ['partners', '--all', 'ltla', ...LAYERS, '-o', 'x.geojson'],
      'x.geojson: partners draws no shapes',
    ],
    [
      'an ending of no format, of three vintages',
      ['compare', ...LAYERS, 'councils_before.geojson', '-o', 'x.doc'],
      'no format is known',
    ],
    [
      'an output of a command that has none',
      ['update', 'coterminous.yaml', '-o', 'x.csv'],
      "unknown option '-o'",
    ],
    ['one file twice', ['overlap', ...LAYERS, '-o', 'x.csv', '-o', './x.csv'], 'would be this one file'],
    [
      'a folder that is not there',
      ['overlap', ...LAYERS, '-o', 'x.csv', '-o', 'no/x.md'],
      "there is no folder 'no'",
    ],
    ['an ending of no format', ['overlap', ...LAYERS, '-o', 'x.csv', '-o', 'x.doc'], 'no format is known'],
    ['a format of standard output', ['overlap', ...LAYERS, '--format', 'yaml'], 'no format is known'],
    [
      'a file that is missing',
      ['overlap', ...LAYERS, '--people', 'resident.csv'],
      'Did you mean residents.csv?',
    ],
    [
      'a baseline that is missing',
      ['overlap', ...LAYERS, '--baseline', 'old.json'],
      'old.json: there is no such file',
    ],
    ['a rule that is none', ['overlap', ...LAYERS, '--fail-on', 'shared units 12'], 'shared units 12'],
    ['a map by lookups in a config', ['report', 'png.yaml'], 'p.png: it needs a map'],
  ])('%s', async (_, argv, told) => {
    const { code, stderr } = await run(...argv);
    expect(stderr).toContain(told);
    expect(stderr).not.toContain('broken.geojson: ');
    expect(code).toBe(2);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('x.'))).toEqual([]);
  });

  test('tables of layers by twos, and those that an option brings, are not refused', async () => {
    const three = ['icbs.geojson', 'councils.geojson', 'neighbourhoods.geojson'];
    expect((await run('align', ...three, '--table', 'shared_icb_ltla')).code).toBe(0);
    const audit = ['--audit', 'lookup.csv:LSOA21CD:LAD24CD', '--table', 'audit'];
    const people = ['--people', 'residents.csv', '--blocks', 'lsoa.geojson'];
    expect(
      (await run('align', 'icbs.geojson', 'councils.geojson', ...people, ...audit)).stderr,
    ).not.toContain('only with');
  });
});

test('what turns out impossible costs no other output', async () => {
  const { code, stderr } = await run(
    ...['scenario', 'proposal.yaml', '-o', 'y.csv', '-o', 'y.png', '-o', 'y.html', '--quiet'],
  );
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: y\.png: [^\n]*\n$/)]);
  expect([has('y.csv'), has('y.html'), has('y.png')]).toEqual([true, true, false]);
});

test('a result without its pictures is written where nothing can draw them', async () => {
  vi.doMock('@resvg/resvg-js', () => {
    throw new Error('no such package');
  });
  const layers = ['icbs.geojson', 'councils.geojson'];
  const word = await run('overlap', ...layers, '-o', 'z.docx');
  expect([word.code, word.stderr]).toEqual([0, expect.stringContaining('z.docx will have no map')]);
  const picture = await run('overlap', ...layers, '-o', 'z.csv', '-o', 'z.png');
  expect([picture.code, picture.stderr]).toEqual([
    2,
    expect.stringContaining('z.png: pictures are drawn with'),
  ]);
  expect([has('z.docx'), has('z.csv')]).toEqual([true, false]);
  vi.doUnmock('@resvg/resvg-js');
});

describe('on a terminal', () => {
  const onTerminal = (...argv: string[]): Promise<Ran> =>
    runCommand(argv, { cwd: folder.path, terminal: true });
  /** What is left to be read: a line that is wiped is gone. */
  const left = (stderr: string): string =>
    stderr
      .split('\n')
      .map((line) => line.split('\r\u001b[2K').at(-1)!)
      .join('\n');

  test('an error stands on a line of its own', async () => {
    const { stderr } = await onTerminal('overlap', 'icbs.geojson', 'broken.geojson');
    expect(stderr).toContain('reading broken.geojson (2 of 2)');
    expect(left(stderr)).toMatch(/^\S*error\S*: broken\.geojson/);
  });

  test('a result stands under no progress', async () => {
    const { stderr } = await onTerminal('overlap', 'icbs.geojson', 'councils.geojson');
    expect(stderr).toContain('laying all layers on one sheet');
    expect(left(stderr)).not.toMatch(/reading|laying/);
  });

  test('--quiet shows errors alone', async () => {
    const { stderr } = await onTerminal('overlap', 'icbs.geojson', 'broken.geojson', '--quiet');
    expect(stderr).toMatch(/^\S*error/);
    expect(stderr).not.toContain('\r');
    expect((await onTerminal('overlap', 'icbs.geojson', 'councils.geojson', '--quiet')).stderr).toBe('');
  });
});

describe('how far the reading of a file is', () => {
  afterEach(() => {
    vi.useRealTimers();
    watchReading(null);
  });

  test('is told after a second, four times a second at most, with the time left', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const told: PartRead[] = [];
    watchReading((part) => told.push(part));
    const count = countReading(400e6);
    vi.advanceTimersByTime(999);
    count(50e6);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    count(50e6);
    vi.advanceTimersByTime(249);
    count(50e6);
    vi.advanceTimersByTime(1);
    count(50e6);
    expect(told.map(({ bytes }) => bytes)).toEqual([100e6, 200e6]);
    expect(told.map(readingText)).toEqual(['25 % of 400 MB, 3 s left', '50 % of 400 MB, 2 s left']);
    expect(readingText({ bytes: 1e6, size: 400e6, seconds: 2 })).toBe('0 % of 400 MB, 13 min left');
  });

  test('is not told of what has no size', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const told: PartRead[] = [];
    watchReading((part) => told.push(part));
    const count = countReading(null);
    vi.advanceTimersByTime(5000);
    count(1);
    expect(told).toEqual([]);
  });
});
