/**
 * Where a feature seems to begin, found without reading what stands before it.
 *
 *     …]]]}} , {"type":"Feature","properties":…          …}},{"id":"E01","type":"Feature",…
 *              ▲                                               ▲
 *
 * It is a guess: the same signs may stand inside a text or a property. Whoever reads up to it finds out.
 */
import { CLOSE_OBJECT, COLON, COMMA, isBlank, OPEN_OBJECT, QUOTE } from './bytes.js';
import { asciiText } from './number-text.js';

/** Members that features begin with, beside their type. */
const FIRST_MEMBERS: readonly string[] = ['id', 'bbox', 'properties', 'geometry'];
const LONGEST_NAME = 10;

/** The place of the bracket that a feature after another one seems to begin with; -1 where there is none. */
export function findBorder(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(OPEN_OBJECT); at >= 0; at = bytes.indexOf(OPEN_OBJECT, at + 1))
    if (followsObject(bytes, at) && beginsFeature(bytes, at + 1)) return at;
  return -1;
}

function followsObject(bytes: Uint8Array, at: number): boolean {
  const comma = blanksBefore(bytes, at);
  return bytes[comma - 1] === COMMA && bytes[blanksBefore(bytes, comma - 1) - 1] === CLOSE_OBJECT;
}

function beginsFeature(bytes: Uint8Array, from: number): boolean {
  const name = textAt(bytes, blanksBehind(bytes, from));
  if (name === null || name.text !== 'type') return name !== null && FIRST_MEMBERS.includes(name.text);
  const colon = blanksBehind(bytes, name.end);
  return bytes[colon] === COLON && textAt(bytes, blanksBehind(bytes, colon + 1))?.text === 'Feature';
}

/** The short text in quotes that begins there, and the place behind it; null where there is none. */
function textAt(bytes: Uint8Array, from: number): { readonly text: string; readonly end: number } | null {
  if (bytes[from] !== QUOTE) return null;
  const to = bytes.subarray(0, from + LONGEST_NAME + 2).indexOf(QUOTE, from + 1);
  return to < 0 ? null : { text: asciiText(bytes, from + 1, to), end: to + 1 };
}

function blanksBefore(bytes: Uint8Array, at: number): number {
  let from = at;
  while (from > 0 && isBlank(bytes[from - 1]!)) from--;
  return from;
}

function blanksBehind(bytes: Uint8Array, at: number): number {
  let to = at;
  while (to < bytes.length && isBlank(bytes[to]!)) to++;
  return to;
}
