/** Places of many kinds, on real files: what `partners` says of each is what the published lookups say. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/read/table/csv.js';
import { haveRealData, realData } from '../real-data.js';
import { runCommand } from './run-command.js';

type Row = Readonly<Record<string, string>>;

function parsed(text: string | Uint8Array): Row[] {
  const table = readCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'table.csv');
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.headings.map((name, column) => [name, table.text(column, row)])),
  );
}

function rowsOf(path: string): Row[] {
  const bytes = readFileSync(path);
  return parsed(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

const distinct = (texts: readonly (string | undefined)[]): string[] => [...new Set(texts)].map(String).sort();

describe.skipIf(!haveRealData)('partners of places of many kinds', () => {
  const wards = realData('lookups/lookup_lsoa21_ward24_ltla24.csv.gz');
  const boards = realData('lookups/lookup_lsoa21_icb24.csv.gz');
  const lookup = ['--lookup', wards, '--lookup', boards];
  const postcodes = ['--postcodes', realData('people/codepoint_england.csv.gz'), '--lookup', wards];

  /** Every LSOA with its ward, council, board and the units of the council. */
  const lsoas = (): Row[] => {
    const councils = new Map(rowsOf(wards).map((row) => [row['lsoa21_code'], row]));
    const upper = new Map(
      rowsOf('data/england/atoms.csv').map((row) => [row['ltla_code'], row['utla_code']!]),
    );
    const strategic = new Map(
      rowsOf(realData('lookups/lookup_lad25_cauth25_derived.csv')).map((row) => [
        row['LAD25CD'],
        row['CAUTH25NM']!,
      ]),
    );
    return rowsOf(boards).map((row) => {
      const council =
        row['lsoa21_code'] === 'E01027305'
          ? { ltla24_code: 'E06000062', ltla24_name: 'West Northamptonshire' }
          : councils.get(row['lsoa21_code'])!;
      return {
        ...row,
        ...council,
        utla: upper.get(council['ltla24_code']) ?? '',
        cauth: strategic.get(council['ltla24_code']) ?? '',
      };
    });
  };

  it.each<[what: string, words: string[], of: (row: Row) => boolean, check: ('icb' | 'ltla' | 'utla')[]]>([
    [
      'postcode',
      ['AL1 1AG', ...postcodes],
      (row) => row['ltla24_name'] === 'St Albans',
      ['icb', 'ltla', 'utla'],
    ],
    [
      'postcode in no case and without its blank',
      ['al11ag', ...postcodes],
      (row) => row['ltla24_name'] === 'St Albans',
      ['icb', 'ltla', 'utla'],
    ],
    [
      'LSOA by code',
      ['E01012392', ...lookup],
      (row) => row['lsoa21_code'] === 'E01012392',
      ['icb', 'ltla', 'utla'],
    ],
    [
      'LSOA by name',
      ['Halton 001A', ...lookup],
      (row) => row['lsoa21_name'] === 'Halton 001A',
      ['icb', 'ltla', 'utla'],
    ],
    [
      'LSOA of a council in two boards',
      ['Hart 001A', ...lookup],
      (row) => row['lsoa21_name'] === 'Hart 001A',
      ['icb', 'ltla', 'utla'],
    ],
    [
      'MSOA by name',
      ['Hart 001', ...lookup],
      (row) => /^Hart 001[A-Z]$/.test(row['lsoa21_name']!),
      ['icb', 'ltla', 'utla'],
    ],
    [
      'ward by name',
      ['Ladgate', ...lookup],
      (row) => row['ward24_name'] === 'Ladgate',
      ['icb', 'ltla', 'utla'],
    ],
    [
      'ward by code',
      ['E05009861', ...lookup],
      (row) => row['ward24_code'] === 'E05009861',
      ['icb', 'ltla', 'utla'],
    ],
    ['council', ['Hart'], (row) => row['ltla24_name'] === 'Hart', ['icb', 'utla']],
    ['county', ['Essex County Council'], (row) => row['utla'] === 'E10000012', ['icb', 'ltla']],
    ['board by ODS code', ['QNQ'], (row) => row['icb24_code_nhs'] === 'QNQ', ['ltla', 'utla']],
    [
      'combined authority',
      ['cauth:Tees Valley'],
      (row) => row['cauth'] === 'Tees Valley',
      ['icb', 'ltla', 'utla'],
    ],
    [
      'council that is no more',
      ['Harrogate'],
      (row) => row['ltla24_name'] === 'North Yorkshire',
      ['icb', 'utla'],
    ],
  ])(
    '%s',
    async (_, words, of, check) => {
      const { code, stdout, stderr } = await runCommand(['partners', ...words]);
      expect(code, stderr).toBe(0);
      const told = parsed(stdout);
      const own = lsoas().filter(of);
      expect(own.length).toBeGreaterThan(0);
      const fields = {
        icb: ['icb_2024', 'icb24_code'],
        ltla: ['ltla', 'ltla24_code'],
        utla: ['utla', 'utla'],
      } as const;
      for (const kind of check) {
        const [layer, field] = fields[kind];
        expect(
          distinct(told.filter((row) => row['layer'] === layer).map((row) => row['code'])),
          kind,
        ).toEqual(distinct(own.map((row) => row[field])));
      }
    },
    60_000,
  );

  it('STP that is no more', async () => {
    const { stderr } = await runCommand(['partners', 'Cumbria and North East']);
    expect(stderr).toContain(
      'Cumbria and North East (STP, 2021, E54000050) is no more: its area is in NHS North East and North Cumbria',
    );
  });

  it('has every council at once, which add up to England', async () => {
    const { code, stdout, stderr } = await runCommand(['partners', '--all', 'council']);
    expect(code, stderr).toBe(0);
    const told = parsed(stdout);
    const sum = (rows: readonly Row[]): number =>
      rows.reduce((total, row) => total + Number(row['people']), 0);
    expect(distinct(told.map((row) => row['place_code']))).toHaveLength(296);
    for (const layer of ['icb_2024', 'icb_2026', 'utla', 'region', 'pfa', 'fra'])
      expect(sum(told.filter((row) => row['layer'] === layer)), layer).toBe(56_490_108);
    const people = new Map(
      rowsOf(realData('people/census21_residents_lsoa21.csv')).map((row) => [
        row['lsoa21_code'],
        Number(row['total_residents']),
      ]),
    );
    const outside = lsoas().filter((row) => row['ltla24_name'] === 'Hart' && row['icb24_code_nhs'] !== 'QNQ');
    const hart = told.find((row) => row['place_name'] === 'Hart' && row['code'] === 'E54000042');
    expect(Number(hart!['people'])).toBe(
      outside.reduce((total, row) => total + people.get(row['lsoa21_code'])!, 0),
    );
    expect(stderr).toContain(
      '12 of 296 councils deal with more than one ICB: 386,898 people live outside the main one.',
    );
  });
});
