/**
 * Shared units of B: those that lie in two or more units of A, and who in them is outside the main partner.
 *
 *           B0   B1   B2
 *     A0    80   20    .       B0, B1 and B2 are shared; their main partners are A0, A1, A2;
 *     A1     .   50   50       outside main: 10 + 20 + 50 = 80 of 300
 *     A2    10    .   90
 */
import { bestFit } from './best-fit.js';
import { orderedSum } from './ordered-sum.js';
import { rowsMetBy, transpose, type OverlapMatrix } from './matrix.js';

/** Number of units of B with two or more parts. */
export const unitsShared = (matrix: OverlapMatrix): number =>
  rowsMetBy(matrix).count.filter((parts) => parts > 1).length;

/** Hectares or people of each unit of B that are not in its main partner; 0 for one that is not shared. */
export function outsideMainByColumn(matrix: OverlapMatrix): Float64Array {
  const { amount } = bestFit(transpose(matrix));
  const { count } = rowsMetBy(matrix);
  return matrix.columnTotals.map((total, column) => (count[column]! > 1 ? total - amount[column]! : 0));
}

/** Hectares or people outside their B unit's main partner, over the whole layer. */
export const outsideMain = (matrix: OverlapMatrix): number => orderedSum(outsideMainByColumn(matrix));

/** The same as a share of all in the domain, 0 to 1: 1 - purity of B in A. The matrix must hold something. */
export const shareOutsideMain = (matrix: OverlapMatrix): number => outsideMain(matrix) / matrix.total;
