/**
 * The metrics a report can list: one row of the table `metrics` each.
 *
 * To add one, write its function over the matrix in a file of its own and add an entry to the list it belongs to.
 * Figures that judge the units of one layer stand in both directions, see `metric.ts`. The headline ones are among the
 * first.
 */
import { entropyMetrics } from './entropy-metrics.js';
import { likenessMetrics } from './likeness-metrics.js';
import { mainMetrics } from './main-metrics.js';
import type { Metric } from './metric.js';
import { splitMetrics } from './split-metrics.js';

/** Every metric, in the order of the table. */
export const metrics: readonly Metric[] = [
  ...mainMetrics,
  ...entropyMetrics,
  ...splitMetrics,
  ...likenessMetrics,
];
