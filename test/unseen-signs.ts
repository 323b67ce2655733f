/**
 * Signs that steer a terminal, break a line, hide or turn letters: C0, DEL, C1, directions, zero width, tags.
 */
const range = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));

export const UNSEEN: readonly string[] = [
  ...range(0x00, 0x1f),
  ...range(0x7f, 0x9f),
  ...range(0x200b, 0x200f),
  ...range(0x2028, 0x202e),
  ...range(0x2060, 0x2064),
  ...range(0x2066, 0x2069),
  '\u00ad',
  '\u061c',
  '\ufeff',
  '\u{e0001}',
];

/** Matches any of them that stands in a text as it is; line feeds are meant by whoever splits lines. */
export const ANY_UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
