/**
 * How the bytes of a text table stand for characters.
 *
 * UTF-8 with or without a byte-order mark is the rule. Files saved by older spreadsheets are Windows-1252, which is
 * supposed, and said, where the bytes are not UTF-8. UTF-16 ("Unicode text" of spreadsheets) is made UTF-8 first.
 */
import { InputError } from '../../trouble/input-error.js';
import { makeNote, type Note } from '../../trouble/note.js';

/** Turns bytes into text; a TextDecoder is one. */
export interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** How a file is encoded. */
export interface TextEncodingFound {
  /** The bytes, in UTF-8 where they were UTF-16. */
  readonly bytes: Uint8Array;
  /** First byte after a byte-order mark. */
  readonly start: number;
  readonly decoder: Decoder;
  /** A note where it is not UTF-8, otherwise null. */
  readonly note: Note | null;
}

const CHUNK = 1 << 20;

/** Finds the encoding; throws InputError for bytes that are no text. */
export function findEncoding(content: Uint8Array, fileName: string): TextEncodingFound {
  const wide = wideOrder(content);
  const bytes = wide === null ? content : new TextEncoder().encode(new TextDecoder(wide).decode(content));
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  const { start, decoder } = startOfText(bytes, encoding, fileName);
  if (encoding === 'windows-1252') return { bytes, start, decoder, note: readAs(fileName, 'Windows-1252') };
  return { bytes, start, decoder, note: wide === null ? null : readAs(fileName, 'UTF-16') };
}

/** How bytes stand for characters where each letter of plain text is one byte. */
export type TextEncoding = 'utf-8' | 'windows-1252';

/** The first byte of text in the beginning of a file, and its decoder; throws InputError for bytes that are no text. */
export function startOfText(
  bytes: Uint8Array,
  encoding: TextEncoding,
  fileName: string,
): { start: number; decoder: Decoder } {
  if (bytes.subarray(0, HEAD).includes(0)) throw notText(fileName);
  return {
    start: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0,
    decoder: new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' }),
  };
}

/** That a file is not UTF-8. */
export const readAs = (fileName: string, as: string): Note =>
  makeNote('not-utf8', fileName, { words: { as } });

/** Whether a file that begins so is UTF-16. */
export const isWide = (bytes: Uint8Array): boolean => wideOrder(bytes) !== null;

const HEAD = 4096;

/** The order of bytes of UTF-16, told by its mark or by the noughts of plain letters; null for other text. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, HEAD);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const noughts = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) noughts[at & 1]!++;
  });
  const [even, odd] = noughts as [number, number];
  if (odd > head.length / 3 && even === 0) return 'utf-16le';
  return even > head.length / 3 && odd === 0 ? 'utf-16be' : null;
}

const notText = (fileName: string): InputError =>
  new InputError({
    id: 'not-text',
    file: fileName,
    message: 'the file is not text',
    hint: 'Give a CSV file, or a workbook with the extension .xlsx.',
  });

/** True where all bytes are UTF-8; ASCII is passed over without decoding. */
export function isUtf8(bytes: Uint8Array): boolean {
  const aligned = (bytes.byteOffset & 3) === 0;
  const whole = new Uint32Array(
    bytes.buffer,
    aligned ? bytes.byteOffset : 0,
    aligned ? bytes.length >> 2 : 0,
  );
  let high = 0;
  for (let i = 0; i < whole.length; i++) high |= whole[i]!;
  for (let i = whole.length * 4; i < bytes.length; i++) high |= bytes[i]! & 0x80 ? 0x80 : 0;
  if ((high & 0x80808080) === 0) return true;
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      strict.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    strict.decode();
    return true;
  } catch {
    return false;
  }
}
