/**
 * A run never writes over what it reads: every role of an input, under every spelling of an output, is refused before
 * anything is read, and the input's bytes stay.
 *
 * Nothing is read: all files but config files hold text that no reader would take.
 */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';

/** How an output comes to stand where an input does. */
interface Form {
  readonly name: string;
  /** What the input is called, given its ending and the command. */
  readonly input: (ending: string, command: string) => string;
  /** What is given to -o. */
  readonly output: (input: string) => string;
}

const forms: readonly Form[] = [
  { name: 'plain', input: (ending) => `thing${ending}`, output: (input) => input },
  { name: './x/../x', input: (ending) => `x/thing${ending}`, output: (input) => `./x/../${input}` },
  { name: 'a symbolic link', input: (ending) => `thing${ending}`, output: (input) => `link-to-${input}` },
  {
    name: 'a table in a folder',
    input: (ending, command) => `out/${command}-thing${ending}`,
    output: () => 'out/',
  },
  { name: 'what stands beside a CSV', input: () => 'beside.csv-metadata.json', output: () => 'beside.csv' },
];

/** A role: the ending of its file, the command, and the arguments that give a file this role. */
type Role = readonly [name: string, ending: string, argv: (file: string) => readonly string[]];

const LAYERS = ['a.geojson', 'b.geojson'];
const roles: readonly Role[] = [
  ['layer', '.geojson', (file) => ['overlap', file, 'b.geojson']],
  ['second layer', '.geojson', (file) => ['align', 'a.geojson', `ltla=${file}`]],
  ['lookup', '.csv', (file) => ['overlap', `${file}:LSOA:ICB`, 'b.geojson']],
  ['atoms', '.csv', (file) => ['overlap', `${file}#icb`, 'b.geojson']],
  ['people', '.csv', (file) => ['overlap', ...LAYERS, '--people', `residents=${file}:Total`]],
  ['blocks', '.csv', (file) => ['overlap', ...LAYERS, '--people', 'c.csv', '--blocks', file]],
  [
    'registrations',
    '.csv',
    (file) => ['overlap', 'a.geojson', '--registrations', file, '--practices', 'c.csv'],
  ],
  ['practices', '.csv', (file) => ['overlap', 'a.geojson', '--registrations', 'c.csv', '--practices', file]],
  ['patients', '.csv', (file) => ['derive', 'pcn', '--patients', file]],
  ['patients with columns', '.csv', (file) => ['derive', 'footprint', '--patients', `${file}:A:B:C`]],
  ['practices of patients', '.csv', (file) => ['derive', 'pcn', '--patients', 'c.csv', '--practices', file]],
  ['within', '.geojson', (file) => ['derive', 'pcn', '--patients', 'c.csv', '--within', file]],
  ['group', '.csv', (file) => ['overlap', ...LAYERS, '--group', `cty=b,${file}:A:B`]],
  ['recode', '.csv', (file) => ['overlap', ...LAYERS, '--group', 'cty=b,c.csv', '--recode', file]],
  ['grid', '.json', (file) => ['overlap', ...LAYERS, '--grid', file]],
  ['clip', '.geojson', (file) => ['overlap', ...LAYERS, '--clip', file]],
  ['audit', '.csv', (file) => ['align', ...LAYERS, '--audit', file]],
  ['neighbour', '.geojson', (file) => ['align', ...LAYERS, '--neighbour', file]],
  ['services', '.csv', (file) => ['coverage', 'a.geojson', '--within', 'b.geojson', '--services', file]],
  [
    'times',
    '.csv',
    (file) => ['coverage', 'a.geojson', '--within', 'b.geojson', '--services', 'c.csv', '--times', file],
  ],
  ['also', '.geojson', (file) => ['coverage', 'a.geojson', '--within', 'b.geojson', '--also', file]],
  ['against', '.geojson', (file) => ['compare', ...LAYERS, '--against', file]],
  ['allowed gaps', '.geojson', (file) => ['check', 'a.geojson', '--allowed-gaps', file]],
  ['place', '.geojson', (file) => ['partners', 'Essex', file]],
  ['scenario', '.csv', (file) => ['scenario', file, '--layer', 'england:icb']],
  ['amounts', '.csv', (file) => ['suggest', ...LAYERS, '--apportion', `sum=${file}:code:pounds`]],
  ['baseline', '.json', (file) => ['overlap', ...LAYERS, '--baseline', file]],
  ['baseline of a saved result', '.json', (file) => ['render', 'saved.json', '--baseline', file]],
  ['saved result', '.json', (file) => ['render', file]],
  ['config', '.json', (file) => ['overlap', 'icb', 'b.geojson', '--config', file]],
  ['config of reports', '.json', (file) => ['report', file]],
  ['layer of a config', '.geojson', (file) => ['overlap', 'own', 'b.geojson', '--config', configOf(file)]],
];

