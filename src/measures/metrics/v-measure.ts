/**
 * The V-measure: one number for how far two layers nest in each other.
 *
 *     homogeneity    1 where every unit of B lies in one unit of A    (nesting of B in A)
 *     completeness   1 where every unit of A lies in one unit of B    (nesting of A in B)
 *     V-measure      their harmonic mean: 1 only where the layers are the same
 *
 * Rosenberg and Hirschberg 2007; for maps Nowosad and Stepinski 2018. Rows (A) take the part of the reference.
 */
import {
  conditionalEntropy,
  conditionalEntropyOfRows,
  entropyOfColumns,
  entropyOfRows,
  rowEntropies,
} from './entropy.js';
import type { OverlapMatrix } from './matrix.js';

/** Nesting of B in A, 0 to 1: 1 - H(A|B) / H(A) = I / H(A); 1 where A is a single unit. */
export const homogeneity = (matrix: OverlapMatrix): number =>
  nesting(conditionalEntropyOfRows(matrix), entropyOfRows(matrix));

/** Nesting of A in B, 0 to 1: 1 - H(B|A) / H(B) = I / H(B); 1 where B is a single unit. */
export const completeness = (matrix: OverlapMatrix): number =>
  nesting(conditionalEntropy(matrix), entropyOfColumns(matrix));

/**
 * V_β = (1 + β) h c / (β h + c), 0 to 1; 0 where both are 0.
 * β above 1 gives completeness more weight, below 1 homogeneity; 1 treats the layers alike.
 */
export function vMeasure(matrix: OverlapMatrix, beta = 1): number {
  const h = homogeneity(matrix);
  const c = completeness(matrix);
  return h + c === 0 ? 0 : ((1 + beta) * h * c) / (beta * h + c);
}

/**
 * Region inhomogeneity of each row, H(B|A_i) / H(B): 0 for a unit that lies in one unit of B, about 1 for one as mixed
 * as the whole map (it can exceed 1). 0 where B is a single unit. Nowosad and Stepinski 2018.
 */
export function regionInhomogeneity(matrix: OverlapMatrix): Float64Array {
  const whole = entropyOfColumns(matrix);
  return rowEntropies(matrix).map((own) => (whole === 0 ? 0 : own / whole));
}

function nesting(remaining: number, whole: number): number {
  if (whole === 0) return 1;
  return Math.min(1, Math.max(0, 1 - remaining / whole));
}
