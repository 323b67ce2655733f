/**
 * A column as numbers, cell by cell, with a count of what is not a number.
 */
import type { NumberColumn } from '../../layer/table.js';
import { cellKind, parseNumber } from '../../layer/parse-number.js';

/**
 * Reads `rowCount` cells. `fast` may give the number of a row straight from the bytes, or NaN to have the text
 * looked at.
 */
export function readNumbers(
  rowCount: number,
  text: (row: number) => string,
  fast: (row: number) => number,
): NumberColumn {
  const values = new Float64Array(rowCount);
  const counts = { number: 0, blank: 0, shorthand: 0, wrong: 0 };
  let firstWrong = -1;
  for (let row = 0; row < rowCount; row++) {
    const quick = fast(row);
    if (quick === quick) {
      values[row] = quick;
      continue;
    }
    const cell = text(row);
    const kind = cellKind(cell);
    counts[kind]++;
    if (kind === 'wrong' && firstWrong < 0) firstWrong = row;
    values[row] = kind === 'number' ? parseNumber(cell) : NaN;
  }
  return { values, blank: counts.blank, shorthand: counts.shorthand, wrong: counts.wrong, firstWrong };
}
