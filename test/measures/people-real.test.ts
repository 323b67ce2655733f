/**
 * People on real layers, against figures made from lookups without any geometry.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../cli/run-command.js';
import { haveRealData, realData } from '../real-data.js';

type Row = Record<string, string>;
const table = (text: string): Row[] => parse<Row>(text, { columns: true });
const real = haveRealData ? describe : describe.skip;

const icb24 = realData('lookups/lookup_lsoa21_icb24.csv.gz');
const ltla24 = realData('lookups/lookup_lsoa21_ward24_ltla24.csv.gz');
const cauth25 = realData('lookups/lookup_lad25_cauth25_derived.csv');
const residents = realData('people/census21_residents_lsoa21.csv');

async function overlapRows(args: readonly string[]): Promise<Row[]> {
  const { code, stdout, stderr } = await runCommand(['overlap', ...args, '--format', 'csv']);
  expect(code, stderr).toBe(0);
  return table(stdout);
}

const pairs = (rows: readonly Row[], a: string, b: string): Map<string, string> =>
  new Map(
    rows
      .filter((row) => row['relation'] !== 'outside')
      .map((row) => [`${row[a]} ${row[b]}`, `${row['people_blocks']} ${row['people']}`]),
  );

const oracle = (file: string, b: string): Map<string, string> =>
  new Map(
    table(readFileSync(realData(`expected/${file}`), 'utf8')).map((row) => [
      `${row['ICB24CD']} ${row[b]}`,
      `${row['lsoa21_count']} ${row['census2021_residents']}`,
    ]),
  );

real('people by lookup', () => {
  test('LSOA to ICB and LSOA to council give every pair of the oracle, to the LSOA and the person', async () => {
    const rows = await overlapRows([
      `${icb24}:lsoa21_code:icb24_code`,
      `${ltla24}:lsoa21_code:ltla24_code`,
      '--people',
      residents,
    ]);
    const found = pairs(rows, 'icb_code', 'ltla_code');
    expect(found.size).toBe(310);
    expect(found).toEqual(oracle('oracle_icb24_lad24.csv', 'LAD24CD'));
    expect(rows.reduce((sum, row) => sum + Number(row['people']), 0)).toBe(56_490_108);
  });

  test('councils grouped to combined authorities, recoded on the way, give every pair of the oracle', async () => {
    const rows = await overlapRows([
      `${icb24}:lsoa21_code:icb24_code`,
      `${ltla24}:lsoa21_code:ltla24_code`,
      '--group',
      `cauth=ltla,${cauth25}:LAD25CD:CAUTH25CD`,
      '--people',
      residents,
    ]);
    expect(pairs(rows, 'icb_code', 'cauth_code')).toEqual(oracle('oracle_icb24_cauth25.csv', 'CAUTH25CD'));
  });
});

/** The councils shared between ICBs in 2024, and the share of each in its main one (Census 2021 residents). */
const SHARED: Readonly<Record<string, number>> = {
  'East Suffolk': 52.71,
  Waverley: 64.76,
  Hart: 74.97,
  'Westmorland and Furness': 75.85,
  'Surrey Heath': 84.02,
  'North Hertfordshire': 84.81,
  Guildford: 85.76,
  Runnymede: 86.57,
  'Vale of White Horse': 95.44,
  Cumberland: 96.88,
  Buckinghamshire: 98.74,
  'North Yorkshire': 90.75,
};

real('people shared by area', () => {
  test('the twelve shared councils come out as by lookup, nobody is lost, two measures reconcile', async () => {
    const { code, stdout, stderr } = await runCommand([
      'overlap',
      realData('bgc/ICB24_BGC_from_LSOA21.geojson'),
      realData('bgc/LAD25_BGC_UK_from_WD25.geojson.gz'),
      '--people',
      `residents=${residents}`,
      '--people',
      `core20=${realData('people/imd2025_england_lsoa21.csv.gz')}`,
      '--blocks',
      realData('bgc/LSOA21_BGC_EW.geojson.gz'),
      '--json',
    ]);
    expect(code, stderr).toBe(0);
    const result = JSON.parse(stdout) as {
      tables: { rows: Record<string, string | number | null>[] }[];
      reconciliation: {
        layer: string;
        quantity: string;
        total: number;
        difference: number;
        in_rows: number;
      }[];
    };
    const rows = result.tables[0]!.rows;
    const mainShare = new Map<string, number>();
    for (const row of rows) {
      if (row['relation'] === 'outside') continue;
      const name = String(row['ltla_name']);
      mainShare.set(name, Math.max(mainShare.get(name) ?? 0, Number(row['pct_of_ltla_residents'])));
    }
    for (const [name, share] of Object.entries(SHARED)) {
      expect(Math.abs(mainShare.get(name)! - share), name).toBeLessThan(0.5);
    }
    const city = rows.filter((row) => row['ltla_name'] === 'City of London' && Number(row['residents']) > 0);
    expect(city.map((row) => row['icb_ods'])).toEqual(['QMF']);
    for (const line of result.reconciliation)
      expect(Math.abs(line.difference), line.layer).toBeLessThan(0.01);
    const all = result.reconciliation.filter((line) => line.layer === 'all blocks');
    expect(all.map((line) => [line.quantity, line.total])).toEqual([
      ['residents', 59_597_576],
      ['core20', 11_414_127],
    ]);
  });
});
