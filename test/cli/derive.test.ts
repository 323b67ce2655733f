/** `coterminous derive` on the embedded region, on what can be wrong with its input, and on real patients. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../src/read/table/csv.js';
import { haveRealData, realData } from '../real-data.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';

const folderOfRegion = resolve('data/region');
const region = (file: string): string => join(folderOfRegion, file);
let folder: ReturnType<typeof makeFolder>;
beforeAll(() => {
  const map = readFileSync(region('gp-reg-pat-prac-map.csv'), 'utf8').trimEnd().split('\n');
  folder = makeFolder({
    'two-networks.csv': `${[...map, map[1]!.replace('U99001,ASHBY PCN', 'U99002,BRACKWICK PCN')].join('\n')}\n`,
    'nowhere.csv':
      'LSOA21CD,pcn_code,patients\nE01900001,U99001,10\nE01999999,U99002,7\nW01000001,U99002,3\n',
  });
});
afterAll(() => folder.remove());

const derive = (...options: readonly string[]): Promise<Ran> =>
  runCommand(['derive', ...options], { cwd: folder.path });

/** Rows of a CSV by heading. */
function rowsOf(text: string): Record<string, string>[] {
  const table = readCsv(new TextEncoder().encode(text), 'out.csv');
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.headings.map((heading, column) => [heading, table.text(column, row)])),
  );
}

const known = rowsOf(readFileSync(region('known.csv'), 'utf8'));
const REGION = ['--patients', region('registrations.csv'), '--blocks', region('blocks.geojson')];

describe.concurrent('networks of the region', () => {
  it('win the blocks that the lookup gives them', async () => {
    const { code, stdout } = await derive('pcn', ...REGION, '--table', 'blocks', '--format', 'csv');
    expect(code).toBe(0);
    const expected = new Map(
      rowsOf(readFileSync(region('lookup.csv'), 'utf8')).map((row) => [row['LSOA21CD']!, row['pcn_code']!]),
    );
    const found = new Map(rowsOf(stdout).map((row) => [row['block_code']!, row['winner_code']!]));
    expect(found).toEqual(expected);
  });

  it('have the tie, the network that wins nothing and the blocks in other ICBs that are known', async () => {
    const { stdout, stderr } = await derive(
      'pcn',
      ...REGION,
      '--within',
      region('icb.geojson'),
      '--people',
      `residents=${region('residents.csv')}`,
      '--format',
      'csv',
    );
    const units = rowsOf(stdout);
    const tie = known.find(({ fact }) => fact === 'pcn-tie')!;
    expect(stderr).toContain(`${tie['code']!} and ${tie['other_code']!} have 477 patients each`);
    const nothing = known.find(({ fact }) => fact === 'pcn-wins-nothing')!;
    expect(units.find(({ code }) => code === nothing['code'])).toMatchObject({
      blocks: '0',
      registered: nothing['people'],
    });
    for (const unit of units) {
      const parts = known.filter((row) => row['fact'] === 'pcn-in-icbs' && row['code'] === unit['code']);
      const elsewhere = parts.slice(1).reduce((sum, row) => sum + Number(row['blocks']), 0);
      expect([unit['code'], unit['blocks_in_other_icb']]).toEqual([unit['code'], String(elsewhere)]);
    }
  });

  it('are the same from registrations by practice', async () => {
    const practices = [
      '--patients',
      region('gp-reg-pat-prac-lsoa-all.csv'),
      '--practices',
      region('gp-reg-pat-prac-map.csv'),
    ];
    const [byNetwork, byPractice] = await Promise.all([
      derive('pcn', ...REGION, '--table', 'blocks', '--format', 'csv'),
      derive(
        'pcn',
        ...practices,
        '--blocks',
        region('blocks.geojson'),
        '--table',
        'blocks',
        '--format',
        'csv',
      ),
    ]);
    expect(byPractice.stdout).toBe(byNetwork.stdout);
  });

  it('written as GeoJSON are a layer that equals the one in the folder', async () => {
    const made = join(folder.path, 'made.geojson');
    await derive('pcn', ...REGION, '-o', made);
    const { stdout } = await runCommand([
      'overlap',
      `made=${made}`,
      `pcn=${region('pcn.geojson')}`,
      '--format',
      'csv',
    ]);
    const rows = rowsOf(stdout);
    expect(rows).toHaveLength(25);
    for (const row of rows) {
      expect(row).toMatchObject({
        relation: 'coterminous',
        pcn_code: row['made_code'],
        pcn_ha: row['made_ha'],
      });
    }
  });

  it('can be asked for in one ICB, by its ODS code', async () => {
    const { stdout } = await derive(
      'pcn',
      ...REGION,
      '--within',
      region('icb.geojson'),
      '--only',
      'QZ1',
      '--table',
      'blocks',
      '--format',
      'csv',
    );
    expect(rowsOf(stdout)).toHaveLength(184);
  });
});

