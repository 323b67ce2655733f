/** `coterminous coverage` on the embedded region, whose faults are all known, and on real neighbourhoods. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../src/read/table/csv.js';
import { haveRealData, realData } from '../real-data.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { collection, feature, polygon, square, type Position } from './small-files.js';

const folderOfRegion = resolve('data/region');
const region = (file: string): string => join(folderOfRegion, file);
const PEOPLE = ['--people', `residents=${region('residents.csv')}`, '--blocks', region('blocks.geojson')];
const REGION = [region('neighbourhoods.geojson'), '--within', region('ltla.geojson'), ...PEOPLE];

let folder: ReturnType<typeof makeFolder>;
beforeAll(() => (folder = makeFolder()));
afterAll(() => folder.remove());

const coverage = (...options: readonly string[]): Promise<Ran> =>
  runCommand(['coverage', ...options], { cwd: folder.path });

type Row = Record<string, string>;

function rowsOf(text: string): Row[] {
  const table = readCsv(new TextEncoder().encode(text), 'out.csv');
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(table.headings.map((heading, column) => [heading, table.text(column, row)])),
  );
}

const tableOf = async (name: string, ...options: readonly string[]): Promise<Row[]> => {
  const { code, stdout, stderr } = await coverage(...options, '--table', name, '--format', 'csv');
  expect(`${code} ${code === 0 ? '' : stderr}`).toBe('0 ');
  return rowsOf(stdout);
};

const known = rowsOf(readFileSync(region('known.csv'), 'utf8'));
const facts = (fact: string): Row[] => known.filter((row) => row['fact'] === fact);
/** Hectares as known.csv has them. */
const tenths = (hectares: string | undefined): string => Number(hectares).toFixed(1);

