/**
 * Lists of codes put in order. Several files may have the same list of millions of them, which is then looked at once; so
 * no list may change after it was given here.
 */
import { compareCodes } from './order.js';

/** Lists that were found to be sorted. */
const ascending = new WeakSet<readonly string[]>();

/** Whether a list is sorted and without repeats. */
export function isAscending(list: readonly string[]): boolean {
  if (ascending.has(list)) return true;
  for (let i = 1; i < list.length; i++) if (list[i - 1]! >= list[i]!) return false;
  ascending.add(list);
  return true;
}

/** Codes in their order: by their places in a list, and as a list, which is the same one where it has them so. */
interface InOrder {
  readonly order: Int32Array;
  readonly sorted: readonly string[];
}

/** The order of whole lists. */
const orders = new WeakMap<readonly string[], InOrder>();

/** Some of the codes of a list, which are distinct, in their order. */
export function inOrderOfCodes(codes: readonly string[], isWanted: (place: number) => boolean): InOrder {
  const places = new Int32Array(codes.length);
  let count = 0;
  for (let place = 0; place < codes.length; place++) if (isWanted(place)) places[count++] = place;
  if (count < codes.length) return sortedAt(codes, places.subarray(0, count));
  if (isAscending(codes)) return { order: places, sorted: codes };
  let found = orders.get(codes);
  if (found === undefined) orders.set(codes, (found = sortedAt(codes, places)));
  return found;
}

/** The codes at some places, which are put in order. */
function sortedAt(codes: readonly string[], places: Int32Array): InOrder {
  const isSorted = places.every((place, i) => i === 0 || codes[places[i - 1]!]! < codes[place]!);
  const order = isSorted
    ? places
    : (sortedByLetters(codes, places) ?? places.sort((p, q) => compareCodes(codes[p]!, codes[q]!)));
  return { order, sorted: Array.from(order, (place) => codes[place]!) };
}

/** Fewer codes are compared one with another as soon. */
const WORTH_LETTERS = 1000;

/** Most letters from the first in which codes differ on. */
const MOST_LETTERS = 16;

/** The places in the order of their codes, letter by letter from the last; null for long codes and for rare letters. */
function sortedByLetters(codes: readonly string[], places: Int32Array): Int32Array | null {
  if (places.length < WORTH_LETTERS) return null;
  const alike = lettersAlike(codes, places);
  const width = places.reduce((most, place) => Math.max(most, codes[place]!.length), 0) - alike;
  if (width > MOST_LETTERS) return null;
  // A code that ends comes before one that goes on: no letter is 0.
  const letters = new Uint8Array(width * places.length);
  for (let i = 0; i < places.length; i++) {
    const code = codes[places[i]!]!;
    for (let at = alike; at < code.length; at++) {
      const letter = code.charCodeAt(at);
      if (letter < 1 || letter > 255) return null;
      letters[i * width + at - alike] = letter;
    }
  }
  let order = places.map((_, i) => i);
  let next = new Int32Array(places.length);
  for (let at = width - 1; at >= 0; at--) {
    const from = new Int32Array(257);
    for (let i = 0; i < order.length; i++) from[letters[i * width + at]! + 1]!++;
    for (let letter = 0; letter < 256; letter++) from[letter + 1]! += from[letter]!;
    for (const i of order) next[from[letters[i * width + at]!]!++] = i;
    [order, next] = [next, order];
  }
  return order.map((i) => places[i]!);
}

/** How many letters all of the codes begin with alike. */
function lettersAlike(codes: readonly string[], places: Int32Array): number {
  const first = codes[places[0]!]!;
  let alike = first.length;
  for (const place of places) {
    const code = codes[place]!;
    let at = 0;
    while (at < alike && code.charCodeAt(at) === first.charCodeAt(at)) at++;
    alike = at;
  }
  return alike;
}
