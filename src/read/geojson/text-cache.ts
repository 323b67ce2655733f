/**
 * Text from bytes, cheaply where the same text comes again: member names and repeated values.
 *
 * A small table by hash keeps the text last seen in each place. Text beyond ASCII goes through a UTF-8 decoder;
 * bytes that are not UTF-8 become U+FFFD and are counted, so that the caller can say so.
 */
import { asciiText } from './number-text.js';

const PLACES = 4096;
const LONGEST_KEPT = 64;

/** A table of the texts seen last. */
export class TextCache {
  /** Texts that held bytes that are not UTF-8. */
  brokenTexts = 0;
  private readonly kept: string[] = new Array<string>(PLACES).fill('');
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private readonly strictDecoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

  /** The text of ASCII bytes `from` to `to` - 1 whose hash the caller worked out. */
  ascii(bytes: Uint8Array, from: number, to: number, hash: number): string {
    const place = (hash ^ (hash >>> 12)) & (PLACES - 1);
    const kept = this.kept[place]!;
    if (kept.length === to - from && sameText(kept, bytes, from)) return kept;
    const text = to - from > 200 ? this.decoder.decode(bytes.subarray(from, to)) : asciiText(bytes, from, to);
    if (to - from <= LONGEST_KEPT) this.kept[place] = text;
    return text;
  }

  /** The text of any bytes. */
  utf8(bytes: Uint8Array, from: number, to: number): string {
    const part = bytes.subarray(from, to);
    try {
      return this.strictDecoder.decode(part);
    } catch {
      this.brokenTexts++;
      return this.decoder.decode(part);
    }
  }
}

function sameText(text: string, bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) !== bytes[from + i]) return false;
  }
  return true;
}
