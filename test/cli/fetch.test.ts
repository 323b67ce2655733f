/** `coterminous fetch`: what a catalogue has, onto this machine, from a portal that is this machine itself. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { textWidth } from '../../src/report/text-width.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { catalogueText, openCataloguePortal } from './small-catalogue.js';
import type { SmallPortal } from './small-portal.js';

let portal: SmallPortal;
let folder: { path: string; remove: () => void };
beforeAll(async () => {
  portal = await openCataloguePortal();
});
afterAll(() => portal.close());
beforeEach(() => {
  folder = makeFolder({ 'catalogue.yaml': catalogueText(portal.origin) });
  portal.asked.length = 0;
});
afterEach(() => folder.remove());

const fetching = (...argv: string[]): Promise<Ran> =>
  inFolder('fetch', '--catalogue', 'catalogue.yaml', ...argv);
const inFolder = (...argv: string[]): Promise<Ran> =>
  runCommand(argv, { cwd: folder.path, env: { XDG_CACHE_HOME: join(folder.path, 'cache') } });
const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');
const features = (name: string): { properties: Record<string, unknown> }[] =>
  (JSON.parse(read(name)) as { features: { properties: Record<string, unknown> }[] }).features;

describe('fetching', () => {
  test('brings layers, points, lookups and people into the folder, each with its provenance', async () => {
    const { code, stdout, stderr } = await fetching(
      ...['icb@2026', 'council', 'lsoa-centroids', 'lsoa-icb', 'residents', '-o', 'new/data/'],
    );
    expect([code, stdout], stderr).toEqual([0, '']);
    const names = ['icb_2026_BGC.geojson', 'ltla_2026_BGC.geojson', 'lsoa_centroids_2021.geojson'];
    const all = [...names, 'residents_2021.csv'];
    for (const name of all) {
      const provenance = JSON.parse(read(`new/data/${name}.provenance.json`)) as Record<string, unknown>;
      expect(provenance['licence']).toBe('A licence made up for a test');
      expect(provenance['attribution']).toMatch(/^Made up for a test 20\d\d$/);
    }
    expect(features('new/data/icb_2026_BGC.geojson').map(({ properties }) => properties['ICB26CD'])).toEqual([
      'E54000001',
      'E54000002',
      'E54000003',
    ]);
    expect(
      readdirSync(join(folder.path, 'new/data')).filter((name) => /^lsoa_icb_2026\./.test(name)),
    ).toHaveLength(2);
    expect(stderr).toContain('icb@2026 BGC: new/data/icb_2026_BGC.geojson, 3 features, ');
    expect(stderr).toContain('to be printed with it: Made up for a test 2026 (A licence made up for a test)');
    expect(stderr).toMatch(
      /next: coterminous overlap new\/data\/icb_2026_BGC\.geojson new\/data\/ltla_2026_BGC\.geojson --people new\/data\/residents_2021\.csv --blocks new\/data\/lsoa_centroids_2021\.geojson/,
    );
  });

  test('what it says to type next runs', async () => {
    const { stderr } = await fetching('icb', 'council', 'lsoa-centroids', 'residents');
    const next = /next: coterminous (.*)/.exec(stderr)![1]!.split(' ');
    const ran = await inFolder(...next);
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stdout).toContain('E54000001');
    const lookup = await fetching('lsoa-icb');
    const words = /next: coterminous (.*)/.exec(lookup.stderr)![1]!.split(' ');
    expect(words.slice(1).map((word) => word.replace(/^[^:]*/, ''))).toEqual([
      ':LSOA21CD:ICB26CD',
      ':LSOA21CD:LAD26CD',
    ]);
    const second = await inFolder(...words);
    expect(second.code, second.stderr).toBe(0);
  });

  test('a year, a resolution, and the newest where no year is given', async () => {
    await fetching('icb@2024', 'ICS', '--resolution', 'bsc').then(({ code, stderr }) => {
      // The older one is published in one resolution alone.
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining(
          "icb@2024: the catalogue does not have it in the resolution 'bsc'. It has BGC",
        ),
      ]);
    });
    const { code, stderr } = await fetching('icb@2024', 'integrated care boards:BSC');
    expect(code, stderr).toBe(0);
    expect(readdirSync(join(folder.path, 'data')).filter((name) => name.endsWith('.geojson'))).toEqual([
      'icb_2024_BGC.geojson',
      'icb_2026_BSC.geojson',
    ]);
  });

  test('what is there already is left alone, and --force fetches it anew', async () => {
    await fetching('icb');
    const before = portal.asked.length;
    const again = await fetching('icb');
    expect([again.code, portal.asked.length]).toEqual([0, before]);
    expect(again.stderr).toContain('data/icb_2026_BGC.geojson is there already (--force fetches it anew)');
    writeFileSync(join(folder.path, 'data/icb_2026_BGC.geojson'), 'mine');
    expect((await fetching('icb', '--force', '--refresh')).code).toBe(0);
    expect(features('data/icb_2026_BGC.geojson')).toHaveLength(3);
  });

  test('a file of that name that came from elsewhere is never written over', async () => {
    writeFileSync(join(folder.path, 'icb_2026_BGC.json'), 'mine');
    const { code, stderr } = await fetching('council', 'icb', '-o', '.');
    expect([code, stderr]).toEqual([2, expect.stringContaining('icb_2026_BGC.json: it is there already')]);
    expect(read('icb_2026_BGC.json')).toBe('mine');
    // Nothing is fetched before all is known to be possible.
    expect(portal.asked).toEqual([]);
  });

  test('offline it takes what is kept, and else says what to do', async () => {
    const never = await fetching('icb', '--offline');
    expect([never.code, never.stderr]).toEqual([2, expect.stringContaining('--offline')]);
    expect(portal.asked).toEqual([]);
    await fetching('icb');
    const asked = portal.asked.length;
    const kept = await fetching('icb', '--offline', '-o', 'other');
    expect([kept.code, portal.asked.length], kept.stderr).toEqual([0, asked]);
    expect(kept.stderr).toContain('from the cache');
    expect(existsSync(join(folder.path, 'other/icb_2026_BGC.geojson'))).toBe(true);
  });

  test('an address of one’s own is brought too, under the name that its server gives it', async () => {
    const address = `${portal.origin}/x/arcgis/rest/services/Boards_2024_BGC/FeatureServer/0`;
    const { code, stderr } = await fetching(address, '-o', 'own');
    expect(code, stderr).toBe(0);
    const [name] = readdirSync(join(folder.path, 'own')).filter((each) => each.endsWith('.geojson'));
    expect(features(`own/${name!}`)).toHaveLength(4);
    expect(stderr).toContain(`next: coterminous inspect own/${name!}`);
    const again = await fetching(address, '-o', 'own');
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is there already')]);
  });

  test('a count that the catalogue does not expect is said', async () => {
    writeFileSync(
      join(folder.path, 'catalogue.yaml'),
      catalogueText(portal.origin).replace('{ all: 3, england: 3 }', '{ all: 36, england: 36 }'),
    );
    const { code, stderr } = await fetching('icb@2026');
    expect(code).toBe(0);
    expect(stderr).toContain('warning: icb@2026 BGC: 36 were expected, and there are 3');
  });
});

