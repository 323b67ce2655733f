/**
 * Names for bytes that should not be there, and for formats that are not JSON.
 */
import { QUOTE, SPACE } from './bytes.js';

/** A byte for people: the character itself in quotes, its name or its number. */
export function byteName(byte: number): string {
  if (byte === 0x0a) return 'a line break';
  if (byte === 0x09) return 'a tab';
  if (byte === QUOTE) return 'a double quote';
  if (byte > SPACE && byte < 0x7f) return `"${String.fromCharCode(byte)}"`;
  return `byte 0x${byte.toString(16).padStart(2, '0')}`;
}

/** What kind of JSON value it is, for people. */
export function valueName(value: string | number | boolean | null): string {
  if (value === null) return 'null';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'a number' : 'true or false';
}

/** The format that a first byte which JSON cannot begin with gives away, or blank. */
export function otherFormatName(first: number): string {
  if (first === 0x3c) return 'a web page, GML or KML';
  if (first === 0x50) return 'a zip archive';
  if (first === 0x1f) return 'a gzip file';
  return '';
}
