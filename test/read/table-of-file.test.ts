/**
 * A table comes out of any file that holds one: text, sheets, archives, boundaries.
 */
import { gzipSync, strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listContents, readTableFrom } from '../../src/read/table-of-file.js';
import { InputError } from '../../src/trouble/input-error.js';
import * as made from './formats-fixtures.js';

const csv = strToU8('LSOA21CD,people\nE01000001,10\nE01000002,20\n');
const other = strToU8('WD24CD,people\nE05000001,7\n');

const cell = (content: string, attributes = 'office:value-type="string"'): string =>
  `<table:table-cell ${attributes}>${content === '' ? '' : `<text:p>${content}</text:p>`}</table:table-cell>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const number = (value: number, more = ''): string =>
  cell('shown', `office:value-type="float" office:value="${value}" ${more}`);
const headings = row(cell('LSOA21CD'), cell('people'));

/** An OpenDocument spreadsheet of sheets, each its rows. */
const ods = (sheets: Record<string, string>, more: Zippable = {}): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<office:document-content><style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style><office:spreadsheet>${Object.entries(
        sheets,
      )
        .map(
          ([name, rows]) =>
            `<table:table table:name="${name}" table:style-name="${name === 'Hidden' ? 'h' : 't'}">${rows}</table:table>`,
        )
        .join('')}</office:spreadsheet></office:document-content>`,
    ),
    ...more,
  });

const cells = async (bytes: Uint8Array, name: string, inner: string | null = null): Promise<string[][]> => {
  const { table } = await readTableFrom(bytes, name, inner);
  return [
    [...table.headings],
    ...Array.from({ length: table.rowCount }, (_, r) => table.headings.map((_h, c) => table.text(c, r))),
  ];
};
const refusal = async (bytes: Uint8Array, name: string, inner: string | null = null): Promise<string> => {
  const thrown: unknown = await readTableFrom(bytes, name, inner).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(InputError);
  return (thrown as InputError).trouble.id;
};

const asCsv = [
  ['LSOA21CD', 'people'],
  ['E01000001', '10'],
  ['E01000002', '20'],
];
const book = ods({
  Data: headings + row(cell('E01000001'), number(10)) + row(cell('E01000002'), number(20)),
});

describe('a table', () => {
  it.each([
    ['as text', csv, 'a.csv', null],
    ['as packed text', gzipSync(csv), 'a.csv.gz', null],
    ['as a sheet', book, 'a.ods', null],
    ['as a sheet by its name', book, 'a.ods', 'data'],
    ['alone in an archive', zipSync({ 'a1.csv': csv, 'read me.pdf': csv }), 'a.zip', null],
    ['in an archive by its name', zipSync({ 'x/a1.csv': csv, 'a2.csv': other }), 'a.zip', 'a1.csv'],
    ['packed in an archive', zipSync({ 'a1.csv.gz': gzipSync(csv) }), 'a.zip', null],
    ['in a workbook in an archive', zipSync({ 'b.ods': book, 'a2.csv': other }), 'a.zip', 'b.ods#Data'],
    ['in the only workbook of an archive', zipSync({ 'b.ods': book }), 'a.zip', 'Data'],
    ['beside boundaries, by its name', zipSync({ 'a1.csv': csv, 'd.geojson': made.utf8(made.geojsonText()) }), 'a.zip', 'a1'],
  ])('%s is the same', async (_how, bytes, name, inner) => {
    expect(await cells(bytes, name, inner)).toEqual(asCsv);
  }); // prettier-ignore

  it('of boundaries has their fields, and the features behind it', async () => {
    const shapes = made.utf8(made.geojsonText());
    for (const [bytes, name] of [[shapes, 'd.geojson'], [zipSync({ 'd.geojson': shapes, 'a.csv': csv }), 'd.zip']] as const) {
      const { table, features } = await readTableFrom(bytes, name, null);
      expect(table.headings).toEqual(['code', 'name', 'people']);
      expect(features?.properties).toHaveLength(2);
    } // prettier-ignore
  });
  it('that could be one of several has to be named', async () => {
    const archive = zipSync({ 'a1.csv': csv, 'a2.csv': other });
    expect(await refusal(archive, 'a.zip')).toBe('inner-layer-not-named');
    expect(await refusal(archive, 'a.zip', 'a3.csv')).toBe('inner-layer-missing');
    expect((await listContents(archive, 'a.zip')).tables).toEqual(['a1.csv', 'a2.csv']);
    expect((await listContents(book, 'a.ods')).tables).toEqual(['Data']);
  });
  it('is not made of what only has the name of one', async () => {
    expect(await refusal(strToU8('!table\n!version 300\n'), 'lad.tab')).toBe('format-not-read');
    expect(await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'mye.csv')).toBe('format-not-read');
    expect(await refusal(strToU8('<html><title>Sign in</title>'), 'mye.csv')).toBe('format-not-read');
  });
});

