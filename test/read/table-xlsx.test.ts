import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook, sheetNames } from '../../src/read/table/workbook.js';
import { suitsPracticeMap } from '../../src/read/table/practice-map.js';
import { readPeople } from '../../src/read/table/read-people.js';
import { haveRealData, realData } from '../real-data.js';
import { sayNotes } from '../../src/trouble/say-notes.js';

/** A workbook of the given sheets; each sheet is its rows, the cells of a row as XML without the `c` references. */
function workbook(
  sheets: Record<string, string>,
  texts: readonly string[] = [],
  state: Record<string, string> = {},
) {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="http://t/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<?xml version="1.0"?><!-- a > b --><x:workbook xmlns:x="m" xmlns:r="r"><x:sheets>${names
      .map((name, i) => `<x:sheet name="${name}" sheetId="${i + 1}" ${state[name] ?? ''} r:id="s${i}"/>`)
      .join('')}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_, i) =>
          `<Relationship Id="s${i}" Type="http://t/worksheet" Target="/xl/worksheets/sheet${i}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="t" Type="http://t/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  };
  names.forEach((name, i) => {
    parts[`xl/worksheets/sheet${i}.xml`] = `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

const text = (reference: string, value: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (reference: string, value: number): string => `<c r="${reference}"><v>${value}</v></c>`;

/** Population estimates as published: titles in rows 1 and 2, headings in row 4, a footnote below. */
const estimates = (people: number): string =>
  `<row r="1">${text('A1', 'Mid-year population')}</row><row r="2">${text('A2', 'One table')}</row>` +
  `<row r="4">${text('A4', 'LAD 2023 Code')}${text('B4', 'LSOA 2021&#10;Code')}${text('C4', 'Total')}${text('D4', 'F0')}</row>` +
  `<row r="5">${text('A5', 'E06000001')}${text('B5', 'E01000002')}${number('C5', people)}${number('D5', 1)}</row>` +
  `<row r="6">${text('A6', 'E06000001')}${text('B6', 'E01000001')}${number('C6', 20)}${number('D6', 2)}</row>` +
  `<row r="8">${text('A8', 'Source: a footnote')}</row>`;

describe('a workbook', () => {
  it('is read from the sheet of the latest year, its headings found in row 4', async () => {
    const bytes = workbook({
      Contents: `<row r="1">${text('A1', 'Contents')}</row>`,
      'Mid-2023 LSOA 2021': estimates(11),
      'Mid-2024 LSOA 2021': estimates(12),
      'Mid-2022 LSOA 2021': estimates(10),
    });
    const table = readWorkbook(bytes, 'sapelsoa.xlsx');
    expect(table.sheet).toBe('Mid-2024 LSOA 2021');
    expect(table.headings).toEqual(['LAD 2023 Code', 'LSOA 2021 Code', 'Total', 'F0']);
    expect([table.rowCount, table.place(0)]).toEqual([2, "sheet 'Mid-2024 LSOA 2021' row 5"]);
    expect(sayNotes(table.notes).join('\n')).toMatch(
      /Mid-2024 LSOA 2021' read[^]*row 4[^]*1 row of notes below/,
    );
    const people = readPeople(table, { name: 'residents' });
    expect([people.blocks, [...people.values]]).toEqual([
      ['E01000001', 'E01000002'],
      [20, 12],
    ]);
    expect(people.basis).toBe('Total in sapelsoa.xlsx (Mid-2024 LSOA 2021)');
  });

  it('is read from the sheet that is named, without regard to case', async () => {
    const bytes = workbook({ 'Mid-2023': estimates(11), 'Mid-2024': estimates(12) });
    expect(readWorkbook(bytes, 'a.xlsx', { sheet: 'mid-2023' }).text(2, 0)).toBe('11');
    expect(() => readWorkbook(bytes, 'a.xlsx', { sheet: 'Mid-2025' })).toThrow(
      "Its sheets are 'Mid-2023', 'Mid-2024'",
    );
  });

  it('passes over hidden sheets and covers to the first with codes', async () => {
    const bytes = workbook(
      {
        Old: estimates(1),
        Cover: `<row r="1">${text('A1', 'Hello')}${text('B1', 'World')}</row>`,
        Data: estimates(5),
      },
      [],
      { Old: 'state="hidden"' },
    );
    expect(sheetNames(bytes, 'a.xlsx')).toEqual(['Cover', 'Data']);
    expect(readWorkbook(bytes, 'a.xlsx').sheet).toBe('Data');
  });

  it('joins rich text, leaves out phonetic guides, resolves entities, truth values and cells without references', async () => {
    const shared = [
      '<t>area code</t>',
      '<r><t>na</t></r><r><t xml:space="preserve">me </t></r><rPh sb="0"><t>zz</t></rPh>',
      '<t>Tyne &amp; Wear_x000D_</t>',
      '<t/>',
    ];
    const cell = (type: string, value: string): string => `<c t="${type}"><v>${value}</v></c>`;
    const rows =
      `<row>${cell('s', '0')}${cell('s', '1')}${cell('str', 'open')}</row>` +
      `<row>${cell('str', 'A1')}${cell('s', '2')}${cell('b', '1')}</row>` +
      `<row>${cell('str', 'A2')}${cell('s', '3')}${cell('e', '#N/A')}</row>`;
    const table = readWorkbook(workbook({ One: rows }, shared), 'a.xlsx');
    expect(table.headings).toEqual(['area code', 'name', 'open']);
    expect([0, 1].map((row) => [0, 1, 2].map((column) => table.text(column, row)))).toEqual([
      ['A1', 'Tyne & Wear', 'TRUE'],
      ['A2', '', '#N/A'],
    ]);
    expect(table.numbers(2).shorthand).toBe(1);
  });

  it('is refused with a hint where it is an old workbook or none at all', async () => {
    expect(() => readWorkbook(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'a.xls')).toThrow(
      /old Excel workbook/,
    );
    expect(() => readWorkbook(strToU8('code,people'), 'a.xlsx')).toThrow(/not an Excel workbook/);
    expect(() => readWorkbook(zipSync({ 'a.txt': strToU8('x') }), 'a.xlsx')).toThrow(/not an Excel workbook/);
    expect(() => readWorkbook(workbook({ One: estimates(1) }).subarray(0, 300), 'a.xlsx')).toThrow(
      /cut short/,
    );
  });

  it.skipIf(!haveRealData)('reads both sheets of the published network workbook', async () => {
    const bytes = new Uint8Array(readFileSync(realData('pcn/ePCN.xlsx')));
    const details = readWorkbook(bytes, 'ePCN.xlsx', { sheet: 'PCNDetails' });
    expect([details.rowCount, details.headings[2]]).toEqual([
      1318,
      'Current Clinical Commissioning Group Code',
    ]);
    const partners = readWorkbook(bytes, 'ePCN.xlsx', { suits: suitsPracticeMap });
    expect([partners.sheet, partners.rowCount]).toEqual(['PCN Core Partner Details', 7359]);
  });
});
