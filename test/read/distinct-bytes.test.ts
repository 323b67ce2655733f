/** Distinct texts of columns: in order, in the order of a list read before, in none; the same as of texts one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DistinctColumn, Table } from '../../src/layer/table.js';
import { distinctTexts } from '../../src/read/table/grid-table.js';
import { ListsRead } from '../../src/read/table/lists-read.js';
import { readCsv } from '../../src/read/table/csv.js';

const tableOf = (cells: readonly string[], lists: ListsRead | null = null): Table =>
  readCsv(
    new TextEncoder().encode(`code,n\n${cells.map((cell) => `${cell},1`).join('\n')}\n`),
    'x.csv',
    lists,
  );

/** What texts one by one give. */
const byTexts = (table: Table): DistinctColumn => distinctTexts(table.rowCount, (row) => table.text(0, row));

const codes = (count: number, first = 0): string[] =>
  Array.from({ length: count }, (_, i) => `E${String(i + first).padStart(8, '0')}`);

/** A longer list than is kept for other files. */
const LONG = codes(1500);

describe('a column is the same as of its texts', () => {
  const columns: Record<string, readonly string[]> = {
    'in order': LONG,
    'in order with repeats': LONG.flatMap((code) => [code, code, code]),
    'in order, one shorter than the next': ['E1', 'E10', 'E100', 'E101', 'E11'],
    'out of order at the end': [...LONG, LONG[3]!, LONG[3]!, 'E9'],
    'out of order at once': ['E2', 'E1', 'E2', 'E2', 'E1'],
    'the other way round': [...LONG].reverse(),
    'quoted, and with white space': ['"E1"', 'E1', ' E1 ', '" E1"', '"E2 "', 'E2', '"E1"'],
    'with empty cells': ['E1', '', '""', 'E1', '', ' ', 'E2'],
    'with letters of several bytes': ['Ynys Môn', 'Ynys MÃ´n', 'Ynys Môn', 'Zürich', 'A'],
    'with quotation marks inside': ['"a ""b"""', 'c', '"a ""b"""', '"a ""b"""'],
    'with quotation marks inside, later': [...codes(40), '"E ""1"""', 'E1', '"E ""1"""'],
    'long names': codes(60).map((code) => `"The area of the code ${code}, with commas"`),
  };
  it.each(Object.entries(columns))('%s', (_, cells) => {
    const table = tableOf(cells);
    expect(table.distinct(0)).toEqual(byTexts(table));
  });

  it.each(Object.entries(columns))('%s, after a list that begins the same way', (_, cells) => {
    const lists = new ListsRead();
    lists.add([tableOf(cells).text(0, 0), ...LONG.slice(1)]);
    const table = tableOf(cells, lists);
    expect(table.distinct(0)).toEqual(byTexts(table));
  });

  it('whatever order, repeats and list there are', () => {
    const odd = ['"E 1"', 'Môn', '', 'E0000000', 'E000000010', '"E00000003"'];
    const steps = fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constant('next' as const) },
        { weight: 3, arbitrary: fc.constant('same' as const) },
        { weight: 1, arbitrary: fc.constant('skip' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...odd, ...LONG.slice(0, 6)) },
      ),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, fc.boolean(), (ways, isListed) => {
        const lists = new ListsRead();
        if (isListed) lists.add(LONG);
        let at = -1;
        const cells = ways.map((way) => {
          if (way === 'next') at++;
          else if (way === 'skip') at += 2;
          else if (way !== 'same') return way;
          return LONG[Math.max(0, at)]!;
        });
        const table = tableOf(cells, lists);
        expect(table.distinct(0)).toEqual(byTexts(table));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a list that was read before', () => {
  const lists = new ListsRead();
  const first = tableOf(LONG, lists).distinct(0).values;

  it('is the list of another file that has it, row for row or with repeats', () => {
    expect(tableOf(LONG, lists).distinct(0).values).toBe(first);
    expect(
      tableOf(
        LONG.flatMap((code) => [code, `"${code}"`]),
        lists,
      ).distinct(0).values,
    ).toBe(first);
  });

  it('is not that of one that ends sooner, goes on, or differs', () => {
    expect(tableOf(LONG.slice(0, -1), lists).distinct(0).values).toEqual(LONG.slice(0, -1));
    expect(tableOf([...LONG, 'E9'], lists).distinct(0).values).toEqual([...LONG, 'E9']);
    const other = LONG.with(700, 'E00000700A');
    expect(tableOf(other, lists).distinct(0).values).toEqual(other);
  });

  it('is not kept where two of its texts are the same, but for white space of other kinds', () => {
    const read = new ListsRead();
    const odd = [...LONG, `${LONG[0]!}\u00a0`];
    expect(tableOf(odd, read).distinct(0).values.at(-1)).toBe(LONG[0]);
    expect(read.beginningWith(LONG[0]!)).toEqual([]);
  });

  it('may stand in no order', () => {
    const mixed = LONG.map((_, i) => LONG[(i * 7) % LONG.length]!);
    const kept = tableOf(mixed, lists).distinct(0).values;
    expect(tableOf(mixed, lists).distinct(0).values).toBe(kept);
    expect(kept).toEqual(mixed);
  });
});
