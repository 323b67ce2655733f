/**
 * What files of the field are taken for on the page, in a sentence, and what a click makes of them.
 */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Inputs, memoryFiles, takeFiles, type FileChange, type MemoryFile } from '../../src/index.js';
import { atHand } from '../../src/page/asking/at-hand.js';
import { choicesOfTrouble } from '../../src/page/asking/choices-of-trouble.js';
import { askingOf, peopleFor } from '../../src/page/asking/first-asking.js';
import { requestOf } from '../../src/page/asking/request-of.js';
import { dbfBytes, geojsonText, geopackageBytes, gridWkt, shpBytes } from '../read/formats-fixtures.js';
import { icbs, square } from '../cli/small-files.js';

const taking = (files: Record<string, MemoryFile>, changes: Record<string, FileChange> = {}) =>
  takeFiles(new Inputs(memoryFiles(files)), Object.keys(files), changes);
const sentences = async (files: Record<string, MemoryFile>, changes = {}): Promise<string[]> =>
  (await taking(files, changes)).map(({ file, sentence }) => `${file}: ${sentence}`);

const POSTCODES = 'pcd,pcds,doterm,oseast1m,osnrth1m,osgrdind,lsoa21\nZZ1   1,ZZ1 1AA,,430000,430000,1,E01000001\nZZ1   2,ZZ1 2AA,,430500,430000,1,E01000002\n'; // prettier-ignore
const PATIENTS = 'postcode,patients\nZZ1 1AA,40\nZZ1 2AA,60\n';

describe('postcodes', () => {
  it.each([
    ['a directory of the ONS', POSTCODES],
    ['Code-Point Open without headings', '"ZZ1 1AA",10,430000,430000,"E92000001","","","","E07000001","E05000001"\n"ZZ1 2AA",10,430500,430000,"E92000001","","","","E07000001","E05000001"\n'], // prettier-ignore
    ['postcodes and where they are', 'id,postcode,latitude,longitude\n1,ZZ1 1AA,53.76,-1.54\n2,ZZ1 2AA,53.76,-1.53\n'], // prettier-ignore
  ])('of %s are taken for the places of people who are counted by postcode', async (_what, text) => {
    const hand = atHand(await taking({ 'where.csv': text, 'patients.csv': PATIENTS }));
    expect(hand.blocks[0]!.sentence).toMatch(/^postcodes, codes in (pcds|postcode) and where they are/i);
    expect(hand.people[0]!.sentence).toBe(
      'people by postcode: registered patients in column patients, 100 in all',
    );
    expect(peopleFor(hand, [])).toEqual({ people: 'patients.csv', blocks: 'where.csv' });
  });

  it.each([
    ['pharmacies', 'name,postcode,latitude,longitude\nA,ZZ1 1AA,53.76,-1.54\nB,ZZ1 2AA,53.76,-1.53\n'],
    ['surgeries', 'practice_code,postcode,easting,northing\nA1,ZZ1 1AA,430000,430000\nA2,ZZ1 2AA,430500,430000\n'], // prettier-ignore
    ['two at one postcode', 'postcode,latitude,longitude\nZZ1 1AA,53.76,-1.54\nZZ1 1AA,53.76,-1.54\n'],
  ])('beside which stands what is there are services: %s', async (_what, text) => {
    expect((await taking({ 'a.csv': text }))[0]!.role).toBe('services');
  });

  it('are not where people of LSOAs live', async () => {
    const people = 'LSOA21CD,residents\nE01000001,40\n';
    const hand = atHand(await taking({ 'where.csv': POSTCODES, 'people.csv': people }));
    expect(peopleFor(hand, [])).toBeNull();
  });
});

describe('people with coordinates', () => {
  const text = 'LSOA21CD,population,LAT,LONG\nE01000001,40,52.05,-0.95\nE01000002,60,52.05,-0.85\n';

  it('need no small areas', async () => {
    const taken = await taking({ 'people.csv': text, 'icb.geojson': icbs, 'lad.geojson': geojsonText() });
    expect(taken[0]!.sentence).toBe(
      'people by LSOA of 2021, at points: people in column population, 100 in all',
    );
    const hand = atHand(taken);
    const request = requestOf(askingOf('overlap', hand), hand, {});
    expect(request).toMatchObject({ people: [{ path: 'people.csv' }] });
    expect(request).not.toHaveProperty('blocks');
  });

  it('are small areas, services or people as is chosen', async () => {
    const as = async (role: 'blocks' | 'services' | 'people', file: string) =>
      (await taking({ 'a.csv': file }, { 'a.csv': { role } }))[0]!.sentence;
    expect(await as('blocks', text)).toContain('points of LSOAs of 2021');
    const practices =
      'practice_code,list_size,easting,northing\nA1,1000,430000,430000\nA2,500,430500,430000\n';
    expect(await as('people', practices)).toMatch(/at points: .* in column list_size, 1,500 in all/);
    expect(await as('services', practices)).toBe('services at points');
  });
});

