/** Residents held against the figures on board: by made-up figures lent to the library, and by the real ones. */
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../src/run/memory-files.js';
import { Inputs } from '../../src/run/inputs.js';
import type { OverlapRequest } from '../../src/run/request.js';
import { run } from '../../src/run/run.js';
import { parseDisclosure } from '../../src/layer/disclosure.js';
import { nodeFiles } from '../../src/cli/node-files.js';
import type { FindingRecord, Result } from '../../src/result/result.js';
import { collection, feature, polygon, square } from '../cli/small-files.js';
import { haveRealData, realData } from '../real-data.js';

/** Two ICBs and three councils of made-up codes, 10,000 people in each atom. */
const FIGURES = [
  'icb_2024_code,icb_2024_name,ltla_code,ltla_name,lsoas,people',
  'E54000901,North,E07000901,Ash,1,10000',
  'E54000901,North,E07000902,Birch,1,10000',
  'E54000902,South,E07000902,Birch,1,10000',
  'E54000902,South,E08000016,Barnsley,1,10000',
].join('\n');

const LOOKUP = [
  'LSOA21CD,ICB24CD,LAD24CD,LAD22CD,LAD25CD',
  'E01900001,E54000901,E07000901,E07000901,E07000901',
  'E01900002,E54000901,E07000902,E07000902,E07000902',
  'E01900003,E54000902,E07000902,E07000902,E07000902',
  'E01900004,E54000902,E08000016,E08000016,E08000038',
].join('\n');

const peopleOf = (...counts: (number | string)[]): string =>
  ['LSOA21CD,residents', ...counts.map((count, i) => `E0190000${i + 1},${count}`)].join('\n');

const lookup = { path: 'lookup.csv', member: 'LSOA21CD' };
const request = (wishes: Partial<OverlapRequest> = {}): OverlapRequest => ({
  command: 'overlap',
  layers: [
    { ...lookup, group: 'ICB24CD' },
    { ...lookup, group: 'LAD24CD' },
  ],
  people: [{ path: 'people.csv' }],
  ...wishes,
});

const resultOf = (
  people: string,
  wishes: Partial<OverlapRequest> = {},
  further: Record<string, string> = { 'data/england/atoms.csv': FIGURES },
): Promise<Result> =>
  run(request(wishes), new Inputs(memoryFiles({ 'lookup.csv': LOOKUP, 'people.csv': people, ...further })));

const told = ({ findings }: Result): FindingRecord[] =>
  findings.filter(({ finding }) => finding === 'residents-differ');
const toldOf = async (...given: Parameters<typeof resultOf>): Promise<string[]> =>
  told(await resultOf(...given)).map(({ layer, detail }) => `${layer}: ${detail}`);

describe('residents of units', () => {
  it('that are as known, or 1 % off, are no finding', async () => {
    expect(await toldOf(peopleOf(10_000, 10_000, 10_000, 10_000))).toEqual([]);
    expect(await toldOf(peopleOf(10_100, 10_100, 10_100, 10_100))).toEqual([]);
    expect(await toldOf(peopleOf(9_900, 9_900, 9_900, 9_900))).toEqual([]);
  });

  it('that are just beyond are one finding for their layer, worst first', async () => {
    expect(await toldOf(peopleOf(10_101, 10_000, 10_000, 9_800))).toEqual([
      'ltla: people counted in 2 of 3 councils are more than 1 % off the residents of the Census of 2021: E08000016 9,800 for 10,000 (-2.0 %) and E07000901 10,101 for 10,000 (+1.0 %); likely: another year of estimates, whose residents have grown or moved',
    ]);
  });

  it('that are all halved have one reason', async () => {
    const found = await toldOf(peopleOf(5_000, 5_000, 5_000, 5_000));
    expect(found).toHaveLength(2);
    for (const each of found) expect(each).toMatch(/likely: all are about half: one sex/);
    expect(found[1]).toMatch(/3 of 3 councils/);
  });

  it('keep their figures whatever is found', async () => {
    const given = peopleOf(5_000, 5_000, 5_000, 5_000);
    const [alone, held] = [await resultOf(given, {}, {}), await resultOf(given)];
    expect(told(alone)).toEqual([]);
    expect({ ...held, findings: [] }).toEqual({ ...alone, findings: [] });
  });
});

