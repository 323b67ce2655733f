/** Places that are no units of a layer, several places and all of a layer, on small files of made-up codes. */
import { afterAll, expect, it } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';

const square = (code: string, x: number): object => ({
  type: 'Feature',
  properties: { LAD24CD: code, LAD24NM: `Council ${code.slice(-1)}` },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 53],
        [x + 0.1, 53],
        [x + 0.1, 53.1],
        [x, 53.1],
        [x, 53],
      ],
    ],
  },
});
const folder = makeFolder({
  'lookup.csv': [
    'LSOA21CD,LSOA21NM,WD24CD,WD24NM,ICB24CD,ICB24NM,LAD24CD,LAD24NM',
    'E01000901,Ash 001A,E05000901,Castle,E54000901,Oak,E07000901,One',
    'E01000902,Ash 001B,E05000901,Castle,E54000902,Elm,E07000901,One',
    'E01000903,Ash 002A,E05000902,Brook,E54000902,Elm,E07000901,One',
    'E01000904,Fen 001A,E05000903,Castle,E54000902,Elm,E07000902,Two',
    '',
  ].join('\n'),
  'people.csv': 'LSOA21CD,people\nE01000901,30\nE01000902,70\nE01000903,100\nE01000904,200\n',
  'onspd.csv': [
    'pcd,pcds,doterm,oslaua,osward,lsoa21,lat,long',
    'ZZ1 1AA,ZZ1 1AA,,E07000901,E05000901,E01000902,53.05,-1.95',
    'ZZ1 1AB,ZZ1 1AB,,E07000902,E05000903,E01000904,53.05,-1.85',
    'ZZ1 1AC,ZZ1 1AC,202001,,,,53.5,-1.5',
    '',
  ].join('\n'),
  'codepoint.csv':
    'postcode,pqi,easting,northing,country,lad,ward\nZZ1 1AA,10,400000,400000,E92000001,E07000089,E05000901\n',
  'councils.geojson': JSON.stringify({
    type: 'FeatureCollection',
    features: [square('E07000901', -2), square('E07000902', -1.9)],
  }),
});
afterAll(() => folder.remove());

const [ICB, LTLA, WARD] = [
  'lookup.csv:LSOA21CD:ICB24CD',
  'lookup.csv:LSOA21CD:LAD24CD',
  'lookup.csv:LSOA21CD:WD24CD',
];
const run = (...words: string[]): ReturnType<typeof runCommand> =>
  runCommand(['partners', ...words], { cwd: folder.path });
/** Layer, code, role and people of each row. */
const told = (stdout: string): string[] =>
  stdout
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
    .map(([, layer, code, , role, people]) => `${layer} ${code} ${role} ${people}`);

it('a postcode is where its row says, with the people of its small area', async () => {
  const { code, stdout, stderr } = await run(
    'zz11aa',
    ICB,
    LTLA,
    '--postcodes',
    'onspd.csv',
    '--people',
    'people.csv',
  );
  expect(code, stderr).toBe(0);
  expect(told(stdout)).toEqual([
    'icb E54000902 contains the place 70',
    'ltla E07000901 contains the place 70',
  ]);
});

it('a ward between two boards overlaps both, most people first', async () => {
  const { stdout } = await run('E05000901', ICB, LTLA, '--lookup', 'lookup.csv', '--people', 'people.csv');
  expect(told(stdout)).toEqual([
    'icb E54000902 overlaps 70',
    'icb E54000901 inside the place 30',
    'ltla E07000901 contains the place 100',
  ]);
  const asLayer = await run('E05000901', WARD, ICB, LTLA, '--people', 'people.csv');
  expect(told(asLayer.stdout)).toEqual(told(stdout));
});

it('an MSOA is all small areas that bear its name', async () => {
  const { stdout } = await run('Ash 001', ICB, '--lookup', 'lookup.csv', '--people', 'people.csv');
  expect(told(stdout)).toEqual(['icb E54000902 overlaps 70', 'icb E54000901 inside the place 30']);
});

it('a name of two wards is refused, with both', async () => {
  const { code, stderr } = await run('Castle', ICB, LTLA, '--lookup', 'lookup.csv');
  expect(code).toBe(2);
  expect(stderr).toContain('2 places have that name: Castle (ward, E05000901); Castle (ward, E05000903)');
});