describe('without a network', () => {
  test('--list shows what there is, of some words, on 80 columns', async () => {
    const all = await runCommand(['fetch', '--list'], { terminal: true, env: { NO_COLOR: '1' } });
    expect(all.code).toBe(0);
    expect(all.stdout.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
    const { stdout } = await fetching('--list', 'care', '2026');
    expect(stdout.split('\r\n').map((row) => row.split(',')[0])).toEqual(['id', 'icb@2026', '']);
    const aliases = await runCommand(['fetch', '--list', 'police']);
    expect(aliases.stdout).toContain('pfa@2024');
    const json = JSON.parse((await fetching('--list', '--format', 'json')).stdout) as { id: string }[];
    expect(json).toHaveLength(6);
    expect(portal.asked).toEqual([]);
  });

  test('--dry-run prints the addresses and what the files would be called', async () => {
    const { code, stdout } = await fetching('icb', 'residents', '--dry-run', '-o', 'd/');
    expect(code).toBe(0);
    expect(stdout).toContain(
      `  address  ${portal.origin}/x/arcgis/rest/services/Boards_2026_BGC/FeatureServer/0\n`,
    );
    expect(stdout).toContain('orderByFields=ICB26CD&outSR=4326&resultOffset=0&resultRecordCount=2&f=geojson');
    expect(stdout).toContain(`  address  ${portal.origin}/residents.csv\n  file     d/residents_2021.csv\n`);
    expect(portal.asked).toEqual([]);
  });

  test.each([
    [['ibc'], "ibc: the catalogue has nothing of that name. Did you mean 'icb'?"],
    [['icb@2019'], "icb@2019: the catalogue has no 'icb' of 2019. It has icb@2026 and icb@2024"],
    [['icb@'], "icb@: the catalogue has no 'icb' of no year"],
    [['icb:XYZ'], "icb@2026: the catalogue does not have it in the resolution 'XYZ'. It has BGC and BSC"],
    [[], 'nothing is named to be fetched'],
    [['--list', 'wrads'], 'wrads: the catalogue has nothing of these words'],
    [['--search'], '--search has no words to look for'],
    [['icb', '--catalogue', 'other.yaml'], 'other.yaml: there is no such file'],
    [['--list', '--format', 'md'], 'fetch --list cannot be written as md'],
  ])('%j', async (argv, told) => {
    const { code, stderr } = await fetching(...argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
    expect(portal.asked).toEqual([]);
  });

  test.each([
    ['services: [', 'this is not YAML'],
    [
      catalogueText('http://x').replace('holds: lookup', 'holds: maps'),
      'entries[4].holds wants boundaries or points or lookup or people',
    ],
    [catalogueText('http://x').replace('icb@2024', 'icb@2026'), 'icb@2026 stands in it twice'],
    [catalogueText('http://x').replace('"2024-04"', '"2023-04"'), 'icb@2024 is dated 2023-04'],
    [catalogueText('http://x').replace('seen: here', 'seen: there'), "icb@2026 was seen in 'there'"],
    [catalogueText('http://x').replace('BSC, service', 'BGC, service'), 'icb@2026 has one resolution twice'],
  ])('a catalogue that is none: %#', async (text, told) => {
    writeFileSync(join(folder.path, 'catalogue.yaml'), text);
    const { code, stderr } = await fetching('--list');
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
  });
});

describe('--search', () => {
  test('asks the portal for what it has, and says what is newer than ours', async () => {
    const { code, stdout, stderr } = await fetching('--search', 'icb');
    expect(code, stderr).toBe(0);
    const [heading, ...rows] = stdout.trim().split('\r\n');
    expect(heading).toBe('title,newer,entry,date,modified,address');
    expect(rows.map((row) => row.split(',').slice(0, 4))).toEqual([
      ['Integrated Care Boards (April 2027) Boundaries EN BGC', 'true', '', '2027-04'],
      ['Integrated Care Boards (April 2026) Boundaries EN BGC', 'false', 'icb@2026', '2026-04'],
      ['Integrated Care Boards (April 2023) EN BFC', 'false', '', '2023-04'],
    ]);
    expect(stderr).toContain('1 newer than ours: ours is icb@2026, of 2026-04');
  });

  test('other words are asked for as they are', async () => {
    const { stdout, stderr } = await fetching('--search', 'wards', '2026');
    expect(stdout.trim().split('\r\n')).toHaveLength(2);
    expect(stderr).toContain('none newer than ours');
  });
});

describe('--check', () => {
  test('tries every entry in every resolution; 0 where all are as they say', async () => {
    const { code, stdout, stderr } = await fetching('--check');
    expect(code, stdout + stderr).toBe(0);
    const rows = stdout.trim().split('\r\n');
    expect(rows[0]).toBe(
      'id,resolution,answer,units,units_expected,units_in_england,max_record_count,geometry,edited,address',
    );
    expect(rows.slice(1).map((row) => row.split(',').slice(0, 6).join(','))).toEqual([
      'icb@2026,BGC,fine,3,3,3',
      'icb@2026,BSC,fine,3,3,3',
      'icb@2024,BGC,fine,4,4,4',
      'ltla@2026,BGC,fine,4,4,3',
      'lsoa-icb@2026,,fine,6,6,',
      'lsoa-centroids@2021,,fine,6,,',
      'residents@2021,,fine,,,',
    ]);
    expect(stderr).toContain('tried 7 services: all are as the catalogue says');
  });

  test('says what is wrong, service by service, and ends with 1', async () => {
    writeFileSync(
      join(folder.path, 'catalogue.yaml'),
      catalogueText(portal.origin)
        .replace('service: Boards_2026_BSC', 'service: Boards_of_nowhere')
        .replace('code: ICB24CD', 'code: ICB24CODE')
        .replace('{ all: 4, england: 3 }', '{ all: 5, england: 4 }')
        .replace('holds: points', 'holds: boundaries')
        .replace('Lookup_2026, layer: 0, page: 2000', 'Lookup_2026, layer: 0, page: 2001'),
    );
    const { code, stdout, stderr } = await fetching('--check', '--format', 'json');
    expect(code).toBe(1);
    const answers = Object.fromEntries(
      (JSON.parse(stdout) as { id: string; resolution: string | null; answer: string }[]).map((row) => [
        `${row.id} ${row.resolution ?? ''}`.trim(),
        row.answer,
      ]),
    );
    expect(answers).toMatchObject({
      'icb@2026 BGC': 'fine',
      'icb@2024 BGC': 'it has no field ICB24CODE',
      'ltla@2026 BGC': '4 units, not 5; 3 units in England, not 4',
      'lsoa-centroids@2021': 'it has esriGeometryPoint, not esriGeometryPolygon',
      'lsoa-icb@2026': 'it gives 2,000 features at once, not 2,001',
    });
    expect(answers['icb@2026 BSC']).toMatch(/Invalid URL/);
    expect(stderr).toContain('tried 7 services: 5 of them are not as the catalogue says');
  });

  test('tries those that are named alone', async () => {
    const { stdout } = await fetching('--check', 'icb:BSC');
    expect(stdout.trim().split('\r\n')).toHaveLength(2);
  });
});
