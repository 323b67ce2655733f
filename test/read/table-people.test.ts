import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { codeRank } from '../../src/read/table/code-headings.js';
import { codeColumn } from '../../src/read/table/code-column.js';
import { recognisePeople } from '../../src/read/table/recognise-columns.js';
import { readPeople } from '../../src/read/table/read-people.js';
import { readDeprivation } from '../../src/read/table/deprivation.js';
import { tableOfFeatures } from '../../src/read/table/feature-properties.js';
import { core20Measure } from '../../src/layer/core20.js';
import { haveRealData } from '../real-data.js';
import { realTable, tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';
import { sayNote, sayNotes } from '../../src/trouble/say-notes.js';

describe('the columns of a table of people', () => {
  it.each([
    'LSOA21CD',
    'lsoa21_code',
    'LSOA 2021 Code',
    'lsoa_code',
    'LSOA11CD',
    'geography code',
    'OA21CD',
    'pcds',
    'postcode',
    'Lower layer Super Output Areas Code',
    'PRACTICE_CODE',
    'mnemonic',
    'MSOA21CD',
    'WD24CD',
    'LAD25CD',
    'datazone',
  ])('%s names codes', (heading) => {
    expect(codeRank(heading)).toBeGreaterThanOrEqual(0);
  });

  it.each(['LSOA 2021 Name', 'LSOA21NM', 'Total', 'people', 'easting', 'IMD_decile'])(
    '%s names none',
    (heading) => {
      expect(codeRank(heading)).toBe(-1);
    },
  );

  it.each([
    'Total',
    'All Ages',
    'total_residents',
    'Observation',
    'population',
    'people',
    'residents',
    'NUMBER_OF_PATIENTS',
    'patients',
    'total_population',
    'Usual residents',
    'Total population: mid 2022',
    'lsoa_population',
    'F_anything',
  ])('%s is counted', (heading) => {
    const table = tableOf(`LSOA21CD,LSOA21NM,${heading}\nE01000001,City 1A,7`);
    expect(recognisePeople(table, 'people').value).toBe(2);
  });

  it('are said in a sentence', () => {
    const table = tableOf('lsoa21_code,total_residents\nE01000001,7');
    expect(sayNote(recognisePeople(table, 'people').notes[0]!)).toBe(
      "people: 'total_residents' counted as residents, codes in 'lsoa21_code'",
    );
  });

  it('are those of the finest areas where several kinds have codes', () => {
    expect(codeColumn(tableOf('LAD 2023 Code,LSOA 2021 Code,Total\nE06000001,E01000001,7')).column).toBe(1);
    expect(codeColumn(tableOf('LSOA21CD,OA21CD,people\nE01000001,E00000001,7')).column).toBe(1);
  });

  it('are asked for where two would do', () => {
    const people = troubleOf(() =>
      recognisePeople(tableOf('lsoa_code,residents,patients\nE01000001,7,8'), 'people'),
    );
    expect(people.message).toBe("the people may stand in 'residents' or 'patients'");
    expect(people.hint).toBe('Name one, for example --people "people=table.csv:residents".');
    const codes = troubleOf(
      () => codeColumn(tableOf('LSOA11CD,LSOA21CD,people\nE01000001,E01000001,7')).column,
    );
    expect(codes.message).toBe("the codes may stand in 'LSOA11CD' or 'LSOA21CD'");
  });

  it('are missed with a list of what there is', () => {
    const trouble = troubleOf(() =>
      recognisePeople(tableOf('lsoa_code,lsoa_name\nE01000001,City'), 'people'),
    );
    expect([trouble.id, trouble.hint]).toEqual([
      'people-column-missing',
      expect.stringContaining("'lsoa_code', 'lsoa_name'"),
    ]);
  });

  it('may be properties of a boundary file', () => {
    const none = new Uint32Array(3);
    const table = tableOfFeatures(
      {
        properties: [
          { LSOA21CD: 'E01000002', people: 5 },
          { LSOA21CD: 'E01000001', people: 6 },
        ],
        ids: [null, null],
        shapes: { coordinates: new Float64Array(), ringStart: none, polygonStart: none, featureStart: none },
        points: new Float64Array(),
        pointStart: none,
        statedSystem: null,
        notes: [],
      },
      'blocks.geojson',
    );
    const measure = readPeople(table);
    expect([measure.blocks, [...measure.values]]).toEqual([
      ['E01000001', 'E01000002'],
      [6, 5],
    ]);
  });
});

describe('people by block', () => {
  it('come sorted by code, with their total and their basis', () => {
    const measure = readPeople(
      tableOf('lsoa_code,residents\nE01000003,5\nE01000001,1.5\nE01000002,0', 'data/census.csv'),
    );
    expect(measure.blocks).toEqual(['E01000001', 'E01000002', 'E01000003']);
    expect([...measure.values]).toEqual([1.5, 0, 5]);
    expect([measure.total, measure.basis]).toEqual([6.5, 'residents in census.csv']);
  });

  it('are unknown, not nought, where the cell is blank or shorthand', () => {
    const measure = readPeople(
      tableOf('lsoa_code,residents\nE01000003,[c]\nE01000001,4\nE01000002,\nE01000004,*'),
    );
    expect([measure.blocks, measure.total]).toEqual([['E01000001'], 4]);
    expect(measure.blocksWithoutNumber).toEqual(['E01000002', 'E01000003', 'E01000004']);
    expect(sayNotes(measure.notes)).toContain(
      "table.csv: 2 cells of shorthand such as [c] or * in 'residents' read as blank",
    );
    expect(sayNotes(measure.notes)).toContain("table.csv: 1 blank cell in 'residents'");
  });

  it('are refused where they are negative or no number, with the line', () => {
    expect(
      troubleOf(() => readPeople(tableOf('lsoa_code,residents\nE01000001,4\nE01000002,-3'))),
    ).toMatchObject({
      id: 'negative-number',
      place: 'line 3',
      unit: 'E01000002',
    });
    const trouble = troubleOf(() => readPeople(tableOf('lsoa_code,residents\nE01000001,4\nE01000002,many')));
    expect(trouble).toMatchObject({ id: 'not-a-number', place: 'line 3' });
  });

  it('are refused where blocks repeat, three of them named', () => {
    const rows = [1, 2, 3, 4].flatMap((n) => [`E0100000${n},5`, `E0100000${n},5`]);
    const trouble = troubleOf(() => readPeople(tableOf(`lsoa_code,residents\n${rows.join('\n')}`)));
    expect(trouble.message).toBe('4 blocks in more than one row: E01000001, E01000002, E01000003 and 1 more');
  });

  it('are counted once where a table has rows for men, women and all', () => {
    const measure = readPeople(
      tableOf('lsoa_code,sex,patients\nE01000001,MALE,2\nE01000001,FEMALE,3\nE01000001,ALL,5'),
    );
    expect(measure.total).toBe(5);
    expect(sayNotes(measure.notes)).toContain("table.csv: only rows with 'sex' ALL counted, 2 rows left out");
  });

  it('are added up where a table has rows for men and women only', () => {
    const measure = readPeople(
      tableOf(
        'lsoa_code,sex,patients\nE01000001,MALE,2\nE01000001,FEMALE,3\nE01000002,MALE,[c]\nE01000002,FEMALE,3',
      ),
    );
    expect([measure.blocks, measure.total, measure.blocksWithoutNumber]).toEqual([
      ['E01000001'],
      5,
      ['E01000002'],
    ]);
    expect(sayNotes(measure.notes)).toContain(
      "table.csv: rows by 'sex' (MALE, FEMALE) added up, none is for everybody",
    );
  });

  it('leave out the rows of whole countries', () => {
    const measure = readPeople(tableOf('geography code,residents\nE92000001,7\nE01000001,3\nE01000002,4'));
    expect([measure.total, sayNotes(measure.notes).at(-1)]).toEqual([
      7,
      'table.csv: 1 row of country totals left out',
    ]);
  });

  it('do not depend on the order of rows', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 99999 }), fc.nat(1e6)), {
      selector: ([code]) => code,
      minLength: 1,
    });
    fc.assert(
      fc.property(rows, (list) => {
        const write = (order: typeof list): string =>
          `lsoa_code,people\n${order.map(([code, people]) => `E010${String(code).padStart(5, '0')},${people / 8}`).join('\n')}`;
        expect(readPeople(tableOf(write([...list].reverse())))).toEqual(readPeople(tableOf(write(list))));
      }),
    );
  });

  it.skipIf(!haveRealData)('of the Census 2021 are 56,490,108 in England', () => {
    const measure = readPeople(realTable('people/census21_residents_lsoa21.csv'), { name: 'residents' });
    const england = measure.blocks.reduce(
      (sum, code, b) => sum + (code.startsWith('E') ? measure.values[b]! : 0),
      0,
    );
    expect([measure.blocks.length, measure.total, england]).toEqual([35672, 59597576, 56490108]);
  });
});

