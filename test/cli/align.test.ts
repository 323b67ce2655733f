/** `coterminous align` as a user meets it: England by lookup, the fictional region, and real boundaries. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell } from '../../src/result/table.js';
import { haveRealData, realData } from '../real-data.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';

interface Written {
  readonly summary: readonly string[];
  readonly tables: readonly { readonly name: string; readonly rows: readonly Record<string, Cell>[] }[];
  readonly shapes: readonly { readonly table: string; readonly geometry: { readonly type: string } }[];
  readonly inputs: readonly { readonly id: string; readonly role: string }[];
}

async function alignJson(...argv: string[]): Promise<Written> {
  const ran = await runCommand(['align', ...argv, '--json', '--quiet']);
  expect(ran.stderr).toBe('');
  expect(ran.code).toBe(0);
  return JSON.parse(ran.stdout) as Written;
}

const rowsOf = (result: Written, name: string): readonly Record<string, Cell>[] =>
  result.tables.find((table) => table.name === name)!.rows;

/** The row of a test. */
const testOf = (result: Written, test: string): Record<string, Cell> =>
  rowsOf(result, 'tests').find((row) => row['test'] === test)!;

const SPLIT_2024 = [
  'E06000060',
  'E06000063',
  'E06000064',
  'E06000065',
  'E07000089',
  'E07000099',
  'E07000180',
  'E07000209',
  'E07000212',
  'E07000214',
  'E07000216',
  'E07000244',
];

describe('England by lookup', () => {
  it('finds the 12 councils shared between ICBs in 2024, and 28 ICBs that share none', async () => {
    const result = await alignJson('england:icb', 'england:ltla');
    const shared = rowsOf(result, 'shared');
    expect(shared.map((row) => row['ltla_code']).sort()).toEqual(SPLIT_2024);
    expect(shared[0]).toMatchObject({
      ltla_name: 'East Suffolk',
      people_outside_main: 116361,
      area_ha: null,
    });
    expect(shared.reduce((sum, row) => sum + (row['people_outside_main'] as number), 0)).toBe(386898);
    const units = rowsOf(result, 'units');
    expect(units.filter((row) => row['areas_shared'] === 0)).toHaveLength(28);
    expect(units.filter((row) => row['share_in_whole_areas'] === 1)).toHaveLength(28);
    expect(testOf(result, 'P1')).toMatchObject({ tested: 296, met: 284, not_met: 12 });
    expect(result.tables.map(({ name }) => name)).toEqual(['shared', 'parts', 'units', 'metrics', 'tests']);
    expect(result.summary.join(' ')).toContain('From lookups only');
    expect(result.shapes).toEqual([]);
  });

  it('finds the 10 of the upper tier, Essex first', async () => {
    const result = await alignJson('england:icb', 'england:utla');
    expect(testOf(result, 'P1')).toMatchObject({ tested: 153, not_met: 10 });
    expect(String(testOf(result, 'P1')['codes_not_met']).split(';')[0]).toBe('E10000012');
    const outside = rowsOf(result, 'shared').reduce(
      (sum, row) => sum + (row['people_outside_main'] as number),
      0,
    );
    expect(outside).toBe(1258478);
  });

  it.each(['ltla', 'utla'])('finds 5 since April 2026 in %s, 133,486 people outside', async (tier) => {
    const shared = rowsOf(await alignJson('england:icb@2026', `england:${tier}`), 'shared');
    expect(shared).toHaveLength(5);
    expect(shared.reduce((sum, row) => sum + (row['people_outside_main'] as number), 0)).toBe(133486);
  });

  it.each([
    ['2024', 'ltla', { E54000038: 'E06000066' }],
    ['2024', 'utla', { E54000013: 'E10000019', E54000038: 'E06000066', E54000043: 'E10000013' }],
    ['2024', 'cauth', { E54000057: 'E47000001', E54000061: 'E47000002' }],
    ['2026', 'ltla', { E54000038: 'E06000066' }],
    ['2026', 'utla', { E54000013: 'E10000019', E54000038: 'E06000066', E54000043: 'E10000013' }],
    ['2026', 'cauth', { E54000057: 'E47000001', E54000061: 'E47000002' }],
  ])('finds the ICBs of %s that are one area of %s, and no false one', async (year, layer, expected) => {
    const units = rowsOf(await alignJson(`england:icb@${year}`, `england:${layer}`), 'units');
    const same = units.filter((row) => row['class'] === 'coterminous');
    const codes = same.map((row) => Object.values(row)[0]);
    expect(Object.fromEntries(codes.map((code, i) => [code, same[i]!['match_code']]))).toEqual(expected);
    expect(units.filter((row) => row['match_code'] !== null)).toHaveLength(same.length);
  });

  it('finds six authorities over several ICBs with their shares, and the five answers of P2', async () => {
    const result = await alignJson('england:icb', 'england:cauth');
    expect(rowsOf(result, 'shared').map((row) => row['cauth_name'])).toEqual([
      'Greater London Authority',
      'West Midlands',
      'East Midlands',
      'Greater Lincolnshire',
      'West of England',
      'York and North Yorkshire',
    ]);
    const midlands = rowsOf(result, 'parts').filter((row) => row['cauth_name'] === 'East Midlands');
    expect(midlands.map((row) => [row['people'], row['pct_of_cauth_people']])).toEqual([
      [1055987, 47.9015],
      [1148510, 52.0985],
    ]);
    expect(testOf(result, 'P2')).toMatchObject({ tested: 22, met: 2, not_met: 20, not_applicable: 20 });
    expect(testOf(result, 'P2 union of whole')['met']).toBe(2);
    expect(testOf(result, 'P2 inside one')['not_met']).toBe(10);
    expect(testOf(result, 'P2 partly covered')['not_met']).toBe(8);
    expect(testOf(result, 'P2 cuts across')['not_met']).toBe(2);
    expect(testOf(result, 'P2 none there')['not_applicable']).toBe(20);
  });

  it('lists every metric with --table metrics, and the headline ones otherwise', async () => {
    const some = rowsOf(await alignJson('england:icb', 'england:ltla'), 'metrics');
    const all = await runCommand(['align', 'england:icb', 'england:ltla', '--table', 'metrics', '--quiet']);
    expect(some.map((row) => row['metric'])).toEqual([
      'outside_main',
      'share_outside_main',
      'share_in_whole_areas',
      'units_shared',
      'v_measure',
    ]);
    for (const metric of [
      'homogeneity',
      'adjusted_rand',
      'mapcurves_area',
      'square_root_entropy',
      'split_pairs',
    ])
      expect(all.stdout).toContain(`\r\n${metric},`);
  });

  it('says on one screen what there is to say, 80 columns wide', async () => {
    const ran = await runCommand(['align', 'england:icb', 'england:ltla', '--format', 'table']);
    const lines = ran.stdout.split('\n');
    expect(lines.every((line) => line.length <= 80)).toBe(true);
    expect(lines.indexOf('Councils split between ICBs')).toBeGreaterThan(4);
    expect(lines.indexOf('Councils split between ICBs')).toBeLessThan(10);
    const text = ran.stdout.replace(/\n +/g, ' ');
    expect(text).toContain('residents of the area, not the patients the ICB pays for');
  });

  it('aligns three layers two by two, the upper tier first in the tests', async () => {
    const result = await alignJson('england:icb', 'england:ltla', 'england:utla');
    expect(rowsOf(result, 'shared_icb_ltla')).toHaveLength(12);
    expect(rowsOf(result, 'shared_icb_utla')).toHaveLength(10);
    expect(
      rowsOf(result, 'tests')
        .map((row) => row['not_met'])
        .slice(0, 2),
    ).toEqual([10, 12]);
  });
});

