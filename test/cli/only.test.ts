/** `--only`: rows, totals, page and map of some units, every cell as the whole has it. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseResult } from '../../src/result/parse-result.js';
import type { MapRecord } from '../../src/result/map-record.js';
import type { Result } from '../../src/result/result.js';
import { exampleFiles } from './example-files.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';

const folder = makeFolder({
  ...exampleFiles(),
  'only.yaml': `layers: { icb: icbs.geojson, ltla: councils.geojson }
only: Oak
reports:
  shared: { command: align, layers: [icb, ltla] }
  all: { command: overlap, layers: [icb, ltla], only: [Elm, E06000002] }
`,
});
afterAll(() => folder.remove());
const run = (...argv: string[]): Promise<Ran> => runCommand(argv, { cwd: folder.path });
const region = (name: string): string => resolve('data/region', `${name}.geojson`);
const PEOPLE = ['--people', resolve('data/region/residents.csv'), '--blocks', region('blocks')];

async function resultOf(...argv: string[]): Promise<Result> {
  const { code, stderr } = await run(...argv, '-o', 'r.json', '--quiet');
  expect(code, stderr).toBe(0);
  return parseResult(readFileSync(join(folder.path, 'r.json'), 'utf8'));
}

const LINES: readonly (readonly string[])[] = [
  ['overlap', region('icb'), region('ltla'), ...PEOPLE],
  ['overlap', region('icb'), region('ltla'), region('utla'), ...PEOPLE],
  ['align', region('icb'), region('ltla'), ...PEOPLE],
  ['coverage', region('neighbourhoods'), '--within', region('ltla'), ...PEOPLE],
  ['compare', region('icb_older'), region('icb'), '--against', region('ltla'), ...PEOPLE],
];

describe.each(LINES)('%s %s %s', { timeout: 30_000 }, (...line) => {
  const name = line[0] === 'compare' ? 'NHS Calder, Staithe and Gannet ICB' : 'ltla=Oxley Vale';
  const code = line[0] === 'compare' ? 'E54900002' : 'E07900006';
  /** Its code in the earlier vintage. */
  const before = line[0] === 'compare' ? 'E54900013' : code;
  let [whole, part]: Result[] = [];
  beforeAll(async () => {
    whole = await resultOf(...line);
    part = await resultOf(...line, '--only', name);
  }, 30_000);

  test('has the rows of the whole, those of the unit alone, and adds up', () => {
    for (const [t, table] of part!.tables.entries()) {
      const all = whole!.tables[t]!.rows.map((row) => JSON.stringify(row));
      const own = table.rows.map((row) => JSON.stringify(row));
      expect(
        own.every((row) => all.includes(row)),
        table.name,
      ).toBe(true);
      const codes = table.columns.flatMap(({ kind, about }, at) =>
        about.role === 'unit' && kind === 'code' && (about.layer === 'ltla' || line[0] === 'compare')
          ? [at]
          : [],
      );
      // Every row of the unit is there, and no other where the table has a column of such units.
      if (codes.length > 0) {
        const isOf = (row: readonly unknown[]): boolean =>
          codes.some((at) => row[at] === code || row[at] === before);
        expect(own).toEqual(whole!.tables[t]!.rows.filter(isOf).map((row) => JSON.stringify(row)));
      }
    }
    expect(part!.tables[0]!.rows.length).toBeGreaterThan(0);
    expect(part!.tables[0]!.rows.length).toBeLessThan(whole!.tables[0]!.rows.length);
    expect(part!.reconciliation.length).toBeGreaterThan(0);
    for (const entry of part!.reconciliation) {
      expect(entry.layer).toMatch(/, 1 of \d+ units$/);
      expect(Math.abs(entry.difference)).toBeLessThan(0.01);
    }
    expect(part!.tolerances).toEqual(whole!.tolerances);
    // The finding comes first, then one sentence on what is shown, and one at most of all units.
    expect(part!.summary[0]).not.toMatch(/^Only|^Of all units/);
    expect(part!.summary[1]).toMatch(
      /^Only .+ of \d+ \S.*: \d+ of \d+ rows of '\w+', judged on all units\.$/,
    );
    expect(part!.summary.filter((sentence) => sentence.startsWith('Of all units'))).toHaveLength(1);
    expect(part!.summary.length).toBe(3);
  });

  test('its map has the unit and its partners, and no arc that nothing is drawn of', () => {
    const map = part!.map;
    const all = whole!.map!;
    const units = map!.layers.flatMap((layer) => layer.units);
    expect(units.map((unit) => unit.code)).toContain(code);
    expect(units.length).toBeLessThan(all.layers.flatMap((layer) => layer.units).length);
    const used = new Set(
      units.flatMap(({ polygons }) => polygons.flat(2).map((arc) => (arc < 0 ? ~arc : arc))),
    );
    expect([...used].sort((p, q) => p - q)).toEqual(map!.arcs.map((_, i) => i));
    // A unit is drawn of the same lines as before.
    const drawn = (of: MapRecord, wanted: string): unknown =>
      of.layers
        .flatMap((layer) => layer.units)
        .find((unit) => unit.code === wanted)!
        .polygons.map((rings) =>
          rings.map((ring) => ring.map((arc) => [arc < 0, of.arcs[arc < 0 ? ~arc : arc]])),
        );
    expect(drawn(map!, code)).toEqual(drawn(all, code));
  });
});

