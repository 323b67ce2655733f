import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hectareText } from '../../src/result/hectare-text.js';
import { displayColumn } from '../../src/report/display-column.js';
import { formatCell, guardFormula } from '../../src/result/format-cell.js';
import { formatNumber, roundNumber, withCommas } from '../../src/result/format-number.js';
import { shortenName } from '../../src/result/shorten-name.js';
import { roundCell } from '../../src/result/round-table.js';
import { column } from './sample-result.js';

describe('a figure as text', () => {
  test.each([
    [1.005, 2, '1.01'],
    [-1.005, 2, '-1.01'],
    [2.5, 0, '3'],
    [-2.5, 0, '-3'],
    [0.5, 0, '1'],
    [999.995, 2, '1000.00'],
    [0, 2, '0.00'],
    [-0, 2, '0.00'],
    [-0.004, 2, '0.00'],
    [1e-7, 2, '0.00'],
    [1e21, 1, '1000000000000000000000.0'],
    [1.5e-7, 8, '0.00000015'],
    [13051812.4375, 2, '13051812.44'],
    [1e-7, null, '0.0000001'],
    [1.25e22, null, '12500000000000000000000'],
    [-0, null, '0'],
    [0.1 + 0.2, null, '0.30000000000000004'],
  ])('%d to %s places is %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  test('never has an exponent or a minus before nothing, and lies within half a step of the number', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          const text = formatNumber(value, decimals);
          expect(text).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
          expect(text).not.toMatch(/^-[0.]*$/);
          expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(
            0.5 * 10 ** -decimals + Math.abs(value) * 2e-16,
          );
        },
      ),
    );
  });

  test('rounds thousandths that end in 5 away from zero, as on paper', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), (whole) => {
        const thousandths = whole * 10 + (whole < 0 ? -5 : 5);
        expect(roundNumber(thousandths / 1000, 2)).toBe((whole + (whole < 0 ? -1 : 1)) / 100);
      }),
    );
  });

  test('not a number is a fault of ours, not a blank', () => {
    expect(() => formatNumber(NaN, 2)).toThrow('NaN');
    expect(() => formatNumber(Infinity, null)).toThrow('Infinity');
  });

  test('commas stand between thousands and not behind the point', () => {
    expect(withCommas('1234567.12345')).toBe('1,234,567.12345');
    expect(withCommas('-123456')).toBe('-123,456');
    expect(withCommas('999')).toBe('999');
  });
});

describe('a cell for machines', () => {
  test('hectares have the places of their column, blanks stay blank, flags are words', () => {
    expect(formatCell(1234.5678, column('overlap_ha', 'hectares'))).toBe('1234.57');
    expect(formatCell(null, column('overlap_ha', 'hectares'))).toBe('');
    expect(formatCell(true, column('is_main', 'flag'))).toBe('true');
  });

  test.each(['=1+1', '+A1', '-A1', '@SUM(A1)', '\tx', '\rx', '＝1+1', '-', '=HYPERLINK("x")', '-1+2'])(
    'a name %j would run in a spreadsheet and gets an apostrophe',
    (name) => {
      expect(guardFormula(name)).toBe(`'${name}`);
    },
  );

  test.each(['-5', '+44', '007', 'E06000001', "King's Lynn", '', "'quoted", 'A=B', '-0.25'])(
    'a code or name %j is left alone',
    (text) => {
      expect(guardFormula(text)).toBe(text);
    },
  );
});

describe('a cell for people', () => {
  test('a little never reads as nothing, nearly all never as all', () => {
    const percent = column('pct', 'percent');
    const made = [0, 0.00001, 0.02, 12.345, 99.98, 99.99999, 100].map((cell) => roundCell(cell, percent));
    expect(displayColumn(made, percent)).toEqual(['0', '0', '<0.1', '12.3', '>99.9', '100', '100']);
  });

  test('people are whole, also where blocks were shared out', () => {
    const people = { ...column('people', 'people'), decimals: 1 };
    expect(displayColumn([0.3, 0, 0.5, 1234.4, 1234.5], people)).toEqual(['<1', '0', '1', '1,234', '1,235']);
    expect(displayColumn([3, 0, 1234, null], people)).toEqual(['3', '0', '1,234', '']);
    expect(displayColumn([0.3, 1], { ...people, decimals: 0 })).toEqual(['<1', '1']);
  });

  test('hectares get a decimal only where they are small, as in sentences', () => {
    const cells = [143877.2, 12.4, 9.95, 9.94, 0.05, 0.04, 0];
    const shown = ['143,877', '12', '10', '9.9', '0.1', '<0.1', '0'];
    expect(displayColumn(cells, column('ha', 'hectares'))).toEqual(shown);
    expect(cells.map(hectareText)).toEqual(shown.map((text) => `${text.replace('<', 'under ')} ha`));
  });

  test('metrics show up to four places, flags are yes and no', () => {
    expect(displayColumn([1, 0.123456], { ...column('value', 'number') })).toEqual(['1', '0.1235']);
    expect(displayColumn([true, false, null], column('contiguous', 'flag'))).toEqual(['yes', 'no', '']);
  });

  test('an integrated care board is shortened, nothing else is', () => {
    expect(shortenName('NHS Frimley Integrated Care Board')).toBe('Frimley ICB');
    expect(shortenName('Aneurin Bevan University Health Board')).toBe(
      'Aneurin Bevan University Health Board',
    );
  });
});
