import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readCsv } from '../../src/read/table/csv.js';
import type { Table } from '../../src/layer/table.js';
import { columnNamed } from '../../src/layer/table.js';
import { troubleOf } from '../trouble-of.js';
import { sayNotes } from '../../src/trouble/say-notes.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const table = (text: string): Table => readCsv(bytesOf(text), 'blocks.csv');
const cellsOf = (t: Table): string[][] =>
  Array.from({ length: t.rowCount }, (_, row) => t.headings.map((_, column) => t.text(column, row)));

describe('a delimited text file', () => {
  it('gives its cells without quotation marks, carriage returns and blank lines', () => {
    const t = table('code,name\r\nA1,"Bristol, City of"\r\n\r\nA2,"said ""no""\nand left"\r\n');
    expect(cellsOf(t)).toEqual([
      ['A1', 'Bristol, City of'],
      ['A2', 'said "no"\nand left'],
    ]);
    expect(t.place(1)).toBe('line 4');
  });

  it('drops the byte-order mark from the first heading', () => {
    expect(table('\uFEFFLSOA21CD,Total\nE01000001,7').headings).toEqual(['LSOA21CD', 'Total']);
  });

  it('is divided by semicolons where its headings are, in spite of decimal commas', () => {
    const t = table('code;share\nA1;0,5\nA2;1,5\n');
    expect(t.headings).toEqual(['code', 'share']);
    expect(sayNotes(t.notes)).toEqual(['blocks.csv: cells divided by semicolons']);
  });

  it('is divided by tabs, with empty cells kept in their places', () => {
    expect(cellsOf(table('code\tname\tpeople\nA1\t\t3\nA2\tx\t\n'))).toEqual([
      ['A1', '', '3'],
      ['A2', 'x', ''],
    ]);
  });

  it('reads Windows-1252 and says so', () => {
    const bytes = Uint8Array.from([...bytesOf('code,name\nW1,Ynys M'), 0xf4, ...bytesOf('n\n')]);
    const t = readCsv(bytes, 'wales.csv');
    expect(t.text(1, 0)).toBe('Ynys Môn');
    expect(sayNotes(t.notes)).toEqual(['wales.csv: not UTF-8, read as Windows-1252']);
  });

  it('reads UTF-8 names as they are, without a note', () => {
    const t = table('code,name\nW1,Ynys Môn\n');
    expect([t.text(1, 0), sayNotes(t.notes)]).toEqual(['Ynys Môn', []]);
  });

  it('reads UTF-16 of either order, with its mark or without, and says so', () => {
    const text = 'code,people\nA1,3\n';
    const pair = (c: string): number[] => [c.charCodeAt(0), 0];
    const little = [...text].flatMap(pair);
    const big = [...text].flatMap((c) => pair(c).reverse());
    for (const bytes of [[0xff, 0xfe, ...little], little, [0xfe, 0xff, ...big], big]) {
      const t = readCsv(Uint8Array.from(bytes), 'x.csv');
      expect([t.headings, t.text(1, 0), sayNotes(t.notes)]).toEqual([
        ['code', 'people'],
        '3',
        ['x.csv: not UTF-8, read as UTF-16'],
      ]);
    }
  });

  it('refuses bytes that are no text', () => {
    const bytes = Uint8Array.from([...'code,people\nA1,3\n'].map((c) => c.charCodeAt(0)).concat(0, 0, 0));
    expect(troubleOf(() => readCsv(bytes, 'x.csv')).id).toBe('not-text');
  });

  it('names the line of a ragged row and both counts', () => {
    const trouble = troubleOf(() => table('code,name,people\nA1,x,3\nA2,Bristol, City of,4\n'));
    expect(trouble).toMatchObject({ id: 'ragged-row', place: 'line 3' });
    expect(trouble.message).toBe('4 cells, where the headings have 3');
  });

  it('names the line of a quotation mark that is never closed', () => {
    expect(troubleOf(() => table('code,name\nA1,x\nA2,"open\nA3,y\n'))).toMatchObject({
      id: 'quote-open',
      place: 'line 3',
    });
  });

  it('refuses an empty file and a file of headings only', () => {
    expect(troubleOf(() => table('')).id).toBe('table-empty');
    expect(troubleOf(() => table('code,people\n')).id).toBe('table-empty');
  });

  it('finds headings below title lines and says how many it passed over', () => {
    const t = table('Population estimates\n\nlsoa code,Total\nE01000001,12\nE01000002,13\n');
    expect([t.headings, t.rowCount]).toEqual([['lsoa code', 'Total'], 2]);
    expect(sayNotes(t.notes)).toEqual(['blocks.csv: 1 line above the headings passed over']);
  });

  it('numbers the columns of a file that begins with codes', () => {
    const t = table('A81001,U12345\nA81002,U12345\n');
    expect([t.headings, t.rowCount]).toEqual([['column 1', 'column 2'], 2]);
  });

  it('asks for a position where two columns share a heading', () => {
    const t = table('code,people,people\nA1,1,2\n');
    expect(troubleOf(() => columnNamed(t, 'people'))).toMatchObject({ id: 'column-ambiguous' });
    expect(columnNamed(t, 'column 3')).toBe(2);
    expect(troubleOf(() => columnNamed(t, 'persons')).hint).toContain("'code', 'people'");
  });

  it('takes no sign beside a number for white space', () => {
    const n = table('a,b\nx,5!\ny,!5\nz," 5 "\nw,!').numbers(1);
    expect([...n.values]).toEqual([NaN, NaN, 5, NaN]);
    expect([n.wrong, n.shorthand]).toEqual([2, 1]);
  });

  it('reads numbers, and counts blanks, shorthand and other text apart', () => {
    const t = table('code,n\na,12\nb,"1,474"\nc,\nd,[c]\ne,*\nf,-3.5\ng,1e3\nh,many\n');
    const n = t.numbers(1);
    expect([...n.values]).toEqual([12, 1474, NaN, NaN, NaN, -3.5, 1000, NaN]);
    expect([n.blank, n.shorthand, n.wrong, n.firstWrong]).toEqual([1, 2, 1, 7]);
  });

  it('tells the distinct texts of a column, quoted or not', () => {
    const { values, index } = table('code,n\nE1,1\n"E2",1\nE2,1\nE1,1\n').distinct(0);
    expect([values, [...index]]).toEqual([
      ['E1', 'E2'],
      [0, 1, 1, 0],
    ]);
  });

  it('refuses a column of NHS numbers without showing one', () => {
    const trouble = troubleOf(() => table('id,lsoa_code\n943 476 5919,E01000001\n9434765870,E01000002\n'));
    expect(trouble.id).toBe('nhs-numbers');
    expect(trouble.message).not.toMatch(/\d/);
  });

  it('gives back whatever cells were written, for any text', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', 'ô', '7', ' ') })
      .map((s) => s.trim());
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (written, end) => {
        const kept = written.map((row) => ['k', ...row]);
        const text = [['area code', 'b', 'c', 'd'], ...kept].map((row) => row.map(quote).join(',')).join(end);
        const read = table(text);
        expect(cellsOf(read)).toEqual(kept);
        for (const column of [1, 2, 3]) {
          const { values, index } = read.distinct(column);
          expect(new Set(values).size).toBe(values.length);
          expect([...index].map((at) => values[at])).toEqual(kept.map((row) => row[column]));
        }
      }),
    );
  });

  it('reads every number as JavaScript reads its text', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.float({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), (numbers) => {
        const t = table(`area code,n\n${numbers.map((n) => `x,${n}`).join('\n')}\n`);
        expect([...t.numbers(1).values].map((n) => n + 0)).toEqual(numbers.map((n) => Number(String(n)) + 0));
      }),
    );
  });
});