test('rows of people add up to the reconciliation', async () => {
  const { tables, reconciliation } = await resultOf(
    ...LINES[0]!,
    '--only',
    'Oxley Vale',
    '--only',
    'Skelmoor',
  );
  const at = tables[0]!.columns.findIndex(({ heading }) => heading === 'people');
  const sum = tables[0]!.rows.reduce((total, row) => total + Number(row[at]), 0);
  expect(reconciliation.find(({ quantity }) => quantity === 'people')).toMatchObject({
    layer: 'ltla, 2 of 12 units',
    in_rows: sum,
    total: sum,
    difference: 0,
  });
});

test('a finding of the unit is shown, others are not', async () => {
  const args = ['check', region('icb'), region('ltla'), '--only', 'Skelmoor'];
  const { findings } = await resultOf(...args);
  expect(findings.filter(({ code }) => code !== '' && code !== 'E07900008')).toEqual([]);
});

describe('words', () => {
  const overlap = (...words: string[]): Promise<Ran> =>
    run(
      'overlap',
      'england:icb',
      'england:utla',
      '--format',
      'csv',
      '--quiet',
      ...words.flatMap((word) => ['--only', word]),
    );

  test('names in any style, codes, a layer before them', async () => {
    const wanted = (await overlap('E10000012')).stdout;
    expect(wanted.trim().split('\n')).toHaveLength(4);
    for (const word of ['Essex County Council', 'essex', 'utla=Essex', 'county:Essex', 'UTLA=E10000012'])
      expect((await overlap(word)).stdout, word).toBe(wanted);
    const two = (await overlap('Essex', 'Kent')).stdout.trim().split('\n');
    expect(two.length).toBe(5);
  });

  test.each([
    ['Essx', 'Did you mean Essex'],
    ['Dorset', 'say which layer'],
    ['Shire', 'several places have that in their name'],
    ['cauth=Essex', 'no place has that name'],
  ])('%s is refused', async (word, said) => {
    const { code, stderr } = await overlap(word);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe('in a config', () => {
  test('the whole file, or a report, is narrowed; a word of the command line goes before', async () => {
    const whole = await run('report', 'only.yaml', '--quiet', '--format', 'json');
    const tables = parseResult(whole.stdout).tables;
    expect(tables.find(({ name }) => name === 'shared')!.rows.map((row) => row[1])).toEqual(['Oak']);
    expect(tables.find(({ name }) => name === 'overlap')!.rows.map((row) => row[3])).toEqual(['Elm', 'Fir']);
    const given = await run(
      'report',
      'only.yaml',
      '--only',
      'all',
      '--only',
      'Yew',
      '--quiet',
      '--format',
      'csv',
    );
    expect(
      given.stdout
        .trim()
        .split('\n')
        .map((line) => line.split(',')[3]),
    ).toEqual(['ltla_name', 'Yew']);
  });

  test('a word that is neither a report nor a unit is told both', async () => {
    const { code, stderr } = await run('report', 'only.yaml', '--only', 'shard');
    expect([code, stderr]).toEqual([2, expect.stringContaining("Did you mean 'shared'?")]);
  });
});
