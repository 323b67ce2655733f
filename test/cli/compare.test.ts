/** `coterminous compare` on real files: what moved in July 2022, and a redrawing that moved nobody. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { haveRealData, realData } from '../real-data.js';
import { runCommand } from './run-command.js';

const records = (csv: string): Record<string, string>[] => parse(csv, { columns: true });
const pick = (csv: string, headings: readonly string[]): string[] =>
  records(csv).map((record) => headings.map((heading) => record[heading]).join(' '));

it('compares the vintages of the embedded figures', async () => {
  const { code, stdout, stderr } = await runCommand([
    'compare',
    'england:icb@2024',
    'england:icb@2026',
    '--table',
    'summary',
  ]);
  expect(code).toBe(0);
  expect(records(stdout)).toHaveLength(78);
  expect(stderr).toContain('12 abolished, 6 created');
});

describe.skipIf(!haveRealData)('STPs of 2021 and ICBs of July 2022', () => {
  it('differ, by lookup, by Glossop, Bassetlaw, West Birmingham and a part of North Northamptonshire', async () => {
    const { stdout } = await runCommand([
      'compare',
      `${realData('lookups/lookup_lsoa11_ccg21_stp21_ltla21.csv.gz')}:lsoa11_code:stp21_code`,
      `${realData('lookups/lookup_lsoa11_sicbl22_icb22_ltla22.csv.gz')}:lsoa11_code:icb22_code`,
      '--people',
      realData('people/mye2020_population_lsoa11.csv.gz'),
      '--table',
      'transfers',
      '--quiet',
    ]);
    expect(pick(stdout, ['before_code', 'after_code', 'change', 'people', 'people_blocks'])).toEqual([
      'E54000016 E54000055 moved 178281 92',
      'E54000009 E54000060 moved 118280 70',
      'E54000007 E54000058 moved 33604 21',
      'E54000021 E54000059 moved 17070 9',
    ]);
  });

  it('differ by the same four by shapes, in hectares, and every other unit is unchanged', async () => {
    const { stdout, stderr } = await runCommand([
      'compare',
      realData('bgc/STP21_BGC_from_LSOA11.geojson'),
      realData('bgc/ICB22_BGC_from_LSOA11.geojson'),
      '--table',
      'transfers',
    ]);
    expect(pick(stdout, ['before_code', 'after_code', 'change', 'area_ha'])).toEqual([
      'E54000009 E54000060 moved 63833.26',
      'E54000021 E54000059 moved 28559.65',
      'E54000007 E54000058 moved 12611.46',
      'E54000016 E54000055 moved 3297.29',
    ]);
    expect(stderr).toContain('34 unchanged, 4 enlarged, 4 reduced');
  });
});

describe.skipIf(!haveRealData)('ICBs at 200 m and at 20 m', () => {
  it('are redrawn: coast in five of them, and nobody moved', async () => {
    const { stdout, stderr } = await runCommand([
      'compare',
      realData('official/Integrated_Care_Boards_April_2023_EN_BSC.geojson'),
      realData('bgc/ICB24_BGC_from_LSOA21.geojson'),
      '--table',
      'transfers',
    ]);
    expect(records(stdout)).toEqual([]);
    expect(stderr).toContain('37 redrawn within tolerance, 5 coastline redrawn');
    expect(stderr).toContain('1,304 ha gained from nobody, 1,823 ha lost to nobody');
  });
});