describe('the fictional region', () => {
  const region = (file: string): string => join('data/region', file);
  const layers = [region('icb.geojson'), region('ltla.geojson')];
  const people = ['--people', `residents=${region('residents.csv')}`, '--blocks', region('blocks.geojson')];
  let folder: ReturnType<typeof makeFolder>;
  let ran: Ran;
  beforeAll(async () => {
    folder = makeFolder();
    const country = ['--neighbour', region('neighbour_country.geojson')];
    ran = await runCommand(['align', ...layers, ...people, ...country, '--bands', '-o', `${folder.path}/`]);
  });
  afterAll(() => folder.remove());

  const read = (file: string): string => readFileSync(join(folder.path, file), 'utf8');

  it('writes every table, the shapes and the whole', () => {
    expect(ran.code).toBe(0);
    const written = readdirSync(folder.path);
    for (const table of ['shared', 'parts', 'units', 'patches', 'border', 'stretches', 'metrics', 'tests'])
      expect(written).toContain(`align-${table}.csv`);
    for (const whole of ['align.json', 'align.geojson', 'align.md']) expect(written).toContain(whole);
  });

  it('has the people outside that its page lists, and the tongue of Skelmoor where nobody lives', () => {
    const [, ...rows] = read('align-shared.csv').trim().split('\r\n');
    expect(rows.map((row) => row.split(',')[1])).toEqual(['Brackenholt', 'Oxley Vale', 'Skelmoor']);
    expect(read('align-patches.csv')).toContain('E54900003,168.58,584.8,0.0');
    expect(read('align-shared.csv')).toContain('major (25 % and over)');
  });

  it('names the country beyond the border', () => {
    expect(read('align-border.csv')).toContain('W92900001,Gwennol,outer,35.121,35.121,0.000,0.000');
  });

  it('draws patches and stretches', () => {
    const { features } = JSON.parse(read('align.geojson')) as {
      features: { properties: { table: string }; geometry: { type: string } }[];
    };
    expect(features.map(({ properties, geometry }) => `${properties.table} ${geometry.type}`)).toEqual([
      ...Array.from({ length: 3 }, () => 'patches Polygon'),
      ...Array.from({ length: 3 }, () => 'stretches LineString'),
    ]);
  });

  it('gives the same bytes again', async () => {
    const [one, other] = await Promise.all(
      [0, 1].map(() => runCommand(['align', ...layers, ...people, '--json', '--quiet'])),
    );
    expect(one!.stdout).toBe(other!.stdout);
  });

  it('refuses bands that do not rise, with what it wants', async () => {
    const refused = await runCommand(['align', ...layers, '--bands', '10,2']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('2,10,25');
  });

  it('needs two layers', async () => {
    const refused = await runCommand(['align', layers[0]!]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('two layers or more');
  });
});

describe.skipIf(!haveRealData)('real boundaries', () => {
  const icb24 = realData('bgc/ICB24_BGC_from_LSOA21.geojson');
  const residents = ['--people', realData('people/census21_residents_lsoa21.csv')];
  const blocks = ['--blocks', realData('bgc/LSOA21_BGC_EW.geojson.gz')];
  const sum = (rows: readonly Record<string, Cell>[], heading: string): number =>
    rows.reduce((total, row) => total + (row[heading] as number), 0);
  /** Kilometres between ICBs (each in two rows), the share along a council border, and what deviates by council. */
  const borderOf = (result: Written) => {
    const between = rowsOf(result, 'border').filter((row) => row['edge'] === 'neighbour');
    const deviating = new Map<string, number>();
    for (const row of rowsOf(result, 'stretches')) {
      const name = row['ltla_name'] as string;
      deviating.set(name, (deviating.get(name) ?? 0) + (row['deviating_km'] as number));
    }
    const total = sum(between, 'border_km');
    return {
      km: total / 2,
      along: (100 * (total - sum(between, 'deviating_km'))) / total,
      exact: (100 * sum(between, 'exact_km')) / total,
      deviating,
    };
  };

  it('ICB 2023 and council 2024 at 200 m: the same 12 councils, 93.7 % of the border within tolerance', async () => {
    const result = await alignJson(
      realData('official/Integrated_Care_Boards_April_2023_EN_BSC.geojson'),
      realData('official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson'),
      ...residents,
      ...blocks,
    );
    expect(
      rowsOf(result, 'shared')
        .map((row) => row['ltla_code'])
        .sort(),
    ).toEqual(SPLIT_2024);
    expect(rowsOf(result, 'units').filter((row) => row['areas_shared'] === 0)).toHaveLength(28);
    expect(testOf(result, 'P1')).toMatchObject({ met: 284, not_met: 12, not_applicable: 65 });
    const border = borderOf(result);
    expect(border.along).toBeCloseTo(93.7, 1);
    expect(border.deviating.size).toBe(12);
  });

  it('ICB 2024 and council 2025 at 20 m, drawn apart: 358 km deviate, all in the 12; the lookup errs on one LSOA', async () => {
    const result = await alignJson(
      icb24,
      realData('bgc/LAD25_BGC_UK_from_WD25.geojson.gz'),
      ...residents,
      ...blocks,
      '--audit',
      `${realData('lookups/lookup_lsoa21_ward24_ltla24.csv.gz')}:lsoa21_code:ltla24_code`,
    );
    expect(
      rowsOf(result, 'shared')
        .map((row) => row['ltla_code'])
        .sort(),
    ).toEqual(SPLIT_2024);
    const border = borderOf(result);
    expect(border.km).toBeGreaterThan(5880);
    expect(border.km).toBeLessThan(5900);
    expect(border.along).toBeCloseTo(93.9, 1);
    expect(border.exact).toBeLessThan(0.1);
    expect(border.deviating.size).toBe(12);
    expect([...border.deviating.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(358, 0);
    expect(border.deviating.get('Westmorland and Furness')).toBeCloseTo(67, 0);
    expect(border.deviating.get('Hart')).toBeCloseTo(26, 0);
    expect(rowsOf(result, 'audit')).toMatchObject([
      { code: 'E01027305', lookup_code: 'E07000177', best_code: 'E06000062' },
    ]);
    expect(result.inputs.at(-1)).toMatchObject({ id: 'audit', role: 'lookup' });
    // As many as by lookup, less the small area that the lookup errs on; all but 100 of them are in the thirteen places
    // that anybody would name.
    expect(result.summary[1]).toBe('13 places hold 386,798 people (427,931 ha); 7 smaller pieces hold 100.');
    const matters = rowsOf(result, 'patches').map((row) => row['matters']);
    expect(matters).toEqual([...Array<boolean>(13).fill(true), ...Array<boolean>(7).fill(false)]);
  });

  it('ICB 2024 and council 2024 of the same linework: the same share, all of it exact', async () => {
    const border = borderOf(await alignJson(icb24, realData('bgc/LAD24_BGC_EW_from_LSOA21.geojson')));
    expect(border.along).toBeCloseTo(93.9, 1);
    expect(border.exact).toBeCloseTo(border.along, 2);
  });
});
