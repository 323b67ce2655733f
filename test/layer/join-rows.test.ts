/** Finer rows with the columns of the coarser rows that they are parts of. */
import { describe, expect, it } from 'vitest';
import { joinRows } from '../../src/layer/join-rows.js';
import { readCsv } from '../../src/read/table/csv.js';

const tableOf = (text: string, name: string): ReturnType<typeof readCsv> =>
  readCsv(new TextEncoder().encode(text), name);
const atoms = tableOf('icb_code,size,people\nQ1,7,30\nQ2,5,12\n', 'atoms.csv');
const wards = 'atom,ward_code,people\n1,W1,10\n1,W2,20\n2,W3,12\n';

describe('joined rows', () => {
  const joined = joinRows(atoms, tableOf(wards, 'wards.csv'), 'atom');

  it('have the columns of both, those of the parts where both have one', () => {
    expect(joined.headings).toEqual(['icb_code', 'size', 'ward_code', 'people']);
    const rows = [0, 1, 2].map((row) => joined.headings.map((_, column) => joined.text(column, row)).join());
    expect(rows).toEqual(['Q1,7,W1,10', 'Q1,7,W2,20', 'Q2,5,W3,12']);
  });

  it('give whole columns as numbers and as distinct texts', () => {
    expect([...joined.numbers(1).values]).toEqual([7, 7, 5]);
    expect([...joined.numbers(3).values]).toEqual([10, 20, 12]);
    expect(joined.distinct(0)).toEqual({ values: ['Q1', 'Q2'], index: Int32Array.from([0, 0, 1]) });
    expect(joined.distinct(2).values).toEqual(['W1', 'W2', 'W3']);
  });

  it.each(['0', '3', '', 'x'])('a part of row %s is a fault', (row) => {
    const stray = tableOf(`atom,ward_code\n1,W1\n${row},W2\n`, 'wards.csv');
    expect(() => joinRows(atoms, stray, 'atom')).toThrow("wards.csv, line 3: 'atom' names no row");
  });
});
