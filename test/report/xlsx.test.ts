import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { unzipSync, strFromU8 } from 'fflate';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/result/result.js';
import { columnTitle, type Table } from '../../src/result/table.js';
import { shownColumns } from '../../src/report/xlsx/table-sheet.js';
import { writeCsv } from '../../src/report/csv.js';
import { columnLetters, sheetNames, tableNames } from '../../src/report/xlsx/sheet.js';
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

/** The rows of the table on a sheet: what stands above it, its headings, its rows. */
async function tableOf(
  of: Uint8Array,
  sheet: string,
): Promise<{ above: string[]; headings: string[]; rows: unknown[][] }> {
  const part = Object.values(parts(of)).find((xml) =>
    xml.includes(`displayName="${sheet.replaceAll(' ', '_')}"`),
  );
  const [, from, to] = /ref="A(\d+):[A-Z]+(\d+)"/.exec(part ?? '') ?? [];
  const all = await rowsOf(of, sheet);
  expect(all).toHaveLength(Number(to));
  const at = Number(from) - 1;
  return {
    above: all.slice(0, at).map(([first]) => String(first)),
    headings: all[at]!.map(String),
    rows: all.slice(at + 1),
  };
}

describe('a result as a workbook', () => {
  test('has a cover, contents, the tables in their order, notes, columns and findings', async () => {
    expect((await readExcel(Buffer.from(bytes))).map(({ sheet }) => sheet)).toEqual([
      'cover',
      'contents',
      'overlap',
      'shared',
      'notes',
      'columns',
      'findings',
    ]);
    const cover = await rowsOf(bytes, 'cover');
    expect(cover[0]![0]).toBe('ICBs and councils (lower tier or unitary): what they share');
    expect(cover.flat()).toContain(sampleResult.summary[0]);
    const { rows } = await tableOf(bytes, 'contents');
    expect(rows[0]).toEqual(['overlap', 'Overlap', 16]);
  });

  test.each([overlapTable, sharedTable])('the sheet $name holds what the CSV holds', async (table) => {
    const csv = parse(writeCsv(table));
    const { headings, rows } = await tableOf(bytes, table.name);
    const shown = shownColumns(table);
    expect(headings).toEqual(shown.map((c) => columnTitle(table.columns[c]!)));
    rows.forEach((row, r) => {
      shown.forEach((c, at) => {
        const [cell, text] = [row[at], csv[r + 1]![c]];
        if (typeof cell === 'number') expect(cell, `${r} ${c}`).toBe(Number(text));
        else expect(asCsv(cell), `${r} ${c}`).toBe(text);
      });
    });
  });

  test('our own reader finds the table again', async () => {
    const table = readWorkbook(bytes, 'x.xlsx', { sheet: 'overlap' });
    expect(table.headings).toEqual(
      shownColumns(overlapTable).map((c) => columnTitle(overlapTable.columns[c]!)),
    );
    expect(table.rowCount).toBe(overlapTable.rows.length);
    expect(table.text(3, 0)).toBe("King's Lynn and West Norfolk");
  });

  test('figures are numbers, codes are text, people are shown whole and shares of a hundred', async () => {
    const { rows } = await tableOf(bytes, 'overlap');
    expect(typeof rows[0]![0]).toBe('string');
    expect(rows[0]![6]).toBe(143877.2);
    const table: Table = {
      name: 'kinds',
      caption: 'One row each.',
      columns: [
        column('people', 'people'),
        column('share', 'share'),
        column('value', 'number'),
        column('met', 'flag'),
      ],
      rows: [
        [1234567.8, 0.256, 0.33333, true],
        [1, 1, 31468, false],
      ],
    };
    const xml = parts(writeXlsx({ ...sampleResult, tables: [table] }))['xl/worksheets/sheet3.xml']!;
    const looks = [...xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"><v>/g)].map(([, at, look]) => [
      at,
      formatNamed(look!),
    ]);
    expect(looks).toEqual([
      ['A5', '#,##0'],
      ['B5', '0.0%'],
      ['C5', '#,##0.0###'],
      ['A6', '#,##0'],
      ['B6', '0.0%'],
      ['C6', '#,##0'],
    ]);
    expect(xml).toContain('>yes</t>');
  });

  test('every part is well-formed and every relation leads somewhere', () => {
    const all = parts(bytes);
    for (const [path, xml] of Object.entries(all)) expectWellFormed(xml, path);
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
    const rows = await rowsOf(empty, 'shared');
    expect(rows.at(-1)!.map(String)).toEqual(sharedTable.columns.map(columnTitle));
    expect(rows[1]![0]).toMatch(/There are no rows\.$/);
    expect(Object.values(parts(empty)).some((xml) => xml.includes('displayName="shared"'))).toBe(false);
  });
});