it('a position is looked up in shapes where no code says it', async () => {
  const { code, stdout, stderr } = await run(
    'ZZ1 1AC',
    'ZZ1 1AA',
    'councils.geojson',
    '--postcodes',
    'onspd.csv',
  );
  expect(code, stderr).toBe(0);
  expect(told(stdout).map((row) => row.trim())).toEqual(['ltla E07000901 contains the place']);
  const off = makeFolder({ 'points.csv': 'postcode,longitude,latitude\nZZ1 1AD,-1.85,53.05\n' });
  const { stdout: located } = await run(
    'ZZ1 1AD',
    'councils.geojson',
    '--postcodes',
    `${off.path}/points.csv`,
  );
  expect(told(located).map((row) => row.trim())).toEqual(['ltla E07000902 contains the place']);
  off.remove();
});

it('which of two boards of a council a postcode is in is not guessed', async () => {
  const { code, stdout, stderr } = await run('ZZ1 1AA', '--postcodes', 'codepoint.csv');
  expect(code, stderr).toBe(0);
  expect(told(stdout).filter((row) => row.startsWith('icb_2024'))).toEqual([]);
  expect(told(stdout)).toContain('utla E10000014 contains the place ');
  expect(stderr).toMatch(/is in one of .*Frimley.* or .*Hampshire.*: no file given says in which/);
});

it('what was not given is asked for', async () => {
  const postcode = await run('SW1A 1AA');
  expect(postcode.code).toBe(2);
  expect(postcode.stderr).toContain('that is a postcode, and nothing was given that says where it lies');
  expect(postcode.stderr).toContain('--postcodes FILE');
  const lsoa = await run('E01000001');
  expect(lsoa.stderr).toContain('that is the code of an LSOA, and nothing was given');
  expect(lsoa.stderr).toContain('--lookup FILE');
  const absent = await run('ZZ9 9ZZ', '--postcodes', 'onspd.csv');
  expect(absent.stderr).toContain('none of the tables given has it (onspd.csv)');
  const none = await run();
  expect(none.stderr).toContain('wants to know of which place');
});

it('under a disclosure rule nobody is counted in a few small areas', async () => {
  const { code, stdout, stderr } = await run(
    'E05000901',
    ICB,
    LTLA,
    '--lookup',
    'lookup.csv',
    '--people',
    'people.csv',
    '--disclosure',
    'nhs',
  );
  expect(code, stderr).toBe(0);
  expect(`${stdout}${stderr}`).not.toMatch(/\b(30|70|100)\b(?! %|\.0)/);
});

it('several places stand in one table, in the order they were given', async () => {
  const { code, stdout, stderr } = await run('Two', 'One', ICB, LTLA, '--people', 'people.csv');
  expect(code, stderr).toBe(0);
  expect(told(stdout)).toEqual([
    'icb E54000902 contains the place 200',
    'icb E54000902 overlaps 170',
    'icb E54000901 inside the place 30',
  ]);
  expect(stderr).toContain(
    'One of two councils deals with more than one ICB: 30 people live outside the main one.',
  );
});

it('all units of a layer add up to everybody', async () => {
  const { stdout } = await run(
    '--all',
    'ward',
    WARD,
    '--layer',
    ICB,
    '--layer',
    LTLA,
    '--people',
    'people.csv',
  );
  const people = (layer: string): number =>
    told(stdout)
      .filter((row) => row.startsWith(`${layer} `))
      .reduce((sum, row) => sum + Number(row.split(' ').at(-1)), 0);
  expect([people('icb'), people('ltla')]).toEqual([400, 400]);
  const { code, stderr } = await run('--all', 'parish', WARD, ICB, '--people', 'people.csv');
  expect(code).toBe(2);
  expect(stderr).toContain('--all parish names no layer of the run (layers: ward, icb)');
});

it('a file that is missing is no place', async () => {
  const { code, stderr } = await run('One', 'missing.geojson');
  expect(code).toBe(2);
  expect(stderr).toContain('missing.geojson');
  expect(stderr).not.toContain('no place has that name');
});

it('a place that went apart is refused, with the places it went to', async () => {
  const { code, stderr } = await run('The Black Country and West Birmingham');
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /is no more, and its area is now in NHS Black Country .* people and NHS Birmingham and Solihull/,
  );
});
