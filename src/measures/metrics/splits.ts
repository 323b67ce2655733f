/**
 * How split each unit of A is between units of B, and the mean over the layer.
 *
 *     parts          100    50/50   90/10   96/2/2
 *     effective        0        1    0.22     0.08     1 / Σp² - 1
 *     square root      1     1.41    1.26     1.26     Σ √p
 *     split pairs      0      0.5    0.18     0.08     1 - Σp²
 *
 * p is the share of a part in its row. Figures of a row that holds nothing are 0. Layer figures are means weighted by
 * the rows' hectares or people, as in redistricting practice, unless said otherwise. Reduced splitting is the same
 * figures over `reduceSplits`.
 */
import { weightedByRow } from './entropy.js';
import { orderedSum } from './ordered-sum.js';
import { cellsOf, overlapMatrix, partsOf, rowsMetBy, type OverlapMatrix } from './matrix.js';

/** Number of parts of each row: the units of B it lies in. */
export function partCounts(matrix: OverlapMatrix): Uint32Array {
  return Uint32Array.from({ length: matrix.rows }, (_, row) => partsOf(matrix, row).length);
}

/** Effective splits of some parts, 1 / Σp² - 1: 0 for one part, 1 for halves (Wang et al. 2021; above 0.5 substantial). */
export function effectiveSplitsOf(parts: ArrayLike<number>): number {
  if (parts.length < 2) return 0;
  return 1 / squaredShares(parts) - 1;
}

/** Square-root entropy of some parts, Σ √p: 1 for one part, 1.414 for halves (Duchin 2018). */
export const squareRootEntropyOf = (parts: ArrayLike<number>): number =>
  orderedSum(sharesOf(parts).map((share) => Math.sqrt(share)));

/** Share of pairs of places in the unit that lie in different parts, 1 - Σp²: 0.5 for halves (Wachspress and Adler 2021). */
export function splitPairsOf(parts: ArrayLike<number>): number {
  if (parts.length < 2) return 0;
  return 1 - squaredShares(parts);
}

/** The same for pairs of two different people, 1 - Σ n(n-1) / a(a-1); for counts only, 0 below two people. */
export function splitPairsOfPeople(parts: ArrayLike<number>): number {
  const people = orderedSum(Array.from(parts));
  if (parts.length < 2 || people < 2) return 0;
  const together = orderedSum(Array.from(parts, (part) => part * Math.max(0, part - 1)));
  return 1 - together / (people * (people - 1));
}

/** Any figure of some parts, for each row. */
export function perRow(matrix: OverlapMatrix, figure: (parts: Float64Array) => number): Float64Array {
  return Float64Array.from({ length: matrix.rows }, (_, row) => figure(partsOf(matrix, row)));
}

/** Mean effective splits of a unit of A, weighted by its hectares or people. */
export const effectiveSplits = (matrix: OverlapMatrix): number =>
  weightedByRow(matrix, perRow(matrix, effectiveSplitsOf));

/** Sum of the effective splits of all units of A, unweighted: "about so many units are split in two". */
export const effectiveSplitsSum = (matrix: OverlapMatrix): number =>
  orderedSum(perRow(matrix, effectiveSplitsOf));

/** Mean square-root entropy of a unit of A, weighted; 1 where nothing is split. */
export const squareRootEntropy = (matrix: OverlapMatrix): number =>
  weightedByRow(matrix, perRow(matrix, squareRootEntropyOf));

/** Mean share of split pairs in a unit of A, weighted. */
export const splitPairs = (matrix: OverlapMatrix): number =>
  weightedByRow(matrix, perRow(matrix, splitPairsOf));

/** Mean share of split pairs of different people in a unit of A, weighted; for counts only. */
export const splitPairsPeople = (matrix: OverlapMatrix): number =>
  weightedByRow(matrix, perRow(matrix, splitPairsOfPeople));

/**
 * The matrix with all units of B that lie wholly in a row added up into one virtual part of that row (a last, extra
 * column), so that a large unit made of whole smaller ones is not called split (Dave's Redistricting, reduced
 * splitting). Wholly: no other row and nothing outside. For figures of rows only: the extra column is no unit.
 */
export function reduceSplits(matrix: OverlapMatrix): OverlapMatrix {
  const { only } = rowsMetBy(matrix);
  const virtual = matrix.columns;
  const whole = (column: number): boolean => only[column] !== -1 && matrix.columnOutside[column] === 0;
  const cells = cellsOf(matrix).map((cell) => (whole(cell.column) ? { ...cell, column: virtual } : cell));
  return overlapMatrix(matrix.rows, matrix.columns + 1, cells, { rows: matrix.rowOutside });
}

function sharesOf(parts: ArrayLike<number>): number[] {
  const amounts = Array.from(parts);
  const total = orderedSum(amounts);
  return amounts.map((amount) => amount / total);
}

const squaredShares = (parts: ArrayLike<number>): number =>
  orderedSum(sharesOf(parts).map((share) => share * share));
