/**
 * How the bytes of a text table stand for characters.
 *
 * UTF-8 with or without a byte-order mark is the rule. Files saved by older spreadsheets are Windows-1252, which is
 * supposed, and said, where the bytes are not UTF-8. UTF-16 is refused: every second byte is nought.
 */
import { InputError } from '../../trouble/input-error.js';
import { makeNote, type Note } from '../../trouble/note.js';

/** Turns bytes into text; a TextDecoder is one. */
export interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** How a file is encoded. */
export interface TextEncodingFound {
  /** First byte after a byte-order mark. */
  readonly start: number;
  readonly decoder: Decoder;
  /** A note where Windows-1252 was supposed, otherwise null. */
  readonly note: Note | null;
}

const CHUNK = 1 << 20;

/** Finds the encoding; throws InputError for UTF-16 and for bytes that are no text. */
export function findEncoding(bytes: Uint8Array, fileName: string): TextEncodingFound {
  refuseOtherFormats(bytes, fileName);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (isUtf8(bytes)) return { start, decoder: new TextDecoder('utf-8', { ignoreBOM: true }), note: null };
  return {
    start,
    decoder: new TextDecoder('windows-1252'),
    note: makeNote('not-utf8', fileName),
  };
}

function refuseOtherFormats(bytes: Uint8Array, fileName: string): void {
  const head = bytes.subarray(0, 4096);
  const noughts = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (marked || noughts > head.length / 4) {
    throw new InputError({
      id: 'utf-16',
      file: fileName,
      message: 'the file is UTF-16 ("Unicode text")',
      hint: 'Save it again as "CSV UTF-8".',
    });
  }
  if (noughts > 0) {
    throw new InputError({
      id: 'not-text',
      file: fileName,
      message: 'the file is not text',
      hint: 'Give a CSV file, or a workbook with the extension .xlsx.',
    });
  }
}

/** True where all bytes are UTF-8; ASCII is passed over without decoding. */
function isUtf8(bytes: Uint8Array): boolean {
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
