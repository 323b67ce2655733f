/**
 * Metrics of how alike two layers are: pairs that stay together, goodness of fit.
 */
import { mapcurves, mapcurvesArea } from './mapcurves.js';
import { both, ofA, type Metric } from './metric.js';
import { adjustedRand, pairJaccard, rand } from './pairs.js';

/** In the order of the table. */
export const likenessMetrics: readonly Metric[] = [
  both(
    {
      id: 'rand',
      name: 'pairs on which the layers agree',
      formula: '(T^2 + 2 sum n^2 - sum a^2 - sum b^2) / T^2',
      source: 'Rand 1971',
      unit: 'share',
    },
    rand,
  ),
  both(
    {
      id: 'adjusted_rand',
      name: 'pairs on which the layers agree, chance taken off',
      formula: '(sum n^2 - E) / ((sum a^2 + sum b^2) / 2 - E), E = sum a^2 sum b^2 / T^2',
      source: 'Hubert and Arabie 1985',
      unit: 'number',
    },
    adjustedRand,
  ),
  both(
    {
      id: 'pair_jaccard',
      name: 'pairs together in either layer that are together in both',
      formula: 'sum n^2 / (sum a^2 + sum b^2 - sum n^2)',
      source: 'Jaccard 1912',
      unit: 'share',
    },
    pairJaccard,
  ),
  ...ofA(
    {
      id: 'mapcurves_area',
      name: 'goodness of fit of units (Mapcurves)',
      formula: 'area under the share of units with sum n^2 / (a b) of at least x, x from 0 to 1',
      source: 'Hargrove, Hoffman and Hessburg 2006',
      unit: 'share',
    },
    mapcurvesArea,
  ),
  both(
    {
      id: 'mapcurves',
      name: 'goodness of fit, better direction (Mapcurves)',
      formula: 'the larger mapcurves_area of the two directions',
      source: 'Hargrove, Hoffman and Hessburg 2006',
      unit: 'share',
    },
    mapcurves,
  ),
];
