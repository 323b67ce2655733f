/**
 * Purity: the share that lies in its unit's best fit.
 *
 *     80 20  .
 *      . 50 50      80 + 50 + 90 of 300 = 0.733
 *     10  . 90
 *
 * 1 - purity is what a best-fit lookup gets wrong.
 */
import { bestFit } from './best-fit.js';
import { orderedSum } from './ordered-sum.js';
import type { OverlapMatrix } from './matrix.js';

/** Σ max_j n_ij / T, above 0 to 1: share of hectares or people that lie in the unit of B that holds most of their A. */
export const purity = (matrix: OverlapMatrix): number => orderedSum(bestFit(matrix).amount) / matrix.total;
