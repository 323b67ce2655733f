/**
 * The embedded figures for England against the files they are made of: the script makes the committed bytes again, every
 * layer has the sums of its own lookup, and shapes of the old boundaries put the same people on either side.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../cli/run-command.js';
import { haveRealData, realData } from '../real-data.js';

type Row = Readonly<Record<string, string>>;
const read = (path: string): Buffer => readFileSync(realData(path));
const rowsOf = (bytes: Buffer): Row[] => parse(bytes, { columns: true, bom: true });
const lookup = (name: string): Row[] => rowsOf(gunzipSync(read(`lookups/lookup_${name}.csv.gz`)));

/** Sums by a key, of all that `amount` gives. */
function sums(
  rows: readonly Row[],
  key: (row: Row) => string,
  amount: (row: Row) => number,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) found.set(key(row), (found.get(key(row)) ?? 0) + amount(row));
  return found;
}

describe.skipIf(!haveRealData)('figures for England', () => {
  const atoms = rowsOf(readFileSync(resolve('data/england/atoms.csv')));
  const people = haveRealData
    ? new Map(
        rowsOf(read('people/census21_residents_lsoa21.csv')).map((row) => [
          row['lsoa21_code']!,
          Number(row['total_residents']),
        ]),
      )
    : new Map<string, number>();
  const ofAtoms = (heading: string, count: string): Map<string, number> =>
    sums(
      atoms,
      (row) => row[heading]!,
      (row) => Number(row[count]),
    );

  it('are made again by the script, byte for byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'england-'));
    try {
      execFileSync(process.execPath, ['scripts/england.mjs', folder], {
        env: { ...process.env, COTERMINOUS_DATA: realData('.') },
      });
      for (const name of ['atoms.csv', 'wards.csv'])
        expect(readFileSync(join(folder, name)).equals(readFileSync(`data/england/${name}`)), name).toBe(
          true,
        );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['icb24_code', 'icb_2024_code'],
    ['sicbl24_code', 'sicbl_2024_code'],
  ])('%s has the LSOAs and residents of the lookup', (column, heading) => {
    const rows = lookup('lsoa21_icb24');
    const key = (row: Row): string => row[column]!;
    expect(ofAtoms(heading, 'lsoas')).toEqual(sums(rows, key, () => 1));
    expect(ofAtoms(heading, 'people')).toEqual(sums(rows, key, (row) => people.get(row['lsoa21_code']!)!));
  });

  it.each([
    ['stp21_code', 'stp_2021_code', 'lsoa11_ccg21_stp21_ltla21'],
    ['ccg21_code', 'ccg_2021_code', 'lsoa11_ccg21_stp21_ltla21'],
    ['ltla21_code', 'ltla_2021_code', 'lsoa11_ccg21_stp21_ltla21'],
    ['icb22_code', 'icb_2022_code', 'lsoa11_sicbl22_icb22_ltla22'],
    ['sicbl22_code', 'sicbl_2022_code', 'lsoa11_sicbl22_icb22_ltla22'],
    ['ltla22_code', 'ltla_2021_code', 'lsoa11_sicbl22_icb22_ltla22'],
  ])(
    '%s has those of the lookup where an LSOA kept its code, and the others once',
    (column, heading, name) => {
      const kept = lookup(name).filter((row) => people.has(row['lsoa11_code']!));
      const known = sums(
        kept,
        (row) => row[column]!,
        (row) => people.get(row['lsoa11_code']!)!,
      );
      const all = ofAtoms(heading, 'people');
      expect([...all.keys()].sort()).toEqual([...new Set(lookup(name).map((row) => row[column]!))].sort());
      const more = [...all].map(([code, sum]) => sum - (known.get(code) ?? 0));
      expect(more.filter((difference) => difference < 0)).toEqual([]);
      expect(more.reduce((sum, difference) => sum + difference, 0)).toBe(3_160_962);
    },
  );

  it('put people on the side of an old boundary that its shape does', async () => {
    const { code, stdout, stderr } = await runCommand([
      'overlap',
      realData('bgc/STP21_BGC_from_LSOA11.geojson'),
      realData('bgc/ICB22_BGC_from_LSOA11.geojson'),
      ...['--people', realData('people/census21_residents_lsoa21.csv')],
      ...['--blocks', realData('bgc/LSOA21_BGC_EW.geojson.gz'), '--quiet'],
    ]);
    expect(code, stderr).toBe(0);
    const pair = (row: Row): string => `${row['stp_code']} ${row['icb_code']}`;
    const drawn = sums(rowsOf(Buffer.from(stdout)), pair, (row) => Number(row['people']));
    const placed = sums(
      atoms,
      (row) => `${row['stp_2021_code']} ${row['icb_2022_code']}`,
      (row) => Number(row['people']),
    );
    expect(placed.size).toBe(46);
    for (const [key, count] of placed) {
      // Shapes end at the coast of 2011: on it a few people of LSOAs of 2021 are in no shape; inland none are.
      expect(count - drawn.get(key)!, key).toBeGreaterThanOrEqual(-0.5);
      expect((count - drawn.get(key)!) / count, key).toBeLessThan(0.0015);
    }
  }, 120_000);
});
