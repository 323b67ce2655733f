/** `scenario --county`: the proposals on board for a county, each with its source, each council whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';

const folder = resolve('data/england/scenarios/counties');
const names = readdirSync(folder);
type Row = Readonly<Record<string, string>>;
const rowsOf = (csv: string): Row[] => parse(csv, { columns: true });

async function unitsOf(...county: string[]): Promise<Row[]> {
  const { code, stdout, stderr } = await runCommand(['scenario', '--county', ...county, '--table', 'units']);
  expect(code, stderr).toBe(0);
  return rowsOf(stdout);
}

describe('scenario --county', () => {
  it('Surrey becomes two councils of the size that is wanted, each with one of every partner', async () => {
    const rows = await unitsOf('Surrey');
    expect(rows.map((row) => [row['name'], row['people'], row['size_guide']])).toEqual([
      ['East Surrey', '545814', 'within'],
      ['West Surrey', '657315', 'within'],
    ]);
    for (const row of rows)
      expect([row['icb_names'], row['pfa_names'], row['fra_names'], row['cauth_names']]).toEqual([
        'NHS Surrey and Sussex Integrated Care Board',
        'Surrey',
        'Surrey',
        '',
      ]);
  });

  it('proposals of one county stand side by side and are of the same people', async () => {
    const sums = new Map<string, number>();
    for (const row of await unitsOf('Essex County Council'))
      sums.set(row['scenario']!, (sums.get(row['scenario']!) ?? 0) + Number(row['people']));
    expect([...sums]).toEqual([
      ['essex_five', 1_860_198],
      ['essex_four', 1_860_198],
      ['essex_three', 1_860_198],
    ]);
  });

  it.each(['Essex', 'ESSEX', 'greater essex', 'Essex County Council', 'county of Essex'])(
    '%s',
    async (word) => {
      expect((await unitsOf(word)).length).toBe(12);
    },
  );

  it('takes a proposal of one’s own beside them, and another size guide and partner', async () => {
    const own = resolve('data/england/scenarios/east_and_west_surrey_districts.csv');
    const rows = await unitsOf('Surrey', own, '--size-guide', '600000', '--against', 'england:icb@2024');
    expect(rows.map((row) => [row['scenario'], row['size_guide'], row['icb_2024_count']])).toEqual([
      ['surrey_two', 'under', '1'],
      ['surrey_two', 'within', '2'],
      ['east_and_west_surrey_districts', 'under', '1'],
      ['east_and_west_surrey_districts', 'within', '2'],
    ]);
    expect(rows[1]!['icb_2024_names']).toBe(
      'NHS Surrey Heartlands Integrated Care Board; NHS Frimley Integrated Care Board',
    );
  });

  it('a county without any is refused, and those that there are named', async () => {
    const { code, stderr } = await runCommand(['scenario', '--county', 'Norfork']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean Norfolk? There are some for')]);
    expect((await runCommand(['scenario', '--county', 'Kent'])).stderr).toContain(
      'East Sussex, Essex, Hampshire',
    );
  });
});

describe('the proposals on board', () => {
  it.each(names)('%s names a public source, says what it is, and merges whole councils', async (name) => {
    const text = readFileSync(resolve(folder, name), 'utf8');
    expect(text).toMatch(/https?:\/\//);
    expect(text).toMatch(/^title: .*\((decided|chosen|county|districts|Rochford|option 1)[^)]*\)$/m);
    const { code, stdout, stderr } = await runCommand([
      'scenario',
      resolve(folder, name),
      ...['--table', 'units'],
    ]);
    expect(code, stderr).toBe(0);
    const rows = rowsOf(stdout);
    expect(rows.length).toBe(text.match(/- merge:/g)!.length);
    for (const row of rows) {
      expect(row['code']).toMatch(/^X_/);
      expect([row['icb_count'], row['pfa_count'], row['fra_count']]).toEqual(['1', '1', '1']);
    }
  });
});
