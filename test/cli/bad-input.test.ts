/** Files that cannot be used: one line that says which file, which unit, where and what to do; exit 2; nothing written. */
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import {
  ash,
  birch,
  collection,
  councils,
  feature,
  icbs,
  polygon,
  square,
  type Position,
} from './small-files.js';

const AREA = 'Area 1';
const properties = { ICB24CD: 'E54000001', ICB24NM: AREA };
const one = collection([feature(properties, polygon(square(-1, 52, 0.1)))]);
/** The file of one square with its second position replaced by some text. */
const withPosition = (text: string): string => one.replace('[-0.9,52]', text);
const deep = 200_000;
const before = one.slice(0, one.indexOf('"geometry"'));

/** What is wrong, the text of bad.geojson, and what the message must say besides its name. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['is empty', '', ['the file is empty', 'download the file again']],
  ['is plain text', 'hello', ['does not begin like GeoJSON', 'export it again']],
  ['is not JSON', '{"type":"FeatureCollection",\n"features":[ hello ]}', ['line 2, column 14', '"hello"']],
  [
    'ends too early',
    icbs.slice(0, 200),
    ['E54000001', 'feature 1', 'byte 200', 'the file ends inside', 'download'],
  ],
  [
    'is JSON but not GeoJSON',
    '{"a":1}',
    ['JSON but not GeoJSON', 'The top level should be a FeatureCollection'],
  ],
  ['is an array of numbers', '[1,2,3]', ['JSON but not GeoJSON', 'array']],
  ['has no features', collection([]), ['no features', 'Check the download']],
  [
    'has points only',
    collection([feature(properties, { type: 'Point', coordinates: [0, 52] })]),
    ['1 point and no polygons', '--blocks'],
  ],
  [
    'has lines only',
    collection([feature(properties, { type: 'LineString', coordinates: [[0, 52], [1, 52]] })]), // prettier-ignore
    ['only lines', 'Make polygons'],
  ],
  ['has no geometry at all', collection([feature(properties, null)]), ['no polygon', 'lookup']],
  [
    'has rings of two places only',
    collection([feature(properties, polygon([[-1, 52], [-0.9, 52]]))]), // prettier-ignore
    ['feature 1', '-1, 52', 'three places'],
  ],
  [
    'has no field of codes',
    collection([feature({ shape_area: 1.5, colour: 'red' }, polygon(square(-1, 52, 0.1)))]),
    ["'shape_area', 'colour'", '--code bad=FIELD'],
  ],
  ['has no properties', collection([feature(null, polygon(square(-1, 52, 0.1)))]), ['its fields are: none']],
  [
    'has one code with two names',
    collection([ash, feature({ ICB24CD: 'E54000001', ICB24NM: 'Oak' }, polygon(square(-0.9, 52, 0.1)))]),
    ['E54000001', "'Ash' and 'Oak'", '--code bad=FIELD'],
  ],
  [
    'has NaN for a longitude',
    withPosition('[NaN,52]'),
    ['E54000001', 'feature 1', 'NaN', 'remove the feature'],
  ],
  [
    'has text for a longitude',
    withPosition('["-0.9",52]'),
    ['E54000001', 'feature 1', 'found text', 'byte 1'],
  ],
  ['has null for a longitude', withPosition('[null,52]'), ['E54000001', 'feature 1', 'found null', 'byte 1']],
  ['has a position of one number', withPosition('[52]'), ['E54000001', 'one number, it needs two']],
  ['has a number beyond all bounds', withPosition('[1e400,52]'), ['E54000001', 'beyond all bounds']],
  [
    'has a latitude of 952',
    withPosition('[-0.9,952]'),
    ['E54000001', AREA, 'feature 1', '-0.9, 952', 'latitude from -90 to 90', 'Mend or remove'],
  ],
  [
    'has a longitude of -200 in its second unit',
    collection([
      ash,
      feature({ ICB24CD: 'B', ICB24NM: 'Two' }, polygon([...square(-0.9, 52, 0.1), [-200, 52]])),
    ]),
    ['B Two', 'feature 2', '-200, 52'],
  ],
  [
    'claims degrees and can only be metres of some system',
    collection([feature(properties, polygon(square(4.5e6, 2.5e6, 1e4)))], {
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
    }),
    ['EPSG:4326', 'x from 4500000 to 4510000', '--crs id='],
  ],
  [
    'has latitude before longitude',
    collection([feature(properties, polygon(square(-1, 52, 0.1).map(([x, y]): Position => [y, x])))]),
    ['latitude before longitude', 'longitude first'],
  ],
  [
    'nests coordinates 200,000 deep',
    `${before}"geometry":{"type":"Polygon","coordinates":${'['.repeat(deep)}${']'.repeat(deep)}}}]}`,
    ['E54000001', 'feature 1', 'nested'],
  ],
  [
    'nests collections 200,000 deep',
    `${before}"geometry":${'{"type":"GeometryCollection","geometries":['.repeat(deep)}`,
    ['E54000001', 'feature 1', 'nested'],
  ],
  ['nests arrays 200,000 deep', '['.repeat(deep), ['JSON but not GeoJSON', 'array']],
];

const folders: (() => void)[] = [];
afterAll(() => folders.forEach((remove) => remove()));

function folderOf(files: Record<string, string | Uint8Array>): string {
  const { path, remove } = makeFolder({ 'councils.geojson': councils, ...files });
  mkdirSync(join(path, 'out'));
  chmodSync(join(path, 'out'), 0o777);
  folders.push(remove);
  return path;
}

/** Runs an overlap of bad.geojson that would write into out/. */
const overlapOf = (cwd: string): Promise<Ran> =>
  runCommand(['overlap', 'bad.geojson', 'councils.geojson', '-o', 'out/table.csv'], { cwd });

