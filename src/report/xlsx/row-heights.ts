/**
 * How high rows must be to show their text, in points: spreadsheets do not all work it out when a file is opened.
 */
import { wrapText } from '../text-width.js';
import type { Sheet, SheetCell } from './sheet.js';

const LINE = 15.75;
const MOST = 409;

/** Heights of lines by look: titles are larger, and those of sections have room above them. */
const LINE_OF: Readonly<Record<string, number>> = { title: 21, subtitle: 33 };

/** The height of a row; null for one line of plain text, which is as high as any row. */
export function rowHeight(sheet: Sheet, row: number): number | null {
  const overflows = sheet.overflowing?.includes(row) === true;
  const heights = sheet.rows[row]!.map((cell, column) =>
    heightOf(cell, overflows ? Infinity : sheet.widths[column]!),
  );
  const height = Math.max(0, ...heights);
  return height <= LINE ? null : Math.min(MOST, height);
}

function heightOf(cell: SheetCell, width: number): number {
  if (cell === null || !('text' in cell)) return 0;
  const bold = cell.look === 'heading' || cell.look === 'figure heading';
  const signs = Math.max(4, Math.floor(bold ? 0.9 * width : width) - 1);
  const lines = width === Infinity || cell.text.length <= signs ? 1 : wrapText(cell.text, signs).length;
  return lines * (LINE_OF[cell.look ?? ''] ?? LINE);
}
