/**
 * Metrics of information: how much there is left to ask about where a person lives.
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
import { both, ofA, type Metric } from './metric.js';

/** In the order of the table. */
export const entropyMetrics: readonly Metric[] = [
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
];
