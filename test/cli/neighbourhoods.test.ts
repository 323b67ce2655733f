/** `coterminous suggest neighbourhoods` on the embedded region, on islands, on what can be wrong, and on real councils. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../src/read/table/csv.js';
import type { Result } from '../../src/result/result.js';
import { haveRealData, realData } from '../real-data.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { collection, feature, polygon, square, type Position } from './small-files.js';

const region = (file: string): string => join(resolve('data/region'), file);

/** A strip of blocks, an island of one, and blocks that meet in a corner alone. */
const block = (code: string, ring: readonly Position[]): object =>
  feature({ LSOA21CD: code, LSOA21NM: code }, polygon(ring));
const at = (n: number): string => `E0100000${n}`;
const STRIP = [1, 2, 3, 4].map((n) => block(at(n), square(-1 + 0.01 * n, 52, 0.01)));
const folder = makeFolder({
  'strip.geojson': collection([...STRIP, block(at(5), square(-0.9, 52, 0.01))]),
  // 1 and 2 meet in a point; 3 borders on both.
  'corner.geojson': collection([
    block(at(1), square(-1, 52, 0.01)),
    block(at(2), square(-0.99, 52.01, 0.01)),
    block(at(3), square(-0.99, 52, 0.01)),
  ]),
  'people.csv': `LSOA21CD,Total\n${[1, 2, 3, 4, 5].map((n) => `${at(n)},${n === 5 ? 300 : 1000}`).join('\n')}\n`,
  'three.csv': `LSOA21CD,Total\n${[1, 2, 3].map((n) => `${at(n)},1000`).join('\n')}\n`,
  'lookup.csv': `LSOA21CD,LAD24CD,LAD24NM,WD24CD\n${[1, 2, 3, 4, 5]
    .map((n) => `${at(n)},E07000001,Elm,E0500000${n < 3 ? 1 : 2}`)
    .join('\n')}\n`,
});
afterAll(() => folder.remove());

const build = (...options: readonly string[]): Promise<Ran> =>
  runCommand(['suggest', 'neighbourhoods', ...options], { cwd: folder.path });

/** Rows of a CSV by heading. */
function rowsOf(text: string): Record<string, string>[] {
  const table = readCsv(new TextEncoder().encode(text), 'out.csv');
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.headings.map((heading, column) => [heading, table.text(column, row)])),
  );
}

const resultOf = (file: string): Result =>
  JSON.parse(readFileSync(join(folder.path, file), 'utf8')) as Result;
const tableOf = (result: Result, name: string): Record<string, unknown>[] => {
  // A saved table has its rows by heading.
  const table = result.tables.find((each) => each.name === name)!;
  return table.rows as unknown as Record<string, unknown>[];
};

const LOOKUP = ['--within', 'lookup.csv:LSOA21CD:LAD24CD', '--keep', 'lookup.csv:LSOA21CD:WD24CD'];