describe('Core20', () => {
  const residents = readPeople(
    tableOf('lsoa_code,residents\nE01000001,10\nE01000002,20\nE01000003,40\nW01000001,80'),
    { name: 'residents' },
  );

  it('counts residents of deciles 1 and 2 and names the edition', () => {
    const deciles = readDeprivation(
      tableOf(
        'lsoa21_code,IMD_decile,Income_decile\nE01000001,1,9\nE01000002,2,9\nE01000003,3,9',
        'imd2025.csv',
      ),
    );
    const core = core20Measure(residents, deciles);
    expect([core.total, [...core.values]]).toEqual([30, [10, 20, 0]]);
    expect(core.basis).toBe(
      'residents in deciles 1 and 2 of IMD 2025 (IMD_decile in imd2025.csv; residents in table.csv)',
    );
    expect(sayNotes(core.notes)).toContain(
      'core20: 1 block (80 people) without a decile left out: W01000001',
    );
  });

  it('knows the long headings of the published file', () => {
    const heading = '"Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"';
    const deciles = readDeprivation(
      tableOf(`LSOA code (2011),${heading}\nE01000001,4`.replace('LSOA code (2011)', 'lsoa11_code')),
    );
    expect([[...deciles.deciles], deciles.edition]).toEqual([[4], 2019]);
  });

  it('refuses a decile that is none', () => {
    const trouble = troubleOf(() =>
      readDeprivation(tableOf('lsoa_code,imd_decile\nE01000001,1\nE01000002,11')),
    );
    expect(trouble).toMatchObject({ id: 'decile-wrong', unit: 'E01000002', place: 'line 3' });
  });

  it.skipIf(!haveRealData)('is 11,414,127 residents of England by the 2025 edition', () => {
    const people = readPeople(realTable('people/census21_residents_lsoa21.csv'), { name: 'residents' });
    const core = core20Measure(people, readDeprivation(realTable('people/imd2025_england_lsoa21.csv.gz')));
    expect([core.total, core.blocks.length]).toEqual([11414127, 33755]);
    expect(core.basis).toContain('IMD 2025');
  });
});
