import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assertMembership, weightOfBlocks } from '../../src/layer/membership.js';
import { OUTSIDE_ENGLAND, withOutsideEngland } from '../../src/layer/outside-england.js';
import { readLookup } from '../../src/layer/read-lookup.js';
import { readClosedNetworks, readPracticeMap, suitsPracticeMap } from '../../src/read/table/practice-map.js';
import {
  readRegistrations,
  registeredLookup,
  registeredMeasure,
} from '../../src/read/table/registrations.js';
import { readWorkbook } from '../../src/read/table/workbook.js';
import { haveRealData, realData } from '../real-data.js';
import { realTable, tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';
import { sayNotes } from '../../src/trouble/say-notes.js';

const registrations = readRegistrations(
  tableOf(
    `PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,LSOA_CODE,SEX,NUMBER_OF_PATIENTS
     GP,01JUL2025,A81001,ONE,E01000001,ALL,100
     GP,01JUL2025,A81001,ONE,E01000001,MALE,60
     GP,01JUL2025,A81001,ONE,E01000001,FEMALE,40
     GP,01JUL2025,A81001,ONE,W01000007,ALL,4
     GP,01JUL2025,A81002,TWO,E01000001,ALL,30
     GP,01JUL2025,A81003,THREE,E01000002,ALL,20
     GP,01JUL2025,A81003,THREE,NO2011,ALL,3
     GP,01JUL2025,Y99999,LOST,E01000002,ALL,7`,
    'gp-reg.csv',
  ),
);

const map = readPracticeMap(
  tableOf(
    `PRACTICE_CODE,PCN_CODE,PCN_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME
     A81001,U00001,FIRST PCN,E54000001,QAA,NHS First
     A81002,U00001,FIRST PCN,E54000001,QAA,NHS First
     A81003,U,Unallocated,E54000002,QBB,NHS Second`,
    'map.csv',
  ),
);

describe('registered patients', () => {
  it('are counted for all sexes together, the other rows left out and said', () => {
    expect(registrations.total).toBe(164);
    expect(sayNotes(registrations.notes)).toContain(
      "gp-reg.csv: only rows with 'SEX' ALL counted, 2 rows left out",
    );
  });

  it('are counted once where both sexes together are called otherwise', () => {
    const rows = ['A81001,E01000001', 'A81002,E01000002'].flatMap((pair) =>
      ['Total: All,9', 'MALE,5', 'FEMALE,4'].map((cells) => `${pair},${cells}`),
    );
    const table = tableOf(`PRACTICE_CODE,LSOA_CODE,SEX,NUMBER_OF_PATIENTS\n${rows.join('\n')}`);
    expect(readRegistrations(table).total).toBe(18);
  });

  it('are by the areas that the layers have, or else by the latest, and say so', () => {
    const table = tableOf('PRACTICE_CODE,LSOA11CD,LSOA21CD,NUMBER_OF_PATIENTS\nA81001,E01000101,E01000901,7');
    const latest = readRegistrations(table);
    expect(latest.blockCodes).toEqual(['E01000901']);
    expect(sayNotes(latest.notes)[0]).toBe(
      "table.csv: areas taken from 'LSOA21CD', the latest, not from 'LSOA11CD'",
    );
    const known = readRegistrations(table, new Set(['E01000101']));
    expect([known.blockCodes, sayNotes(known.notes)[0]]).toEqual([
      ['E01000101'],
      "table.csv: areas taken from 'LSOA11CD', whose codes the layers have, not from 'LSOA21CD'",
    ]);
  });

  it('match the map whatever the case of codes, and are refused where none is in it', () => {
    const lower = readPracticeMap(tableOf('practice_code,pcn_code\na81001,U00001'));
    expect(registeredLookup(registrations, lower, 'pcn', 100).codes).toEqual(['U00001', 'unmapped']);
    const other = readPracticeMap(tableOf('practice_code,pcn_code\nB82001,U00001', 'other.csv'));
    expect(troubleOf(() => registeredLookup(registrations, other, 'pcn'))).toMatchObject({
      id: 'map-matches-nothing',
      message: 'none of the 4 practices of gp-reg.csv is in the practice map',
    });
  });

  it('follow their practice to its network, unallocated and unmapped ones kept', () => {
    const lookup = registeredLookup(registrations, map, 'pcn', 100);
    assertMembership(lookup.membership, lookup.codes.length);
    expect(lookup.codes).toEqual(['U', 'U00001', 'unmapped']);
    expect(lookup.names).toEqual(['Unallocated', 'FIRST PCN', 'Practices not in the map']);
    expect(lookup.membership.blocks).toEqual(['E01000001', 'E01000002', 'NO2011', 'W01000007']);
    expect([...lookup.membership.weight]).toEqual([130, 20, 7, 3, 4]);
    expect([...lookup.membership.unit]).toEqual([1, 0, 2, 0, 1]);
  });

  it('lose nobody: those outside England and of unknown practices are counted', () => {
    const lookup = registeredLookup(registrations, map, 'icb', 100);
    expect([lookup.patients, lookup.patientsOutsideEngland, lookup.patientsUnmapped]).toEqual([164, 7, 7]);
    expect(lookup.ods).toEqual(['QAA', 'QBB', '']);
    expect(weightOfBlocks(lookup.membership).reduce((a, b) => a + b)).toBe(164);
    expect(sayNotes(lookup.notes)).toContain(
      '1 practice not in the map, 7 patients counted as unmapped: Y99999',
    );
    expect(sayNotes(lookup.notes)).toContain('7 patients of 164 live outside England, in 2 areas');
  });

  it('are refused where the map lacks the practices of more of them than may be', () => {
    const practices = (unknown: number) => () =>
      registeredLookup(
        readRegistrations(
          tableOf(
            `PRACTICE_CODE,LSOA_CODE,NUMBER_OF_PATIENTS\nA81001,E01000001,${1000 - unknown}\nY99999,E01000001,${unknown}`,
          ),
        ),
        readPracticeMap(tableOf('practice_code,pcn_code\nA81001,U00001')),
        'pcn',
      );
    expect(practices(10)().patientsUnmapped).toBe(10);
    expect(troubleOf(practices(11))).toMatchObject({
      id: 'practices-unmatched',
      hint: expect.stringContaining('--allow-unmatched 2') as string,
    });
  });

  it('are a measure of their own, named as such', () => {
    const measure = registeredMeasure(registeredLookup(registrations, map, 'icb', 100));
    expect([measure.total, measure.isPublic]).toEqual([164, false]);
    expect(measure.basis).toMatch(
      /^registered patients, icb of registration by 'LSOA_CODE' in gp-reg\.csv, map\.csv$/,
    );
  });

  it('are added up where the older layout has men and women only', () => {
    const older = readRegistrations(
      tableOf(
        'PRACTICE_CODE,LSOA_CODE,SEX,Number of Patients\nA81001,E01000001,MALE,6\nA81001,E01000001,FEMALE,5',
      ),
    );
    expect(older.total).toBe(11);
  });

  it('are refused where a practice and area stand twice', () => {
    const text = 'PRACTICE_CODE,LSOA_CODE,NUMBER_OF_PATIENTS\nA81001,E01000001,6\nA81001,E01000001,5';
    expect(troubleOf(() => readRegistrations(tableOf(text)))).toMatchObject({
      id: 'registration-twice',
      place: 'line 3',
    });
  });

  it('outside England get a unit of their own in a layer of councils', () => {
    const councils = readLookup(
      tableOf('lsoa21_code,lad24_code,lad24_name\nE01000001,E06000001,Hartlepool\nE01000002,,'),
      {
        member: 'lsoa21_code',
        group: 'lad24_code',
      },
    );
    const wider = withOutsideEngland(
      councils,
      registeredLookup(registrations, map, 'icb', 100).membership.blocks,
    );
    expect(wider.names).toEqual(['Hartlepool', OUTSIDE_ENGLAND]);
    expect(wider.membership.blocks).toEqual(['E01000001', 'E01000002', 'NO2011', 'W01000007']);
    expect([...wider.membership.start]).toEqual([0, 1, 1, 2, 3]);
  });
});

describe('a practice map', () => {
  const columns =
    'Partner Organisation Code,Partner Name,PCN Code,PCN Name,Practice to PCN Relationship End Date';

  it('passes over relationships that ended and networks that closed', () => {
    const rows = 'A81001,ONE,U00001,FIRST,20200831\nA81001,ONE,U00002,SECOND,\nA81002,TWO,U00003,THIRD,';
    const read = readPracticeMap(tableOf(`${columns}\n${rows}`), new Set(['U00003']));
    expect([...read.practices]).toEqual([['A81001', { pcn: 'U00002', icb: '' }]]);
    expect(sayNotes(read.notes).join('\n')).toMatch(
      /1 relationship with an end date[^]*1 practice in closed networks[^]*A81002/,
    );
    expect(troubleOf(() => registeredLookup(registrations, read, 'icb')).id).toBe('map-without-icb');
  });

  it('refuses practices in two networks at once and names them', () => {
    const rows =
      'A81001,ONE,U00001,FIRST,\nA81001,ONE,U00002,SECOND,\nA81002,TWO,U00001,FIRST,\nA81002,TWO,U00001,FIRST,';
    const trouble = troubleOf(() => readPracticeMap(tableOf(`${columns}\n${rows}`)));
    expect(trouble.message).toBe('1 practice in more than one network or ICB at once: A81001');
  });

  it('is read from a file without headings', () => {
    const row = (practice: string, left: string): string =>
      `${practice},NAME,01A,SUB,U00001,FIRST,01A,SUB,20190701,${left},Yes`;
    const read = readPracticeMap(tableOf([row('A81001', ''), row('A81002', '20200101')].join('\n')));
    expect([[...read.practices.keys()], read.pcnNames.get('U00001')]).toEqual([['A81001'], 'FIRST']);
  });

  it.skipIf(!haveRealData)('of October 2025 has 6,202 practices in 42 ICBs', () => {
    const read = readPracticeMap(realTable('pcn/gp-reg-pat-prac-map.csv.gz'));
    expect([read.practices.size, read.pcnNames.size, read.icbNames.size]).toEqual([6202, 1298, 42]);
    expect([read.pcnNames.get('U'), read.icbOds.get('E54000050')]).toEqual(['Unallocated', 'QHM']);
  });

  it.skipIf(!haveRealData)(
    'in the network workbook has 6,474 practices once 885 ended relationships are left out',
    async () => {
      const bytes = new Uint8Array(readFileSync(realData('pcn/ePCN.xlsx')));
      const closed = readClosedNetworks(readWorkbook(bytes, 'ePCN.xlsx', { sheet: 'PCNDetails' }));
      const read = readPracticeMap(readWorkbook(bytes, 'ePCN.xlsx', { suits: suitsPracticeMap }), closed);
      expect([closed.size, read.practices.size, read.pcnNames.size]).toEqual([58, 6474, 1260]);
      expect(sayNotes(read.notes).join()).toContain('885 relationships with an end date');
    },
  );
});
