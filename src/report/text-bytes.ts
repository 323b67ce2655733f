/**
 * Text put together as UTF-8 bytes in one buffer that grows: hundreds of thousands of lines without a string for each
 * field.
 */

const [ZERO, MINUS, POINT] = [0x30, 0x2d, 0x2e];

/** Bytes that a sign of a string takes at most. */
const WIDEST = 3;

export class TextBytes {
  private bytes = new Uint8Array(1 << 14);
  private length = 0;
  private readonly encoder = new TextEncoder();

  /** Appends one ASCII sign by its code. */
  sign(code: number): void {
    this.makeRoom(1);
    this.bytes[this.length++] = code;
  }

  /** Appends any text. */
  text(text: string): void {
    this.makeRoom(WIDEST * text.length);
    this.length += this.encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /**
   * Appends a text of ASCII signs that `isPlain` has a 1 for, the first of them `isFirst` as well; false, and nothing is
   * appended, where it has another sign.
   */
  plainText(text: string, isPlain: Uint8Array, isFirst: Uint8Array): boolean {
    this.makeRoom(text.length);
    const { bytes, length } = this;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80 || isPlain[code] === 0 || (i === 0 && isFirst[code] === 0)) return false;
      bytes[length + i] = code;
    }
    this.length = length + text.length;
    return true;
  }

  /** Appends a whole number from 0 to 2³¹ − 1 that stands for units of the last of so many decimals: 1234 with 2 is 12.34. */
  decimal(whole: number, decimals: number, isNegative: boolean): void {
    let digits = 1;
    for (let rest = (whole / 10) | 0; rest > 0; rest = (rest / 10) | 0) digits++;
    if (digits <= decimals) digits = decimals + 1;
    const width = digits + (decimals > 0 ? 1 : 0) + (isNegative ? 1 : 0);
    this.makeRoom(width);
    const { bytes } = this;
    if (isNegative) bytes[this.length] = MINUS;
    this.length += width;
    let rest = whole | 0;
    for (let place = 0, at = this.length - 1; place < digits; place++, at--) {
      if (place === decimals && place > 0) bytes[at--] = POINT;
      const before = (rest / 10) | 0;
      bytes[at] = ZERO + rest - 10 * before;
      rest = before;
    }
  }

  /** All text so far; the next begins anew. */
  take(): string {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.all());
    this.length = 0;
    return text;
  }

  /** The bytes of all text so far, where they stand: good until more is appended. */
  all(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(2 * (this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