describe.concurrent('the region', () => {
  const REGION = [
    ...['--blocks', region('blocks.geojson'), '--people', `residents=${region('residents.csv')}`],
    ...[
      '--within',
      `${region('lookup.csv')}:LSOA21CD:LAD24CD`,
      '--keep',
      `${region('lookup.csv')}:LSOA21CD:WD24CD`,
    ],
    ...['--size', '20000:40000', '--effort', '3000', '--quiet'],
  ];

  it(
    'has every block in one neighbourhood, contiguous, inside the band or told why',
    { timeout: 120_000 },
    async () => {
      const { code, stderr } = await build(
        ...REGION,
        ...['-o', 'region.json', '-o', 'region.geojson', '--save-lookup', 'region-lookup.csv'],
      );
      expect(code, stderr).toBe(0);
      const result = resultOf('region.json');
      const residents = rowsOf(readFileSync(region('residents.csv'), 'utf8'));
      const lookup = rowsOf(readFileSync(join(folder.path, 'region-lookup.csv'), 'utf8'));
      expect(new Set(lookup.map((row) => row['LSOA21CD'])).size).toBe(residents.length);
      const sums = new Map<string, number>();
      for (const row of lookup)
        sums.set(
          row['neighbourhood_code']!,
          (sums.get(row['neighbourhood_code']!) ?? 0) + Number(row['residents']),
        );
      for (const row of tableOf(result, 'neighbourhoods')) {
        expect(row['residents']).toBe(sums.get(row['neighbourhood_code'] as string));
        const size = row['residents'] as number;
        expect(row['in_band']).toBe(size >= 20_000 && size <= 40_000);
        expect(row['why'] !== null).toBe(row['in_band'] === false);
      }
      const parents = tableOf(result, 'parents');
      // Pellow has fewer people than one neighbourhood should have.
      expect(parents.filter((row) => row['why'] !== null).map((row) => row['ltla_name'])).toEqual(['Pellow']);
      for (const row of parents) {
        const [split, least] = [row['residents_split_of_ward'], row['split_at_least']] as [
          number,
          number | null,
        ];
        if (least !== null) expect(least).toBeLessThanOrEqual(split);
        if (row['border_at_least_km'] !== null)
          expect(row['border_at_least_km']).toBeLessThanOrEqual((row['inner_border_km'] as number) + 1e-9);
      }
      expect(parents.filter((row) => row['proof'] === 'optimal').length).toBeGreaterThanOrEqual(6);
    },
  );

  it(
    'is the same for the same seed, and one council the same alone as with others',
    { timeout: 120_000 },
    async () => {
      const words = [...REGION, '--table', 'blocks', '--format', 'csv', '--only'];
      const [once, again, alone] = await Promise.all([
        build(...words, 'Skelmoor,Fenmarch'),
        build(...words, 'Skelmoor,Fenmarch'),
        build(...words, 'Skelmoor'),
      ]);
      expect(again.stdout).toBe(once.stdout);
      expect(rowsOf(once.stdout).filter((row) => row['ltla_name'] === 'Skelmoor')).toEqual(
        rowsOf(alone.stdout),
      );
    },
  );

  it('opens in coverage: everybody is in one', { timeout: 120_000 }, async () => {
    const people = ['--people', region('residents.csv'), '--blocks', region('blocks.geojson')];
    await build(...REGION, '--only', 'Gannet Coast', '-o', 'gannet.geojson');
    const { stdout } = await runCommand(
      ['coverage', 'gannet.geojson', '--within', region('ltla.geojson'), ...people].concat([
        ...['--only', 'Gannet Coast', '--table', 'parents', '--format', 'csv'],
      ]),
      { cwd: folder.path },
    );
    const [row] = rowsOf(stdout);
    expect(Number(row!['people'])).toBe(78_271);
    expect(Number(row!['covered_people'])).toBe(78_271);
    expect(Number(row!['double_people'])).toBe(0);
  });
});

