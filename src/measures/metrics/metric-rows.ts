/**
 * The rows of the table `metrics`: each figure with its formula, what it was counted on and its direction.
 */
import type { Direction } from './metric.js';
import type { OverlapMatrix } from './matrix.js';
import { metrics } from './metrics.js';

/** One row of the table `metrics`. */
export interface MetricRow {
  readonly metric: string;
  readonly formula: string;
  /** What the cells hold and over which domain, e.g. `residents, Census 2021, in A and B`. */
  readonly basis: string;
  readonly direction: Direction;
  /** Null where the domain holds nothing. */
  readonly value: number | null;
}

/**
 * The headline metrics of a matrix, or all of them, in table order.
 * `holds` says what the cells are: metrics of whole people are left out for hectares.
 */
export function metricRows(
  matrix: OverlapMatrix,
  basis: string,
  holds: 'hectares' | 'people',
  which: 'headline' | 'all' = 'headline',
): MetricRow[] {
  return metrics
    .filter((metric) => (which === 'all' || metric.headline) && (holds === 'people' || !metric.peopleOnly))
    .map((metric) => ({
      metric: metric.id,
      formula: metric.formula,
      basis,
      direction: metric.direction,
      value: matrix.total === 0 ? null : metric.compute(matrix),
    }));
}
