/**
 * Exported faces: they part the land, carry the codes of every layer, and blocks count on them to the last person.
 *
 *     ┌─────┬─────┐     two ICBs (a, b) and two councils (x, y) of four squares; the border of the
 *     │ a x │ b x │     councils crosses that of the ICBs, so that there are four faces
 *     ├─────┼─────┤
 *     │ a y │ b y │
 *     └─────┴─────┘
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { havePython, runPython } from '../cli/python.js';
import { makeFolder, runCommand } from '../cli/run-command.js';
import { collection, feature, polygon, square, type Position } from '../cli/small-files.js';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const unit = (code: string, ring: Position[]): object =>
  feature({ code, name: `Unit ${code}` }, polygon(ring));
const block = (code: string, ring: Position[]): object => feature({ LSOA21CD: code }, polygon(ring));

const folder = makeFolder({
  'a.geojson': collection([unit('A1', box(-1, 52, -0.9, 52.2)), unit('A2', box(-0.9, 52, -0.8, 52.2))]),
  'b.geojson': collection([unit('B1', box(-1, 52.1, -0.8, 52.2)), unit('B2', box(-1, 52, -0.8, 52.1))]),
  // C1 and C2 overlap by half.
  'c.geojson': collection([unit('C1', box(-1, 52, -0.8, 52.2)), unit('C2', box(-0.9, 52, -0.7, 52.2))]),
  'blocks.geojson': collection([
    block('E01000001', square(-1, 52, 0.1)),
    block('E01000002', square(-0.9, 52, 0.1)),
    block('E01000003', box(-1, 52.1, -0.8, 52.2)),
  ]),
  'people.csv': 'LSOA21CD,residents\nE01000001,10\nE01000002,20\nE01000003,40\n',
});
afterAll(() => folder.remove());

const columns = [
  '--code',
  'a=code',
  '--code',
  'b=code',
  '--name',
  'a=name',
  '--name',
  'b=name',
  '--tolerance',
  '30',
];
const run = (...argv: string[]) => runCommand(argv, { cwd: folder.path });
type Cells = Record<string, string>;
const rows = (csv: string): Cells[] => parse(csv, { columns: true });
const read = (name: string): Cells[] => rows(readFileSync(join(folder.path, name), 'utf8'));

describe('faces', () => {
  beforeAll(async () => {
    const { code, stderr } = await run(
      'export',
      'atoms',
      'a=a.geojson',
      'b=b.geojson',
      ...columns,
      '-o',
      'faces.csv',
      '-o',
      'faces.parquet',
      '-o',
      'faces.geojson',
    );
    expect(code, stderr).toBe(0);
  });

  it('are one for each connected land of the same units, with the code of each layer', () => {
    expect(read('faces.csv').map((face) => [face['a_code'], face['b_code'], face['a_b']])).toEqual(
      expect.arrayContaining([
        ['A1', 'B1', 'material'],
        ['A2', 'B1', 'material'],
        ['A1', 'B2', 'material'],
        ['A2', 'B2', 'material'],
      ]),
    );
    expect(read('faces.csv')).toHaveLength(4);
  });

  it('part the land: hectares add up to those of the units', async () => {
    const total = read('faces.csv').reduce((sum, face) => sum + Number(face['area_ha']), 0);
    const { stdout } = await run('overlap', 'a=a.geojson', 'b=b.geojson', ...columns, '--format', 'csv');
    const units = new Map(rows(stdout).map((row) => [row['a_code'], Number(row['a_ha'])]));
    expect(Math.abs(total - [...units.values()].reduce((sum, ha) => sum + ha, 0))).toBeLessThan(0.02);
  });

  it('have the box that holds each', () => {
    const face = read('faces.csv').find((each) => each['a_code'] === 'A1' && each['b_code'] === 'B2')!;
    expect(['west', 'south', 'east', 'north'].map((side) => Number(face[side]))).toEqual([
      -1, 52, -0.9, 52.1,
    ]);
  });

  it('are the same bytes each time, and do not depend on the blocks', async () => {
    const { stdout } = await run(
      'export',
      'atoms',
      'a=a.geojson',
      'b=b.geojson',
      ...columns,
      '--people',
      'people.csv',
      '--blocks',
      'blocks.geojson',
      '--format',
      'csv',
    );
    expect(stdout).toBe(readFileSync(join(folder.path, 'faces.csv'), 'utf8'));
  });

  it.skipIf(!havePython)('are GeoParquet that an independent reader opens', () => {
    const printed = runPython(
      'import geopandas as g; f = g.read_parquet("faces.parquet"); print(len(f), f.crs.to_epsg() in (4326, None) or f.crs.name, f.geometry.is_valid.all(), sorted(f.a_code))',
      folder.path,
    );
    expect(printed).toMatch(/^4 \S+.* True \['A1', 'A1', 'A2', 'A2'\]/);
  });
});

describe('blocks on faces', () => {
  it('have weights that add up to 1', async () => {
    const { stdout } = await run(
      'export',
      'atoms',
      'a=a.geojson',
      'b=b.geojson',
      ...columns,
      '--people',
      'people.csv',
      '--blocks',
      'blocks.geojson',
      '--table',
      'blocks',
      '--format',
      'csv',
    );
    const sums = new Map<string, number>();
    for (const { block: code, weight } of rows(stdout))
      sums.set(code!, (sums.get(code!) ?? 0) + Number(weight));
    expect([...sums.keys()]).toEqual(['E01000001', 'E01000002', 'E01000003']);
    for (const sum of sums.values()) expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
    const shared = rows(stdout).filter((row) => row['block'] === 'E01000003');
    expect(shared.map((row) => Math.round(Number(row['weight']) * 100))).toEqual([50, 50]);
  });
});

describe('what is refused', () => {
  it('another thing to export, one layer, suppression of what has no people', async () => {
    expect((await run('export', 'faces', 'a.geojson', 'b.geojson')).stderr).toContain(
      "there is no 'faces' to export",
    );
    expect(await run('export', 'atoms', 'a.geojson')).toMatchObject({ code: 2 });
    const { code, stderr } = await run('export', 'atoms', 'a.geojson', 'b.geojson', '--disclosure', 'nhs');
    expect([code, stderr]).toEqual([2, expect.stringContaining('no use for --disclosure')]);
  });
});

/** A row's cells as numbers where they are, without those that tell how people were placed. */
const withoutPlacing = (row: Cells): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([heading]) => !/_(blocks|basis|method)$/.test(heading))
      .map(([heading, cell]) => [heading, cell === '' || Number.isNaN(Number(cell)) ? cell : Number(cell)]),
  );

