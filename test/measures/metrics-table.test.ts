/** The matrix as it is built, and the table of metrics a report lists. */
import { describe, expect, it } from 'vitest';
import { cellsOf, overlapMatrix, partsOf, rowsMetBy, transpose } from '../../src/measures/metrics/matrix.js';
import { metricRows } from '../../src/measures/metrics/metric-rows.js';
import { metrics } from '../../src/measures/metrics/metrics.js';
import { golden } from './matrices.js';

describe('an overlap matrix', () => {
  const matrix = overlapMatrix(
    3,
    2,
    [
      { row: 2, column: 1, value: 5 },
      { row: 0, column: 1, value: 2 },
      { row: 0, column: 0, value: 1 },
      { row: 2, column: 1, value: 4 },
      { row: 1, column: 0, value: 0 },
    ],
    { rows: [0, 7, 0] },
  );

  it('holds its cells by row and column, with cells of one pair added up and empty ones dropped', () => {
    expect(cellsOf(matrix)).toEqual([
      { row: 0, column: 0, value: 1 },
      { row: 0, column: 1, value: 2 },
      { row: 2, column: 1, value: 9 },
    ]);
    expect([...partsOf(matrix, 1)]).toEqual([]);
  });

  it('has totals that add up', () => {
    expect([...matrix.rowTotals]).toEqual([3, 0, 9]);
    expect([...matrix.columnTotals]).toEqual([1, 11]);
    expect(matrix.total).toBe(12);
  });

  it('is itself again when turned twice, with what lies outside', () => {
    expect(transpose(transpose(matrix))).toEqual(matrix);
    expect([...transpose(matrix).columnOutside]).toEqual([0, 7, 0]);
  });

  it('knows how many rows a column meets', () => {
    expect([...rowsMetBy(matrix).count]).toEqual([1, 2]);
    expect([...rowsMetBy(matrix).only]).toEqual([0, -1]);
  });

  it.each([
    ['a row beyond the last', { row: 3, column: 0, value: 1 }],
    ['a column before the first', { row: 0, column: -1, value: 1 }],
    ['a negative amount', { row: 0, column: 0, value: -1 }],
    ['an amount that is no number', { row: 0, column: 0, value: Number.NaN }],
  ])('refuses %s', (_, cell) => {
    expect(() => overlapMatrix(3, 2, [cell])).toThrow(RangeError);
  });

  it('refuses outside totals of another length', () => {
    expect(() => overlapMatrix(3, 2, [], { columns: [1] })).toThrow('instead of 2');
  });
});

describe('the table of metrics', () => {
  it('lists five headline rows unless asked for more: outside main (and share), whole areas, shared units, V-measure', () => {
    expect(
      metricRows(golden, 'residents', 'people').map((row) => [row.metric, row.direction, row.value]),
    ).toEqual([
      ['outside_main', 'B to A', 80],
      ['share_outside_main', 'B to A', 80 / 300],
      ['share_in_whole_areas', 'B to A', 0],
      ['units_shared', 'B to A', 3],
      ['v_measure', 'both', expect.closeTo(0.510630199, 9)],
    ]);
  });

  it('carries formula and basis on every row', () => {
    for (const row of metricRows(golden, 'hectares in A and B', 'hectares', 'all')) {
      expect(row.basis).toBe('hectares in A and B');
      expect(row.formula).not.toBe('');
    }
  });

  it('lists split pairs of different people for people only', () => {
    const listed = (holds: 'people' | 'hectares'): string[] =>
      metricRows(golden, '', holds, 'all').map((row) => row.metric);
    expect(listed('people')).toContain('split_pairs_people');
    expect(listed('hectares')).not.toContain('split_pairs_people');
  });

  it('gives no value where the domain holds nothing', () => {
    const rows = metricRows(overlapMatrix(2, 2, []), '', 'people', 'all');
    expect(new Set(rows.map((row) => row.value))).toEqual(new Set([null]));
  });

  it('names each metric and direction once, with words and a source', () => {
    const names = metrics.map((metric) => `${metric.id} ${metric.direction}`);
    expect(new Set(names).size).toBe(names.length);
    for (const metric of metrics) expect([metric.name, metric.formula, metric.source]).not.toContain('');
  });
});
