/**
 * Agreement of two layers counted over pairs of places (or people): are two that share a unit of A together in B too?
 *
 *                          together in B    apart in B
 *     together in A            Σn²           Σa² - Σn²
 *     apart in A            Σb² - Σn²            …            all pairs: T²
 *
 * Pairs are continuous (a hectare is also a pair with itself), which for people differs from counting by one in many
 * thousands. All are 1 where the layers are the same. The matrix must hold something.
 */
import { orderedSum } from './ordered-sum.js';
import type { OverlapMatrix } from './matrix.js';

/** Share of pairs on which the layers agree, 0 to 1: (T² + 2Σn² - Σa² - Σb²) / T² (Rand 1971). */
export function rand(matrix: OverlapMatrix): number {
  const { cells, rows, columns } = pairsTogether(matrix);
  return Math.min(1, Math.max(0, 1 - (rows - cells + (columns - cells))));
}

/**
 * Rand's share with the agreement of chance taken off, at most 1 (Hubert and Arabie 1985):
 * (Σn² - E) / (½ (Σa² + Σb²) - E), E = Σa² Σb² / T². 1 where chance leaves nothing to tell (both layers one unit).
 */
export function adjustedRand(matrix: OverlapMatrix): number {
  const { cells, rows, columns } = pairsTogether(matrix);
  const expected = rows * columns;
  const most = (rows + columns) / 2;
  return most === expected ? 1 : Math.min(1, (cells - expected) / (most - expected));
}

/** Of the pairs together in either layer, the share together in both, 0 to 1: Σn² / (Σa² + Σb² - Σn²). */
export function pairJaccard(matrix: OverlapMatrix): number {
  const { cells, rows, columns } = pairsTogether(matrix);
  return cells / (rows + columns - cells);
}

/** Σn², Σa² and Σb², each divided by T²: shares of all pairs. */
function pairsTogether(matrix: OverlapMatrix): { cells: number; rows: number; columns: number } {
  const share = (amounts: Float64Array): number =>
    orderedSum(amounts.map((amount) => (amount / matrix.total) ** 2));
  return { cells: share(matrix.value), rows: share(matrix.rowTotals), columns: share(matrix.columnTotals) };
}