function expectRefusal(ran: Ran, cwd: string, says: readonly string[]): void {
  expect(ran.stderr).toMatch(/^error: bad\.geojson: [^\n]+\n$/);
  for (const text of says) expect(ran.stderr).toContain(text);
  expect([ran.code, ran.stdout, readdirSync(join(cwd, 'out'))]).toEqual([2, '', []]);
}

describe.concurrent('a file that', () => {
  it.for(cases)('%s', async ([, text, says]) => {
    const cwd = folderOf({ 'bad.geojson': text });
    expectRefusal(await overlapOf(cwd), cwd, says);
  });

  it('is not there', async () => {
    const cwd = folderOf({});
    expectRefusal(await overlapOf(cwd), cwd, ['no such file', 'Check the spelling']);
  });

  it('is a folder', async () => {
    const cwd = folderOf({ 'bad.geojson/notes.pdf': '%PDF-1.7' });
    expectRefusal(await overlapOf(cwd), cwd, ['it is a folder, and no layer lies in it', 'Name a file']);
  });

  it('is gzipped and cut short', async () => {
    const { gzipSync } = await import('node:zlib');
    const cwd = folderOf({ 'bad.geojson': gzipSync(icbs).subarray(0, 60) });
    expectRefusal(await overlapOf(cwd), cwd, ['gzip', 'Download it again']);
  });

  it('is sound is taken, and only what was asked for is written', async () => {
    const cwd = folderOf({ 'bad.geojson': icbs });
    const ran = await overlapOf(cwd);
    expect([ran.code, readdirSync(join(cwd, 'out')).sort()]).toEqual([
      0,
      ['table.csv', 'table.csv-metadata.json'],
    ]);
  });
});

/** Faults of the map that do not stop a run, and the sentence that tells them. */
const mended: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'one code with the same name twice becomes one unit, and that is said',
    collection([ash, feature({ ICB24CD: 'E54000001', ICB24NM: 'Ash' }, polygon(square(-0.9, 52, 0.1)))]),
    ['E54000001', 'features of one code are one unit', '1 ICB and 2 councils'],
  ],
  [
    'a ring that does not close is closed, and that is said with its unit and place',
    collection([feature(properties, polygon(square(-1, 52, 0.1).slice(0, 4))), birch]),
    [`E54000001 ${AREA}`, 'was closed', '-1, 52'],
  ],
  [
    'a ring of two places is left out, and that is said with its unit and place',
    collection([feature(properties, polygon(square(-1, 52, 0.1), [[-0.95, 52.01], [-0.94, 52.01]])), birch]), // prettier-ignore
    [`E54000001 ${AREA}`, 'was left out', '-0.95, 52.01'],
  ],
  [
    'a unit without a code keeps its land under a name that says so',
    collection([ash, feature({ ICB24CD: null, ICB24NM: 'Lost' }, polygon(square(-0.9, 52, 0.1)))]),
    ['feature 2 has no ICB24CD'],
  ],
  [
    'metres in a file that claims degrees are recognised by name',
    collection([feature(properties, polygon(square(468_000, 230_000, 9000)))], {
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
    }),
    ['the file says EPSG:4326', 'can only be British National Grid', '1 ICB and 2 councils'],
  ],
];

describe.concurrent('what is set right', () => {
  it.for(mended)('%s', async ([, text, says]) => {
    const ran = await overlapOf(folderOf({ 'bad.geojson': text }));
    for (const part of says) expect(ran.stderr).toContain(part);
    expect(ran.code).toBe(0);
  });

  it('a thousand open rings are told five times and counted', async () => {
    const open = Array.from({ length: 1000 }, (_, i) =>
      feature(
        { ICB24CD: `E${i + 1000}` },
        polygon(square(-1 + (i % 40) / 100, 52 + i / 40 / 100, 0.001).slice(0, 4)),
      ),
    );
    const ran = await overlapOf(folderOf({ 'bad.geojson': collection(open) }));
    expect(ran.stderr.match(/was closed/g)?.length).toBe(5);
    expect(ran.stderr).toContain('995 more of closed-ring');
    expect(ran.code).toBe(0);
  });
});
