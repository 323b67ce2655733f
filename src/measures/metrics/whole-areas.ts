/**
 * Share in whole areas: how far units of A are made of whole units of B.
 *
 *           B0   B1   B2   outside
 *     A0    60    .   40     .          A0: 60 of 100      A1: 50 of 100 (10 of it in no unit of B)
 *     A1     .   50   40    10          layer: 110 of 200
 *
 * A unit of B is whole where it lies in one unit of A, with nothing outside. The figure says nesting, not that two
 * units are the same: an A that merely contains whole B units scores 1. What A has outside B counts as not whole.
 */
import { orderedSum } from './ordered-sum.js';
import { rowsMetBy, type OverlapMatrix } from './matrix.js';

/** For each unit of B the row it lies wholly in, or -1. */
export function wholeColumns(matrix: OverlapMatrix): Int32Array {
  return rowsMetBy(matrix).only.map((row, column) => (matrix.columnOutside[column] === 0 ? row : -1));
}

/** Hectares or people of each row that are in units of B lying wholly in it. */
export function wholeByRow(matrix: OverlapMatrix): Float64Array {
  const amounts: number[][] = Array.from({ length: matrix.rows }, () => []);
  wholeColumns(matrix).forEach((row, column) => {
    if (row !== -1) amounts[row]!.push(matrix.columnTotals[column]!);
  });
  return Float64Array.from(amounts, orderedSum);
}

/** Share of each row that is in whole units of B, 0 to 1; 0 for a row that holds nothing. */
export function shareInWholeAreasByRow(matrix: OverlapMatrix): Float64Array {
  return wholeByRow(matrix).map((whole, row) =>
    shareOf(whole, matrix.rowTotals[row]! + matrix.rowOutside[row]!),
  );
}

/** Share of the whole layer A that is in units of B lying wholly in one unit of A, 0 to 1. */
export function shareInWholeAreas(matrix: OverlapMatrix): number {
  return shareOf(orderedSum(wholeByRow(matrix)), orderedSum([...matrix.rowTotals, ...matrix.rowOutside]));
}

// Added in another order, the same amounts can differ in the last digit: no share may pass 1 for that.
const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));
