/** A folder given as a layer, and the tables and layers that `inspect` names in a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { dbfBytes, geopackageBytes, gridWkt, shpBytes } from '../read/formats-fixtures.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { councils, icbs } from './small-files.js';

const lookup = 'LSOA21CD,ICB24CD,LAD24CD\nE01000001,E54000001,E07000001\n';
const folder = makeFolder({
  'districts/Districts.SHP': shpBytes(),
  'districts/Districts.DBF': dbfBytes(),
  'districts/Districts.PRJ': gridWkt,
  'districts/read me.txt': 'by hand',
  'one/councils.geojson': councils,
  'one/notes.csv': 'a,b\n1,2\n',
  'two/councils.geojson': councils,
  'two/icbs.geojson': icbs,
  'table/lookup.csv': lookup,
  'table/notes.pdf': '%PDF-1.7',
  'nothing/notes.pdf': '%PDF-1.7',
  'lad.gdb/a00000001.gdbtable': 'not one',
  'lad.gdb/timestamps': 'x',
  'lad.gdb/notes.csv': 'a,b\n',
  'outer/lad.gdb/a00000001.gdbtable': 'not one',
  'icbs.geojson': icbs,
  'people.csv': 'LSOA21CD,people\nE01000001,1500\n',
  'two tables.zip': zipSync({ 'a 1.csv': strToU8(lookup), 'in/b.csv': strToU8(lookup) }),
  'one table.zip': zipSync({ 'lookup.csv': strToU8(lookup) }),
  'package.gpkg': await geopackageBytes(['people', 'deaths'], 'attributes').then(() =>
    geopackageBytes(['districts']),
  ),
});
afterAll(() => folder.remove());
const run = (...argv: string[]): Promise<Ran> => runCommand(argv, { cwd: folder.path });

describe('a folder as a layer', () => {
  it('is the one layer in it: a Shapefile with its parts, or any other', async () => {
    const shapefile = await run('inspect', 'districts');
    expect(shapefile.stdout).toMatch(/^Districts\.SHP: shapefile/);
    expect(shapefile.stdout).toContain('British National Grid (stated)');
    for (const one of ['one', 'one/', 'ltla=one']) {
      const { code, stdout, stderr } = await run('overlap', 'icbs.geojson', one);
      expect(code, stderr).toBe(0);
      expect(stdout).toBe((await run('overlap', 'icbs.geojson', 'one/councils.geojson')).stdout);
    }
    const { stdout } = await run('overlap', 'icbs.geojson', 'one', '--json');
    const { inputs } = JSON.parse(stdout) as { inputs: { file: string }[] };
    expect(inputs.map(({ file }) => file)).toEqual(['icbs.geojson', 'councils.geojson']);
  });

  it('is a table where it holds no other layer', async () => {
    const by = (group: string): string => `table:LSOA21CD:${group}`;
    const { code, stderr } = await run('overlap', by('ICB24CD'), by('LAD24CD'), '--people', 'people.csv');
    expect(code, stderr).toBe(0);
  });

  it('is refused with the paths where it holds several, and where it holds none', async () => {
    const several = await run('overlap', 'icbs.geojson', 'two');
    expect(several.code).toBe(2);
    expect(several.stderr).toContain(
      'two: it is a folder in which 2 layers lie: two/councils.geojson, two/icbs.geojson. Name one of them, for example two/councils.geojson',
    );
    const none = await run('overlap', 'icbs.geojson', 'nothing');
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('nothing: it is a folder, and no layer lies in it');
  });

  it('keeps its files from being written over', async () => {
    const before = readFileSync(join(folder.path, 'one/councils.geojson'));
    for (const [given, output] of [
      ['one', 'one/councils.geojson'],
      ['lad.gdb', 'lad.gdb/notes.csv'],
      ['lad.gdb/', 'lad.gdb/notes.csv'],
    ] as const) {
      const { code, stderr } = await run('check', given, '-o', output);
      expect(code).toBe(2);
      expect(stderr).toContain(`${output}: it is read by this run and would be written over`);
    }
    expect(readFileSync(join(folder.path, 'one/councils.geojson'))).toEqual(before);
  });

  it('is a file geodatabase, by itself or in another folder', async () => {
    for (const path of ['lad.gdb', 'lad.gdb/', 'outer']) {
      const { code, stderr } = await run('check', path);
      expect(code).toBe(2);
      expect(stderr).toMatch(/lad\.gdb\/?: the file (is|looks like) a file geodatabase/);
    }
  });
});

describe('inspect names what a file holds, to be typed again:', () => {
  it('tables of an archive', async () => {
    const { stdout } = await run('inspect', 'two tables.zip');
    expect(stdout).toContain(
      '  tables     "two tables.zip#a 1.csv"\n             "two tables.zip#in/b.csv"\n',
    );
    expect(stdout).toContain('layer      "two tables.zip#a 1.csv"');
    expect((await run('inspect', 'one table.zip')).stdout).toContain('tables     "one table.zip#lookup.csv"');
    expect((await run('inspect', 'one table.zip#lookup.csv')).stdout).not.toContain('tables');
  });

  it('and none of a plain file', async () => {
    expect((await run('inspect', 'icbs.geojson')).stdout).not.toContain('tables');
    expect((await run('inspect', 'package.gpkg')).stdout).not.toContain('tables');
  });

  it('in JSON by their names alone', async () => {
    const { stdout } = await run('inspect', '--json', 'two tables.zip');
    const { files } = JSON.parse(stdout) as { files: { tables: string[] }[] };
    expect(files[0]!.tables).toEqual(['a 1.csv', 'in/b.csv']);
    expect(stdout).not.toContain(folder.path);
  });
});