describe('counts on faces', () => {
  const counts = (faces: readonly Cells[], people: (face: Cells) => number): string =>
    `face,people\n${faces.map((face) => `${face['face']!},${people(face)}\n`).join('')}`;

  it('are read as the usual table, and add up', async () => {
    await run('export', 'atoms', 'a=a.geojson', 'b=b.geojson', ...columns, '-o', 'faces.geojson');
    const other = makeFolder({
      'faces.geojson': readFileSync(join(folder.path, 'faces.geojson'), 'utf8'),
      'counts.csv': counts(read('faces.csv'), (face) => Number(face['face']) * 10),
    });
    const { code, stdout, stderr } = await runCommand(
      [
        'read',
        'counts.csv',
        '--faces',
        'faces.geojson',
        '--as',
        'overlap',
        '--tolerance',
        '30',
        '--format',
        'csv',
      ],
      { cwd: other.path },
    );
    expect(code, stderr).toBe(0);
    expect(rows(stdout).reduce((sum, row) => sum + Number(row['people']), 0)).toBe(100);
    expect(stderr).not.toContain('outside all faces');
    const small = await runCommand(
      [
        'read',
        'counts.csv',
        '--faces',
        'faces.geojson',
        '--tolerance',
        '30',
        '--disclosure',
        'under=15,round=5',
        '--format',
        'csv',
      ],
      { cwd: other.path },
    );
    other.remove();
    expect(small.code, small.stderr).toBe(0);
    expect(rows(small.stdout).some((row) => row['people'] === '')).toBe(true);
  });

  it('say who is on no face as outside, not as left out', async () => {
    await run('export', 'atoms', 'a=a.geojson', 'b=b.geojson', ...columns, '-o', 'faces.geojson');
    const other = makeFolder({
      'faces.geojson': readFileSync(join(folder.path, 'faces.geojson'), 'utf8'),
      'counts.csv': `${counts(read('faces.csv'), (face) => Number(face['face']) * 10)},7\n`,
    });
    const words = ['read', 'counts.csv', '--faces', 'faces.geojson', '--tolerance', '30', '--format', 'csv'];
    const { code, stdout, stderr } = await runCommand(words, { cwd: other.path });
    const small = await runCommand([...words, '--disclosure', 'under=15,round=5'], { cwd: other.path });
    other.remove();
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('; 1 row of people outside all faces (7 people); ');
    expect(stderr).not.toContain('left out');
    expect(rows(stdout).reduce((sum, row) => sum + Number(row['people']), 0)).toBe(100);
    expect(small.code, small.stderr).toBe(0);
    expect(small.stderr).toContain('of people outside all faces');
    expect(small.stderr).not.toContain('(7 people)');
  });

  it('give the tables of the layers themselves, where units overlap their own layer or lie outside the other', async () => {
    const more = ['c', 'b'].flatMap((id) => ['--code', `${id}=code`, '--name', `${id}=name`]);
    const wishes = ['--tolerance', '30', '--include-slivers', '--include-outside', '--format', 'csv'];
    const made = await run(
      'export',
      'atoms',
      'c=c.geojson',
      'b=b.geojson',
      ...more,
      '--tolerance',
      '30',
      '-o',
      'twice.geojson',
      '-o',
      'twice.parquet',
      '-o',
      'twice.csv',
    );
    expect(made.code, made.stderr).toBe(0);
    const faces = read('twice.csv');
    expect(faces.some((face) => face['c_code'] === 'C1;C2')).toBe(true);
    expect(faces.some((face) => face['b_code'] === '')).toBe(true);
    const points = faces.map((face) => [
      (Number(face['west']) + Number(face['east'])) / 2,
      (Number(face['south']) + Number(face['north'])) / 2,
    ]);
    const here = makeFolder({
      'counts.csv': counts(faces, (face) => Number(face['face']) * 10),
      'points.csv': `people,longitude,latitude\n${points.map((at, i) => `${(i + 1) * 10},${at.join(',')}\n`).join('')}`,
    });
    for (const report of ['overlap', 'coverage']) {
      const slivers = report === 'overlap' ? wishes : wishes.filter((word) => !word.startsWith('--include'));
      const layers =
        report === 'overlap' ? ['c=c.geojson', 'b=b.geojson'] : ['c=c.geojson', '--within', 'b=b.geojson'];
      const ours = await run(
        report,
        ...layers,
        ...more,
        ...slivers,
        '--people',
        `people=${join(here.path, 'points.csv')}:people`,
      );
      expect(ours.code, ours.stderr).toBe(0);
      for (const file of ['twice.geojson', 'twice.parquet']) {
        const theirs = await run(
          'read',
          join(here.path, 'counts.csv'),
          '--faces',
          file,
          '--as',
          report,
          ...slivers,
        );
        expect(theirs.code, theirs.stderr).toBe(0);
        expect(rows(theirs.stdout).map(withoutPlacing)).toEqual(rows(ours.stdout).map(withoutPlacing));
      }
    }
    here.remove();
  });

  it('on a file that holds no faces are refused', async () => {
    const { code, stderr } = await run('read', 'people.csv', '--faces', 'a.geojson');
    expect([code, stderr]).toEqual([2, expect.stringContaining('no exported faces')]);
  });
});
