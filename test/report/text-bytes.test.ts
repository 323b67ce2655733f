import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber } from '../../src/result/format-number.js';
import { cellsFor, tableOfCells } from '../../src/result/column-cells.js';
import { isFigure } from '../../src/result/format-cell.js';
import { csvBytes, writeCsv } from '../../src/report/csv.js';
import { TextBytes } from '../../src/report/text-bytes.js';
import { column } from './sample-result.js';

it('a figure in a CSV has the digits that it has everywhere', () => {
  const decimals = fc.integer({ min: 0, max: 7 });
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
    fc.integer({ min: -2_000_000, max: 2_000_000 }).map((n) => n / 1000),
    fc.constantFrom(0, -0, 1.005, -1.005, 0.5, -0.004, 0.05, 999_999_999, 1e9, 1e10, -999.9995),
  );
  fc.assert(
    fc.property(value, decimals, (n, places) => {
      const table = {
        name: 'figures',
        caption: '',
        columns: [{ ...column('n', 'number'), decimals: places }],
        rows: [[n]],
      };
      expect(writeCsv(table)).toBe(`n\r\n${formatNumber(n, places)}\r\n`);
    }),
  );
});

it('a text that stands above is the same again, quoted, guarded and beyond ASCII too', () => {
  const long = [
    'NHS Cambridgeshire and Peterborough Integrated Care Board',
    'a name of few signs',
    '=a formula of more than sixteen signs',
    'a name, with a comma and "quotes" in it',
    'Ynys Môn ac Arfon, a’r tir i’r gogledd',
  ];
  const cell = fc.constantFrom(...long, 'short', 'E06000001', null, '');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 12 }), (rows) => {
      const table = { name: 't', caption: '', columns: [column('p', 'text'), column('q', 'name')], rows };
      const lines = rows.map((row) => writeCsv({ ...table, rows: [row] }).replace('p,q\r\n', ''));
      expect(writeCsv(table)).toBe(`p,q\r\n${lines.join('')}`);
      expect(new TextDecoder().decode(csvBytes(table))).toBe(writeCsv(table));
    }),
  );
});

it('what stands above is the same again in columns side by side, whatever they hold', () => {
  const text = fc.constantFrom('NHS Kent and Medway', 'E54000032', 'Môn, "a"', '-1', '', null);
  const figure = fc.constantFrom(0, -0, 0.5, -0.004, 100, 12_345.678, 1e10, null);
  const flag = fc.constantFrom(true, false, null);
  const columns = [
    column('p', 'code'),
    { ...column('q', 'hectares'), decimals: 2 },
    column('r', 'flag'),
    { ...column('s', 'number'), decimals: null },
    { ...column('t', 'count'), decimals: 0 },
  ];
  const row = fc.tuple(text, figure, flag, figure, figure);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (rows, width) => {
      const table = {
        name: 't',
        caption: '',
        columns: columns.slice(0, width),
        rows: rows.map((cells) => cells.slice(0, width)),
      };
      const heading = writeCsv({ ...table, rows: [] });
      const lines = table.rows.map((cells) => writeCsv({ ...table, rows: [cells] }).slice(heading.length));
      const byColumn = tableOfCells(
        table,
        cellsFor(
          table.rows,
          table.columns.map((each, i) => ({ isFigure: isFigure(each), value: (cells) => cells[i]! })),
        ),
      );
      expect(writeCsv(table)).toBe(heading + lines.join(''));
      expect(writeCsv(byColumn)).toBe(heading + lines.join(''));
    }),
  );
});

it('bytes are the same again, across all ends of the buffer', () => {
  const text = 'abcdefghijklmnopqrstuvwxyz';
  for (let length = 1; length <= text.length; length++) {
    const bytes = new TextBytes();
    bytes.text(text);
    const times = Math.ceil(40_000 / length);
    for (let time = 0; time < times; time++) bytes.again(26 - length, 26);
    expect(bytes.take()).toBe(text + text.slice(26 - length).repeat(times));
  }
});

it('the buffer grows, and begins anew when its text is taken', () => {
  const bytes = new TextBytes();
  const long = 'é⏎x'.repeat(20_000);
  bytes.text(long);
  bytes.decimal(1234, 2, true);
  expect(bytes.take()).toBe(`${long}-12.34`);
  bytes.decimal(5, 3, false);
  expect(bytes.take()).toBe('0.005');
});