describe('a lookup', () => {
  const torn = 'LSOA21CD,pcn_code,patients\nE01000001,U10001,10\nE01000001,U10002,30\nE01000002,U10002,5\n';

  it('with members of several groups takes its one column of weights', async () => {
    const hand = atHand(await taking({ 'lookup.csv': torn, 'icb.csv': 'LSOA21CD,ICB24CD\nE01000001,E54000001\nE01000002,E54000002\n' })); // prettier-ignore
    expect(hand.layers.map(({ layer }) => layer.source)).toContainEqual({
      path: 'lookup.csv',
      member: 'LSOA21CD',
      group: 'pcn_code',
      weight: 'patients',
    });
    expect(hand.layers[0]!.file.sentence).toMatch(/, shared by patients$/);
  });

  it('offers its columns of numbers where there are several, and takes the one that is chosen, or none', async () => {
    const two = torn.replace(/patients/, 'patients,staff').replaceAll(/(,\d+)\n/g, '$1,1\n');
    const [file] = await taking({ 'a.csv': two });
    expect(file!.lookup!.weight).toBeNull();
    expect(file!.settings.at(-1)).toEqual({ setting: 'weight', now: '', values: ['', 'patients', 'staff'] });
    const [chosen] = await taking({ 'a.csv': two }, { 'a.csv': { weight: 'patients' } });
    expect(chosen!.layers[0]!.source).toMatchObject({ weight: 'patients' });
    const [none] = await taking({ 'a.csv': torn }, { 'a.csv': { weight: '' } });
    expect(none!.layers[0]!.source).not.toHaveProperty('weight');
  });

  it('has the layer of words that repeat, and another where that is chosen', async () => {
    const words = 'LSOA21CD,Team,Hub\n' + [1, 2, 3, 4, 5, 6].map((n) => `E0100000${n},Team ${n % 2},Hub ${n % 2}\n`).join(''); // prettier-ignore
    const [file] = await taking({ 'a.csv': words });
    expect(file!.sentence).toBe('a lookup of LSOA21CD (6 codes) and Team (2 words)');
    expect(file!.layers[0]!.source).toMatchObject({ member: 'LSOA21CD', group: 'Team' });
    const [other] = await taking({ 'a.csv': words }, { 'a.csv': { group: 'Hub' } });
    expect(other!.layers.map(({ source }) => source)).toMatchObject([{ group: 'Hub' }]);
  });

  it('of practices is no layer, and patients by practice are for derive', async () => {
    const patients = 'PRACTICE_CODE,LSOA_CODE,NUMBER_OF_PATIENTS\nA1,E01000001,5\nA1,E01000002,7\nA2,E01000002,1\n'; // prettier-ignore
    expect((await sentences({ 'a.csv': patients }))[0]).toContain('coterminous derive');
  });
});

describe('parts of a file', () => {
  const [shp, dbf, prj] = [shpBytes(), dbfBytes(), gridWkt];

  it('are told when the file that they belong to is not here, in any order', async () => {
    expect(await sentences({ 'w.dbf': dbf, 'w.prj': prj })).toEqual([
      'w.dbf: not used: it is a part of a Shapefile, and w.shp is not here',
      'w.prj: not used: it is a part of a Shapefile, and w.shp is not here',
    ]);
    const [whole, ...others] = await taking({ 'w.prj': prj, 'w.dbf': dbf, 'w.shp': shp });
    expect(others).toEqual([]);
    expect(whole).toMatchObject({ file: 'w.shp', role: 'layer', parts: ['w.prj', 'w.dbf'] });
  });

  it('stay with the file of their own folder', async () => {
    const taken = await taking({ 'w.shp': shp, 'w.dbf': dbf, 'w.prj': prj, 'new/w.dbf': dbf });
    expect(taken.map(({ file, role }) => [file, role])).toEqual([
      ['w.shp', 'layer'],
      ['new/w.dbf', 'other'],
    ]);
  });

  it('that hold what is not written back are told of, here or not', async () => {
    const open = (await geopackageBytes()).slice();
    open[18] = 2;
    open[19] = 2;
    expect((await sentences({ 'a.gpkg': open }))[0]).toMatch(
      /; it was left open for editing: changes may stand in the log beside it \(\.gpkg-wal\), which is not here$/,
    );
    expect((await sentences({ 'a.gpkg-wal': 'x' }))[0]).toContain('a part of a GeoPackage that is open');
  });
});

