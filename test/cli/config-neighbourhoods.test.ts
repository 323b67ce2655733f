/** Timelines, places and built neighbourhoods asked for in a config file say what their commands say. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeFolder, runCommand, type Ran } from './run-command.js';

const region = (name: string): string => resolve('data/region', name);
const lookup = (group: string): string => `${region('lookup.csv')}:LSOA21CD:${group}`;
const PEOPLE = ['--people', `residents=${region('residents.csv')}`];

const config = (report: string): string => `layers:
  icb: ${lookup('ICB24CD')}
  council: ${lookup('LAD24CD')}
  county: ${lookup('CTYUA24CD')}
  ward: ${lookup('WD24CD')}
people: { residents: ${region('residents.csv')} }
blocks: ${region('blocks.geojson')}
reports: { one: { ${report}, outputs: [out.csv] } }
`;
const REPORTS = {
  timeline:
    'command: compare, before: icb, after: county, later: [council], against: [ward], table: timeline',
  places: 'command: partners, place: E02000001, places: [Fenmarch], layers: [icb, council]',
  all: 'command: partners, all: council, layers: [icb, council]',
  small: `command: partners, place: Fenmarch, gazetteers: ['${region('lookup.csv')}'], layers: [icb, council]`,
  built:
    "command: suggest neighbourhoods, within: council, size: '20000:40000', keep: [ward], only: Fenmarch, effort: 100, table: neighbourhoods",
  number:
    "command: suggest neighbourhoods, within: council, size: '2,000:40,000', number: 2, seed: 7, only: Fenmarch, effort: 100, table: neighbourhoods",
  upside: "command: suggest neighbourhoods, within: council, size: '40000:20000'",
  half: "command: suggest neighbourhoods, within: council, size: '40000'",
} as const;
const folder = makeFolder(
  Object.fromEntries(Object.entries(REPORTS).map(([name, report]) => [`${name}.yaml`, config(report)])),
);
afterAll(() => folder.remove());

const run = (...argv: readonly string[]): Promise<Ran> => runCommand(argv, { cwd: folder.path });
async function written(name: keyof typeof REPORTS): Promise<string> {
  const { code, stderr } = await run('report', `${name}.yaml`, '--quiet');
  expect(code, stderr).toBe(0);
  return readFileSync(join(folder.path, 'out.csv'), 'utf8');
}

const LAYERS = ['icb', 'council', 'county', 'ward'].map((id, i) => [
  id,
  `${id}=${lookup(['ICB24CD', 'LAD24CD', 'CTYUA24CD', 'WD24CD'][i]!)}`,
]);
const layer = (id: string): string => LAYERS.find(([each]) => each === id)![1]!;
const BLOCKS = ['--blocks', region('blocks.geojson')];
const ofCommand = async (...argv: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(...argv, ...PEOPLE, ...BLOCKS, '--format', 'csv');
  expect(code, stderr).toBe(0);
  return stdout;
};

it('a timeline', async () => {
  const expected = await ofCommand(
    ...['compare', layer('icb'), layer('county'), layer('council')],
    ...['--against', layer('ward'), '--table', 'timeline'],
  );
  expect(await written('timeline')).toBe(expected);
});

it('all units of a layer', async () => {
  expect(await written('all')).toBe(
    await ofCommand('partners', '--all', 'council', '--layer', layer('icb'), '--layer', layer('council')),
  );
});

it('neighbourhoods', { timeout: 60_000 }, async () => {
  const expected = await ofCommand(
    ...['suggest', 'neighbourhoods', '--within', layer('council'), '--keep', layer('ward')],
    ...['--size', '20000:40000', '--only', 'Fenmarch', '--effort', '100', '--table', 'neighbourhoods'],
  );
  expect(await written('built')).toBe(expected);
  expect((await written('number')).trim().split('\n')).toHaveLength(3);
});

it.each(['upside', 'half'] as const)('a band that is none is refused: %s', async (name) => {
  const { code, stderr } = await run('report', `${name}.yaml`);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/size|people/)]);
});
