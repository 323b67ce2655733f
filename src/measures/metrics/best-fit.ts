/**
 * Best fit: each unit given to the one unit of the other layer that holds most of it.
 *
 * What a best-fit lookup does, and how much of each unit it gets right. With people this is the best-fit percentage
 * that the ONS publishes beside its lookups.
 */
import { partsOf, type OverlapMatrix } from './matrix.js';

/** The best fit of each row. */
export interface BestFit {
  /** Column that holds most of the row, the first of equals; -1 for a row that holds nothing. */
  readonly partner: Int32Array;
  /** Hectares or people in that column. */
  readonly amount: Float64Array;
  /** Share of the row in that column, 0 to 1; 0 for a row that holds nothing. */
  readonly share: Float64Array;
}

/** The column that holds most of each row, and how much of it. Ties go to the first column: sort units by code. */
export function bestFit(matrix: OverlapMatrix): BestFit {
  const partner = new Int32Array(matrix.rows).fill(-1);
  const amount = new Float64Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row++) {
    partsOf(matrix, row).forEach((part, at) => {
      if (part <= amount[row]!) return;
      amount[row] = part;
      partner[row] = matrix.column[matrix.rowStart[row]! + at]!;
    });
  }
  const share = amount.map((most, row) => (most === 0 ? 0 : most / matrix.rowTotals[row]!));
  return { partner, amount, share };
}

/** Rows whose best fit holds less than this share (0 to 1) of them, in row order; rows that hold nothing are left out. */
export function weakBestFits(matrix: OverlapMatrix, least: number): number[] {
  const { partner, share } = bestFit(matrix);
  return Array.from(partner.keys()).filter((row) => partner[row] !== -1 && share[row]! < least);
}
