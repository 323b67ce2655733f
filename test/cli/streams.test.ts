/** What goes to standard output, to standard error and to files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import type { Result } from '../../src/result/result.js';

const region = resolve('data/region');
const LAYERS = [join(region, 'icb.geojson'), join(region, 'ltla.geojson')];
const PEOPLE = ['--people', join(region, 'residents.csv'), '--blocks', join(region, 'blocks.geojson')];
const HEADINGS = 'icb_code,icb_name,ltla_code,ltla_name,relation,cardinality,overlap_ha,';

const schema = JSON.parse(readFileSync('schema/result.schema.json', 'utf8')) as object;
const isResult = new Ajv({ allErrors: true }).compile(schema);
const expectResult = (text: string): void => {
  isResult(JSON.parse(text));
  expect(isResult.errors).toBeNull();
};

let folder: ReturnType<typeof makeFolder>;
beforeAll(() => (folder = makeFolder()));
afterAll(() => folder.remove());

const overlap = (...options: readonly string[]): Promise<Ran> =>
  runCommand(['overlap', ...LAYERS, ...options], { cwd: folder.path });

describe.concurrent('standard output and standard error', () => {
  it('a pipe gets CSV and nothing else; what there is to say goes beside it', async () => {
    const ran = await overlap();
    expect(ran.stdout.startsWith(HEADINGS)).toBe(true);
    expect(ran.stdout.split('\r\n').length).toBe(15 + 2);
    expect(ran.stderr).toContain('15 real overlaps');
    expect(ran.stderr).toContain('difference 0.00');
    expect(ran.stderr).not.toContain('\u001b');
    expect(ran.code).toBe(0);
  });

  it('--quiet says nothing at all', async () => {
    const ran = await overlap('--quiet');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout.startsWith(HEADINGS)).toBe(true);
  });

  it('--json gives a document that obeys the schema, with no path and no clock', async () => {
    const ran = await overlap('--json', '--quiet', ...PEOPLE);
    expectResult(ran.stdout);
    expect(ran.stdout).not.toContain(region);
    expect(ran.stdout).not.toContain(folder.path);
    expect(ran.stdout).not.toMatch(/20\d\d-\d\d-\d\d/);
    const { inputs } = JSON.parse(ran.stdout) as { inputs: { file: string; sha256: string }[] };
    expect(inputs.map(({ file }) => file)).toEqual([
      'icb.geojson',
      'ltla.geojson',
      'blocks.geojson',
      'residents.csv',
    ]);
    for (const { sha256 } of inputs) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('notes and records of a file name it without its folders', async () => {
    const lookup = join(region, 'lookup.csv');
    const ran = await runCommand([
      ...['overlap', `${lookup}:LSOA21CD:ICB24CD`, `${lookup}:LSOA21CD:LAD24CD`, '--json', '--quiet'],
    ]);
    expectResult(ran.stdout);
    expect(ran.stdout).not.toContain(region);
    const { notes, inputs } = JSON.parse(ran.stdout) as Result;
    expect(notes).toEqual(['lookup.csv: the lookup is best fit']);
    expect(inputs.map(({ reading }) => reading!.line.split(': ')[0])).toEqual(['lookup.csv', 'lookup.csv']);
  });

  it('--format chooses what a pipe gets', async () => {
    const [table, md, json] = await Promise.all(
      ['table', 'md', 'json'].map((format) => overlap('--format', format, '--quiet')),
    );
    expect(table!.stdout).toContain('──');
    expect(md!.stdout).toMatch(/^# ICBs and councils.*\n\n.*\n\n\*\*Three of 12 councils lie/);
    expectResult(json!.stdout);
  });

  it('--bom begins the CSV with a byte-order mark', async () => {
    expect((await overlap('--bom')).stdout.startsWith(`\uFEFF${HEADINGS}`)).toBe(true);
  });

  it('--table names the table', async () => {
    expect((await overlap('--table', 'overlap')).stdout).toBe((await overlap()).stdout);
  });

  it('--sensitivity prints how the count depends on the tolerance', async () => {
    expect((await overlap('--sensitivity')).stderr).toMatch(/400 m +15 material +0 slivers/);
  });

  it('the same command twice gives the same bytes', async () => {
    const [first, second] = await Promise.all([overlap('--json', ...PEOPLE), overlap('--json', ...PEOPLE)]);
    expect(first).toEqual(second);
  });
});

describe.concurrent('files', () => {
  it('-o writes each format by its ending, a CSV with its metadata beside it, and standard output stays empty', async () => {
    const { path, remove } = makeFolder();
    const ran = await runCommand(['overlap', ...LAYERS, '-o', 'x.csv', '-o', 'x.json', '-o', 'x.md'], {
      cwd: path,
    });
    const text = (name: string): string => readFileSync(join(path, name), 'utf8');
    expect(readdirSync(path).sort()).toEqual(['x.csv', 'x.csv-metadata.json', 'x.json', 'x.md']);
    expect([ran.code, ran.stdout]).toEqual([0, '']);
    expect(ran.stderr).toContain('wrote x.csv (15 rows)');
    expect(text('x.csv')).toBe((await overlap()).stdout);
    expectResult(text('x.json'));
    expect(text('x.md')).toContain('| --- |');
    const beside = JSON.parse(text('x.csv-metadata.json')) as {
      url: string;
      tableSchema: { columns: { titles: string }[] };
    };
    expect(beside.url).toBe('x.csv');
    expect(beside.tableSchema.columns.map(({ titles }) => titles).join()).toBe(
      text('x.csv').split('\r\n')[0],
    );
    remove();
  });

  it('-o DIR/ makes the folder and writes every table and the whole result', async () => {
    const { path, remove } = makeFolder();
    const ran = await runCommand(['overlap', ...LAYERS, '-o', 'new/deep/'], { cwd: path });
    const written = readdirSync(join(path, 'new/deep')).sort();
    for (const name of [
      'overlap-overlap.csv',
      'overlap-overlap.csv-metadata.json',
      'overlap.json',
      'overlap.md',
    ]) {
      expect(written).toContain(name);
    }
    expect(written.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(ran.code).toBe(0);
    remove();
  });

  it('a second file that cannot take its place ends the command, with nothing half-written', async () => {
    const { path, remove } = makeFolder({ 'x.csv-metadata.json/in-the-way': '' });
    const ran = await runCommand(['overlap', ...LAYERS, '-o', 'x.csv', '--quiet'], { cwd: path });
    expect(ran.stderr).toMatch(/^error: x\.csv-metadata\.json: it cannot be written/);
    expect(ran.code).toBe(2);
    expect(readdirSync(path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    remove();
  });

  it('an output that is there already is replaced whole', async () => {
    const { path, remove } = makeFolder({ 'x.csv': 'old\n'.repeat(10_000) });
    await runCommand(['overlap', ...LAYERS, '-o', 'x.csv', '--quiet'], { cwd: path });
    expect(readFileSync(join(path, 'x.csv'), 'utf8')).toBe((await overlap()).stdout);
    remove();
  });
});
