/**
 * The record of the reading of every kind of input: fields, rows, totals, what was left out, what matched.
 */
import { describe, expect, test } from 'vitest';
import type { InputReading } from '../../src/result/input-reading.js';
import { combineResults } from '../../src/result/combine-results.js';
import { parseResult } from '../../src/result/parse-result.js';
import { writeJson } from '../../src/result/write-json.js';
import type { Result } from '../../src/result/result.js';
import { Inputs } from '../../src/run/inputs.js';
import { memoryFiles } from '../../src/run/memory-files.js';
import type { LayerSource, Request } from '../../src/run/request.js';
import { run } from '../../src/run/run.js';
import { collection, councils, feature, icbs, polygon, square } from '../cli/small-files.js';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

const BLOCKS = ['E01000001', 'E01000002', 'E01000003', 'E01000004'];
const blocks = collection(
  BLOCKS.map((code, i) => feature({ LSOA21CD: code }, polygon(square(-1 + i * 0.05, 52, 0.05)))),
);
const LOOKUP = lines(
  'LSOA21CD,ICB24CD,ICB24NM,LAD24CD,LAD24NM',
  ...BLOCKS.map(
    (code, i) =>
      `${code},E5400000${i < 2 ? 1 : 2},Icb ${i < 2 ? 1 : 2},E0700000${i < 3 ? 1 : 2},Lad ${i < 3 ? 1 : 2}`,
  ),
);
const FILES = {
  'icb.geojson': icbs,
  'ltla.geojson': councils,
  'blocks.geojson': blocks,
  'lookup.csv': LOOKUP,
};

/** Four councils, two in each ICB, and the lookup that says so. */
const quarters = collection(
  BLOCKS.map((_, i) =>
    feature({ LAD24CD: `E0700000${i}`, LAD24NM: `Lad ${i}` }, polygon(square(-1 + i * 0.05, 52, 0.05))),
  ),
);
const AUDITED = BLOCKS.map((_, i) => `E0700000${i},Lad ${i},E5400000${i < 2 ? 1 : 2}`);

const shapes: LayerSource[] = [{ path: 'icb.geojson' }, { path: 'ltla.geojson' }];
const lookups: LayerSource[] = [
  { path: 'lookup.csv', member: 'LSOA21CD', group: 'ICB24CD' },
  { path: 'lookup.csv', member: 'LSOA21CD', group: 'LAD24CD' },
];

const resultOf = (request: Request, files: Readonly<Record<string, string>> = {}): Promise<Result> =>
  run(request, new Inputs(memoryFiles({ ...FILES, ...files })));

/** The record of a file; read is counted and left out in every one of them. */
async function readingOf(
  file: string,
  request: Request,
  files: Readonly<Record<string, string>> = {},
): Promise<InputReading> {
  const { inputs } = await resultOf(request, files);
  for (const { reading } of inputs) {
    const left = reading!.left.reduce((sum, { count }) => sum + count!, 0);
    expect(reading!.read, reading!.line).toBe(reading!.counted! + left);
  }
  return inputs.find((input) => input.file === file)!.reading!;
}

const fieldsOf = ({ fields }: InputReading): string[] =>
  fields.map(({ use, field, candidates }) => [`${use} ${field}`, ...candidates].join(' not '));
const leftOf = ({ left }: InputReading): string[] =>
  left.map(({ what, count, people }) => `${count!} ${what}${people === null ? '' : `, ${people} people`}`);

