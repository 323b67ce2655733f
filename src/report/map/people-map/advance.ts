/**
 * How wide a text is in Helvetica, Arial or Liberation Sans, which have the same widths: so a place for a label can be
 * found without a screen, and fits on every one.
 */

/** Thousandths of the size for the signs from blank to tilde, in the order of their code points. */
const REGULAR = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const BOLD = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
  556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
  556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
  333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
/** Signs of names and figures beyond those: no-break space, quotes, dashes, arrow. */
const OTHERS: Readonly<Record<string, number>> = {
  '\u00a0': 278,
  '\u2009': 200,
  '‘': 250,
  '’': 250,
  '–': 556,
  '—': 1000,
  '→': 1000,
  '…': 1000,
};
/** Any other letter, and signs of wide scripts. */
const LETTER = 611;
const WIDE = 1000;
const FIRST_WIDE = 0x1100;

/** Width of a text in the unit of its size. */
export function advance(text: string, size: number, bold = false): number {
  const table = bold ? BOLD : REGULAR;
  let thousandths = 0;
  // An accent is drawn over its letter.
  for (const sign of text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')) {
    const point = sign.codePointAt(0)!;
    thousandths += OTHERS[sign] ?? table[point - 32] ?? (point < FIRST_WIDE ? LETTER : WIDE);
  }
  return (thousandths * size) / 1000;
}

/** The words of a text on lines of at most so many signs; a longer word stands alone. */
export function wrapSigns(text: string, signs: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + [...word].length < signs)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
