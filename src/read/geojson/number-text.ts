/**
 * A JSON number or literal from its bytes; numbers equal those of JSON.parse to the last bit.
 *
 * A number of at most 2^53 counted in units of 10^-k, k up to 22, is one exact whole number divided by another
 * exact whole number: the one division rounds correctly (Clinger 1990). Everything else goes to the engine.
 */
import { LOWER_E, MINUS, NINE, PLUS, POINT, UPPER_E, ZERO } from './bytes.js';

/** 10^0 to 10^22, the powers of ten that doubles hold exactly. */
export const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** The largest whole number up to which all are exact. */
export const LARGEST_EXACT = Number.MAX_SAFE_INTEGER;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE;

/** The number written in bytes `from` to `to` - 1; NaN where they are not a number of the JSON grammar. */
export function numberFromBytes(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  if (at >= to || !isDigit(bytes[at])) return NaN;
  let whole = 0;
  if (bytes[at] === ZERO) at++;
  else for (; at < to && isDigit(bytes[at]); at++) whole = whole * 10 + (bytes[at]! - ZERO);
  let power = 0;
  if (at < to && bytes[at] === POINT) {
    const start = ++at;
    for (; at < to && isDigit(bytes[at]); at++) whole = whole * 10 + (bytes[at]! - ZERO);
    if (at === start) return NaN;
    power = start - at;
  }
  if (at < to && (bytes[at] === LOWER_E || bytes[at] === UPPER_E)) {
    at++;
    const minus = at < to && bytes[at] === MINUS;
    if (minus || (at < to && bytes[at] === PLUS)) at++;
    const start = at;
    let exponent = 0;
    for (; at < to && isDigit(bytes[at]); at++) exponent = Math.min(exponent * 10 + (bytes[at]! - ZERO), 1e9);
    if (at === start) return NaN;
    power += minus ? -exponent : exponent;
  }
  if (at !== to) return NaN;
  if (whole > LARGEST_EXACT || power < -22 || power > 22) return Number(asciiText(bytes, from, to));
  const size = power < 0 ? whole / POWERS_OF_TEN[-power]! : whole * POWERS_OF_TEN[power]!;
  return negative ? -size : size;
}

/** A list of signs for each length, written over by each text of it: a call takes a plain list faster than a part of bytes. */
const lists: number[][] = [];
const LONGEST_LISTED = 64;

/** ASCII bytes as text; in pieces, because a call takes only so many arguments. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  const length = to - from;
  if (length <= LONGEST_LISTED) {
    const signs = (lists[length] ??= new Array<number>(length).fill(0));
    for (let i = 0; i < length; i++) signs[i] = bytes[from + i]!;
    return String.fromCharCode.apply(null, signs);
  }
  let text = '';
  for (let at = from; at < to; at += 4096) {
    text += String.fromCharCode.apply(
      null,
      bytes.subarray(at, Math.min(to, at + 4096)) as unknown as number[],
    );
  }
  return text;
}

/** The number or literal in these bytes, or undefined where they are none. */
export function bareValue(bytes: Uint8Array, from: number, to: number): number | boolean | null | undefined {
  if (bytes[from]! >= 0x61) {
    const word = to - from > 5 ? '' : asciiText(bytes, from, to);
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : undefined;
  }
  const value = numberFromBytes(bytes, from, to);
  return Number.isNaN(value) ? undefined : value;
}
