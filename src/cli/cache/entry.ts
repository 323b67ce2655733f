/**
 * An entry of the cache as bytes: what is kept under one key.
 *
 *     16 bytes   magic, whose numbers say in which order this machine writes theirs
 *      8 bytes   length of the header, in decimals, in a word of 64 bits
 *     header     JSON: format, tool, key, facts, kind and length of each array; blanks up to a multiple of 8
 *     arrays     one after another, each from a multiple of 8 on
 *     32 bytes   SHA-256 of all before
 *
 * It is read as a whole and its arrays are looked at where they stand: nothing is copied.
 */
import { createHash } from 'node:crypto';
import type { FlatArray, Packed } from '../../layer/packed.js';

/** Changes whenever what is kept changes its form. */
const FORMAT = 1;
const MAGIC = Uint32Array.of(0x7fc07e2d, 0x48414c46, FORMAT, 0x01020304);
const START = 24;
const DIGEST = 32;

const KINDS = { Float64Array, Int32Array, Uint32Array, Int8Array } as const;
type Kind = keyof typeof KINDS;

interface Header {
  readonly tool: string;
  readonly key: string;
  readonly facts: unknown;
  readonly arrays: readonly (readonly [kind: Kind, length: number])[];
}

/** The bytes of an entry, as pieces to be written one after another. */
export function entryParts(tool: string, key: string, { facts, arrays }: Packed): Uint8Array[] {
  const header: Header = {
    tool,
    key,
    facts,
    arrays: arrays.map((array) => [kindOf(array), array.length]),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = new Uint8Array(START + padded(text.length)).fill(0x20);
  start.set(bytesOf(MAGIC));
  new DataView(start.buffer).setFloat64(MAGIC.byteLength, text.length);
  start.set(text, START);
  const parts: Uint8Array[] = [start];
  for (const array of arrays) {
    parts.push(bytesOf(array));
    if (array.byteLength % 8 !== 0) parts.push(new Uint8Array(padded(array.byteLength) - array.byteLength));
  }
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return [...parts, new Uint8Array(hash.digest())];
}

/**
 * What an entry holds, whose digest was found to be `digest`; null where it is damaged, of another tool or form, or not
 * under this key.
 */
export function readEntry(entry: ArrayBuffer, digest: Uint8Array, tool: string, key: string): Packed | null {
  const end = entry.byteLength - DIGEST;
  if (end < START || !same(new Uint8Array(entry, end), digest)) return null;
  if (!same(new Uint8Array(entry, 0, MAGIC.byteLength), bytesOf(MAGIC))) return null;
  const length = new DataView(entry).getFloat64(MAGIC.byteLength);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(entry, START, length))) as Header;
  if (header.tool !== tool || header.key !== key) return null;
  let at = START + padded(length);
  const arrays = header.arrays.map(([kind, count]): FlatArray => {
    const array = new KINDS[kind](entry, at, count);
    at += padded(array.byteLength);
    return array;
  });
  return at === end ? { facts: header.facts, arrays } : null;
}

/** How many bytes of an entry its digest is of. */
export const bytesUnderDigest = (size: number): number => Math.max(0, size - DIGEST);

const padded = (length: number): number => Math.ceil(length / 8) * 8;

const bytesOf = ({ buffer, byteOffset, byteLength }: FlatArray): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const kindOf = (array: FlatArray): Kind =>
  (Object.keys(KINDS) as Kind[]).find((kind) => array instanceof KINDS[kind])!;

const same = (p: Uint8Array, q: Uint8Array): boolean =>
  p.length === q.length && p.every((byte, i) => byte === q[i]);
