/**
 * The column that is the total of those beside it.
 *
 *     LSOA21CD   men  women  everybody
 *     E01000001  500    510       1010      500 + 510 = 1010, in every row
 */
import type { Table } from '../../layer/table.js';

/** Rows that must show it before it is more than chance. */
const ENOUGH = 2;

/** The one of the columns that is the sum of the others in every row where all have numbers, or -1. */
export function totalAmong(table: Table, columns: readonly number[]): number {
  if (columns.length < 3) return -1;
  const values = columns.map((column) => table.numbers(column).values);
  const shown = columns.map(() => 0);
  const isSum = columns.map(() => true);
  for (let row = 0; row < table.rowCount; row++) {
    const sum = values.reduce((total, column) => total + column[row]!, 0);
    if (Number.isNaN(sum) || sum === 0) continue;
    values.forEach((column, at) => {
      if (Math.abs(2 * column[row]! - sum) > 1e-9 * sum) isSum[at] = false;
      else if (values.filter((other, o) => o !== at && other[row]! > 0).length > 1) shown[at]!++;
    });
  }
  const totals = columns.filter((_, at) => isSum[at]! && shown[at]! >= ENOUGH);
  return totals.length === 1 ? totals[0]! : -1;
}
