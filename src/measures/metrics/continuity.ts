/**
 * Continuity: what became of each unit of an earlier layer (Crespin 2005).
 *
 *     before \ after    B0    B1          The matrix with each row divided by its total: where the
 *     A0                0.8   0.2         people of A0 are now. The largest share is the unit's
 *     A1                 .    1.0         continuity.
 */
import { bestFit } from './best-fit.js';
import { orderedSum } from './ordered-sum.js';
import { cellsOf, type OverlapEntry, type OverlapMatrix } from './matrix.js';

/** Every cell as a share of its row, 0 to 1, by row, then column; the shares of a row add up to 1. */
export function continuityShares(matrix: OverlapMatrix): OverlapEntry[] {
  return cellsOf(matrix).map((cell) => ({ ...cell, value: cell.value / matrix.rowTotals[cell.row]! }));
}

/** Mean of the rows' largest shares, each unit counting once, above 0 to 1; 0 where no row holds anything. */
export function continuity(matrix: OverlapMatrix): number {
  const { partner, share } = bestFit(matrix);
  const held = share.filter((_, row) => partner[row] !== -1);
  return held.length === 0 ? 0 : orderedSum(held) / held.length;
}
