/** The overlap table of real files by the command line: how many rows are real, and which touch in slivers only. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../cli/run-command.js';
import { haveRealData, realData } from '../real-data.js';
import { files, type RealName } from './real-run.js';

type Row = Readonly<Record<string, string>>;

/** Rows of the table of two files, both named a and b, and what was said beside it. */
async function overlapOf(
  a: RealName,
  b: RealName,
  ...options: string[]
): Promise<{ rows: Row[]; said: string }> {
  const layers = [`a=${realData(files[a])}`, `b=${realData(files[b])}`];
  const ran = await runCommand(['overlap', ...layers, ...options]);
  expect(ran.code).toBe(0);
  return { rows: parse<Row>(ran.stdout, { columns: true }), said: ran.stderr };
}

const isPair = (row: Row): boolean => row['relation'] !== 'outside';

const three: readonly (readonly [string, RealName, RealName])[] = [
  ['ICBs of 2023 and councils of 2024, both 200 m', 'icb23', 'lad24'],
  ['ICBs of 2023 at 200 m and councils of 2024 at 500 m', 'icb23', 'lad24buc'],
  ['ICBs of 2024 and councils of 2025, both 20 m, drawn apart', 'icb24', 'lad25'],
];

describe.skipIf(!haveRealData)('real files at the default tolerance', () => {
  it.each(three)('%s: 309 rows that are neither slivers nor remainders', async (_, a, b) => {
    const { rows, said } = await overlapOf(a, b, '--include-slivers', '--include-outside');
    expect(rows.filter((row) => isPair(row) && row['relation'] !== 'sliver').length).toBe(309);
    expect(said).toContain('309 real overlaps between 42 ICBs');
    expect(said).toContain('12 councils lie in two or more ICBs: Buckinghamshire;');
    for (const line of said.split('\n').filter((text) => text.includes('(difference')))
      expect(line).toContain('(difference 0.00)');
  });

  it('the City of London touches North Central London in a sliver only; North Yorkshire shares land with Lancashire', async () => {
    const { rows } = await overlapOf('icb23', 'lad24', '--include-slivers');
    const relation = (icb: string, council: string): string | undefined =>
      rows.find((row) => row['a_name']!.includes(icb) && row['b_name'] === council)?.['relation'];
    expect(relation('North Central London', 'City of London')).toBe('sliver');
    expect(relation('North East London', 'City of London')).toBe('contains');
    expect(relation('Lancashire and South Cumbria', 'North Yorkshire')).toBe('partial');
  });

  it('the default table is the one with slivers, less the slivers', async () => {
    const [all, plain] = await Promise.all([
      overlapOf('icb23', 'lad24', '--include-slivers'),
      overlapOf('icb23', 'lad24'),
    ]);
    const real = all.rows.filter((row) => row['relation'] !== 'sliver');
    expect(plain.rows.filter(isPair)).toEqual(real.filter(isPair));
  });
});
