/**
 * How many terminal columns a text takes, and cutting, padding and wrapping by that measure.
 *
 * Accented letters take one column, marks that combine with the letter before take none, Chinese, Japanese and
 * Korean signs and most pictures take two.
 */

/** First and last code point of the signs that take two columns. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Terminal columns that the text takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width;
}

/** The text, or as much of its beginning as fits with `…` at the end. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  return `${beginning(text, width - 1).trimEnd()}…`;
}

/** The text, or its beginning and its last quarter or so with `…` between: for names that differ at the end. */
export function cutMiddle(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const signs = [...text];
  const wanted = Math.floor((width - 1) / 2);
  let tail = '';
  while (signs.length > 0 && textWidth(signs.at(-1)! + tail) <= wanted) tail = signs.pop()! + tail;
  return `${beginning(text, width - 1 - textWidth(tail)).trimEnd()}…${tail.trimStart()}`;
}

/** The text with blanks after it (before it, if `right`) up to that width. */
export function padText(text: string, width: number, right = false): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)));
  return right ? blanks + text : text + blanks;
}

/** The words of a text on as few lines as fit; a word longer than the width stands on a line of its own. */
export function wrapText(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth((lines.length > 0 ? indent : '') + longer) > width) {
      lines.push((lines.length > 0 ? indent : '') + line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push((lines.length > 0 ? indent : '') + line);
  return lines;
}

function beginning(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const sign of text) {
    used += signWidth(sign);
    if (used > width) break;
    kept += sign;
  }
  return kept;
}

function signWidth(sign: string): number {
  const point = sign.codePointAt(0)!;
  if (point < 0x300) return 1;
  if (/[\p{M}\p{Cf}]/u.test(sign)) return 0;
  return WIDE.some(([first, last]) => point >= first && point <= last) ? 2 : 1;
}
