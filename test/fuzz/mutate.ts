/**
 * Damages bytes by chance, the same for the same number: what is cut, flipped, doubled, moved, or put in from a list of
 * words that programs trip over.
 */

/** Numbers from 0 to 1 by chance, the same for the same seed. */
export function chanceOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Words that are put in: of JSON, XML, tables, JavaScript, numbers at their ends, signs that are not seen. */
const WORDS = [
  '__proto__', 'constructor', 'toString', 'null', 'true', 'NaN', 'Infinity', '-Infinity', '1e309', '-1e309', '1e-400',
  '9007199254740993', '-0', '0x10', '18446744073709551616', '{}', '[]', '[[', ']]', '{"', '":', '""', ',,', ',', ';', '\t',
  '\r\n', '\n', '\n\n', '\0', '\u001b[31m', '\u202e', '\ufeff', '\ud83d\ude00', '"', "'", '\\', '\\u0000', '&amp;', '&x;', '<![CDATA[', ']]>', '<!--',
  '<!DOCTYPE a [<!ENTITY x "y">]>', '/>', '</', '<Polygon>', 'POLYGON EMPTY', 'GeometryCollection', 'Point', 'coordinates',
  '*a', '&a', '<<: *a', '!!js/function', '---', '...', '- -', '? ', ': ', '|', '>', '%', '#', '../', 'C:\\', 'http://', '=1+1', '@', '[c]', '*', '..', ':',
] as const; // prettier-ignore

const encoder = new TextEncoder();

/** One damage to some bytes. */
type Damage = (bytes: Uint8Array, chance: () => number, other: Uint8Array) => Uint8Array;

const at = (bytes: Uint8Array, chance: () => number): number => Math.floor(chance() * (bytes.length + 1));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
};
const span = (bytes: Uint8Array, chance: () => number, most: number): [number, number] => {
  const from = at(bytes, chance);
  return [from, Math.min(bytes.length, from + Math.ceil(chance() * most))];
};

const DAMAGES: readonly Damage[] = [
  // A bit flipped, a byte set to an end of its range, eight of them.
  (bytes, chance) => set(bytes, chance, (byte) => byte ^ (1 << Math.floor(chance() * 8))),
  (bytes, chance) =>
    set(bytes, chance, () => [0, 1, 0x7f, 0x80, 0xff, 0x22, 0x2c, 0x5b][Math.floor(chance() * 8)]!),
  (bytes, chance) => {
    const changed = bytes.slice();
    const [from, to] = span(bytes, chance, 8);
    changed.fill(Math.floor(chance() * 256), from, to);
    return changed;
  },
  // Cut short; a piece taken out, doubled, moved.
  (bytes, chance) => bytes.slice(0, at(bytes, chance)),
  (bytes, chance) => {
    const [from, to] = span(bytes, chance, 64);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  (bytes, chance) => {
    const [from, to] = span(bytes, chance, 200);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  (bytes, chance, other) => joined(bytes.subarray(0, at(bytes, chance)), other.subarray(at(other, chance))),
  // A word put in, or in the place of a piece as long.
  (bytes, chance) => {
    const place = at(bytes, chance);
    return joined(bytes.subarray(0, place), wordOf(chance), bytes.subarray(place));
  },
  (bytes, chance) => {
    const word = wordOf(chance);
    const place = at(bytes, chance);
    return joined(
      bytes.subarray(0, place),
      word,
      bytes.subarray(Math.min(bytes.length, place + word.length)),
    );
  },
  // A token in quotes, and a number, replaced by a word.
  (bytes, chance) => replaceToken(bytes, chance, /"[^"]{0,40}"/g, (word) => JSON.stringify(word)),
  (bytes, chance) => replaceToken(bytes, chance, /-?\d+(\.\d+)?/g, (word) => word),
  // A line, or an element, taken out or doubled.
  (bytes, chance) => replaceToken(bytes, chance, /[^\n]*\n/g, () => ''),
  (bytes, chance) => replaceToken(bytes, chance, /<[^>]{1,200}>/g, () => ''),
  // Lengths in binary formats: four bytes as a number.
  (bytes, chance) => {
    if (bytes.length < 4) return bytes;
    const changed = bytes.slice();
    const view = new DataView(changed.buffer);
    const values = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, bytes.length, bytes.length + 1, 65536];
    const value = values[Math.floor(chance() * values.length)]!;
    view.setUint32(Math.floor(chance() * (bytes.length - 3)), value, chance() < 0.5);
    return changed;
  },
];

function set(bytes: Uint8Array, chance: () => number, change: (byte: number) => number): Uint8Array {
  if (bytes.length === 0) return bytes;
  const changed = bytes.slice();
  const place = Math.floor(chance() * bytes.length);
  changed[place] = change(changed[place]!);
  return changed;
}

const wordOf = (chance: () => number): Uint8Array =>
  encoder.encode(WORDS[Math.floor(chance() * WORDS.length)]);

/** One of the places that a pattern finds, replaced; texts alone, taken for Latin letters so that no byte is lost. */
function replaceToken(
  bytes: Uint8Array,
  chance: () => number,
  pattern: RegExp,
  put: (word: string) => string,
): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return bytes;
  const { index, 0: token } = found[Math.floor(chance() * found.length)]!;
  const word = put(WORDS[Math.floor(chance() * WORDS.length)]!);
  return Buffer.from(text.slice(0, index) + word + text.slice(index + token.length), 'latin1');
}

/** Bytes damaged one to five times; `other` is what a piece may be taken from. */
export function mutate(bytes: Uint8Array, seed: number, other: Uint8Array): Uint8Array {
  const chance = chanceOf(seed);
  let changed = bytes;
  for (let times = 1 + Math.floor(chance() ** 2 * 5); times > 0; times--)
    changed = DAMAGES[Math.floor(chance() * DAMAGES.length)]!(changed, chance, other);
  return changed;
}