/** The format that a number of a look stands for, by the part of styles. */
function formatNamed(look: string): string {
  const styles = parts(bytes)['xl/styles.xml']!;
  const looks = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf numFmtId="(\d+)"/g)];
  const [, code] = new RegExp(`numFmtId="${looks[Number(look)]![1]!}" formatCode="([^"]*)"`).exec(styles)!;
  return code!;
}

describe('the checklist for accessible spreadsheets', () => {
  const all = parts(bytes);
  const sheets = Object.entries(all).filter(([path]) => /worksheets\/sheet\d+\.xml$/.test(path));
  const tables = Object.entries(all).filter(([path]) => path.startsWith('xl/tables/'));

  test('every sheet has its title in A1, a heading by its style, and the cursor there', () => {
    for (const [path, xml] of sheets) {
      expect(xml, path).toMatch(/<row r="1"[^>]*><c r="A1" s="2" t="inlineStr">/);
      expect(xml, path).toMatch(/activeCell="A1" sqref="A1"/);
    }
    expect(all['xl/styles.xml']).toContain('name="Heading 1"');
    expect(sheets.filter(([, xml]) => xml.includes('tabSelected="1"')).map(([path]) => path)).toEqual([
      'xl/worksheets/sheet1.xml',
    ]);
  });

  test('every table is marked as one, with a name of its own, one row of headings, each once', () => {
    expect(tables.map(([, xml]) => /displayName="([^"]*)"/.exec(xml)![1])).toEqual([
      'contents',
      'overlap',
      'shared',
      'notes',
      'columns',
      'findings',
    ]);
    for (const [path, xml] of tables) {
      const names = [...xml.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(([, name]) =>
        name!.toLowerCase(),
      );
      expect(new Set(names).size, path).toBe(names.length);
      expect(xml, path).not.toContain('autoFilter');
    }
  });

  test('nothing is merged or hidden, and no row or column of a table is blank', async () => {
    for (const [path, xml] of sheets) expect(xml, path).not.toMatch(/mergeCell|hidden=/);
    const blank = { ...sharedTable, rows: sharedTable.rows.map((row) => [null, ...row.slice(1)]) };
    const { headings } = await tableOf(writeXlsx({ ...sampleResult, tables: [blank] }), 'shared');
    expect(headings).not.toContain(columnTitle(sharedTable.columns[0]!));
  });

  test('blank cells are explained above the table that has some, and there alone', async () => {
    const above = async (cell: string | null): Promise<string> => {
      const rows = sharedTable.rows.map((row, r) => (r === 0 ? [cell, ...row.slice(1)] : row));
      return (
        await tableOf(writeXlsx({ ...sampleResult, tables: [{ ...sharedTable, rows }] }), 'shared')
      ).above.join();
    };
    expect(await above(null)).toContain('Blank cells:');
    expect(await above('x')).not.toContain('Blank cells:');
  });

  test('what is the same in every row is said above the table', async () => {
    const table: Table = {
      ...sharedTable,
      columns: [column('unit', 'name'), column('basis', 'text')],
      rows: [
        ['a', 'Census 2021'],
        ['b', 'Census 2021'],
      ],
    };
    const { above, headings } = await tableOf(writeXlsx({ ...sampleResult, tables: [table] }), 'shared');
    expect(above).toContain('In every row: basis: Census 2021');
    expect(headings).toEqual(['Unit']);
  });

  test('is printed across, on the width of a page, with headings on every page', () => {
    for (const [path, xml] of sheets) {
      expect(xml, path).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(xml, path).toMatch(/orientation="landscape" fitToWidth="1" fitToHeight="0"/);
    }
    expect(all['xl/workbook.xml']!.match(/_xlnm\.Print_Titles/g)).toHaveLength(tables.length);
  });

  test('headings stay in sight, and rows are as high as their text', () => {
    const [, xml] = sheets[2]!;
    const at = Number(/ref="A(\d+):/.exec(tables[1]![1])![1]);
    expect(xml).toContain(
      `<pane ySplit="${at}" topLeftCell="A${at + 1}" activePane="bottomLeft" state="frozen"/>`,
    );
    const text = 'word '.repeat(40).trim();
    const long: Table = {
      ...sharedTable,
      columns: [column('x', 'text'), column('y', 'text')],
      rows: [
        [text, 'a'],
        ['b', 'c'],
      ],
    };
    const sheet = parts(writeXlsx({ ...sampleResult, tables: [long] }))['xl/worksheets/sheet3.xml']!;
    // 199 signs on 79 a line are three lines of 15.75 points.
    expect(sheet).toMatch(
      /<row r="\d+" ht="47.25" customHeight="1"><c r="A\d+" s="4" t="inlineStr"><is><t xml:space="preserve">word/,
    );
  });

  test('the workbook has a title and a language, and the columns sheet the headings of the CSV', async () => {
    const core = all['docProps/core.xml']!;
    expect(core).toContain('<dc:title>ICBs and councils (lower tier or unitary): what they share</dc:title>');
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    const { rows } = await tableOf(bytes, 'columns');
    expect(rows.filter(([sheet]) => sheet === 'overlap').map(([, , heading]) => heading)).toEqual(
      overlapTable.columns.map(({ heading }) => heading),
    );
  });

  test('names of tables are words, and none reads as a cell', () => {
    expect(
      tableNames(['shared (ICB, council)', 'ab12', 'R1C1', '2 parts', 'Shared ICB council', 'Ä b']),
    ).toEqual([
      'shared_ICB_council',
      'table_ab12',
      'table_R1C1',
      'table_2_parts',
      'Shared_ICB_council_2',
      'Ä_b',
    ]);
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
      const sheet = parts(of)['xl/worksheets/sheet3.xml']!;
      expect(sheet).not.toMatch(/<f[ >]/);
      expect(sheet).toMatch(/<c r="B5" s="7" t="inlineStr">/);
      expect((await rowsOf(of, 'names')).at(-1)![1]).toBe(name);
    },
  );

  test('markup, control signs, line ends and escapes come back as they were, or as the sign for unknown', async () => {
    const names = ['<b>&amp;"\'</b>', 'two\nlines', 'Ynys Môn 北京 🏥', '  blanks  '];
    const of = writeXlsx(named(...names, 'bell\u0007', 'half \ud800 pair'));
    for (const [path, xml] of Object.entries(parts(of))) expectWellFormed(xml, path);
    const { rows } = await tableOf(of, 'names');
    expect(rows.slice(0, 4).map((row) => row[1])).toEqual(names);
    expect(rows.slice(4).map((row) => row[1])).toEqual(['bell\ufffd', 'half \ufffd pair']);
    expect(parts(writeXlsx(named('_x0041_')))['xl/worksheets/sheet3.xml']).toContain('_x005F_x0041_');
  });

  test('a text longer than a cell is cut and says so', async () => {
    const { rows } = await tableOf(writeXlsx(named('x'.repeat(40_000))), 'names');
    expect(String(rows[0]![1])).toHaveLength(32_767);
    expect(String(rows[0]![1])).toMatch(/the CSV has all of it\)$/);
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
