/**
 * The metrics of two layers as a table: the headline ones, or all.
 */
import { metricRows } from '../metrics/metric-rows.js';
import type { Table } from '../../result/table.js';
import { column } from './columns.js';
import type { BasedMatrix } from '../alignment/matrices.js';

/** One row a metric, basis and direction, in the order of the catalogue. */
export function metricsTable(matrices: readonly BasedMatrix[], which: 'headline' | 'all'): Table {
  return {
    name: 'metrics',
    caption:
      which === 'headline'
        ? 'One row for each headline metric; --table metrics lists all of them.'
        : 'One row for each metric.',
    columns: [
      column('metric', 'text', 'Id of the metric and of its formula'),
      column(
        'formula',
        'text',
        'n cell, a total of a unit of A, b total of a unit of B, T total, p share of a part in its unit',
      ),
      column('basis', 'text', 'What was counted, and over which domain'),
      column('direction', 'text', 'Whose units are judged: A to B says how units of A lie in units of B'),
      column(
        'value',
        'number',
        'The figure; hectares or people where it is an amount; blank where the domain is empty',
      ),
    ],
    rows: matrices.flatMap(({ matrix, basis, holds }) =>
      metricRows(matrix, basis, holds, which).map((row) => [
        row.metric,
        row.formula,
        row.basis,
        row.direction,
        row.value,
      ]),
    ),
  };
}
