/**
 * How far one unit of A and one unit of B match: the shares behind "one-to-one".
 *
 *     share of A n/a     share of B n/b     their product n²/(ab)     Jaccard n/(a + b - n)
 *
 * a and b are the whole units, with what they have outside the other layer: a unit that sticks out does not match.
 */
import { cellsOf, type OverlapMatrix } from './matrix.js';

/** The shares of one pair that overlaps, each 0 to 1. */
export interface PairShares {
  readonly row: number;
  readonly column: number;
  /** n / a: share of the unit of A. */
  readonly ofRow: number;
  /** n / b: share of the unit of B. */
  readonly ofColumn: number;
  /** n / (a + b - n): 1 only where the two units are the same. */
  readonly jaccard: number;
  /** n² / (a b): the Mapcurves term (Hargrove, Hoffman, Hessburg 2006). */
  readonly product: number;
  /** n / min(a, b): 1 where the smaller lies in the larger. */
  readonly ofSmaller: number;
}

/** The shares of every pair that overlaps, by row, then column. */
export function pairShares(matrix: OverlapMatrix): PairShares[] {
  return cellsOf(matrix).map(({ row, column, value }) => {
    const a = matrix.rowTotals[row]! + matrix.rowOutside[row]!;
    const b = matrix.columnTotals[column]! + matrix.columnOutside[column]!;
    return {
      row,
      column,
      ofRow: value / a,
      ofColumn: value / b,
      jaccard: value / (a + b - value),
      product: (value / a) * (value / b),
      ofSmaller: value / Math.min(a, b),
    };
  });
}
