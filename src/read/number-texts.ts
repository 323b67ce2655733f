/**
 * Texts numbered as they come: which are the same, of hundreds of thousands, in a table of numbers of its own; a Map of as
 * many texts costs several times as much.
 */

export interface NumberedTexts {
  /** The texts without repeats and blanks, in order of first appearance. */
  readonly distinct: readonly string[];
  /** For each text its place there; -1 for a blank one. */
  readonly index: Int32Array;
  /** How many are not blank. */
  readonly filled: number;
}

/** Numbers texts; '' is none. */
export function numberTexts(texts: readonly string[]): NumberedTexts {
  const distinct: string[] = [];
  const index = new Int32Array(texts.length);
  const bits = Math.max(4, 33 - Math.clz32(texts.length));
  // Places by hash, at most half of them taken: 1 more than the number of the text there, 0 for none.
  const places = new Int32Array(2 ** bits);
  const mask = places.length - 1;
  let filled = 0;
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!;
    if (text === '') {
      index[i] = -1;
      continue;
    }
    filled++;
    if (i > 0 && text === texts[i - 1]) {
      index[i] = index[i - 1]!;
      continue;
    }
    let place = hashOf(text) >>> (32 - bits);
    while (places[place] !== 0 && distinct[places[place]! - 1] !== text) place = (place + 1) & mask;
    if (places[place] === 0) places[place] = distinct.push(text);
    index[i] = places[place]! - 1;
  }
  return { distinct, index, filled };
}

/** A hash of which the first bits are the best. */
function hashOf(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return Math.imul(hash, 0x9e3779b1);
}