describe('the record of', () => {
  test('a layer has its features, the ones without land left out, and the other fields that could be', async () => {
    const file = collection([
      feature({ ICB24CD: 'E54000001', ICB24NM: 'Ash', NHSER24CD: 'E40000001' }, polygon(square(-1, 52, 0.1))),
      feature(
        { ICB24CD: 'E54000002', ICB24NM: 'Birch', NHSER24CD: 'E40000001' },
        polygon(square(-0.9, 52, 0.1)),
      ),
      feature({ ICB24CD: 'E54000003', ICB24NM: 'Cedar', NHSER24CD: 'E40000002' }, null),
    ]);
    const reading = await readingOf(
      'icb.geojson',
      { command: 'overlap', layers: shapes },
      { 'icb.geojson': file },
    );
    expect(reading).toMatchObject({ of: 'features', read: 3, counted: 2, total: null, matched: null });
    expect(fieldsOf(reading)).toEqual(['code ICB24CD not NHSER24CD', 'name ICB24NM']);
    expect(leftOf(reading)).toEqual(['1 without land']);
    expect(reading.line).toBe(
      "icb.geojson: 3 units from 2 features, codes in 'ICB24CD' (also possible with --code: 'NHSER24CD'), names in 'ICB24NM'; 1 feature without land left out",
    );
  });

  test('a table of people has what was left out, with its people, and the share that matched', async () => {
    const people = lines(
      'LSOA21CD,population,males',
      ...BLOCKS.slice(1).map((code) => `${code},100,40`),
      'E01000001,[c],40',
      ',13,4',
      'E92000001,313,120',
    );
    const reading = await readingOf(
      'people.csv',
      { command: 'overlap', layers: lookups, people: [{ path: 'people.csv' }] },
      { 'people.csv': people },
    );
    expect(reading).toMatchObject({
      read: 6,
      counted: 3,
      total: { count: 300, of: 'people' },
      makes: { count: 3, of: 'LSOAs' },
      matched: {
        with: 'blocks of the lookups',
        percent: 100,
        codes: 3,
        of_codes: 3,
        people: 300,
        of_people: 300,
      },
    });
    expect(fieldsOf(reading)).toEqual(['people population not males', 'code LSOA21CD']);
    expect(leftOf(reading)).toEqual([
      '1 of country totals',
      '1 without a code, 13 people',
      "1 with 'population' blank or kept back",
    ]);
  });

  test('people whose codes lack a partner says how many of each side have one', async () => {
    const people = lines('LSOA21CD,people', ...BLOCKS.slice(1).map((code) => `${code},100`), 'E01000009,100');
    const reading = await readingOf(
      'people.csv',
      { command: 'overlap', layers: lookups, people: [{ path: 'people.csv' }], allowUnmatched: 25 },
      { 'people.csv': people },
    );
    expect(reading.matched).toMatchObject({
      percent: 75,
      codes: 3,
      of_codes: 4,
      others: 3,
      of_others: 4,
      people: 300,
    });
    expect(reading.line).toContain('; matched: 75 % of codes, 75 % of people, 75 % of blocks of the lookups');
  });

  test('people by sex counts each block once, and the rows of its parts are left out', async () => {
    const rows = BLOCKS.flatMap((code, i) =>
      i === 0
        ? [`${code},Male,50`, `${code},Female,50`]
        : [`${code},Persons,100`, `${code},Male,50`, `${code},Female,50`],
    );
    const reading = await readingOf(
      'people.csv',
      { command: 'overlap', layers: lookups, people: [{ path: 'people.csv' }] },
      { 'people.csv': lines('LSOA21CD,Sex,people', ...rows) },
    );
    expect(reading).toMatchObject({ read: 11, counted: 5, total: { count: 400 } });
    expect(leftOf(reading)).toEqual(["6 whose 'Sex' is not 'Persons'"]);
  });

  test('points of people', async () => {
    const reading = await readingOf(
      'people.csv',
      { command: 'overlap', layers: shapes, people: [{ path: 'people.csv' }] },
      {
        'people.csv': lines('id,patients,longitude,latitude', 'a,5,-0.95,52.05', 'b,6,,', 'c,*,-0.85,52.05'),
      },
    );
    expect(reading).toMatchObject({
      read: 3,
      counted: 1,
      total: { count: 5, of: 'registered patients' },
      makes: { count: 1, of: 'point' },
    });
    expect(leftOf(reading)).toEqual([
      '1 without coordinates, 6 people',
      "1 with 'patients' blank or kept back",
    ]);
    expect(reading.line).toContain("points from 'longitude' and 'latitude'");
  });

  test('blocks as polygons and as points', async () => {
    const people = { 'people.csv': lines('LSOA21CD,people', ...BLOCKS.map((code) => `${code},100`)) };
    const centres = lines(
      'LSOA21CD,longitude,latitude',
      ...BLOCKS.map((code, i) => `${code},${-0.975 + i * 0.05},52.025`),
    );
    for (const [path, of] of [
      ['blocks.geojson', 'features'],
      ['centres.csv', 'rows'],
    ] as const) {
      const reading = await readingOf(
        path,
        { command: 'overlap', layers: shapes, people: [{ path: 'people.csv' }], blocks: { path } },
        { ...people, 'centres.csv': centres },
      );
      expect(reading).toMatchObject({
        of,
        read: 4,
        counted: 4,
        makes: { count: 4, of: of === 'rows' ? 'points' : 'LSOAs' },
      });
    }
  });

  test('a lookup has its columns and the rows that say nothing', async () => {
    const file = lines(
      LOOKUP.trim(),
      'E01000004,E54000002,Icb 2,E07000002,Lad 2',
      'E01000005,,,E07000002,Lad 2',
      ',E54000002,Icb 2,E07000002,Lad 2',
    );
    const people = lines('LSOA21CD,people', ...[...BLOCKS, 'E01000005'].map((code) => `${code},100`));
    const request: Request = { command: 'overlap', layers: lookups, people: [{ path: 'people.csv' }] };
    const reading = await readingOf('lookup.csv', request, { 'lookup.csv': file, 'people.csv': people });
    expect(reading).toMatchObject({ read: 7, counted: 4, makes: { count: 2, of: 'units' } });
    expect(fieldsOf(reading)).toEqual(['group ICB24CD', 'name ICB24NM', 'member LSOA21CD']);
    expect(reading.fields.map(({ why }) => why)).toEqual([
      'named by the user',
      'beside the codes, by its heading',
      'named by the user',
    ]);
    expect(leftOf(reading).sort()).toEqual([
      '1 repeating a member with its group',
      '1 without a group',
      '1 without a member',
    ]);
  });

  test('a lookup with weights, one of them kept back', async () => {
    const file = lines(
      'LSOA21CD,pcn_code,patients',
      ...BLOCKS.map((code) => `${code},U10001,10`),
      'E01000001,U10002,*',
    );
    const reading = await readingOf(
      'weights.csv',
      {
        command: 'overlap',
        layers: [
          lookups[0]!,
          { path: 'weights.csv', member: 'LSOA21CD', group: 'pcn_code', weight: 'patients' },
        ],
        people: [{ path: 'people.csv' }],
      },
      { 'weights.csv': file, 'people.csv': lines('LSOA21CD,people', ...BLOCKS.map((code) => `${code},100`)) },
    );
    expect(reading).toMatchObject({ read: 5, counted: 4, makes: { count: 2, of: 'units' } });
    expect(fieldsOf(reading)).toEqual(['group pcn_code', 'member LSOA21CD', 'weight patients']);
    expect(leftOf(reading)).toEqual(["1 with 'patients' blank or kept back"]);
  });

  test('a lookup that gets land from blocks says how many of its members have any', async () => {
    const reading = await readingOf('lookup.csv', {
      command: 'overlap',
      layers: lookups,
      blocks: { path: 'blocks.geojson' },
    });
    expect(reading.matched).toMatchObject({
      with: 'blocks',
      percent: 100,
      codes: 4,
      others: 4,
      people: null,
    });
  });

  test('a group and its recodes', async () => {
    const request: Request = {
      command: 'overlap',
      layers: shapes,
      groups: [{ id: 'cluster', from: 'icb', lookup: { path: 'cluster.csv' } }],
      recode: { path: 'recode.csv' },
    };
    const files = {
      'cluster.csv': lines('ICB24CD,cluster_code,cluster_name', 'E54000001,C1,One', 'E54000009,C1,One'),
      'recode.csv': lines('old_code,new_code', 'E54000002,E54000009'),
    };
    const group = await readingOf('cluster.csv', request, files);
    expect(group).toMatchObject({
      read: 2,
      counted: 2,
      matched: { with: 'icb', percent: 100, codes: 2, of_codes: 2 },
    });
    expect(group.fields[0]).toMatchObject({ use: 'group', why: 'by its codes, which other inputs have' });
    const recode = await readingOf('recode.csv', request, files);
    expect(recode.line).toBe(
      "recode.csv: 1 change of a code, old codes in 'old_code', new codes in 'new_code'",
    );
  });

  test('people of whom some rows are totals of others, by areas of another level or of one sex alone', async () => {
    const request: Request = { command: 'overlap', layers: lookups, people: [{ path: 'people.csv' }] };
    const counts = BLOCKS.map((code) => `${code},100`);
    const people = await readingOf('people.csv', request, {
      'people.csv': lines('code,people', ...counts, 'E07000001,150', 'E07000002,250'),
    });
    expect(people).toMatchObject({
      read: 6,
      counted: 4,
      makes: { count: 4 },
      total: { count: 400 },
      matched: { codes: 4, of_codes: 4, others: 4, of_others: 4, people: 400, of_people: 400 },
    });
    expect(leftOf(people)).toEqual(['2 with the total of all others']);
    const sexes = BLOCKS.flatMap((code) => [`${code},Male,40`, `${code},Female,60`]);
    const men = await readingOf('people.csv', request, {
      'people.csv': lines('LSOA21CD,Sex,people', ...sexes.slice(0, 7)),
    });
    expect(men).toMatchObject({ read: 7, counted: 6, makes: { count: 3 }, total: { count: 300 } });
    expect(leftOf(men)).toEqual(["1 with some of 'Sex' alone"]);
  });

  test('registrations and the map of practices', async () => {
    const request: Request = {
      command: 'overlap',
      layers: [lookups[1]!],
      registrations: { patients: { path: 'patients.csv' }, practices: { path: 'map.csv' } },
      allowUnmatched: 10,
    };
    const files = {
      'patients.csv': lines(
        'PRACTICE_CODE,LSOA_CODE,SEX,NUMBER_OF_PATIENTS',
        ...BLOCKS.map((code) => `A81001,${code},ALL,90`),
        ...BLOCKS.map((code) => `A81001,${code},MALE,40`),
        'Y99999,E01000001,ALL,40',
        'A81002,E01000002,ALL,*',
      ),
      'map.csv': lines(
        'PRACTICE_CODE,PCN_CODE,ONS_ICB_CODE,END_DATE',
        'A81001,U10001,E54000001,',
        'A81002,U10002,E54000002,',
        'A81002,U10002,E54000002,',
        'A81003,U10002,E54000002,2020-01-01',
        ',U10002,E54000002,',
      ),
    };
    const patients = await readingOf('patients.csv', request, files);
    expect(patients).toMatchObject({
      read: 10,
      counted: 5,
      total: { count: 400, of: 'patients' },
      matched: { codes: 2, of_codes: 3, others: 2, of_others: 2, people: 360, of_people: 400 },
    });
    expect(leftOf(patients)).toEqual(["4 whose 'SEX' is not 'ALL'", '1 blank or kept back']);
    const map = await readingOf('map.csv', request, files);
    expect(map).toMatchObject({ read: 5, counted: 2, makes: { count: 2, of: 'practices' } });
    expect(leftOf(map)).toEqual(['1 without a practice', '1 with an end date', '1 repeating a practice']);
  });

  test('patients by block and network, rows by sex made one', async () => {
    const rows = BLOCKS.flatMap((code) => [`${code},U10001,MALE,40`, `${code},U10001,FEMALE,50`]);
    const reading = await readingOf(
      'patients.csv',
      { command: 'derive', kind: 'pcn', patients: { path: 'patients.csv' } },
      {
        'patients.csv': lines(
          'LSOA21CD,pcn_code,SEX,patients',
          ...rows,
          'E01000001,,MALE,3',
          'E01000001,,FEMALE,4',
        ),
      },
    );
    expect(reading).toMatchObject({ read: 10, counted: 8, total: { count: 360, of: 'patients' } });
    expect(leftOf(reading)).toEqual(['2 without a unit, 7 people']);
    expect(reading.left[0]!.codes).toEqual(['E01000001']);
  });

  test('services and travel times', async () => {
    const request: Request = {
      command: 'coverage',
      neighbourhoods: shapes[1]!,
      within: shapes[0]!,
      people: [{ path: 'people.csv' }],
      blocks: { path: 'blocks.geojson' },
      services: { path: 'services.csv' },
      times: { path: 'times.csv' },
      allowUnmatched: 25,
    };
    const files = {
      'people.csv': lines('LSOA21CD,people', ...BLOCKS.map((code) => `${code},100`)),
      'services.csv': lines('code,type,longitude,latitude', 'S1,hub,-0.95,52.05', 'S2,hub,,'),
      'times.csv': lines(
        'LSOA21CD,site_code,minutes',
        'E01000001,S1,9',
        'E01000001,S1,7',
        'E01000002,S1,',
        'E01000003,S9,4',
      ),
    };
    const services = await readingOf('services.csv', request, files);
    expect(services).toMatchObject({ read: 2, counted: 1, makes: { count: 1, of: 'service' } });
    expect(services.line).toBe(
      "services.csv: 1 service, types in 'type', points from 'longitude' and 'latitude', codes in 'code'; 1 row without coordinates left out",
    );
    const times = await readingOf('times.csv', request, files);
    expect(times).toMatchObject({ read: 4, counted: 1, makes: { count: 1, of: 'block' } });
    expect(times.left.map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  test('deprivation deciles, laid on residents', async () => {
    const reading = (
      await resultOf(
        {
          command: 'overlap',
          layers: lookups,
          people: [
            { name: 'residents', path: 'people.csv' },
            { name: 'core20', path: 'imd.csv' },
          ],
        },
        {
          'people.csv': lines('LSOA21CD,people', ...BLOCKS.map((code) => `${code},100`)),
          'imd.csv': lines('LSOA21CD,imd_decile', ...BLOCKS.map((code, i) => `${code},${i + 1}`)),
        },
      )
    ).inputs.find(({ id }) => id === 'core20')!.reading!;
    expect(reading).toMatchObject({
      read: 4,
      counted: 4,
      total: { count: 200, of: 'residents' },
      matched: { percent: 100 },
    });
    expect(fieldsOf(reading)).toEqual(['decile imd_decile', 'code LSOA21CD']);
  });

  test('an audited lookup, whose columns are told by their codes', async () => {
    const reading = await readingOf(
      'audit.csv',
      { command: 'align', layers: shapes, audit: { path: 'audit.csv' } },
      { 'audit.csv': lines('LAD24CD,LAD24NM,ICB24CD', ...AUDITED), 'ltla.geojson': quarters },
    );
    expect(reading).toMatchObject({ read: 4, counted: 4, makes: { count: 2, of: 'units' } });
    expect(fieldsOf(reading)).toEqual(['group ICB24CD', 'member LAD24CD']);
    expect(reading.fields[1]!.why).toBe('by its codes, which other inputs have');
  });

  test('land to cut to counts nothing', async () => {
    const clip = await readingOf('blocks.geojson', {
      command: 'overlap',
      layers: shapes,
      clip: { path: 'blocks.geojson' },
    });
    expect(clip).toMatchObject({ of: 'features', read: 4, counted: 4, fields: [], makes: null, total: null });
    expect(clip.line).toBe('blocks.geojson: 4 features');
  });

  test('sums to share out', async () => {
    const reading = await readingOf(
      'pounds.csv',
      {
        command: 'suggest',
        layers: shapes,
        people: [{ path: 'people.csv' }],
        blocks: { path: 'blocks.geojson' },
        apportion: [{ name: 'budget', path: 'pounds.csv', code: 'ICB24CD', amount: 'pounds' }],
      },
      {
        'people.csv': lines('LSOA21CD,people', ...BLOCKS.map((code) => `${code},100`)),
        'pounds.csv': lines('ICB24CD,pounds', 'E54000001,10', 'E54000002,', ',4'),
      },
    );
    expect(reading).toMatchObject({ read: 3, counted: 1, total: null });
    expect(leftOf(reading)).toEqual(['1 without a code', "1 with 'pounds' blank or kept back"]);
  });

  test('a scenario in a table', async () => {
    const reading = await readingOf(
      'plan.csv',
      { command: 'scenario', scenarios: [{ path: 'plan.csv' }], layer: { path: 'icb.geojson' } },
      { 'plan.csv': lines('operation,pieces,from,to,name', 'merge,E54000001;E54000002,,X_ALL,All') },
    );
    expect(reading).toMatchObject({ read: 1, counted: 1, makes: { count: 1, of: 'operation' } });
  });
});

test('the figures that come with the tool have a record too', async () => {
  const { inputs } = await run(
    { command: 'overlap', layers: [{ england: 'icb' }, { england: 'ltla' }] },
    new Inputs((await import('../../src/cli/node-files.js')).nodeFiles),
  );
  for (const { reading } of inputs)
    expect(reading).toMatchObject({ of: 'rows', left: [], total: { of: 'people' } });
});

describe('in the document', () => {
  test('of several reports an input that was read in one way stands once, with what matched', async () => {
    const people = { 'people.csv': lines('LSOA21CD,people', ...BLOCKS.map((code) => `${code},100`)) };
    const matched = await resultOf(
      { command: 'overlap', layers: lookups, people: [{ path: 'people.csv' }] },
      people,
    );
    const inputs = matched.inputs.map(({ reading, ...input }) => ({
      ...input,
      reading: { ...reading!, line: 'people.csv: read', matched: null },
    }));
    const unmatched = { ...matched, inputs };
    for (const results of [
      [matched, unmatched],
      [unmatched, matched],
    ]) {
      const combined = combineResults(results.map((result, i) => ({ name: `report${i}`, result })));
      expect(combined.inputs.map(({ reading }) => reading!.matched)).toEqual(
        matched.inputs.map(({ reading }) => reading!.matched),
      );
    }
  });

  test('a record comes back as it was written, and a document without any is read too', async () => {
    const result = await resultOf({ command: 'overlap', layers: shapes });
    const text = writeJson(result);
    expect(parseResult(text).inputs).toEqual(result.inputs);
    const old = JSON.parse(text) as { inputs: { reading?: unknown }[] };
    for (const input of old.inputs) delete input.reading;
    expect(parseResult(JSON.stringify(old)).inputs.map(({ reading }) => reading)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test.each([
    ['line', 1],
    ['fields', {}],
    ['read', 'many'],
    ['left', [{ what: 'x', count: 1, people: null, codes: [1] }]],
    ['matched', { percent: 1 }],
  ])('a damaged %s is refused with its place', async (part, value) => {
    const json = JSON.parse(writeJson(await resultOf({ command: 'overlap', layers: shapes }))) as Result;
    const inputs = json.inputs.map((input) => ({ ...input, reading: { ...input.reading, [part]: value } }));
    expect(() => parseResult(JSON.stringify({ ...json, inputs }), 'saved.json')).toThrow(
      new RegExp(`inputs\\[0\\]\\.reading\\.${part}`),
    );
  });
});
