/**
 * The parts of the page's script that work on tables, and those that find things in them.
 */
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/report/csv.js';
import { displayColumn, displayDecimals } from '../../src/report/display-column.js';
import { filterRows, sortRows } from '../../src/report/html/client/order-rows.js';
import type { TableData } from '../../src/report/html/client/page-data.js';
import { cellsOf, displayText, parseRows, rowsAbout } from '../../src/report/html/client/table-cells.js';
import type { Target } from '../../src/report/html/client/targets.js';
import { formatCell } from '../../src/result/format-cell.js';
import { roundNumber } from '../../src/result/format-number.js';
import type { ColumnKind } from '../../src/result/table.js';
import { column, sampleResult } from './sample-result.js';

describe('the cells of a table', () => {
  it('come back from its CSV: commas, quotes, line ends, blanks', () => {
    const columns = [column('code', 'code'), column('name', 'name'), column('note', 'text')];
    const rows = [
      ['A', 'Ash, Elm', 'says "no"'],
      ['B', 'two\r\nlines', ''],
      ['C', '', '"'],
    ];
    expect(parseRows(writeCsv({ name: 't', caption: '', columns, rows }))).toEqual(rows);
  });

  it('are none where the table has only headings', () => {
    expect(parseRows('a,b\r\n')).toEqual([]);
  });

  it('are as many as the tables of a result have', () => {
    const tables = sampleResult.tables.map((table) => ({ csv: writeCsv(table) }) as TableData);
    const cells = cellsOf(tables);
    sampleResult.tables.forEach((table, t) => {
      expect(cells(t)).toHaveLength(table.rows.length);
      for (const row of cells(t)) expect(row).toHaveLength(table.columns.length);
      expect(cells(t)).toBe(cells(t));
    });
  });
});

describe('figures in rows that the script makes', () => {
  const kinds: [ColumnKind, number | null][] = [
    ['people', 1],
    ['count', 0],
    ['percent', 4],
    ['hectares', 2],
    ['metres', 2],
    ['kilometres', 3],
    ['share', 4],
    ['degrees', 6],
    ['number', null],
  ];

  it.each(kinds)('read as in the rows of the document: %s', (kind, decimals) => {
    const own = { ...column('x', kind), decimals };
    const cells = [
      0, 0.004, 0.05, 0.5, 1.005, 2.5, 9.96, 12.345, 99.96, 99.99999, 100, 1234.5, 2e6, -3.25,
    ].map((value) => roundNumber(value, decimals));
    const places = displayDecimals(cells, own);
    expect(cells.map((cell) => displayText(formatCell(cell, own), [kind, decimals, places]))).toEqual(
      displayColumn(cells, own),
    );
  });

  it('are rounded neither to nothing nor to the whole', () => {
    expect(displayText('0.0200', ['percent', 4, 1])).toBe('<0.1');
    expect(displayText('99.9800', ['percent', 4, 1])).toBe('>99.9');
    expect(displayText('0.3', ['people', 1, 1])).toBe('0.3');
    expect(displayText('1234.0', ['people', 1, 0])).toBe('1,234');
  });

  it('are words where they are words', () => {
    expect(displayText('true', ['flag', null, null])).toBe('yes');
    expect(displayText('false', ['flag', null, null])).toBe('no');
    expect(displayText('', ['people', 0, 0])).toBe('');
    expect(displayText('NHS Ash Integrated Care Board', ['name', null, null])).toBe('Ash ICB');
    expect(displayText('E06000001', ['code', null, null])).toBe('E06000001');
    expect(displayText('007', ['text', null, null])).toBe('007');
    expect(displayText('withheld', ['people', 0, 0])).toBe('withheld');
    expect(displayText('icb_2023', ['text', null, null, { icb_2023: 'ICBs of 2023' }])).toBe('ICBs of 2023');
  });
});

describe('rows that are shown', () => {
  const cells = [
    ['A', 'Ash', '10'],
    ['B', 'élan', '9'],
    ['C', '', ''],
    ['D', 'Beech', '-1'],
    ['E', 'ash', '9'],
  ];
  const all = [0, 1, 2, 3, 4];

  it('hold every word of the filter, anywhere and in any case', () => {
    expect(filterRows(cells, all, 'ASH')).toEqual([0, 4]);
    expect(filterRows(cells, all, ' ash  e ')).toEqual([4]);
    expect(filterRows(cells, all, 'oak')).toEqual([]);
  });

  it('are all of them, in the order given, where the filter has no word', () => {
    expect(filterRows(cells, [3, 1], '  ')).toEqual([3, 1]);
    expect(filterRows(cells, [4, 0], 'ash')).toEqual([4, 0]);
  });

  it('are sorted by figures or as text, blanks last both ways', () => {
    expect(sortRows(cells, 2, false, true)).toEqual([3, 1, 4, 0, 2]);
    expect(sortRows(cells, 2, false, false)).toEqual([0, 1, 4, 3, 2]);
    expect(sortRows(cells, 1, true, true)).toEqual([4, 0, 3, 1, 2]);
    expect(sortRows(cells, 1, true, false)).toEqual([1, 3, 0, 4, 2]);
  });
});

describe('rows about a target', () => {
  const table = (name: string, csv: string, codes: [number, number][]): TableData => ({
    name,
    csv,
    columns: [],
    codes,
    targets: [],
  });
  const tables = [
    table('shared', 'b,a\r\nX,P\r\nY,P\r\nX,Q\r\n', [
      [0, 1],
      [1, 0],
    ]),
    table('metrics', 'm\r\nX\r\n', []),
    table('border', 'a,n\r\nQ,X\r\nP,Q\r\n', [
      [0, 0],
      [1, 0],
    ]),
  ];
  const unit = (layer: number, code: string): Target =>
    ({ kind: 'unit', unit: { layer, code } }) as unknown as Target;

  it('hold its code in a column of its layer, in any table', () => {
    expect(rowsAbout(unit(1, 'X'), tables, cellsOf(tables))).toEqual([{ table: 0, rows: [0, 2] }]);
    expect(rowsAbout(unit(0, 'Q'), tables, cellsOf(tables))).toEqual([
      { table: 0, rows: [2] },
      { table: 2, rows: [0, 1] },
    ]);
    expect(rowsAbout(unit(0, 'X'), tables, cellsOf(tables))).toEqual([{ table: 2, rows: [0] }]);
    expect(rowsAbout(unit(0, 'none'), tables, cellsOf(tables))).toEqual([]);
  });

  it('are the one row that a shape belongs to', () => {
    const shape = { kind: 'shape', shape: { data: { table: 'border', row: 1 } } } as unknown as Target;
    expect(rowsAbout(shape, tables, cellsOf(tables))).toEqual([{ table: 2, rows: [1] }]);
  });
});