describe.concurrent('neighbourhoods of the region', () => {
  it('have the known gap, with its people', async () => {
    const [gap] = facts('neighbourhood-gap');
    const rows = await tableOf('gaps', ...REGION);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ ltla_code: gap!['other_code'], residents: `${gap!['people']!}.0` });
    expect(tenths(rows[0]!['area_ha'])).toBe(gap!['hectares']);
  });

  it('have the known double cover, with its people', async () => {
    const [double] = facts('neighbourhood-double');
    const rows = await tableOf('doubles', ...REGION);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      neighbourhood_codes: `${double!['code']!};${double!['other_code']!}`,
      residents: `${double!['people']!}.0`,
    });
    expect(tenths(rows[0]!['area_ha'])).toBe(double!['hectares']);
  });

  it('have the same people twice, in gaps and in all by lookup, by its shapes and by their own', async () => {
    const lookup = `neighbourhood=${region('neighbourhood_membership.csv')}:LSOA21CD:neighbourhood_code`;
    const blocks = `${region('lookup.csv')}:LSOA21CD:LAD24CD`;
    const residents = ['--people', `residents=${region('residents.csv')}`];
    const ways = [
      REGION,
      [lookup, '--within', `ltla=${blocks}`, ...residents],
      [lookup, '--within', region('ltla.geojson'), ...PEOPLE],
      [lookup, '--within', `ltla=${blocks}`, ...PEOPLE],
      [
        region('neighbourhoods.geojson'),
        '--within',
        `ltla=${blocks}`,
        ...residents,
        '--blocks',
        region('blocks_centroids.geojson'),
      ],
    ];
    const people = /^(.*_)?residents$|_code$/;
    for (const table of ['neighbourhoods', 'parents', 'doubles', 'gaps']) {
      const found = await Promise.all(ways.map((way) => tableOf(table, ...way)));
      const figures = found.map((rows) =>
        rows.map((row) =>
          Object.entries(row).flatMap(([heading, cell]) =>
            people.test(heading) ? [heading.endsWith('_code') ? cell : Number(cell)] : [],
          ),
        ),
      );
      expect(figures[0]!.length).toBeGreaterThan(0);
      for (const other of figures.slice(1)) expect(other).toEqual(figures[0]);
    }
    const { stderr, stdout } = await coverage(...ways[1]!);
    expect(stdout + stderr).toContain('3,669 in two or more, 6,038 in none');
  });

  it('can be written as a list of wards, councils and LSOAs', async () => {
    const lookup = region('lookup.csv');
    const rest = ['--also', `${lookup}:LSOA21CD:WD24CD`, '--people', `residents=${region('residents.csv')}`];
    const members = rowsOf(readFileSync(lookup, 'utf8'));
    const people = new Map(
      rowsOf(readFileSync(region('residents.csv'), 'utf8')).map((row) => [
        row['LSOA21CD'],
        Number(row['Total']),
      ]),
    );
    const of = (wanted: (row: Row) => boolean): number =>
      members.filter(wanted).reduce((sum, row) => sum + people.get(row['LSOA21CD'])!, 0);
    const inCouncil = (row: Row): boolean => row['LAD24CD'] === 'E07900003';
    const out = members.find(inCouncil)!['LSOA21CD'];
    writeFileSync(
      join(folder.path, 'list.csv'),
      `neighbourhood,level,code,sign\nNorth,council,E07900003,\nNorth,LSOA,${out},exclude\nSouth,ward,E05900014,\n`,
    );
    for (const within of [
      [`${lookup}:LSOA21CD:LAD24CD`],
      [`${lookup}:LSOA21CD:LAD24CD`, '--blocks', region('blocks.geojson')],
    ]) {
      const rows = await tableOf('neighbourhoods', 'n=list.csv', '--within', ...within, ...rest);
      expect(rows.map((row) => [row['n_code'], Number(row['residents'])])).toEqual([
        ['North', of((row) => inCouncil(row) && row['LSOA21CD'] !== out)],
        ['South', of((row) => row['WD24CD'] === 'E05900014')],
      ]);
    }
    const { code, stderr } = await coverage('n=list.csv', '--within', `${lookup}:LSOA21CD:LAD24CD`);
    expect(code).toBe(2);
    expect(stderr).toContain('list.csv: line 4: E05900014 is one of the wards');
    expect(stderr).toContain('--also table.csv:LSOA21CD:WDCD');
  });

  it('are shared out where weights say how', async () => {
    const lines = readFileSync(region('neighbourhood_membership.csv'), 'utf8').trim().split('\n');
    writeFileSync(
      join(folder.path, 'weighted.csv'),
      lines
        .map((line, row) => `${line},${row === 0 ? 'w' : /E0190040[34],NH19/.test(line) ? 3 : 1}`)
        .join('\n'),
    );
    const { stderr, code } = await coverage(
      'weighted.csv:LSOA21CD:neighbourhood_code:w',
      '--within',
      `${region('lookup.csv')}:LSOA21CD:LAD24CD`,
      '--people',
      region('residents.csv'),
    );
    expect(code).toBe(0);
    expect(stderr).toContain('0 in two or more, 6,038 in none');
    expect(stderr).toContain(
      '2 blocks with 3,669 people stand under two or more neighbourhoods and are shared by weight',
    );
  });

  it('are told of as coverage on every face: nobody is outside a main neighbourhood', async () => {
    const faces = ['page.html', 'page.md'].flatMap((file) => ['-o', file]);
    const told = async (layers: readonly string[]): Promise<string[]> => {
      const { code } = await coverage(...layers, ...PEOPLE, ...faces);
      expect(code).toBe(0);
      return ['page.html', 'page.md'].map((file) =>
        readFileSync(join(folder.path, file), 'utf8')
          .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '')
          .replace(/[\s\S]*<main/, '<main'),
      );
    };
    const [page, markdown] = await told([
      region('neighbourhoods.geojson'),
      '--within',
      region('ltla.geojson'),
    ]);
    const headline = /Of 1,073,984 residents in 12 councils[^.]*, 3,669 in two or more, 6,038 in none\./;
    expect(page).toMatch(/<h1[^>]*>6,038 [a-z]+ are in no neighbourhood and 3,669 are in two/);
    expect(page).toMatch(headline);
    expect(page).toContain('1 gap and 1 double cover are cross-hatched');
    expect(markdown).toMatch(headline);
    for (const text of [page, markdown])
      expect(text).not.toMatch(/main neighbourhood|outside their|shared between/);
    // Districts cover their counties exactly.
    const [whole] = await told([region('ltla.geojson'), '--within', region('utla.geojson')]);
    expect(whole).toMatch(/<h1[^>]*>All [\d,]+ [a-z]+ in [^<]* are in exactly one [^<]*<\/h1>/);
  });

  it('are in one piece but for the known one', async () => {
    const rows = await tableOf('neighbourhoods', ...REGION);
    const apart = rows.filter((row) => row['contiguous'] === 'false');
    expect(apart.map((row) => [row['neighbourhood_code'], row['parts']])).toEqual([
      [facts('neighbourhood-part')[0]!['code'], String(facts('neighbourhood-part').length)],
    ]);
  });

  it('have people in one council but for the known one', async () => {
    const rows = await tableOf('neighbourhoods', ...REGION);
    const across = rows.filter((row) => Number(row['pct_inside_ltla']) < 100);
    const parts = facts('neighbourhood-in-councils');
    const inside = Number(parts[0]!['people']);
    const people = parts.reduce((sum, part) => sum + Number(part['people']), 0);
    expect(across).toHaveLength(1);
    expect(across[0]).toMatchObject({
      neighbourhood_code: parts[0]!['code'],
      ltla_code: parts[0]!['other_code'],
      ltla_codes: parts.map((part) => part['other_code']).join(';'),
      pct_inside_ltla: ((100 * inside) / people).toFixed(4),
    });
  });

  it('each have the people, the hectares and the council that are known', async () => {
    const rows = await tableOf('neighbourhoods', ...REGION);
    const expected = facts('neighbourhood');
    expect(rows.map((row) => [row['neighbourhood_code'], row['ltla_code'], row['residents']])).toEqual(
      expected.map((row) => [row['code'], row['other_code'], `${row['people']!}.0`]),
    );
    // Known hectares are sums of blocks rounded to a tenth each.
    expected.forEach((row, i) => {
      const apart = Math.abs(Number(rows[i]!['area_ha']) - Number(row['hectares']));
      expect(apart).toBeLessThan(0.05 * Number(row['blocks']) + 0.05);
    });
  });

  it('leave nobody out of the count: once, twice, not at all', async () => {
    const rows = await tableOf('parents', ...REGION);
    const sum = (heading: string): number =>
      Math.round(rows.reduce((total, row) => total + Number(row[heading]), 0));
    expect(sum('residents')).toBe(1_073_984);
    expect(sum('covered_residents') + sum('uncovered_residents')).toBe(1_073_984);
    expect(sum('double_residents')).toBe(3_669);
    expect(sum('neighbourhoods')).toBe(30);
  });

  it('cross ICBs and follow wards', async () => {
    const rows = await tableOf(
      'neighbourhoods',
      ...REGION,
      '--also',
      region('icb.geojson'),
      '--also',
      region('ward.geojson'),
    );
    expect(
      rows.filter((row) => row['icb_codes']!.includes(';')).map((row) => row['neighbourhood_code']),
    ).toContain('NH25');
    expect(rows.filter((row) => row['follows'] === 'matches administrative boundary').length).toBeGreaterThan(
      15,
    );
  });

  it('have the known ones without a family hub', async () => {
    const rows = await tableOf('services', ...REGION, '--services', region('services.csv'));
    const without = rows.filter((row) => row['type'] === 'Family hub' && row['services'] === '0');
    expect(without.map((row) => row['neighbourhood_code'])).toEqual(
      facts('no-family-hub').map((row) => row['code']),
    );
  });

  it('take the quickest site by minutes where a table of times is given', async () => {
    const services = rowsOf(readFileSync(region('services.csv'), 'utf8')).filter(
      (row) => row['type'] === 'Hospital',
    );
    const blocks = rowsOf(readFileSync(region('residents.csv'), 'utf8'));
    const times = makeFolder({
      'times.csv': `LSOA21CD,service_code,minutes\n${blocks.map((row) => `${row['LSOA21CD']!},${services[0]!['service_code']!},25`).join('\n')}\n`,
    });
    const rows = await tableOf(
      'services',
      ...REGION,
      '--services',
      region('services.csv'),
      '--times',
      join(times.path, 'times.csv'),
    );
    times.remove();
    const hospital = rows.filter((row) => row['type'] === 'Hospital');
    expect(new Set(hospital.map((row) => row['median_minutes']))).toEqual(new Set(['25.0']));
    expect(
      new Set(rows.filter((row) => row['type'] !== 'Hospital').map((row) => row['median_minutes'])),
    ).toEqual(new Set(['']));
  });

  it('have bands as asked for', async () => {
    const rows = await tableOf('neighbourhoods', ...REGION, '--bands', '20000,40000', '--flags', '45000');
    expect(new Set(rows.map((row) => row['size_band']))).toEqual(
      new Set(['under 20,000', '20,000 to 40,000', 'over 40,000']),
    );
    expect(
      rows.every((row) => (row['at_least_45000'] === 'true') === Number(row['residents']) >= 45_000),
    ).toBe(true);
  });

  it('are drawn: gaps and double covers as shapes that can be read again', async () => {
    const file = join(folder.path, 'pieces.geojson');
    expect((await coverage(...REGION, '-o', file)).code).toBe(0);
    const { features } = JSON.parse(readFileSync(file, 'utf8')) as {
      features: { properties: { table: string } }[];
    };
    expect(features.map(({ properties }) => properties.table)).toEqual(['gaps', 'doubles']);
  });

  it('can be given by lookup: who is in none is found without any shape', async () => {
    const committees = `${region('area_committees.csv')}:WD24CD:committee_code`;
    const rows = await tableOf(
      'neighbourhoods',
      `committee=${committees}`,
      '--within',
      `${region('area_committees.csv')}:WD24CD:LAD24CD`,
    );
    expect(rows).toHaveLength(33);
    expect(rows[0]!['parts']).toBe('');
  });

  it('that are area committees: eight have more than two fifths of the people of their council', async () => {
    const wards = `${region('lookup.csv')}:LSOA21CD:WD24CD`;
    const rows = await tableOf(
      'neighbourhoods',
      `ward=${wards}`,
      '--within',
      `${region('lookup.csv')}:LSOA21CD:LAD24CD`,
      '--group',
      `committee=ward,${region('area_committees.csv')}:WD24CD:committee_code`,
      '--people',
      `residents=${region('residents.csv')}`,
    );
    const over = rows.filter((row) => row['over_two_fifths'] === 'people');
    expect(over.map((row) => row['committee_code'] ?? row['ward_code'])).toEqual(
      facts('committee-over-two-fifths').map((row) => row['code']),
    );
  });
});

