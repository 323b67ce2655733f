/**
 * The metrics of two layers as a table: the headline ones, or all.
 */
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { metricRows } from '../metrics/metric-rows.js';
import type { BasedMatrix } from '../alignment/matrices.js';

/** One row a metric, basis and direction, in the order of the catalogue. */
export function metricsTable(matrices: readonly BasedMatrix[], which: 'headline' | 'all'): Table {
  return makeTable({
    name: 'metrics',
    title: 'Metrics of alignment',
    caption:
      which === 'headline'
        ? 'One row for each headline metric; --table metrics lists all of them.'
        : 'One row for each metric.',
    rows: matrices.flatMap(({ matrix, basis, holds }) => metricRows(matrix, basis, holds, which)),
    columns: [
      {
        heading: 'metric',
        title: 'metric',
        kind: 'text',
        description: 'Id of the metric and of its formula',
        about: { role: 'id' },
        value: ({ metric }) => metric,
      },
      {
        heading: 'formula',
        title: 'formula',
        kind: 'text',
        description:
          'n cell, a total of a unit of A, b total of a unit of B, T total, p share of a part in its unit',
        value: ({ formula }) => formula,
      },
      {
        heading: 'basis',
        title: 'basis',
        kind: 'text',
        description: 'What was counted, and over which domain',
        about: { role: 'basis' },
        value: ({ basis }) => basis,
      },
      {
        heading: 'direction',
        title: 'direction',
        kind: 'text',
        description: 'Whose units are judged: A to B says how units of A lie in units of B',
        value: ({ direction }) => direction,
      },
      {
        heading: 'value',
        title: 'value',
        kind: 'number',
        description: 'The figure; hectares or people where it is an amount; blank where the domain is empty',
        value: ({ value }) => value,
      },
    ],
  });
}
