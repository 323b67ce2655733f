import { describe, expect, it } from 'vitest';
import { cellKind } from '../../src/layer/parse-number.js';
import { tidyCode, tidyColumn } from '../../src/layer/tidy-codes.js';
import { placePoints } from '../../src/read/place-points.js';
import { codeColumn } from '../../src/read/table/code-column.js';
import { readPoints, recognisePoints } from '../../src/read/table/points.js';
import { readPeople } from '../../src/read/table/read-people.js';
import { countColumns, oneCountColumn, recognisePeople } from '../../src/read/table/recognise-columns.js';
import { knownSystem } from '../../src/read/systems/known-systems.js';
import { projection } from '../../src/read/systems/projection.js';
import { sayNotes } from '../../src/trouble/say-notes.js';
import { tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';

describe('a cell that should be a count', () => {
  it.each([
    '*',
    '-',
    '--',
    '[c]',
    '[x]',
    '(c)',
    'c',
    'z',
    '<5',
    '< 5',
    '≤5',
    '..',
    'fewer than 5',
    '5 or fewer',
    'S',
    '!',
    '−',
  ])('%s is a number kept back', (text) => {
    expect(cellKind(text)).toBe('shorthand');
  });

  it.each(['abc', 'ten', '5a', '1,00', 'cc', '5-', '5!', '!5', 'ss'])('%s is wrong', (text) => {
    expect(cellKind(text)).toBe('wrong');
  });
});

describe('columns that are never people', () => {
  it.each([
    'population_density_2021',
    'pct_of_population',
    '% of population',
    'Median age of residents',
    'population change 2011 2021',
    'population_rank',
    'Population per hectare',
    'share_of_patients',
    'Average household population',
  ])('%s', (heading) => {
    const table = tableOf(`LSOA21CD,${heading}\nE01000001,12\nE01000002,13`);
    expect(troubleOf(() => recognisePeople(table, 'people')).message).toContain(
      `'${heading}' holds a density`,
    );
    const named = tableOf(`LSOA21CD,${heading},children\nE01000001,12,40\nE01000002,13,50`);
    expect(troubleOf(() => recognisePeople(named, 'people', heading))).toMatchObject({
      id: 'never-people',
      hint: expect.stringContaining("'children'"),
    });
  });

  const broken = (rows: number, value: (row: number) => number) => (): number =>
    recognisePeople(
      tableOf(
        `LSOA21CD,population\n${Array.from({ length: rows }, (_, row) => `E010000${10 + row},${value(row)}`).join('\n')}`,
      ),
      'people',
    ).value;

  it('that hold broken numbers of 100 or less, ten of them, nine in ten broken', () => {
    expect(troubleOf(broken(10, () => 12.5)).id).toBe('people-column-missing');
    expect(troubleOf(broken(10, (row) => (row === 0 ? 100 : 12.5))).id).toBe('people-column-missing');
    expect(broken(9, () => 12.5)()).toBe(1);
    expect(broken(10, (row) => (row < 2 ? 12 : 12.5))()).toBe(1);
    expect(broken(10, (row) => (row === 0 ? 100.5 : 12.5))()).toBe(1);
  });
});

describe('a column that is the total of those beside it', () => {
  it('is counted, and said', () => {
    const table = tableOf('LSOA21CD,in homes,in communes,everyone there\nE01000001,5,2,7\nE01000002,4,3,7');
    const columns = recognisePeople(table, 'people');
    expect(columns.value).toBe(3);
    expect(sayNotes(columns.notes)[0]).toContain('the total of the columns beside it');
  });

  it('is asked for where one row alone shows it, or a row belies it', () => {
    const of = (rows: string) => () => recognisePeople(tableOf(`LSOA21CD,a,b,c\n${rows}`), 'people');
    expect(troubleOf(of('E01000001,5,2,7')).id).toBe('column-ambiguous');
    expect(troubleOf(of('E01000001,5,2,7\nE01000002,4,3,7\nE01000003,4,3,8')).id).toBe('column-ambiguous');
  });
});

describe('codes are told by what a column holds', () => {
  it.each([
    ['LSOA name,LSOA code,People\nE01000001,Area one,5', 0],
    ['LSOA,Code,People\nArea one,E01000001,5', 1],
    ['area,people\nE01000001,5', 0],
    ['LSOA code,council,people\nArea one,E07000001,5\nArea two,E07000001,6', 0],
    ['block,people\nb1,5', 0],
  ])('%s', (text, column) => {
    expect(codeColumn(tableOf(text)).column).toBe(column);
  });

  it('three spellings of a postcode are one code', () => {
    expect(codeColumn(tableOf('pcd,pcd2,pcds\nZZ1 1AA,ZZ1  1AA,ZZ1 1AA')).column).toBe(2);
    expect(['ZZ11AA', 'zz1 1aa', 'ZZ1  1AA', 'ZZ1 1AA'].map(tidyCode)).toEqual(Array(4).fill('ZZ1 1AA'));
    expect(['a81001', 'e01000001', 'U10001', 'b1', 'Ash'].map(tidyCode)).toEqual([
      'A81001',
      'E01000001',
      'U10001',
      'b1',
      'Ash',
    ]);
  });

  it('made-up codes stay as they are where they are many', () => {
    const spelt = (codes: string[]) =>
      tidyColumn(tableOf(`c,n\n${codes.map((c) => `${c},1`).join('\n')}`), 0).values;
    const nine = Array.from({ length: 9 }, (_, i) => `zz1${i}aa`);
    expect(spelt([...nine, 'x'])[0]).toBe('ZZ1 0AA');
    expect(spelt([...nine.slice(1), 'x'])[0]).toBe('zz11aa');
  });
});

describe('a row with the total of the table', () => {
  it('is left out, and one that is no total is told with its people', () => {
    const read = (total: number) =>
      sayNotes(readPeople(tableOf(`LSOA21CD,people\nE01000001,5\nE01000002,6\n,${total}`)).notes);
    expect(read(11)).toContain('table.csv: 1 row with the total of all others left out');
    expect(read(10)).toContain('table.csv: 1 row without a code, 10 people in it');
  });
});

describe('counts beside coordinates', () => {
  it.each([
    ['population', 3],
    ['List Size', 3],
    ['number', null],
    ['population density', null],
  ])('%s', (heading, column) => {
    const table = tableOf(`code,lat,long,${heading}\nA,53,-1,7`);
    expect(oneCountColumn(table, countColumns(table))).toBe(column);
  });
});

describe('postcode directories', () => {
  const directory = tableOf(
    `pcds,doterm,oseast1m,osnrth1m,osgrdind
     CH1 2HS,,340300,366500,1
     ZZ1 3AA,202101,340400,366600,1
     IM1 1AA,,1,1,9
     BT11 9DT,,330905,371973,1`,
  );

  it('have rows without a grid reference and ended postcodes, counted', () => {
    const read = readPoints(directory, recognisePoints(directory)!);
    expect(read.missing).toBe(1);
    expect(sayNotes(read.notes)).toContain(
      "table.csv: 1 postcode has ended ('doterm') and is placed where it was",
    );
    const table = tableOf('pcds,lat,long\nZZ1 1AA,53.7,-1.7\nJE2 3AB,99.999999,0.000000');
    expect(readPoints(table, recognisePoints(table)!).missing).toBe(1);
  });

  it('give Northern Ireland on the Irish Grid', async () => {
    const { points, notes } = await placePoints(directory, recognisePoints(directory)!);
    expect([points[0], points[1]]).toEqual([340300, 366500]);
    const belfast = projection()(knownSystem('EPSG:27700')!.definition, knownSystem('EPSG:4326')!.definition);
    const { x, y } = belfast.forward({ x: points[6]!, y: points[7]! });
    expect(Math.abs(x + 5.976)).toBeLessThan(0.001);
    expect(Math.abs(y - 54.579)).toBeLessThan(0.001);
    expect(sayNotes(notes)).toContain(
      'table.csv: 1 row of Northern Ireland brought from the Irish Grid (EPSG:29902)',
    );
  });
});

describe('files published without headings', () => {
  it('are known by their shape, said', () => {
    const table = tableOf('"ZZ11AA",10,420000,430000,"E92000001","","","","E07000901","E05000001"');
    expect(recognisePoints(table)).toMatchObject({ x: 2, y: 3, claims: 'EPSG:27700' });
    expect(sayNotes(table.notes)[0]).toContain('read as Code-Point Open by its shape');
    const practices = tableOf(
      `"A81001","ONE","Y63","QX1","1 HIGH ST","","","","","ZZ1 1AA","19740401"${',""'.repeat(16)}`,
    );
    expect(codeColumn(practices).column).toBe(0);
    expect(practices.headings[9]).toBe('Practice postcode');
  });
});

describe('notes below a table', () => {
  const head = 'LSOA21CD,men,women\nE01000001,5,6\n';

  it.each([
    ['after a blank line', '\n"Records have been swapped, a few."\nSmall counts are affected.'],
    ['that begin as notes do', 'Source: the office, 2024\n'],
  ])('%s are passed over and said', (_, text) => {
    const table = tableOf(head + text);
    expect(table.rowCount).toBe(1);
    expect(table.text(2, 0)).toBe('6');
    expect(sayNotes(table.notes)[0]).toMatch(/of notes below the table passed over/);
  });

  it.each([
    ['a row cut short', 'E01000002,5'],
    ['a row cut short after a blank line', '\nE01000002,5'],
    ['a note with rows below it', 'Source: the office\nE01000002,5,6'],
  ])('%s is none', (_, text) => {
    expect(troubleOf(() => tableOf(head + text)).id).toBe('ragged-row');
  });
});
