/**
 * Entropies in bits: how much there is left to ask about where a person lives.
 *
 *     H(A)      which unit of A, knowing nothing            H(B|A)   which unit of B, once A is known
 *     H(A,B)    which pair                                  I        what A and B tell about each other
 *
 *     H(A,B) = H(A|B) + I + H(B|A)        variation of information = H(A|B) + H(B|A)
 *
 * Conditional entropies are added up unit by unit and not taken as differences, so that layers that nest give exactly
 * 0. All are 0 for a matrix that holds nothing.
 */
import { orderedSum } from './ordered-sum.js';
import { partsOf, transpose, type OverlapMatrix } from './matrix.js';

/** Shannon entropy of some amounts, in bits: -Σ p log2 p with p the share of each in their sum (Shannon 1948). */
export function entropy(amounts: ArrayLike<number>): number {
  const terms = Array.from(amounts).filter((amount) => amount > 0);
  // One part is no question at all; taken apart because -1 · log2(1) is minus zero.
  if (terms.length < 2) return 0;
  const total = orderedSum(terms);
  return orderedSum(terms.map((amount) => -(amount / total) * Math.log2(amount / total)));
}

/** H(A) in bits: entropy of the row totals. */
export const entropyOfRows = (matrix: OverlapMatrix): number => entropy(matrix.rowTotals);

/** H(B) in bits: entropy of the column totals. */
export const entropyOfColumns = (matrix: OverlapMatrix): number => entropy(matrix.columnTotals);

/** H(A,B) in bits: entropy of the cells. */
export const jointEntropy = (matrix: OverlapMatrix): number => entropy(matrix.value);

/** H(B|A_i) in bits for each row: 0 for a unit that lies whole in one unit of B, 1 for one halved. */
export function rowEntropies(matrix: OverlapMatrix): Float64Array {
  return Float64Array.from({ length: matrix.rows }, (_, row) => entropy(partsOf(matrix, row)));
}

/**
 * H(B|A) in bits: Σ (a_i / T) H(B|A_i), the conditional entropy of splits (Guth, Nieh, Weighill 2020).
 * 0 where every unit of A lies in one unit of B.
 */
export const conditionalEntropy = (matrix: OverlapMatrix): number =>
  weightedByRow(matrix, rowEntropies(matrix));

/** H(A|B) in bits, the other way round: 0 where every unit of B lies in one unit of A. */
export const conditionalEntropyOfRows = (matrix: OverlapMatrix): number =>
  conditionalEntropy(transpose(matrix));

/** I in bits, 0 or more: what knowing one layer tells about the other. */
export function mutualInformation(matrix: OverlapMatrix): number {
  const fromRows = entropyOfRows(matrix) - conditionalEntropyOfRows(matrix);
  const fromColumns = entropyOfColumns(matrix) - conditionalEntropy(matrix);
  // Equal but for rounding: the mean is the same whichever layer comes first.
  return Math.max(0, (fromRows + fromColumns) / 2);
}

/** VI in bits: H(A|B) + H(B|A), 0 where the layers are the same (Meilă 2007). */
export const variationOfInformation = (matrix: OverlapMatrix): number =>
  conditionalEntropy(matrix) + conditionalEntropyOfRows(matrix);

/** VI / H(A,B), 0 to 1; 0 where both layers have one unit. */
export function normalisedVariationOfInformation(matrix: OverlapMatrix): number {
  const joint = jointEntropy(matrix);
  return joint === 0 ? 0 : Math.min(1, variationOfInformation(matrix) / joint);
}

/** ½ [H(B|A) + H(A|B)] in bits: the symmetric splitting score (Wachspress and Adler 2021). */
export const symmetricConditionalEntropy = (matrix: OverlapMatrix): number =>
  variationOfInformation(matrix) / 2;

/** Σ (a_i / T) x_i: the mean of a figure of each row, weighted by the rows' hectares or people; 0 where T is 0. */
export function weightedByRow(matrix: OverlapMatrix, figures: Float64Array): number {
  if (matrix.total === 0) return 0;
  return orderedSum(figures.map((figure, row) => (matrix.rowTotals[row]! / matrix.total) * figure));
}
