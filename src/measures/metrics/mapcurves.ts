/**
 * Mapcurves: goodness of fit of each unit, and of the layer as the area under a curve (Hargrove, Hoffman, Hessburg 2006).
 *
 *     share of units   1 ┐
 *     with at least      └──.__            each unit's goodness of fit is Σ_j (n/a)(n/b):
 *     this goodness            `--.        1 where it is one unit of the other layer,
 *     of fit           0          `─ 1     less where it is split or only a part
 *
 * The units' values, sorted, are joined by straight lines from (0, 1) to (1, 0), the first unit at share 1, the last
 * at 0, as the sabre package does it. Units that hold nothing are left out.
 */
import { orderedSum } from './ordered-sum.js';
import { cellsOf, transpose, type OverlapMatrix } from './matrix.js';

/** Goodness of fit of each row, 0 to 1: Σ_j n² / (a_i b_j); 0 for a row that holds nothing. */
export function mapcurvesRows(matrix: OverlapMatrix): Float64Array {
  const terms: number[][] = Array.from({ length: matrix.rows }, () => []);
  for (const { row, column, value } of cellsOf(matrix)) {
    terms[row]!.push((value / matrix.rowTotals[row]!) * (value / matrix.columnTotals[column]!));
  }
  return Float64Array.from(terms, (ofRow) => Math.min(1, orderedSum(ofRow)));
}

/**
 * Area under the curve of the rows' goodness of fit, 0 to 1: how well units of A fit units of B.
 * With a single unit there is no line to draw and the area is that unit's goodness of fit.
 */
export function mapcurvesArea(matrix: OverlapMatrix): number {
  const fits = mapcurvesRows(matrix)
    .filter((_, row) => matrix.rowTotals[row]! > 0)
    .sort();
  const last = fits.length - 1;
  if (last < 1) return fits[0] ?? 0;
  const points = [
    { fit: 0, share: 1 },
    ...Array.from(fits, (fit, rank) => ({ fit, share: 1 - rank / last })),
    { fit: 1, share: 0 },
  ];
  return orderedSum(
    points.slice(1).map((to, at) => {
      const from = points[at]!;
      return ((to.fit - from.fit) * (to.share + from.share)) / 2;
    }),
  );
}

/** The better of the two directions, 0 to 1: the layer with the larger area is the reference. */
export const mapcurves = (matrix: OverlapMatrix): number =>
  Math.max(mapcurvesArea(matrix), mapcurvesArea(transpose(matrix)));
