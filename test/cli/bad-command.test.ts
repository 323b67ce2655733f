/** Commands that cannot be run as typed, and outputs that cannot be written: exit 2, a hint, nothing left behind. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';
import { councils, icbs } from './small-files.js';

let folder: ReturnType<typeof makeFolder>;
let before: readonly string[];

beforeAll(() => {
  folder = makeFolder({
    'icbs.geojson': icbs,
    'councils.geojson': councils,
    'people.csv': 'LSOA21CD,Total\nE01000001,10\n',
    'lookup.csv': 'LSOA21CD,LAD24CD\nE01000001,E07000001\n',
  });
  mkdirSync(join(folder.path, 'inner'));
  before = readdirSync(folder.path, { recursive: true }).map(String).sort();
});
afterAll(() => {
  expect(readdirSync(folder.path, { recursive: true }).map(String).sort()).toEqual(before);
  folder.remove();
});

const LAYERS = ['overlap', 'icbs.geojson', 'councils.geojson'];

/** What is asked, and what the message must say. */
const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['an unknown command', ['overlay'], ["unknown command 'overlay'", 'coterminous overlap']],
  ['an unknown option', [...LAYERS, '--wide'], ["unknown option '--wide'", '--help']],
  ['no layer', ['overlap'], ['LAYER']],
  ['one layer', LAYERS.slice(0, 2), ['two layers or more', 'For example']],
  [
    'two layers of one kind and year without ids',
    ['overlap', 'icbs.geojson', 'icbs.geojson'],
    ["both be called 'icb_2024'", 'before=FILE after=FILE'],
  ],
  ['an id given twice', ['overlap', 'a=icbs.geojson', 'a=councils.geojson'], ["both be called 'a'"]],
  [
    'an id that is none',
    ['overlap', 'my-icbs=icbs.geojson', 'councils.geojson'],
    ["'my-icbs'", 'underscores'],
  ],
  [
    'a layer inside a file of one',
    ['overlap', 'icbs.geojson#LAD', 'councils.geojson'],
    ['icbs.geojson: ', '“LAD”'],
  ],
  ['standard input twice', ['overlap', '-', '-'], ['standard input', 'Give one of them as a file']],
  ['a layer of England that is not there', ['overlap', 'england:shire', 'england:icb'], ['england:utla']],
  [
    'a lookup without its second column',
    ['overlap', 'lookup.csv:LSOA21CD', 'icbs.geojson'],
    ['MEMBER:GROUP'],
  ],
  [
    'a lookup and shapes with nothing to join them',
    ['overlap', 'lookup.csv:LSOA21CD:LAD24CD', 'icbs.geojson'],
    ['--blocks'],
  ],
  ['--code without an id', [...LAYERS, '--code', 'ICB24CD'], ['--code', 'icb=FIELD']],
  ['--code for no layer', [...LAYERS, '--code', 'pcn=X'], ['layers: icb, ltla']],
  ['--code of a field that is not there', [...LAYERS, '--code', 'icb=X'], ["'ICB24CD', 'ICB24NM'"]],
  ['--name of a field that is not there', [...LAYERS, '--name', 'icb=X'], ["'ICB24CD', 'ICB24NM'"]],
  [
    '--keep of a field that is not there',
    [...LAYERS, '--keep', 'icb=X'],
    ['to keep', "'ICB24CD', 'ICB24NM'"],
  ],
  ['--crs of no known system', [...LAYERS, '--crs', 'icb=EPSG:1'], ['EPSG:1', 'not known']],
  ['a tolerance in words', [...LAYERS, '--tolerance', 'wide'], ['--tolerance', 'metres, 0 or more, or auto']],
  ['a tolerance below nothing', [...LAYERS, '--tolerance', '-1'], ['metres, 0 or more, or auto']],
  ['people whose places are unknown', [...LAYERS, '--people', 'people.csv'], ['counted by code', '--blocks']],
  ['people that are not there', [...LAYERS, '--people', 'nobody.csv'], ['nobody.csv', 'no such file']],
  ['a table that the command lacks', [...LAYERS, '--table', 'unions'], ["no table 'unions'", 'overlap']],
  ['a format that is none', [...LAYERS, '--format', 'pdf'], ['pdf', '.csv, .json, .md']],
  ['an ending that is no format', [...LAYERS, '-o', 'table.pdf'], ['table.pdf', '.csv, .json, .md']],
  [
    'a file in a folder that is not there',
    [...LAYERS, '-o', 'no/table.csv'],
    ["no folder 'no'", 'make the folder'],
  ],
  ['a folder as a file', [...LAYERS, '-o', 'inner'], ['inner: it is a folder', 'add a /']],
  ['a file as a folder', [...LAYERS, '-o', 'icbs.geojson/'], ["'icbs.geojson' is a file"]],
  [
    'two outputs of which one cannot be',
    [...LAYERS, '-o', 'a.csv', '-o', 'inner'],
    ['inner: it is a folder'],
  ],
];

describe.concurrent('refused with exit 2:', () => {
  it.for(cases)('%s', async ([, argv, says]) => {
    const ran = await runCommand(argv, { cwd: folder.path });
    for (const text of says) expect(ran.stderr).toContain(text);
    expect(ran.stderr).toMatch(/^error: /);
    expect(ran.stderr).not.toMatch(/ {4}at /);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
  });

  it('no command at all, with the list of commands', async () => {
    const ran = await runCommand([]);
    expect(ran.stderr).toContain('  overlap       the overlap table');
    expect([ran.code, ran.stdout]).toEqual([2, '']);
  });
});

describe.concurrent('answered with exit 0:', () => {
  it.for([
    [['--help'], 'Usage: coterminous'],
    [['overlap', '--help'], 'Usage: coterminous overlap'],
    [['--version'], '.'],
  ] as const)('%s', async ([argv, says]) => {
    const ran = await runCommand(argv);
    expect(ran.stdout).toContain(says);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
  });
});