describe.concurrent('input of derive that cannot be used', () => {
  it.each([
    [
      'a practice in two networks',
      ['pcn', '--patients', region('gp-reg-pat-prac-lsoa-all.csv'), '--practices', 'two-networks.csv'],
      'Z90001',
    ],
    ['practices without a map', ['pcn', '--patients', region('gp-reg-pat-prac-lsoa-all.csv')], '--practices'],
    ['--only without --within', ['pcn', ...REGION, '--only', 'QZ1'], '--within'],
    [
      'a unit that --within lacks',
      ['pcn', ...REGION, '--within', region('icb.geojson'), '--only', 'QXX'],
      'QXX',
    ],
    [
      'columns that are not named',
      ['footprint', '--patients', region('services.csv')],
      'FILE:BLOCK:UNIT:PATIENTS',
    ],
    [
      'shapes and no blocks',
      ['pcn', '--patients', region('registrations.csv'), '--within', region('icb.geojson')],
      '--blocks',
    ],
  ] as const)('%s is said in one message', async (_, argv, words) => {
    const { code, stdout, stderr } = await derive(...argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });

  it('patients in a block that no file has are counted, and those outside England', async () => {
    const nowhere = ['pcn', '--patients', 'nowhere.csv', '--blocks', region('blocks.geojson')];
    const refused = await derive(...nowhere);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/have no patients.*--allow-unmatched 100/s),
    ]);
    const { code, stderr } = await derive(...nowhere, '--allow-unmatched', '100', '--format', 'csv');
    expect(code).toBe(0);
    expect(stderr).toContain('7 patients live in 1 block that the shapes lack: E01999999');
    expect(stderr).toContain('20 registered = 10 in rows + 10 outside');
  });
});

describe.skipIf(!haveRealData)('networks of two ICBs in 2026', () => {
  it('are the published ones, block by block and hectare by hectare', { timeout: 300_000 }, async () => {
    const made = join(folder.path, 'pcn26.geojson');
    const blocks = join(folder.path, 'pcn26.csv');
    const { code, stderr } = await derive(
      'pcn',
      '--patients',
      realData('pcn/pcn26_ssot_stw_patients_by_lsoa21.csv'),
      '--blocks',
      realData('bgc/LSOA21_BGC_EW.geojson.gz'),
      '--within',
      realData('bgc/ICB24_BGC_from_LSOA21.geojson'),
      '--only',
      'E54000010,E54000011',
      '--table',
      'blocks',
      '-o',
      blocks,
      '-o',
      made,
    );
    expect(code).toBe(0);
    const rows = rowsOf(readFileSync(blocks, 'utf8'));
    expect(rows).toHaveLength(1010);
    expect(rows.filter((row) => row['winner_code'] === 'U').map((row) => row['block_code'])).toEqual([
      'E01028870',
      'E01028871',
    ]);
    expect(rows.filter((row) => row['tie'] === 'true').map((row) => row['block_code'])).toEqual([
      'E01029726',
    ]);
    expect(stderr).toContain('U83494 and U84263 have 630 patients each');
    const expected = realData('pcn/PCN26_SSOT_STW_BGC_FPTP_from_LSOA21.geojson');
    const { stdout } = await runCommand([
      'overlap',
      `made=${made}`,
      `published=${expected}`,
      '--format',
      'csv',
    ]);
    const pairs = rowsOf(stdout);
    expect(pairs).toHaveLength(35);
    for (const pair of pairs) {
      expect(pair).toMatchObject({
        relation: 'coterminous',
        published_code: pair['made_code'],
        published_ha: pair['made_ha'],
      });
    }
  });
});