describe('an OpenDocument spreadsheet', () => {
  it('has numbers, days, truths, and text of several lines without its notes', async () => {
    const note = '<office:annotation><text:p>a note</text:p></office:annotation>';
    const rows =
      row(...['code', 'n', 'share', 'day', 'yes', 'text'].map((name) => cell(name))) +
      row(
        cell('E01000001'),
        number(1234.5),
        cell('12 %', 'office:value-type="percentage" office:value="0.12"'),
        cell('1 April', 'office:value-type="date" office:date-value="2024-04-01"'),
        cell('yes', 'office:value-type="boolean" office:boolean-value="true"'),
        `<table:table-cell>${note}<text:p>A<text:s text:c="2"/><text:span>&amp; B</text:span></text:p><text:p>C</text:p></table:table-cell>`,
      );
    expect((await cells(ods({ One: rows }), 'a.ods'))[1]).toEqual([
      'E01000001',
      '1234.5',
      '0.12',
      '2024-04-01',
      'TRUE',
      'A  & B\nC',
    ]);
  });
  it('has repeated cells and rows, and none to the edge of the sheet', async () => {
    const edge = '<table:table-cell table:number-columns-repeated="16382"/>';
    const rows =
      row(cell('LSOA21CD'), cell('a'), cell('b'), edge) +
      row(cell('E01000001'), number(7, 'table:number-columns-repeated="2"'), edge) +
      `<table:table-row table:number-rows-repeated="2">${cell('E01000002')}${number(8)}</table:table-row>` +
      `<table:table-row table:number-rows-repeated="1048000">${edge}</table:table-row>`;
    const { table } = await readTableFrom(ods({ One: rows }), 'a.ods', null);
    expect([table.headings.length, table.rowCount]).toEqual([3, 3]);
    expect([table.text(2, 0), table.text(1, 2), table.place(2)]).toEqual(['7', '8', "sheet 'One' row 4"]);
  });
  it('hides what is hidden, and is refused with a password', async () => {
    const two = ods({
      Hidden: headings + row(cell('E01000009'), number(9)),
      Data: headings + row(cell('E01000001'), number(1)),
    });
    expect((await listContents(two, 'a.ods')).tables).toEqual(['Data']);
    const manifest = strToU8('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>');
    expect(await refusal(ods({ Data: headings }, { 'META-INF/manifest.xml': manifest }), 'a.ods')).toBe(
      'not-workbook',
    );
  });
});

describe('a sheet', () => {
  const wide = (columns: number): Uint8Array =>
    ods({
      One: row(
        cell('LSOA21CD'),
        `<table:table-cell table:number-columns-repeated="${columns - 2}"/>`,
        cell('people'),
      ),
    });

  it('of nothing is an empty table, which is said', async () => {
    const { table } = await readTableFrom(ods({ One: '' }), 'a.ods', null);
    expect([table.rowCount, table.headings]).toEqual([0, []]);
    expect(table.notes).toMatchObject([{ id: 'sheet-empty', file: 'a.ods', words: { sheet: 'One' } }]);
  });
  it('whose cells lie far apart is refused from 257 columns on', async () => {
    expect(await refusal(wide(257), 'a.ods')).toBe('sheet-too-wide');
    expect(await refusal(wide(256), 'a.ods')).toBe('table-empty');
  });
  it('with a damaged part is refused', async () => {
    const damaged = Uint8Array.from(
      zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<office:spreadsheet/>') }, { level: 0 }),
    );
    const at = new TextDecoder('latin1').decode(damaged).indexOf('<office');
    damaged[at + 1]! ^= 1;
    expect(await refusal(damaged, 'a.ods')).toBe('file-damaged');
  });
});

describe('a damaged .ods', () => {
  const outcome = async (bytes: Uint8Array): Promise<unknown> => {
    try {
      return await cells(bytes, 'a.ods');
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.trouble.hint).not.toBe('');
      return error.trouble.id;
    }
  };

  it('cut short anywhere, or with bytes flipped, is the same table or an error', async () => {
    let state = 20240401;
    const below = (limit: number): number => (state = (state * 48271) % 2147483647) % limit;
    const seen = new Set<string>();
    for (let i = 0; i < 400; i++) {
      const damaged = i % 4 === 0 ? book.slice(0, below(book.length)) : book.slice();
      for (let flips = 0; flips <= i % 8 && damaged.length > 0 && i % 4 > 0; flips++)
        damaged[below(damaged.length)]! ^= 1 << below(8);
      const found = await outcome(damaged);
      if (typeof found === 'string') seen.add(found);
      else expect(found).toEqual(asCsv);
    }
    expect(seen.size).toBeGreaterThan(1);
  });
});