describe('inner layers', () => {
  const topology = JSON.stringify({
    type: 'Topology',
    arcs: [square(-1, 52, 0.1), square(-0.9, 52, 0.1)],
    objects: Object.fromEntries(
      ['icb', 'lad'].map((name, i) => [
        name,
        {
          type: 'GeometryCollection',
          geometries: [0, 1].map((arc) => ({
            type: 'Polygon',
            arcs: [[arc]],
            properties: {
              [i === 0 ? 'ICB24CD' : 'LAD24CD']: `E${i === 0 ? 54 : '07'}00000${arc + 1}`,
              other: `x${arc}`,
            },
          })),
        },
      ]),
    ),
  });

  it('of one file are each told, set and asked about by themselves', async () => {
    const changes = { 'both.topojson#lad': { code: 'other' }, 'both.topojson#icb': { code: 'ICB24CD' } };
    const taken = await taking({ 'both.topojson': topology }, changes);
    expect(taken.map(({ file, layers }) => [file, layers[0]!.codeField])).toEqual([
      ['both.topojson#icb', 'ICB24CD'],
      ['both.topojson#lad', 'other'],
    ]);
    const hand = atHand(taken);
    const request = requestOf(askingOf('overlap', hand), hand, changes);
    if (request.command !== 'overlap') throw new Error(request.command);
    expect(request.layers.map(({ id }) => request.code![id!])).toEqual(['ICB24CD', 'other']);
    const [aside] = await taking({ 'both.topojson': topology }, { 'both.topojson#icb': { role: 'other' } });
    expect(aside).toMatchObject({ file: 'both.topojson#icb', role: 'other', sentence: 'it is left aside' });
  });
});

it('members of two groups are refused with the columns that could be weights', async () => {
  const { readCsv, readLookup, InputError } = await import('../../src/index.js');
  const table = readCsv(new TextEncoder().encode('a,b,n,name\n1,x,2,p\n1,y,3,q\n'), 'a.csv');
  try {
    readLookup(table, { member: 'a', group: 'b' });
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(choicesOfTrouble(error.trouble).map(({ change }) => change)).toContainEqual({ weight: 'n' });
  }
});

describe('an archive', () => {
  const people = 'LSOA21CD,residents\nE01000001,40\nE01000002,60\n';
  const lookup = 'LSOA21CD,ICB24CD,LAD24CD\nE01000001,E54000001,E07000001\nE01000002,E54000002,E07000002\n';
  const zipOf = (files: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

  it.each([
    ['two layers', { 'icb.geojson': icbs, 'lad.geojson': geojsonText() }, ['layer', 'layer']],
    ['a layer and people', { 'icb.geojson': icbs, 'people.csv': people }, ['layer', 'people']],
    ['tables alone', { 'people.csv': people, 'lookup.csv': lookup }, ['people', 'lookup']],
  ])('of %s is each of them', async (_what, files, roles) => {
    const taken = await taking({ 'all.zip': zipOf(files) });
    expect(taken.map(({ file }) => file)).toEqual(Object.keys(files).map((name) => `all.zip#${name}`));
    expect(taken.map(({ role }) => role)).toEqual(roles);
  });

  it('is asked about by what lies in it, each set by itself', async () => {
    const changes = { 'all.zip#people.csv': { column: 'staff' } };
    const staffed = 'LSOA21CD,residents,staff\nE01000001,40,1\nE01000002,60,2\n';
    const files = { 'all.zip': zipOf({ 'people.csv': staffed, 'lookup.csv': lookup }) };
    const taken = await taking(files, changes);
    expect(taken[0]!.sentence).toContain('in column staff, 3 in all');
    const hand = atHand(taken);
    const request = requestOf(askingOf('overlap', hand), hand, changes);
    expect(request).toMatchObject({
      layers: [
        { path: 'all.zip', inner: 'lookup.csv', member: 'LSOA21CD', group: 'ICB24CD' },
        { path: 'all.zip', inner: 'lookup.csv', member: 'LSOA21CD', group: 'LAD24CD' },
      ],
      people: [{ path: 'all.zip', inner: 'people.csv', column: 'staff' }],
    });
    const { run } = await import('../../src/index.js');
    expect((await run(request, new Inputs(memoryFiles(files)))).tables[0]!.rows).toHaveLength(2);
  });
});

it('a question takes more than two layers, in the order of the panel', async () => {
  const kinds = { 'icb.geojson': 'ICB24', 'lad.geojson': 'LAD24', 'utla.geojson': 'CTYUA24' };
  const files = Object.fromEntries(
    Object.entries(kinds).map(([name, stem]) => [
      name,
      icbs.replaceAll('ICB24', stem).replaceAll('E54', { ICB24: 'E54', LAD24: 'E07' }[stem] ?? 'E10'),
    ]),
  );
  const hand = atHand(await taking(files));
  const asking = { ...askingOf('align', hand), layers: Object.keys(kinds) };
  const [first, second, third] = Object.keys(kinds).map((path) => ({ path }));
  expect(requestOf(asking, hand, {})).toMatchObject({ layers: [first, second, third] });
  expect(requestOf({ ...asking, question: 'coverage' }, hand, {})).toMatchObject({ also: [third] });
  expect(requestOf({ ...asking, question: 'compare' }, hand, {})).toMatchObject({ later: [third] });
});

it('a place that is no unit is looked up in postcodes and lookups, one that is a unit is not', async () => {
  const hand = atHand(
    await taking({ 'where.csv': POSTCODES, 'icb.geojson': icbs, 'lad.geojson': geojsonText() }),
  );
  const asking = askingOf('partners', hand);
  expect(requestOf({ ...asking, place: 'ZZ1 1AA' }, hand, {})).toMatchObject({
    gazetteers: [{ path: 'where.csv' }],
  });
  expect(requestOf({ ...asking, place: 'ash' }, hand, {})).not.toHaveProperty('gazetteers');
});
