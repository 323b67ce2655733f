/**
 * ICBs of 2023 in every format against councils of 2024: the same overlap table whatever the file.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { haveRealData, realData } from '../real-data.js';
import { makeFolder, runCommand } from './run-command.js';

type Row = Readonly<Record<string, string>>;
const councils = realData('official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson');
const REAL = ['coterminous', 'within', 'contains', 'partial'];

describe.skipIf(!haveRealData)('ICBs 2023 against councils 2024, both at 200 m', () => {
  const folder = makeFolder();
  afterAll(() => folder.remove());
  let official = '';

  async function tableOf(path: string): Promise<string> {
    const ran = await runCommand(['overlap', realData(path), councils, '--quiet', '-o', 'table.csv'], {
      cwd: folder.path,
    });
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(0);
    return readFileSync(join(folder.path, 'table.csv'), 'utf8');
  }
  const realPairs = (text: string): Map<string, Row> =>
    new Map(
      parse<Row>(text, { columns: true })
        .filter((row) => REAL.includes(row['relation']!))
        .map((row) => [`${row['icb_code']!} ${row['ltla_code']!}`, row]),
    );

  beforeAll(async () => {
    official = await tableOf('official/Integrated_Care_Boards_April_2023_EN_BSC.geojson');
  });

  it('has 309 real pairs in the official file', () => {
    expect(realPairs(official).size).toBe(309);
  });

  it.each([
    'Integrated_Care_Boards_April_2023_EN_BSC.fgb',
    'Integrated_Care_Boards_April_2023_EN_BSC.geojsonl',
  ])('%s, in degrees: the same bytes', async (path) => {
    expect(await tableOf(`formats/${path}`)).toBe(official);
  });

  it.each([
    'Integrated_Care_Boards_April_2023_EN_BSC.zip',
    'Integrated_Care_Boards_April_2023_EN_BSC_BNG.geojson',
    'Integrated_Care_Boards_April_2023_EN_BSC_BNG_no_crs.geojson',
    'boundaries_2023_2024_BSC.gpkg#ICB23',
  ])('%s, in British National Grid: 309 real pairs, shares within 0.05 percentage points', async (path) => {
    const expected = realPairs(official);
    const found = realPairs(await tableOf(`formats/${path}`));
    expect([...found.keys()]).toEqual([...expected.keys()]);
    for (const [pair, row] of expected) {
      for (const share of ['pct_of_icb_area', 'pct_of_ltla_area']) {
        expect(Math.abs(Number(row[share]) - Number(found.get(pair)![share]))).toBeLessThan(0.05);
      }
    }
  });
});
