import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { unzipSync, strFromU8 } from 'fflate';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/result/result.js';
import type { Table } from '../../src/result/table.js';
import { writeCsv } from '../../src/report/csv.js';
import { columnLetters, sheetNames } from '../../src/report/xlsx/sheet.js';
import { writeXlsx } from '../../src/report/xlsx/write-xlsx.js';
import { readWorkbook } from '../../src/read/table/workbook.js';
import { column, overlapTable, sampleResult, sharedTable } from './sample-result.js';
import { expectWellFormed } from './well-formed.js';

const bytes = writeXlsx(sampleResult);
const parts = (of: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(of)).map(([path, content]) => [path, strFromU8(content)]));

/** Rows of a sheet as an independent reader has them. */
async function rowsOf(of: Uint8Array, sheet: string): Promise<unknown[][]> {
  const sheets = await readExcel(Buffer.from(of), { trim: false });
  return sheets.find((each) => each.sheet === sheet)!.data;
}

/** A cell as the CSV has it. */
const asCsv = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell));

describe('a result as a workbook', () => {
  test('has a cover, the tables in their order, notes, columns and findings', async () => {
    expect((await readExcel(Buffer.from(bytes))).map(({ sheet }) => sheet)).toEqual([
      'cover',
      'overlap',
      'shared',
      'notes',
      'columns',
      'findings',
    ]);
    const cover = await rowsOf(bytes, 'cover');
    expect(cover[0]![0]).toBe('coterminous overlap: icb, ltla');
    expect(cover.flat()).toContain(sampleResult.summary[0]);
    expect(cover.flat()).toContain(overlapTable.caption);
  });

  test.each([overlapTable, sharedTable])('the sheet $name says the same as the CSV', async (table) => {
    const csv = parse(writeCsv(table));
    const sheet = await rowsOf(bytes, table.name);
    expect(sheet).toHaveLength(csv.length);
    sheet.forEach((row, r) => {
      csv[r]!.forEach((text, c) => {
        const cell = row[c];
        if (typeof cell === 'number') expect(cell, `${r} ${c}`).toBe(Number(text));
        else expect(asCsv(cell), `${r} ${c}`).toBe(text);
      });
    });
  });

  test('our own reader finds the table again', async () => {
    const table = readWorkbook(bytes, 'x.xlsx', { sheet: 'overlap' });
    expect(table.headings).toEqual(overlapTable.columns.map(({ heading }) => heading));
    expect(table.rowCount).toBe(overlapTable.rows.length);
    expect(table.text(3, 0)).toBe("King's Lynn and West Norfolk");
  });

  test('figures are numbers, codes are text', async () => {
    const [, first] = await rowsOf(bytes, 'overlap');
    expect(typeof first![0]).toBe('string');
    expect(first![6]).toBe(143877.2);
    expect(first![14]).toBe(154325);
  });

  test('every part is well-formed, headings are frozen and every sheet of rows is a table', () => {
    const all = parts(bytes);
    for (const [path, xml] of Object.entries(all)) expectWellFormed(xml, path);
    expect(all['xl/worksheets/sheet2.xml']).toContain('state="frozen"');
    expect(all['xl/tables/table2.xml']).toContain('ref="A1:V17"');
    for (const path of Object.keys(all).filter((name) => name.endsWith('.rels'))) {
      for (const [, target] of all[path]!.matchAll(/Target="([^"]+)"/g)) {
        const folder = path.replace(/_rels\/[^/]*$/, '');
        expect(Object.keys(all), `${path} to ${target!}`).toContain(
          new URL(`x:/${folder}${target!}`).pathname.slice(1),
        );
      }
    }
  });

  test('the same result gives the same bytes, in any time zone', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Auckland';
    const elsewhere = writeXlsx(sampleResult);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(elsewhere).toEqual(bytes);
  });

  test('a table without rows is a sheet of headings and no Excel table', async () => {
    const empty = writeXlsx({ ...sampleResult, tables: [{ ...sharedTable, rows: [] }] });
    expect(await rowsOf(empty, 'shared')).toHaveLength(1);
    expect(Object.keys(parts(empty))).not.toContain('xl/tables/table2.xml');
  });
});

describe('names from files in a workbook', () => {
  const named = (...names: string[]): Result => {
    const table: Table = {
      name: 'names',
      caption: 'Names',
      columns: [column('ltla_code', 'code'), column('ltla_name', 'name'), column('people', 'people')],
      rows: names.map((name, i) => [`E0${i}`, name, i]),
    };
    return { ...sampleResult, tables: [table] };
  };

  test.each(['=HYPERLINK("http://x")', '+1+1', '-cmd', '@SUM(A1)', '\tx'])(
    '%s is text, never a formula',
    async (name) => {
      const of = writeXlsx(named(name));
      const sheet = parts(of)['xl/worksheets/sheet2.xml']!;
      expect(sheet).not.toMatch(/<f[ >]/);
      expect(sheet).toMatch(/<c r="B2" s="5" t="inlineStr">/);
      expect((await rowsOf(of, 'names'))[1]![1]).toBe(name);
    },
  );

  test('markup, control signs, line ends and escapes come back as they were, or as the sign for unknown', async () => {
    const names = ['<b>&amp;"\'</b>', 'two\nlines', 'Ynys Môn 北京 🏥', '  blanks  '];
    const of = writeXlsx(named(...names, 'bell\u0007', 'half \ud800 pair'));
    for (const [path, xml] of Object.entries(parts(of))) expectWellFormed(xml, path);
    const rows = await rowsOf(of, 'names');
    expect(rows.slice(1, 5).map((row) => row[1])).toEqual(names);
    expect(rows.slice(5).map((row) => row[1])).toEqual(['bell\ufffd', 'half \ufffd pair']);
    expect(parts(writeXlsx(named('_x0041_')))['xl/worksheets/sheet2.xml']).toContain('_x005F_x0041_');
  });

  test('a text longer than a cell is cut and says so', async () => {
    const rows = await rowsOf(writeXlsx(named('x'.repeat(40_000))), 'names');
    expect(String(rows[1]![1])).toHaveLength(32_767);
    expect(String(rows[1]![1])).toMatch(/the CSV has all of it\)$/);
  });
});

test('sheets get names that Excel takes, each once', () => {
  expect(sheetNames(['a/b:c', 'A_B_C', 'x'.repeat(40), 'x'.repeat(40), ''])).toEqual([
    'a_b_c',
    'A_B_C 2',
    'x'.repeat(31),
    `${'x'.repeat(29)} 2`,
    'sheet',
  ]);
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('the licence of data stands on the cover', async () => {
  const cover = (await rowsOf(bytes, 'cover')).flat().join(' ');
  expect(cover).toContain('Open Government Licence');
  expect(cover).toContain((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
});
