/** Files that cannot be used: one line that says which file, which unit, where and what to do; exit 2; nothing written. */
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { AREA, badFiles, properties } from './bad-files.js';
import { ash, birch, collection, councils, feature, icbs, polygon, square } from './small-files.js';

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
  it.for(badFiles)('%s', async ([, text, says]) => {
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
