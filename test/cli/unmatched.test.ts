/** People and boundaries that do not belong together, as a user meets them. */
import { afterAll, expect, it } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';
import { collection, feature, polygon, square } from './small-files.js';

const folder = makeFolder({
  'lookup.csv': 'LSOA21CD,ICB24CD,LAD24CD\nE01000001,E54000001,E07000001\nE01000002,E54000001,E07000002\n',
  'people.csv': 'LSOA21CD,people\ne01000001,100\nE01000003,50\nW01000001,7\n',
  'int.geojson': collection(
    ['North', 'South'].map((Team, i) => feature({ ICB24CD: 'E54000001', Team }, polygon(square(i, 52, 1)))),
  ),
});
afterAll(() => folder.remove());
const run = (...args: string[]): ReturnType<typeof runCommand> => runCommand(args, { cwd: folder.path });
const byLookup = [
  'overlap',
  'lookup.csv:LSOA21CD:ICB24CD',
  'lookup.csv:LSOA21CD:LAD24CD',
  '--people',
  'people.csv',
];

it('people of unknown blocks are refused, and --allow-unmatched goes on', async () => {
  const refused = await run(...byLookup);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/E01000003.*E01000002.*\(50 %\).*--allow-unmatched 50/s);
  const { code, stderr, stdout } = await run(...byLookup, '--allow-unmatched', '50', '--json');
  expect(code).toBe(0);
  expect(stderr + stdout).toMatch(
    /1 code of other countries or of no place, with 7 people, left out: W01000001/,
  );
});

it('--allow-unmatched wants a percentage', async () => {
  for (const wrong of ['-1', '101', 'all', ' '])
    expect((await run(...byLookup, '--allow-unmatched', wrong)).stderr).toMatch(/a number from 0 to 100/);
});

it('a choice of codes that is not clear can be made by the name of the file', async () => {
  const refused = await run('check', 'int.geojson');
  expect(refused.stderr).toMatch(/--code int=ICB24CD or --code int=Team/);
  for (const [field, units] of [
    ['ICB24CD', 1],
    ['Team', 2],
  ] as const) {
    const { stdout } = await run('check', 'int.geojson', '--code', `int=${field}`, '--json');
    expect((JSON.parse(stdout) as { layers: { units: number }[] }).layers[0]!.units).toBe(units);
  }
});