/** Files other than the one in question. */
const others = ['a.geojson', 'b.geojson', 'c.csv', 'saved.json'];
const GARBAGE = 'neither a map nor a table\n';
const CONFIG =
  '{"layers": {"icb": "a.geojson"}, "reports": {"one": {"command": "overlap", "layers": ["icb", "icb"]}}}';

/** The name of a config file that calls a file `own`. */
const configOf = (file: string): string => `config-of-${file.replaceAll('/', '-')}.json`;

let folder: ReturnType<typeof makeFolder> | null = null;
afterEach(() => {
  folder?.remove();
  folder = null;
});

describe.each(forms)('an output that is an input, as $name,', ({ name, input, output }) => {
  it.each(roles)('is refused: %s', async (role, ending, argv) => {
    const words = argv('');
    const file = input(ending, words[0]!);
    const isConfig = role.startsWith('config');
    folder = makeFolder(Object.fromEntries(others.map((other) => [other, GARBAGE])));
    const { path } = folder;
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), isConfig ? CONFIG : GARBAGE);
    writeFileSync(
      join(path, configOf(file)),
      JSON.stringify({ layers: { own: file }, reports: { one: { command: 'check', layers: ['own'] } } }),
    );
    if (name === 'a symbolic link') symlinkSync(file, join(path, `link-to-${file}`));
    const before = readFileSync(join(path, file));
    const ran = await runCommand([...argv(file), '-o', output(file), '--quiet'], { cwd: path });
    expect(ran.stderr).toContain('it is read by this run and would be written over');
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    expect(readFileSync(join(path, file))).toEqual(before);
  });
});

describe('files beside a Shapefile', () => {
  it.each(['.dbf', '.prj', '.cpg'])('are inputs too: %s', async (ending) => {
    folder = makeFolder({ 'a.shp': GARBAGE, 'b.geojson': GARBAGE });
    const { path } = folder;
    writeFileSync(join(path, `a${ending}`), GARBAGE);
    symlinkSync(`a${ending}`, join(path, 'link.csv'));
    const ran = await runCommand(['overlap', 'a.shp', 'b.geojson', '-o', 'link.csv'], { cwd: path });
    expect(ran.stderr).toContain('would be written over (as part of a layer)');
    expect(ran.code).toBe(2);
  });
});

describe('files that options save to', () => {
  const england = ['england:icb', 'england:ltla'];
  it.each([
    ['--save-layer', (file: string) => ['scenario', file, '--layer', 'england:icb', '--save-layer', file]],
    [
      '--save-inverse',
      (file: string) => ['scenario', file, '--layer', 'england:icb', '--save-inverse', file],
    ],
    [
      '--save-scenario',
      (file: string) => ['suggest', ...england, '--baseline', file, '--save-scenario', file],
    ],
  ])('are outputs too: %s', async (_, argv) => {
    folder = makeFolder({ 'thing.csv': GARBAGE });
    const ran = await runCommand(argv('thing.csv'), { cwd: folder.path });
    expect(ran.stderr).toContain('it is read by this run and would be written over');
    expect(ran.code).toBe(2);
    expect(readFileSync(join(folder.path, 'thing.csv'), 'utf8')).toBe(GARBAGE);
  });
});

describe('a scenario', () => {
  it('protects the layers that it names itself', async () => {
    folder = makeFolder({
      'plan.yaml': 'name: plan\nlayer: units.json\noperations:\n  - merge: [A, B]\n    into: A\n',
      'units.json': GARBAGE,
    });
    const ran = await runCommand(['scenario', 'plan.yaml', '-o', 'units.json'], { cwd: folder.path });
    expect(ran.stderr).toContain('it is read by this run and would be written over');
    expect(ran.code).toBe(2);
    expect(readFileSync(join(folder.path, 'units.json'), 'utf8')).toBe(GARBAGE);
  });
});

describe('--update-baseline', () => {
  const argv = ['overlap', 'england:icb@2024', 'england:ltla', '--quiet'];

  it('writes the run over its baseline and accepts it', async () => {
    folder = makeFolder();
    const { path } = folder;
    const run = (...more: string[]): ReturnType<typeof runCommand> =>
      runCommand([...argv, '--baseline', 'accepted.json', ...more], { cwd: path });
    expect((await run('--update-baseline', '-o', 'a.csv')).code).toBe(0);
    const first = readFileSync(join(path, 'accepted.json'), 'utf8');
    expect((await run('-o', 'a.csv')).code).toBe(0);
    expect((await run('--update-baseline', '-o', 'a.csv')).code).toBe(0);
    expect(readFileSync(join(path, 'accepted.json'), 'utf8')).toBe(first);
    const other = await runCommand(
      [
        'overlap',
        'england:icb@2026',
        'england:ltla',
        '--quiet',
        '--baseline',
        'accepted.json',
        '-o',
        'b.csv',
      ],
      { cwd: path },
    );
    expect([other.code, other.stderr]).toEqual([0, '']);
  });

  it('wants a baseline', async () => {
    const ran = await runCommand([...argv, '--update-baseline']);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('Name it with --baseline FILE.json')]);
  });
});
