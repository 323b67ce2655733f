/**
 * Text put together as UTF-8 bytes in one buffer that grows: hundreds of thousands of lines without a string for each
 * field.
 */

const [ZERO, MINUS, POINT] = [0x30, 0x2d, 0x2e];

/** Bytes that a sign of a string takes at most. */
const WIDEST = 3;

export class TextBytes {
  private bytes = new Uint8Array(1 << 14);
  private view = new DataView(this.bytes.buffer);
  private end = 0;
  private readonly encoder = new TextEncoder();

  /** Bytes of the text so far. */
  get length(): number {
    return this.end;
  }

  /** Makes room for so many bytes more, so that they need not be moved while they come. */
  reserve(more: number): void {
    if (this.end + more > this.bytes.length) this.grow(more);
  }

  /** Appends what stands from one byte to another once more: four bytes at a time, the last of them maybe too many. */
  again(from: number, to: number): void {
    this.makeRoom(to - from + 3);
    const { view } = this;
    for (let at = this.end, i = from; i < to; i += 4, at += 4)
      view.setInt32(at, view.getInt32(i, true), true);
    this.end += to - from;
  }

  /** Appends one ASCII sign by its code. */
  sign(code: number): void {
    this.makeRoom(1);
    this.bytes[this.end++] = code;
  }

  /** Appends any text. */
  text(text: string): void {
    this.makeRoom(WIDEST * text.length);
    this.end += this.encoder.encodeInto(text, this.bytes.subarray(this.end)).written;
  }

  /**
   * Appends a text of ASCII signs that `isPlain` has a 1 for, the first of them `isFirst` as well; false, and nothing is
   * appended, where it has another sign.
   */
  plainText(text: string, isPlain: Uint8Array, isFirst: Uint8Array): boolean {
    this.makeRoom(text.length);
    const { bytes, end } = this;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80 || isPlain[code] === 0 || (i === 0 && isFirst[code] === 0)) return false;
      bytes[end + i] = code;
    }
    this.end = end + text.length;
    return true;
  }

  /** Appends a whole number from 0 to 2³¹ − 1 that stands for units of the last of so many decimals: 1234 with 2 is 12.34. */
  decimal(whole: number, decimals: number, isNegative: boolean): void {
    const own = whole < 1e4 ? (whole < 100 ? (whole < 10 ? 1 : 2) : whole < 1e3 ? 3 : 4) : digitsOf(whole);
    const digits = Math.max(own, decimals + 1);
    const width = digits + (decimals > 0 ? 1 : 0) + (isNegative ? 1 : 0);
    this.makeRoom(width);
    const { bytes } = this;
    if (isNegative) bytes[this.end] = MINUS;
    this.end += width;
    let rest = whole | 0;
    let at = this.end - 1;
    for (let place = 0; place < decimals; place++) {
      const before = (rest / 10) | 0;
      bytes[at--] = ZERO + rest - 10 * before;
      rest = before;
    }
    if (decimals > 0) bytes[at--] = POINT;
    do {
      const before = (rest / 10) | 0;
      bytes[at--] = ZERO + rest - 10 * before;
      rest = before;
    } while (rest > 0);
  }

  /** All text so far; the next begins anew. */
  take(): string {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.all());
    this.end = 0;
    return text;
  }

  /** The bytes of all text so far, where they stand: good until more is appended. */
  all(): Uint8Array {
    return this.bytes.subarray(0, this.end);
  }

  private makeRoom(more: number): void {
    if (this.end + more > this.bytes.length) this.grow(more);
  }

  private grow(more: number): void {
    const larger = new Uint8Array(2 * (this.end + more));
    larger.set(this.bytes.subarray(0, this.end));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

function digitsOf(whole: number): number {
  let digits = 5;
  for (let power = 1e5; power <= whole; power *= 10) digits++;
  return digits;
}
