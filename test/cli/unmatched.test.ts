/** People and boundaries that do not belong together, as a user meets them. */
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';
import { collection, councils, feature, icbs, polygon, square } from './small-files.js';

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

it('points of which none lies in any layer are refused; where some do, the others are outside', async () => {
  const shapes = makeFolder({
    'icb.geojson': icbs,
    'lad.geojson': councils,
    'some.csv': 'practice,longitude,latitude,people\nA1,-0.95,52.05,1\nA2,0.95,52.05,999\n',
    'none.csv': 'practice,longitude,latitude,people\nA1,52.05,-0.95,0\nA2,0.95,52.05,999\n',
  });
  const overlap = (...args: string[]): ReturnType<typeof runCommand> =>
    runCommand(['overlap', 'icb.geojson', 'lad.geojson', '--people', ...args], { cwd: shapes.path });
  const { code, stderr } = await overlap('some.csv');
  expect([code, stderr]).toEqual([0, expect.stringContaining('999')]);
  const refused = await overlap('none.csv');
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringMatching(/all people .* are at points outside all layers/s),
  ]);
  shapes.remove();
});

it('patients who live nowhere that is known are refused', async () => {
  const patients = makeFolder({
    'lookup.csv': 'LSOA21CD,LAD24CD\nE01000001,E07000001\nE01000002,E07000002\n',
    'reg.csv':
      'PRACTICE_CODE,LSOA_CODE,NUMBER_OF_PATIENTS\nA81001,e01000001,10\nA81001,E01000003,9\na81001,W01000001,3\n',
    'map.csv': 'practice_code,pcn_code,icb_code\na81001,U10001,E54000001\n',
  });
  const cross = (...more: string[]): ReturnType<typeof runCommand> =>
    runCommand(
      [
        'overlap',
        'lookup.csv:LSOA21CD:LAD24CD',
        '--registrations',
        'reg.csv',
        '--practices',
        'map.csv',
        ...more,
      ],
      { cwd: patients.path },
    );
  expect((await cross()).stderr).toMatch(/E01000003.*has no registered patients: E01000002 \(50 %\)/s);
  expect((await cross('--allow-unmatched', '50')).code).toBe(0);
  patients.remove();
});

it('a gzipped file that unpacks to a thousand times its size is refused before it is read', async () => {
  const bomb = makeFolder({
    'a.geojson.gz': gzipSync(
      Buffer.from(`{"type":"FeatureCollection","features":[${' '.repeat(70 * 2 ** 20)}]}`),
    ),
  });
  const { code, stderr } = await runCommand(['check', 'a.geojson.gz'], { cwd: bomb.path });
  expect([code, stderr]).toEqual([2, expect.stringMatching(/unpacks to more than \d+ times its size/)]);
  bomb.remove();
});

it('people of one sex alone are said to be that wherever they are counted', async () => {
  const small = makeFolder({
    'lookup.csv': 'LSOA21CD,ICB24CD,LAD24CD\nE01000001,E54000001,E07000001\nE01000002,E54000001,E07000002\n',
    'men.csv': 'LSOA21CD,SEX,SEX_NAME,residents\nE01000001,1,Male,100\nE01000002,1,Male,50\n',
    'all.csv': 'LSOA21CD,SEX,SEX_NAME,residents\nE01000001,0,Total,100\nE01000002,0,Total,50\n',
  });
  const counted = (file: string): ReturnType<typeof runCommand> =>
    runCommand([...byLookup.slice(0, -1), file, '--json'], { cwd: small.path });
  const men = await counted('men.csv');
  expect(men.stdout).toContain('"people_basis": "residents (SEX_NAME: Male) in men.csv"');
  expect(men.stdout).toContain('"finding": "people-of-one-group"');
  expect(men.stderr).toContain('men.csv: 150 residents (SEX_NAME: Male) on 2 LSOAs');
  const all = await counted('all.csv');
  expect(all.stdout + all.stderr).not.toMatch(/one group|SEX/);
  small.remove();
});

it('postcodes without a grid reference need nobody, and one person outside is one person', async () => {
  const files = makeFolder({
    'icbs.geojson': icbs,
    'councils.geojson': councils,
    'directory.csv':
      'pcds,osgrdind,lat,long\nZZ1 1AA,1,52.05,-0.95\nZZ1 2AA,1,54.9,1.9\nZZ9 9ZZ,9,99.999999,0\n',
    'people.csv': 'postcode,people\nZZ1 1AA,5\nZZ1 2AA,1\n',
  });
  const { code, stderr } = await runCommand(
    ['overlap', 'icbs.geojson', 'councils.geojson', '--people', 'people.csv', '--blocks', 'directory.csv'],
    { cwd: files.path },
  );
  files.remove();
  expect(stderr).toMatch(/1 row without coordinates \(ZZ9 9ZZ\) left out/);
  expect(stderr).toMatch(/^1 person in 1 block is outside both layers\.$/m);
  expect(code).toBe(0);
});
