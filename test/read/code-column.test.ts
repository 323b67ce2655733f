/** The column of codes by evidence, cells of code and name in one, notes as wide as the table. */
import { describe, expect, it } from 'vitest';
import { codeWithName } from '../../src/layer/code-with-name.js';
import { readLookup } from '../../src/layer/read-lookup.js';
import { comparableSet } from '../../src/layer/spelling.js';
import { parseCounts } from '../../src/run/counts-source.js';
import { codeColumn } from '../../src/read/table/code-column.js';
import { readPeople } from '../../src/read/table/read-people.js';
import { sayNotes } from '../../src/trouble/say-notes.js';
import { tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';

const known = comparableSet(['a1', 'a2', 'a3', 'a4']);

describe('the column of codes', () => {
  it.each(['atom', 'area', 'id', 'geography', 'Anything'])('is %s where its values are known', (heading) => {
    expect(codeColumn(tableOf(`name,${heading},people\nx,A1,5\ny,a 2,6\nz,a3,7\nw,a4,8`), known).column).toBe(
      1,
    );
  });

  it('is the one of two that matches, which is said', () => {
    const table = tableOf('LSOA11CD,LSOA21CD,people\nb1,a1,5\nb2,a2,6');
    const { column, notes } = codeColumn(table, known);
    expect([column, sayNotes(notes)]).toEqual([
      1,
      ["table.csv: areas taken from 'LSOA21CD', whose codes the layers have, not from 'LSOA11CD'"],
    ]);
  });

  it('must match by half of its codes, or of those known', () => {
    const of = (...codes: string[]) => tableOf(`place,n\n${codes.map((code) => `${code},1`).join('\n')}`);
    expect(codeColumn(of('a1', 'x1'), known).column).toBe(0);
    expect(troubleOf(() => codeColumn(of('a1', 'x1', 'x2'), known).column).id).toBe('code-column-missing');
    expect(codeColumn(of('a1', 'a2', 'x1', 'x2', 'x3', 'x4'), known).column).toBe(0);
  });

  it('is either of two that are the same, and asked for where both match and differ', () => {
    expect(codeColumn(tableOf('LSOA11CD,LSOA21CD,people\na1,a1,5\na2,a2,6'), known).column).toBe(0);
    const differ = tableOf('LSOA11CD,LSOA21CD,people\na1,a2,5\na2,a1,6');
    expect(troubleOf(() => codeColumn(differ, known).column)).toMatchObject({
      id: 'column-ambiguous',
      hint: expect.stringContaining('table.csv:LSOA11CD:COLUMN') as string,
    });
    const named = readPeople(differ, { column: 'LSOA21CD:people', known });
    expect([named.blocks, [...named.values]]).toEqual([
      ['a1', 'a2'],
      [6, 5],
    ]);
  });

  it('is named before that of people, and headings may have colons', () => {
    const is = (path: string): boolean => path === 'a.csv';
    expect(parseCounts('a.csv:LSOA21CD:people', is)).toEqual({ path: 'a.csv', column: 'LSOA21CD:people' });
    const table = tableOf('LSOA21CD,Sex: Total,Sex: Male\nE01000001,5,2');
    expect(readPeople(table, { column: 'Sex: Total' }).total).toBe(5);
    expect(readPeople(table, { column: 'LSOA21CD:Sex: Male' }).total).toBe(2);
  });
});

describe('cells of code and name', () => {
  it.each([
    'E01000001 : City of London 001A',
    'E01000001:City of London 001A',
    'e01000001 - City of London 001A',
    'E01000001 City of London 001A',
    'City of London 001A (E01000001)',
    'City of London 001A : E01000001',
  ])('%s', (cell) => expect(codeWithName(cell)).toEqual({ code: 'E01000001', name: 'City of London 001A' }));
  it.each(['E01000001', 'City of London', 'A1 - x', 'Table 1: people', ''])('not in %s', (cell) =>
    expect(codeWithName(cell)).toBeNull(),
  );

  it('give codes to people, and codes and names to groups', () => {
    const rows = ['1', '2', '3'].map((n) => `E0100000${n} : Area ${n},E5400000${n} - Board ${n},${n}`);
    const table = tableOf(`2021 super output area,board,2021\n${rows.join('\n')}`);
    const codes = ['E01000001', 'E01000002', 'E01000003'];
    expect(readPeople(table, { known: comparableSet(codes) }).blocks).toEqual(codes);
    const lookup = readLookup(table, { member: '2021 super output area', group: 'board' });
    expect([lookup.codes[0], lookup.names[0], lookup.membership.blocks[0]]).toEqual([
      'E54000001',
      'Board 1',
      'E01000001',
    ]);
  });
});

describe('notes as wide as the table', () => {
  const rows = 'LSOA21CD,people\nE01000001,5\nE01000002,6';
  it.each([
    'Source: ONS,2024',
    'Last updated,45000',
    '"In order to protect against disclosure of people", records were swapped',
  ])('are passed over: %s', (note) => {
    const table = tableOf(`${rows}\n${note}`);
    expect(table.rowCount).toBe(2);
    expect(sayNotes(table.notes)).toContain('table.csv: 1 row of notes below the table passed over');
  });
  it.each(['Total,11', 'England,11', 'E01000003,7', 'e01000003,7'])('are not rows such as %s', (row) => {
    expect(tableOf(`${rows}\n${row}`).rowCount).toBe(3);
  });
});
