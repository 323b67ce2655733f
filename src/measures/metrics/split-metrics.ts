/**
 * Metrics of splitting, as redistricting counts it.
 */
import { ofA, type Metric } from './metric.js';
import {
  effectiveSplits,
  effectiveSplitsSum,
  reduceSplits,
  splitPairs,
  splitPairsPeople,
  squareRootEntropy,
} from './splits.js';

/** In the order of the table. */
export const splitMetrics: readonly Metric[] = [
  ...ofA(
    {
      id: 'effective_splits',
      name: 'effective splits of a unit, weighted mean',
      formula: 'sum over units of (unit/T) (1 / sum p^2 - 1)',
      source: 'Wang et al. 2021',
      unit: 'number',
    },
    effectiveSplits,
  ),
  ...ofA(
    {
      id: 'effective_splits_sum',
      name: 'effective splits of all units',
      formula: 'sum over units of (1 / sum p^2 - 1)',
      source: 'Wang et al. 2021; Wachspress and Adler 2021',
      unit: 'number',
    },
    effectiveSplitsSum,
  ),
  ...ofA(
    {
      id: 'square_root_entropy',
      name: 'square-root entropy, weighted mean',
      formula: 'sum over units of (unit/T) sum sqrt p',
      source: 'Duchin 2018',
      unit: 'number',
    },
    squareRootEntropy,
  ),
  ...ofA(
    {
      id: 'split_pairs',
      name: 'pairs of one unit that are split, weighted mean',
      formula: 'sum over units of (unit/T) (1 - sum p^2)',
      source: 'Wachspress and Adler 2021',
      unit: 'share',
    },
    splitPairs,
  ),
  ...ofA(
    {
      id: 'split_pairs_people',
      name: 'pairs of different people of one unit that are split, weighted mean',
      formula: 'sum over units of (unit/T) (1 - sum n (n - 1) / (unit (unit - 1)))',
      source: 'Wachspress and Adler 2021',
      unit: 'share',
      peopleOnly: true,
    },
    splitPairsPeople,
  ),
  ...ofA(
    {
      id: 'reduced_effective_splits',
      name: 'effective splits, whole units taken together, weighted mean',
      formula: 'as effective_splits with all units lying wholly in one added into one part',
      source: "Wang et al. 2021; Dave's Redistricting",
      unit: 'number',
    },
    (matrix) => effectiveSplits(reduceSplits(matrix)),
  ),
  ...ofA(
    {
      id: 'reduced_square_root_entropy',
      name: 'square-root entropy, whole units taken together, weighted mean',
      formula: 'as square_root_entropy with all units lying wholly in one added into one part',
      source: "Duchin 2018; Dave's Redistricting",
      unit: 'number',
    },
    (matrix) => squareRootEntropy(reduceSplits(matrix)),
  ),
];
