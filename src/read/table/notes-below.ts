/**
 * Notes under the table of a text file: lines of prose after the last row.
 *
 *     E01000916,1160,1153
 *
 *     "In order to protect against disclosure of personal information, records have been swapped."
 *
 * A row that was cut off is no note: a note stands below a blank line or begins as notes do, begins with no code, and
 * nothing below it is a row of the table.
 */
import { cellEnd, decodeCell, LINE_FEED, CARRIAGE_RETURN, type Dialect } from './csv-dialect.js';
import { isCodeValue } from './find-headings.js';

const BEGINS_AS_NOTE =
  /^(sources?|notes?|footnotes?|contains|crown|copyright|(last )?updated|released|published|downloaded|extracted|©|\*|†|‡|\[\w\] |\(?\d+[.)] |this |these |in order )/i;

/** True for a text that begins as notes do. */
export const beginsAsNote = (text: string): boolean => BEGINS_AS_NOTE.test(text);

/** How many lines of notes there are from byte `from` to the end; 0 where it is a row with cells missing or too many. */
export function notesBelow(
  bytes: Uint8Array,
  from: number,
  dialect: Dialect,
  columnCount: number,
  fileName: string,
): number {
  const decoder = new TextDecoder();
  let lines = 0;
  let at = from;
  while (at < bytes.length) {
    const cells: string[] = [];
    for (;;) {
      const end = cellEnd(bytes, at, dialect, fileName);
      cells.push(decodeCell(bytes, at, end, decoder));
      at = end + 1;
      if (end >= bytes.length || bytes[end] === dialect.newline) break;
    }
    if (cells.every((cell) => cell === '')) continue;
    if (cells.length === columnCount || isCodeValue(cells[0]!)) return 0;
    if (lines === 0 && !beginsAsNote(cells[0]!) && !followsBlankLine(bytes, from)) return 0;
    lines++;
  }
  return lines;
}

function followsBlankLine(bytes: Uint8Array, from: number): boolean {
  let feeds = 0;
  for (let p = from - 1; p >= 0 && bytes[p]! <= 32; p--) if (bytes[p] === LINE_FEED) feeds++;
  const returns = from > 1 && bytes[from - 1] === CARRIAGE_RETURN && bytes[from - 2] === CARRIAGE_RETURN;
  return feeds > 1 || returns;
}