describe.concurrent('input of coverage that cannot be used', () => {
  it.each([
    ['no --within', [region('neighbourhoods.geojson')], '--within'],
    ['--times without --services', [...REGION, '--times', region('residents.csv')], '--services'],
    [
      'services without coordinates',
      [...REGION, '--services', region('residents.csv')],
      'longitude and latitude',
    ],
    ['bands that do not rise', [...REGION, '--bands', '50000,30000'], 'rising'],
    [
      'parents elsewhere',
      [region('neighbourhoods.geojson'), '--within', region('neighbour_country.geojson')],
      '--within',
    ],
  ] as const)('%s is said in one message', async (_, argv, words) => {
    const { code, stdout, stderr } = await coverage(...argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });
});

describe.skipIf(!haveRealData)('real neighbourhoods', () => {
  it.each(['BSol_localities_2024_BNG', 'Trafford_localities_2023'])(
    '%s cover their councils, slivers aside',
    { timeout: 300_000 },
    async (file) => {
      const rows = await tableOf(
        'parents',
        `locality=${realData(`neighbourhoods/${file}.geojson`)}`,
        '--within',
        realData('bgc/LAD25_BGC_UK_from_WD25.geojson.gz'),
      );
      expect(rows).toHaveLength(file.startsWith('BSol') ? 2 : 1);
      for (const row of rows) {
        expect([row['uncovered_ha'], row['double_ha']]).toEqual(['0.00', '0.00']);
        expect(Number(row['sliver_ha'])).toBeLessThan(50);
      }
    },
  );

  it(
    'networks drawn by practices: every resident of England is counted once, twice or not at all',
    { timeout: 300_000 },
    async () => {
      const { code, stderr } = await coverage(
        `pcn=${realData('pcn/PCN_2021_practice_drawn_overlapping.geojson')}`,
        '--within',
        realData('bgc/LAD24_BGC_EW_from_LSOA21.geojson'),
        '--people',
        `residents=${realData('people/census21_residents_lsoa21.csv')}`,
        '--blocks',
        realData('bgc/LSOA21_BGC_EW.geojson.gz'),
        '-o',
        join(folder.path, 'networks.csv'),
      );
      expect(code).toBe(0);
      const [, ...figures] =
        /England: ([\d,]+) residents, ([\d,]+) in one, ([\d,]+) in two or more, ([\d,]+) in none/.exec(
          stderr,
        )!;
      const [total, once, double, none] = figures.map((figure) => Number(figure.replaceAll(',', '')));
      expect(total).toBe(56_490_108);
      expect(once! + double! + none!).toBe(total);
      expect(double! / total!).toBeGreaterThan(0.75);
    },
  );
});

describe('neighbourhoods sketched in round degrees', () => {
  it.each([
    ['of one decimal', 0.1],
    ['of two', 0.01],
  ])('%s have their gap told', async (_, width) => {
    const parts = [
      feature({ code: 'N1', name: 'West' }, polygon(square(-2, 52, 0.4))),
      feature({ code: 'N2', name: 'East' }, polygon(square(-1.6 + width, 52, 0.4))),
    ];
    const frame = [-2, -1.2 + width].flatMap((x, i) =>
      [52, 52.4].map((y): Position => [x, i ? 104.4 - y : y]),
    );
    const parents = [feature({ code: 'P', name: 'Whole' }, polygon([...frame, frame[0]!]))];
    writeFileSync(join(folder.path, 'n.geojson'), collection(parts));
    writeFileSync(join(folder.path, 'p.geojson'), collection(parents));
    const rows = await tableOf('gaps', 'n.geojson', '--within', 'p.geojson');
    expect(rows.map((row) => row['p_code'])).toEqual(['P']);
    const { stderr } = await coverage('n.geojson', '--within', 'p.geojson');
    expect(stderr).toMatch(/1 gap holds [\d,]+ ha\./);
    expect(stderr).not.toMatch(/ 0 ha not at all|sliver of gap/);
  });
});
