/**
 * How many terminal columns a text takes, and cutting, padding and wrapping by that measure.
 *
 * Accented letters take one column, marks that combine with the letter before take none, Chinese, Japanese and
 * Korean signs and pictures take two, flags of two letters and pictures joined to one take two together.
 */

/** First and last code point of the signs that take two columns. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Terminal columns that the text takes. */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const sign of signsOf(text)) width += signWidth(sign);
  return width;
}

/** The text, or as much of its beginning as fits with `…` at the end. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  return `${beginning(text, width - 1).trimEnd()}…`;
}

/** The text with blanks after it (before it, if `right`) up to that width. */
export function padText(text: string, width: number, right = false): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)));
  return right ? blanks + text : text + blanks;
}

/** The words of a text on as few lines as fit; a word longer than the width stands on a line of its own. */
export function wrapText(text: string, width: number, indent = ''): string[] {
  return wrapWords(text.split(/ +/), width, indent);
}

/**
 * The same for what must not run over: a word longer than the width, such as a path, goes on in the next line behind
 * one of its own joints (`/`, `_`, `-`, `.`, `,`), or anywhere where it has none.
 */
export function foldText(text: string, width: number, indent = ''): string[] {
  const room = Math.max(2, width - textWidth(indent));
  const words = text
    .split(/ +/)
    .flatMap((word, i) => (textWidth(word) > (i === 0 ? width : room) ? partsOfWord(word, room) : [word]));
  return wrapWords(words, width, indent);
}

function wrapWords(words: readonly string[], width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
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

/** Pieces of a long word, none wider than the room and each but the last too wide to take the next one in. */
function partsOfWord(word: string, room: number): string[] {
  const parts: string[] = [];
  let part = '';
  const pieces = word
    .split(/(?<=[/\\_\-.,;])/)
    .flatMap((piece) => (textWidth(piece) > room ? signsOf(piece) : [piece]));
  for (const piece of pieces) {
    if (part !== '' && textWidth(part + piece) > room) {
      parts.push(part);
      part = piece;
    } else {
      part += piece;
    }
  }
  return [...parts, part];
}

function beginning(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const sign of signsOf(text)) {
    used += signWidth(sign);
    if (used > width) break;
    kept += sign;
  }
  return kept;
}

/** Text of which every sign takes one column. */
const PLAIN = /^[\u0020-\u02ff\u2010-\u2027]*$/;

/** Made when it is first wanted: making it takes longer than a short answer does. */
let segmenter: Intl.Segmenter | null = null;

/** What a reader takes for one sign: a letter with its marks, a picture with its colour. */
const signsOf = (text: string): string[] =>
  PLAIN.test(text) ? [...text] : Array.from(segments(text), ({ segment }) => segment);

const segments = (text: string): Intl.Segments =>
  (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })).segment(text);

function signWidth(sign: string): number {
  const point = sign.codePointAt(0)!;
  if (point < 0x300) return 1;
  if (/\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u.test(sign)) return 2;
  const wide = WIDE.some(([first, last]) => point >= first && point <= last);
  if (wide) return 2;
  const [first, ...rest] = [...sign];
  // Marks that stand beside their letter, as many Indian vowels do, take a column of their own.
  const own = /^[\p{Mn}\p{Me}\p{Cf}]/u.test(first!) ? 0 : 1;
  return own + rest.filter((mark) => !/[\p{Mn}\p{Me}\p{Cf}]/u.test(mark)).length;
}
