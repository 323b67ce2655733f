/**
 * Notes in the last rows of a table, where each has as many cells as the table has columns.
 *
 *     E01000916  1160
 *     "In order to protect against disclosure of personal information"  " records have been swapped."
 *     Source: ONS  mid-2022 estimates
 *
 * A row with a code is never a note; nor is a total, which is a matter of its own.
 */
import type { Table } from '../../layer/table.js';
import { tidyCode } from '../../layer/tidy-codes.js';
import { isCodeValue } from './find-headings.js';
import { beginsAsNote } from './notes-below.js';

/** Most rows looked at. */
const MOST = 60;
/** Rows from the top that show what the first column holds. */
const SAMPLE = 50;
/** Words that make a cell prose. */
const PROSE = 7;

/** How many of the last rows are notes. */
export function notesAtEnd(table: Table): number {
  const isCode = (column: number, row: number): boolean => isCodeValue(tidyCode(table.text(column, row)));
  const columns = table.headings.map((_, column) => column);
  const top = Array.from({ length: Math.min(SAMPLE, table.rowCount) }, (_, row) => row);
  const coded = columns.filter((column) => top.filter((row) => isCode(column, row)).length > top.length / 2);
  let notes = 0;
  for (let back = 1; back <= Math.min(MOST, table.rowCount - 1); back++) {
    const row = table.rowCount - back;
    const cells = columns.map((column) => table.text(column, row));
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0) continue;
    if (columns.some((column) => isCode(column, row))) break;
    const isProse = coded.length > 0 && filled[0]!.split(/\s+/).length >= PROSE;
    const saysSo = beginsAsNote(filled[0]!) && (coded.includes(0) || cells.slice(1).every(isNoNumber));
    if (!isProse && !saysSo) break;
    notes = back;
  }
  return notes;
}

const isNoNumber = (cell: string): boolean => !/^[+-]?\d[\d,. ]*$/.test(cell);
