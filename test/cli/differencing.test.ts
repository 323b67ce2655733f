/** What subtraction gives away, as a user meets it: England, the region against what its page says, rules, errors. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand, type Ran } from './run-command.js';

type Row = Readonly<Record<string, string>>;
const region = resolve('data/region');
const rowsOf = ({ stdout }: Ran): Row[] => parse<Row>(stdout, { columns: true });
const run = (...words: readonly string[]): Promise<Ran> =>
  runCommand(['differencing', ...words, '--format', 'csv'], { cwd: region });

describe('England', () => {
  const groupsOf = async (first: string, second: string, under: number): Promise<string[]> =>
    rowsOf(await run(`england:${first}`, `england:${second}`, '--under', String(under))).map(
      (row) => `${row['people']} ${row['atom_codes']} ${row['units']}`,
    );

  it('has 14 groups between ICBs of 2024 and councils', async () => {
    expect(await groupsOf('icb@2024', 'ltla', 600_000)).toEqual([
      '6060 E54000048|E06000065 13',
      '6331 E54000040|E07000180 4',
      '6989 E54000024|E06000060 5',
      '20231 E54000056|E07000099 7',
      '24880 E54000042|E07000089 13',
      '50864 E54000054|E06000065 6',
      '74508 E54000034|E07000089 14',
      '112971 E54000025|E07000099 8',
      '116361 E54000022|E07000244 8',
      '129683 E54000023|E07000244 7',
      '132599 E54000044|E07000180 5',
      '180378 E54000048|E06000063; E54000048|E06000064 15',
      '546080 E54000044|E06000060 6',
      '558572 E54000051|E06000065 6',
    ]);
  });

  it('has 8 with the ICBs of 2026, and 2 between police and fire', async () => {
    expect(await groupsOf('icb@2026', 'ltla', 600_000)).toHaveLength(8);
    const forces = await groupsOf('pfa', 'fra', 2_000_000);
    expect(forces.map((row) => row.split(' ')[0])).toEqual(['571499', '1215635']);
  });

  it('has none below the smallest, one just above it', async () => {
    expect(await groupsOf('icb@2024', 'ltla', 6060)).toEqual([]);
    expect(await groupsOf('icb@2024', 'ltla', 6061)).toHaveLength(1);
  });

  it('has no more where a third layer follows the others', async () => {
    const words = ['england:icb@2024', 'england:ltla', 'england:utla'];
    const rows = rowsOf(await run(...words, '--under', '10000'));
    expect(rows.map((row) => row['people'])).toEqual(['6060', '6331', '6989']);
    expect(new Set(rows.map((row) => row['smallest']))).toEqual(new Set(['true']));
    // Codes of unitary councils are in both tiers, so each is written with its layer.
    expect(rows[1]!['subtraction']).toMatch(/^icb:E54000040 − (u|l)tla:E06000022 − /);
  });
});

describe('the region', () => {
  const known = parse<Row>(readFileSync(join(region, 'known.csv')), { columns: true }).filter(
    (row) => row['fact'] === 'subtraction',
  );
  const expected = (layer: string): string[] =>
    known
      .filter((row) => row['layer'] === layer)
      .map((row) => `${row['people']} ${row['code']} ${row['hectares']}`);
  const told = (rows: readonly Row[]): string[] =>
    rows.map(
      (row) =>
        `${Number(row['people'])} ${row['subtraction']} ${row['area_ha'] === '' ? '' : Number(row['area_ha']).toFixed(1)}`,
    );
  const shapes = ['--people', 'residents.csv', '--blocks', 'blocks.geojson'];

  it('gives the groups its page lists: ICBs and councils by shapes', async () => {
    const rows = rowsOf(await run('icb.geojson', 'ltla.geojson', ...shapes, '--under', '60000'));
    expect(told(rows)).toEqual(expected('icb'));
  });

  it('counts whole blocks, unless they are to be shared by area', async () => {
    const words = ['ltla.geojson', 'neighbourhoods.geojson', ...shapes, '--under', '10000'];
    const methods = async (...place: readonly string[]): Promise<string> =>
      rowsOf(await run(...words, ...place))[0]!['people_method']!;
    expect(await methods()).toMatch(/whole/);
    expect(await methods()).toBe(await methods('--place', 'whole'));
    expect(await methods('--place', 'area')).toMatch(/^shared by area/);
  });

  it('gives them by lookup', async () => {
    const layers = ['lookup.csv:LSOA21CD:ICB24CD', 'lookup.csv:LSOA21CD:LAD24CD'];
    const rows = rowsOf(await run(...layers, '--people', 'residents.csv', '--under', '60000'));
    expect(told(rows)).toEqual(expected('icb').map((row) => row.replace(/[\d.]+$/, '')));
  });

  it.each(['blocks.geojson', 'blocks_centroids.geojson'])(
    'gives them where one border is drawn twice, with people on %s',
    async (blocks) => {
      const words = ['icb_generalised_BSC.geojson', 'ltla.geojson', '--people', 'residents.csv'];
      const rows = rowsOf(await run(...words, '--blocks', blocks, '--under', '60000'));
      expect(rows.map((row) => `${Number(row['people'])} ${row['subtraction']}`)).toEqual(
        expected('icb').map((row) => row.replace(/ [\d.]+$/, '')),
      );
    },
  );

  it('gives them where units overlap: councils and neighbourhoods', async () => {
    const rows = rowsOf(await run('ltla.geojson', 'neighbourhoods.geojson', ...shapes, '--under', '10000'));
    expect(told(rows)).toEqual(expected('ltla'));
  });

  it('gives no strip of a border drawn twice beside a third layer', async () => {
    const words = ['drawn=icb_generalised_BSC.geojson', 'icb.geojson', 'ltla.geojson'];
    const points = ['--people', 'residents.csv', '--blocks', 'blocks_centroids.geojson'];
    const rows = rowsOf(await run(...words, ...points, '--under', '60000'));
    expect(rows.map((row) => Number(row['people']))).toEqual([55_451]);
  });
});

describe('the command', () => {
  const people = [6, 400, 4, 500];
  const blocks = people.map((_, i) => `E0100000${i + 1}`);
  const folder = makeFolder({
    'lookup.csv': `LSOA21CD,ICB24CD,ICB24NM,LAD24CD,LAD24NM\n${blocks
      .map((code, i) => {
        const [icb, name] = i < 1 || i > 2 ? ['E54000001', 'Ash'] : ['E54000002', 'Beech'];
        return `${code},${icb},${name},${i < 2 ? 'E07000001,One' : 'E07000002,Two'}`;
      })
      .join('\n')}\n`,
    'nested.csv': `LSOA21CD,ICB24CD,LAD24CD\n${blocks
      .map((code, i) => `${code},${i === 3 ? 'E54000002' : 'E54000001'},${i === 0 ? '' : `E0700000${i}`}`)
      .join('\n')}\n`,
    'people.csv': `LSOA21CD,residents\n${blocks.map((code, i) => `${code},${people[i]}`).join('\n')}\n`,
  });
  afterAll(() => folder.remove());
  const layers = (file: string): string[] => [`${file}:LSOA21CD:ICB24CD`, `${file}:LSOA21CD:LAD24CD`];
  const counted = ['--people', 'people.csv'];
  const inFolder = (...words: readonly string[]): Promise<Ran> =>
    runCommand(['differencing', ...words], { cwd: folder.path });

  it('tells who is left when an ICB loses its councils', async () => {
    const ran = await inFolder(...layers('nested.csv'), ...counted, '--under', '10', '--format', 'csv');
    expect(ran.code).toBe(0);
    expect(rowsOf(ran)).toMatchObject([
      {
        group: '1',
        layers: 'icb;ltla',
        subtraction: 'E54000001 − E07000001 − E07000002',
        atom_codes: 'E54000001|-',
        people: '6',
        fewer_than: '10',
        area_ha: '',
        smallest: 'true',
      },
    ]);
    expect(ran.stderr).toContain(
      'One group of fewer than 10 people can be had by subtraction between ICBs and councils.',
    );
  });

  it('exits with 1 where a rule allows none', async () => {
    const rule = ['--fail-on', 'differenced max 0'];
    expect((await inFolder(...layers('nested.csv'), ...counted, '--under', '7', ...rule)).code).toBe(1);
    expect((await inFolder(...layers('nested.csv'), ...counted, '--under', '6', ...rule)).code).toBe(0);
    expect((await inFolder(...layers('lookup.csv'), ...counted, '--under', '100', ...rule)).code).toBe(0);
  });

  it('shows no count under a disclosure rule, whose limit is its own', async () => {
    const rule = ['--disclosure', 'nhs'];
    const ran = await inFolder(...layers('nested.csv'), ...counted, ...rule, '--format', 'csv');
    expect(rowsOf(ran)).toMatchObject([{ people: '', fewer_than: '8' }]);
    expect(ran.stderr).toContain('Fewer than 8 people: E54000001 less E07000001 + E07000002.');
    const { stdout } = await inFolder(...layers('nested.csv'), ...counted, ...rule, '--json');
    const { tables, summary, notes, reconciliation, findings } = JSON.parse(stdout) as Record<
      string,
      unknown
    >;
    // 6 of 910 people are in no council: neither figure, nor what is left, is told anywhere.
    expect(JSON.stringify({ tables, summary, notes, reconciliation, findings })).not.toMatch(
      /\b(6|410|904|910)\b/,
    );
    const more = await inFolder(
      ...layers('nested.csv'),
      ...counted,
      ...rule,
      '--under',
      '450',
      '--format',
      'csv',
    );
    // In the order of codes, not of people.
    const texts = rowsOf(more).map((row) => row['subtraction']!);
    expect(texts).toEqual([...texts].sort());
  });

  it('has the finding as the title of its page, and the ways in its Markdown', async () => {
    const words = [...layers('nested.csv'), ...counted, '--under', '10', '--quiet'];
    await inFolder(...words, '-o', 'page.html', '-o', 'notes.md');
    const title = 'One group of fewer than 10 people can be had by subtraction between ICBs and councils';
    const page = readFileSync(join(folder.path, 'page.html'), 'utf8');
    expect(page).toMatch(new RegExp(`<title>${title}[^<]*</title>`));
    expect(page).toMatch(new RegExp(`<h1[^>]*>${title}`));
    expect(page).toContain('E54000001 − E07000001 − E07000002');
    expect(readFileSync(join(folder.path, 'notes.md'), 'utf8')).toContain(
      '- 6 people: E54000001 less E07000001 + E07000002.',
    );
  });

  it('asks for what it lacks', async () => {
    const without = async (...words: readonly string[]): Promise<string> => {
      const { code, stderr } = await inFolder(...words);
      expect(code).toBe(2);
      return stderr;
    };
    const [first, ...both] = [layers('nested.csv')[0]!, ...layers('nested.csv')];
    expect(await without(...both, ...counted)).toContain('--under PEOPLE');
    expect(await without(first, ...counted, '--under', '10')).toContain(
      'differencing needs two layers or more',
    );
    expect(await without(...both, '--under', '10')).toContain(
      'differencing counts people, and none are given',
    );
    expect(await without(...both, ...counted, '--under', '0')).toContain(
      'It wants a number of people, 1 or more.',
    );
    expect(await without(...both, ...counted, '--under', 'few')).toContain('It wants a number of people');
  });
});
