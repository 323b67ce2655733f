import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber } from '../../src/result/format-number.js';
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
    'sixteen signs is', // as many as are compared
    'one sign fewer..',
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

it('the buffer grows, and begins anew when its text is taken', () => {
  const bytes = new TextBytes();
  const long = 'é⏎x'.repeat(20_000);
  bytes.text(long);
  bytes.decimal(1234, 2, true);
  expect(bytes.take()).toBe(`${long}-12.34`);
  bytes.decimal(5, 3, false);
  expect(bytes.take()).toBe('0.005');
});