describe('nothing is said', () => {
  const half = peopleOf(5_000, 5_000, 5_000, 5_000);

  it('of measures that are not residents', async () => {
    expect(await toldOf(half, { people: [{ path: 'people.csv', name: 'children' }] })).toEqual([]);
    expect(await toldOf(half.replace('residents', 'patients'))).toEqual([]);
    expect(
      await toldOf(half.replace('residents', 'households'), {
        people: [{ path: 'people.csv', column: 'households' }],
      }),
    ).toEqual([]);
  });

  it('of vintages that are not on board', async () => {
    const layers = [
      { ...lookup, group: 'LAD22CD' },
      { ...lookup, group: 'LAD24CD' },
    ];
    const found = await toldOf(half, { layers });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^ltla_2024: /);
  });

  it('of layers that state no vintage and have other codes', async () => {
    const lookups = LOOKUP.replace('ICB24CD', 'ICBCD').replace('E01900004,E54000902', 'E01900004,E54000909');
    const layers = [
      { ...lookup, group: 'ICBCD' },
      { ...lookup, group: 'LAD24CD' },
    ];
    const further = { 'data/england/atoms.csv': FIGURES, 'lookup.csv': lookups };
    expect((await toldOf(half, { layers }, further)).map((each) => each.slice(0, 5))).toEqual(['ltla:']);
  });

  it('of land that is clipped, or of people who are points', async () => {
    const land = {
      'icb.geojson': collection([feature({ ICB24CD: 'E54000901' }, polygon(square(0, 52, 1)))]),
      'ltla.geojson': collection([feature({ LAD24CD: 'E07000901' }, polygon(square(0, 52, 1)))]),
      'clip.geojson': collection([feature({ code: 'land' }, polygon(square(0, 52, 0.5)))]),
      'blocks.geojson': collection([feature({ LSOA21CD: 'E01900001' }, polygon(square(0, 52, 1)))]),
      'points.csv': 'lat,long,people\n52.5,0.5,5000\n',
      'data/england/atoms.csv': FIGURES,
    };
    const layers = [{ path: 'icb.geojson' }, { path: 'ltla.geojson' }];
    const blocks = { path: 'blocks.geojson' };
    const alone = peopleOf(5_000);
    expect(await toldOf(alone, { layers, blocks }, land)).toHaveLength(2);
    expect(await toldOf(alone, { layers, blocks, clip: { path: 'clip.geojson' } }, land)).toEqual([]);
    expect(await toldOf(alone, { layers, people: [{ path: 'points.csv' }] }, land)).toEqual([]);
  });
});

it('a council is found under the code it had before, and its new code is no reason by itself', async () => {
  const layers = [
    { ...lookup, group: 'ICB24CD' },
    { ...lookup, group: 'LAD25CD' },
  ];
  expect(await toldOf(peopleOf(10_000, 10_000, 10_000, 10_000), { layers })).toEqual([]);
  const found = await toldOf(peopleOf(10_000, 10_000, 10_000, 9_000), { layers });
  expect(found.find((each) => each.startsWith('ltla'))).toMatch(/codes were changed/);
});

it('under a disclosure rule the figures that are told are those that are published', async () => {
  const disclosure = parseDisclosure('nhs');
  const found = await toldOf(peopleOf(4_003, 5_001, 5_002, 6), { disclosure });
  const all = found.join('\n');
  expect(all).toMatch(/E07000901 4,005 for 10,000/);
  expect(all).not.toMatch(/4,003|E08000016|E54000902/);
});

describe.runIf(haveRealData)('England as it is', () => {
  const layers = [
    { path: realData('lookups/lookup_lsoa21_icb24.csv.gz'), member: 'lsoa21_code', group: 'icb24_code' },
    {
      path: realData('lookups/lookup_lsoa21_ward24_ltla24.csv.gz'),
      member: 'lsoa21_code',
      group: 'ltla24_code',
    },
  ];
  const census = realData('people/census21_residents_lsoa21.csv');

  it('has one council off the Census, which the lookup explains', async () => {
    const found = told(await run(request({ layers, people: [{ path: census }] }), new Inputs(nodeFiles)));
    expect(found.map(({ layer }) => layer)).toEqual(['ltla']);
    expect(found[0]!.detail).toMatch(/in 1 of 296 .*Cherwell 162,900 for 160,986 \(\+1\.2 %\).*best fit/);
  });

  it('halved has one reason for ICBs and for councils', async () => {
    const halved = readFileSync(census, 'utf8').replace(/,(\d+)/g, (_, n) => `,${Math.round(Number(n) / 2)}`);
    const files = Object.fromEntries(
      layers.map(({ path }) => [path, new Uint8Array(gunzipSync(readFileSync(path)))]),
    );
    const lent = memoryFiles({
      ...files,
      'half.csv': halved,
      'data/england/atoms.csv': readFileSync('data/england/atoms.csv', 'utf8'),
    });
    const found = told(await run(request({ layers, people: [{ path: 'half.csv' }] }), new Inputs(lent)));
    expect(found.map(({ layer }) => layer)).toEqual(['icb', 'ltla']);
    for (const { detail } of found) expect(detail).toMatch(/and (39|293) more; likely: all are about half/);
  });
});
