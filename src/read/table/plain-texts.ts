/**
 * Short texts of plain letters, cut out of the text of many rows: to decode each by itself takes longer.
 */

/** Bytes decoded at a time. */
const WINDOW = 1 << 14;

/** Longest text that is copied when it is cut out; a longer one would keep the whole window in memory. */
const SHORT = 12;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

export class PlainTexts {
  private from = 0;
  private window = '';
  /** Where the last text that was asked for ended. */
  private last = -WINDOW;

  constructor(private readonly bytes: Uint8Array) {}

  /** The text of some bytes that are plain letters; null where it is better decoded by itself. */
  at(start: number, end: number): string | null {
    const isNear = start - this.last < WINDOW >> 6;
    this.last = end;
    if (!isNear || end - start > SHORT) return null;
    if (start < this.from || end > this.from + this.window.length) {
      const piece = this.bytes.subarray(start, start + WINDOW);
      this.from = start;
      this.window = utf8.decode(piece);
      // Letters of several bytes, of which each text would have to know.
      if (this.window.length !== piece.length) this.window = '';
    }
    return this.window === '' ? null : this.window.slice(start - this.from, end - this.from);
  }
}
