/**
 * The metrics a report can list: one row of the table `metrics` each.
 *
 * To add one, write its function over the matrix in a file of its own and add an entry here. Figures that judge the
 * units of one layer stand in both directions, see `metric.ts`. The headline ones are among the first.
 */
import {
  conditionalEntropy,
  entropyOfColumns,
  entropyOfRows,
  jointEntropy,
  mutualInformation,
  normalisedVariationOfInformation,
  symmetricConditionalEntropy,
  variationOfInformation,
} from './entropy.js';
import { continuity } from './continuity.js';
import { mapcurves, mapcurvesArea } from './mapcurves.js';
import { both, ofA, ofB, type Metric } from './metric.js';
import { adjustedRand, pairJaccard, rand } from './pairs.js';
import { purity } from './purity.js';
import { outsideMain, shareOutsideMain, unitsShared } from './shared-units.js';
import {
  effectiveSplits,
  effectiveSplitsSum,
  reduceSplits,
  splitPairs,
  splitPairsPeople,
  squareRootEntropy,
} from './splits.js';
import { completeness, homogeneity, vMeasure } from './v-measure.js';
import { shareInWholeAreas } from './whole-areas.js';

/** Every metric, in the order of the table. */
export const metrics: readonly Metric[] = [
  ...ofB(
    {
      id: 'outside_main',
      name: "people (or hectares) outside their unit's main partner",
      formula: 'sum over units of (total - largest part)',
      source: 'coterminous',
      unit: 'amount',
    },
    outsideMain,
  ),
  ...ofB(
    {
      id: 'share_outside_main',
      name: 'share outside the main partner',
      formula: 'sum over units of (total - largest part) / T = 1 - purity',
      source: 'coterminous',
      unit: 'share',
    },
    shareOutsideMain,
  ),
  ...ofB(
    {
      id: 'share_in_whole_areas',
      name: 'share in units that lie wholly in one unit of the other layer',
      formula: 'sum of units lying wholly in one / sum of the other layer',
      source: 'coterminous',
      unit: 'share',
    },
    shareInWholeAreas,
  ),
  ...ofB(
    {
      id: 'units_shared',
      name: 'units in two or more units of the other layer',
      formula: 'number of units with two or more parts',
      source: 'coterminous',
      unit: 'number',
    },
    unitsShared,
  ),
  {
    ...both(
      {
        id: 'v_measure',
        name: 'nesting both ways (V-measure)',
        formula: '2 h c / (h + c), h = I / H(A), c = I / H(B)',
        source: 'Rosenberg and Hirschberg 2007; Nowosad and Stepinski 2018',
        unit: 'share',
      },
      vMeasure,
    ),
    headline: true,
  },
  {
    id: 'homogeneity',
    name: 'nesting of B in A (homogeneity)',
    formula: '1 - H(A|B) / H(A) = I / H(A)',
    source: 'Rosenberg and Hirschberg 2007; Nowosad and Stepinski 2018',
    direction: 'B to A',
    unit: 'share',
    headline: false,
    peopleOnly: false,
    compute: homogeneity,
  },
  {
    id: 'completeness',
    name: 'nesting of A in B (completeness)',
    formula: '1 - H(B|A) / H(B) = I / H(B)',
    source: 'Rosenberg and Hirschberg 2007; Nowosad and Stepinski 2018',
    direction: 'A to B',
    unit: 'share',
    headline: false,
    peopleOnly: false,
    compute: completeness,
  },
  ...ofA(
    {
      id: 'purity',
      name: 'share that a best-fit lookup gets right (purity)',
      formula: 'sum over units of largest part / T',
      source: 'Manning, Raghavan and Schütze 2008',
      unit: 'share',
    },
    purity,
  ),
  ...ofA(
    {
      id: 'continuity',
      name: 'mean best-fit share, each unit counting once',
      formula: 'mean over units of largest p',
      source: 'Crespin 2005',
      unit: 'share',
    },
    continuity,
  ),
  both(
    {
      id: 'entropy_a',
      name: 'entropy of A',
      formula: 'H(A) = - sum (a/T) log2 (a/T)',
      source: 'Shannon 1948',
      unit: 'bits',
    },
    entropyOfRows,
  ),
  both(
    {
      id: 'entropy_b',
      name: 'entropy of B',
      formula: 'H(B) = - sum (b/T) log2 (b/T)',
      source: 'Shannon 1948',
      unit: 'bits',
    },
    entropyOfColumns,
  ),
  both(
    {
      id: 'joint_entropy',
      name: 'entropy of the pairs',
      formula: 'H(A,B) = - sum (n/T) log2 (n/T)',
      source: 'Shannon 1948',
      unit: 'bits',
    },
    jointEntropy,
  ),
  both(
    {
      id: 'mutual_information',
      name: 'what one layer tells about the other',
      formula: 'I = H(A) + H(B) - H(A,B)',
      source: 'Shannon 1948',
      unit: 'bits',
    },
    mutualInformation,
  ),
  ...ofA(
    {
      id: 'conditional_entropy',
      name: 'how split units are (conditional entropy)',
      formula: 'sum over units of (unit/T) (- sum p log2 p)',
      source: 'Guth, Nieh and Weighill 2020',
      unit: 'bits',
    },
    conditionalEntropy,
  ),
  both(
    {
      id: 'symmetric_entropy',
      name: 'mean conditional entropy of both directions',
      formula: '(H(B|A) + H(A|B)) / 2',
      source: 'Wachspress and Adler 2021',
      unit: 'bits',
    },
    symmetricConditionalEntropy,
  ),
  both(
    {
      id: 'variation_of_information',
      name: 'variation of information',
      formula: 'VI = H(A|B) + H(B|A)',
      source: 'Meilă 2007',
      unit: 'bits',
    },
    variationOfInformation,
  ),
  both(
    {
      id: 'normalised_variation_of_information',
      name: 'variation of information, 0 to 1',
      formula: 'VI / H(A,B)',
      source: 'Meilă 2007',
      unit: 'share',
    },
    normalisedVariationOfInformation,
  ),
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
