/**
 * People in workbooks as they are kept: the same three blocks with 2,050 people whatever stands around and between them,
 * or a refusal.
 */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPeople } from '../../src/read/table/read-people.js';
import { readWorkbook } from '../../src/read/table/workbook.js';
import { InputError } from '../../src/trouble/input-error.js';

type Cell = string | number | null;
type Rows = readonly (readonly Cell[])[];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A workbook of sheets, each its rows from the first on; `merged` are ranges whose first cell alone holds anything. */
function workbook(sheets: Readonly<Record<string, Rows>>, merged: readonly string[] = []): Uint8Array {
  const names = Object.keys(sheets);
  const cellOf = (cell: Cell, column: number, row: number): string => {
    if (cell === null) return '';
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    return typeof cell === 'number'
      ? `<c r="${at}"><v>${cell}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  };
  const sheetOf = (rows: Rows): string =>
    `<worksheet><sheetData>${rows
      .map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellOf(cell, c, r)).join('')}</row>`)
      .join('')}</sheetData>${
      merged.length === 0
        ? ''
        : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
    }</worksheet>`;
  const parts: Record<string, string> = {
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="http://t/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names
      .map((name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="s${i}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, i) => `<Relationship Id="s${i}" Type="http://t/worksheet" Target="worksheets/sheet${i}.xml"/>`)
      .join('')}</Relationships>`,
  };
  names.forEach((name, i) => (parts[`xl/worksheets/sheet${i}.xml`] = sheetOf(sheets[name]!)));
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

const HEAD = ['LSOA21CD', 'LSOA21NM', 'Total'];
const BODY: Rows = [
  ['E01000001', 'Ash 001A', 1010],
  ['E01000002', 'Ash 001B', 820],
  ['E01000003', 'Ash 001C', 220],
];
const TITLES: Rows = [
  ['Usual residents by small area, England and Wales'],
  [null],
  ['Census 2021', null, 'people'],
];
const NOTES: Rows = [[null], ['Notes'], ['1. Counts are rounded to base 10.'], ['Source: a census']];
const asText = (write: (people: number) => string): Rows =>
  BODY.map(([code, name, people]) => [code!, name!, write(people as number)]);
const bySex = (rows: readonly (readonly [string, number])[]): Rows =>
  BODY.flatMap(([code, name, people]) =>
    rows.map(([sex, share]): Cell[] => [code!, name!, sex, (people as number) * share]),
  );
const comma = (people: number): string => String(people).replace(/\B(?=(\d{3})+$)/g, ',');

const total = (bytes: Uint8Array): number => readPeople(readWorkbook(bytes, 'people.xlsx')).total;

describe('the people of three blocks', () => {
  const data: Rows = [HEAD, ...BODY];
  test.each<[string, Readonly<Record<string, Rows>>, string[]?]>([
    ['in one sheet', { One: data }],
    ['below titles', { One: [...TITLES, ...data] }],
    ['below titles that are merged', { One: [...TITLES, ...data] }, ['A1:C1', 'A3:B3']],
    ['above notes', { One: [...data, ...NOTES] }],
    ['between titles and notes', { One: [...TITLES, ...data, ...NOTES] }, ['A1:C1']],
    ['as text', { One: [HEAD, ...asText(String)] }],
    ['as text with commas', { One: [HEAD, ...asText(comma)] }],
    ['as text with spaces', { One: [HEAD, ...asText((people) => comma(people).replace(',', '\u00A0'))] }],
    ['as text with white space around', { One: [HEAD, ...asText((people) => ` ${people} `)] }],
    ['behind a cover and notes', { Cover: [['Hello'], ['there']], Notes: NOTES, Data: data }],
    ['before a list of columns', { Data: data, Columns: [['column', 'meaning'], ['Total', 'people']] }], // prettier-ignore
    ['in the latest of two years', { 'Mid-2021': [HEAD, ['E01000001', 'x', 5]], 'Mid-2022': data }],
    [
      'with totals first, last and of England',
      {
        One: [HEAD, ['Total', null, 2050], ['E92000001', 'England', 2050], ...BODY, ['Total', null, 2050]],
      },
    ],
    [
      'with a total for everybody',
      { One: [['LSOA21CD', 'LSOA21NM', 'Sex', 'Count'], ...bySex([['Persons', 1], ['Male', 0.4], ['Female', 0.6]])] }, // prettier-ignore
    ],
    [
      'by sex alone',
      { One: [['LSOA21CD', 'LSOA21NM', 'Sex', 'Count'], ...bySex([['Male', 0.4], ['Female', 0.6]])] }, // prettier-ignore
    ],
    [
      'under heads over several columns',
      {
        One: [
          ['Area', null, 'Residents', null, null],
          ['LSOA21CD', 'LSOA21NM', 'Total', 'Male', 'Female'],
          ...BODY.map(([code, name, people]) => [
            code!,
            name!,
            people!,
            (people as number) * 0.4,
            (people as number) * 0.6,
          ]),
        ],
      },
      ['A1:B1', 'C1:E1'],
    ],
  ])('%s', (_, sheets, merged = []) => {
    expect(total(workbook(sheets, merged))).toBe(2050);
  });

  test('are refused under heads over several rows', () => {
    const rows = [['LSOA21CD', 'LSOA21NM', 'Residents'], [null, null, 'Total'], ...BODY];
    expect(() => total(workbook({ One: rows }, ['A1:A2', 'B1:B2']))).toThrow("'Total' in 'Residents'");
  });

  test('are not counted where cells of codes are merged over rows of sexes', () => {
    const rows = bySex([['Male', 0.4], ['Female', 0.6]]).map((row, r) => (r % 2 === 1 ? [null, null, ...row.slice(2)] : row)); // prettier-ignore
    const merged = BODY.map((_, i) => `A${2 + 2 * i}:A${3 + 2 * i}`);
    const read = (): number =>
      total(workbook({ One: [['LSOA21CD', 'LSOA21NM', 'Sex', 'Count'], ...rows] }, merged));
    let found: unknown;
    try {
      found = read();
    } catch (error) {
      found = error;
    }
    expect(found === 2050 || found instanceof InputError, String(found)).toBe(true);
  });
});