describe('small files', { timeout: 120_000 }, () => {
  const STRIPS = ['--blocks', 'strip.geojson', '--people', 'people.csv', ...LOOKUP];

  it('an island with too few people is linked to the nearest block, and it is said', async () => {
    const { stdout, stderr } = await build(...STRIPS, '--size', '2000:2300', '--format', 'csv');
    expect(rowsOf(stdout).map((row) => [row['people'], row['parts'], row['ward_parts']])).toEqual([
      ['2000', '1', '0'],
      ['2300', '2', '0'],
    ]);
    expect(stderr).toContain(
      '1 part of a council with too few people touches no other: it is linked to the nearest block.',
    );
  });

  it('an island with enough people is a neighbourhood by itself', async () => {
    const { stdout } = await build(...STRIPS, '--size', '300:4000', '--format', 'csv');
    expect(rowsOf(stdout).map((row) => [row['people'], row['parts']])).toEqual([
      ['4000', '1'],
      ['300', '1'],
    ]);
  });

  it('the band includes its ends, and one person outside is told', async () => {
    const bands = ['2000:2300', '2001:2300', '2000:2299'];
    const inBand = await Promise.all(
      bands.map(async (size) =>
        rowsOf((await build(...STRIPS, '--size', size, '--number', '2', '--format', 'csv')).stdout).map(
          (row) => row['in_band'],
        ),
      ),
    );
    expect(inBand[0]).toEqual(['true', 'true']);
    expect(inBand[1]).toContain('false');
    expect(inBand[2]).toContain('false');
  });

  it('blocks that meet in a point are no neighbours', async () => {
    const corner = [
      '--blocks',
      'corner.geojson',
      '--people',
      'three.csv',
      '--within',
      'lookup.csv:LSOA21CD:LAD24CD',
    ];
    const { stdout } = await build(
      ...corner,
      '--size',
      '1000:2000',
      '--number',
      '2',
      '--table',
      'blocks',
      '--format',
      'csv',
    );
    const of = new Map(rowsOf(stdout).map((row) => [row['LSOA21CD'], row['neighbourhood_code']]));
    expect(of.get(at(1))).not.toBe(of.get(at(2)));
  });

  it.each([
    [['--size', '3000:2000'], '--size'],
    [['--size', '30000'], '--size'],
    [['--size', '0:5'], '--size'],
    [['--size', '1000:2000', '--number', '1.5'], '--number'],
    [['--size', '1000:2000', '--effort', '0'], '--effort'],
    [['--size', '1000:2000', '--only', 'Nowhere'], 'has no unit of that code or name'],
    [['--size', '1000:2000', '--disclosure', 'nhs'], 'no use for --disclosure'],
  ])('%j is refused', async (options, told) => {
    const { code, stderr } = await build(...STRIPS, ...options);
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
  });

  it('says what is missing', async () => {
    const { code, stderr } = await build(...LOOKUP, '--size', '1:2', '--people', 'people.csv');
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('Give the shapes of the small areas with --blocks'),
    ]);
  });
});

describe.runIf(haveRealData)('real councils', () => {
  const lookup = realData('lookups/lookup_lsoa21_ward24_ltla24.csv.gz');
  const REAL = [
    ...['--blocks', realData('bgc/LSOA21_BGC_EW.geojson.gz')],
    ...['--people', realData('people/census21_residents_lsoa21.csv')],
    ...['--within', `${lookup}:lsoa21_code:ltla24_code`, '--keep', `${lookup}:lsoa21_code:ward24_code`],
    '--quiet',
  ];
  const cases = [
    // council, number, band, drawn localities, people split and kilometres at most, proof
    ['Trafford', '4', '45289:79793', 'Trafford_localities_2023.geojson', 0, 28.89, 'optimal'],
    ['Trafford', '6', '30000:50000', null, 0, 42.98, 'optimal'],
    ['Trafford', '5', '30000:50000', null, 1498, 55.1, 'fewest split'],
    ['Birmingham', '5', '202156:255695', 'BSol_localities_2024_BNG.geojson', 0, 49.91, 'fewest split'],
    ['Birmingham', '28', '30000:50000', null, 0, 223.05, 'optimal'],
    ['Birmingham', '24', '30000:50000', null, 35_638, 260, 'bound'],
  ] as const;

  it.each(cases)(
    '%s, %s of %s',
    { timeout: 300_000 },
    async (council, number, size, drawn, split, border, proof) => {
      const file = `${council}-${number}.json`;
      const compare =
        drawn === null ? [] : ['--compare-with', `drawn=${realData(`neighbourhoods/${drawn}`)}`];
      const words = [...REAL, '--only', council, '--number', number, '--size', size, ...compare, '-o', file];
      const { code, stderr } = await build(...words);
      expect(code, stderr).toBe(0);
      const result = resultOf(file);
      const [parent] = tableOf(result, 'parents');
      expect(parent).toMatchObject({ neighbourhoods: Number(number), out_of_band: 0, proof });
      expect(parent!['people_split_of_ward']).toBeLessThanOrEqual(split);
      expect(parent!['inner_border_km']).toBeLessThanOrEqual(border);
      expect(tableOf(result, 'neighbourhoods').map((row) => row['parts'])).toEqual(
        Array(Number(number)).fill(1),
      );
      if (drawn === null) return;
      const [built, old] = tableOf(result, 'compared');
      expect(built!['people_split_of_ward']).toBeLessThanOrEqual(old!['people_split_of_ward'] as number);
      expect(built!['inner_border_km']).toBeLessThan(old!['inner_border_km'] as number);
    },
  );
});
