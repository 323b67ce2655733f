/** Layers of a config file may be called like words of the command line: only where a LAYER is wanted do they stand for one. */
import { resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeFolder, runCommand, type Ran } from './run-command.js';

const region = (name: string): string => resolve('data/region', name);
const folder = makeFolder({
  'coterminous.yaml': `layers:
  pcn: ${region('lookup.csv')}:LSOA21CD:LAD24CD
  icb: ${region('lookup.csv')}:LSOA21CD:ICB24CD
  units: ${region('lookup.csv')}:LSOA21CD:CTYUA24CD
reports: { one: { command: overlap, layers: [icb, units] } }
`,
});
afterAll(() => folder.remove());

const patients = region('gp-reg-pat-prac-lsoa-all.csv');
const practices = region('gp-reg-pat-prac-map.csv');
const run = (argv: readonly string[]): Promise<Ran> =>
  runCommand([...argv, '--config', 'coterminous.yaml', '--quiet'], { cwd: folder.path });

it.each([
  ['derive pcn', ['derive', 'pcn', '--patients', patients, '--practices', practices], 'code,name,blocks'],
  [
    '--registered-by icb',
    ['overlap', 'pcn', '--registrations', patients, '--practices', practices, '--registered-by', 'icb'],
    'registered_icb_code,',
  ],
  ['--table units', ['align', 'icb', 'units', '--table', 'units'], 'icb_code,icb_name,class'],
])('%s', async (_, argv, begins) => {
  const ran = await run(argv);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  expect(ran.stdout.slice(0, begins.length)).toBe(begins);
});
