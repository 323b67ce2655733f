/**
 * Lists that grow by doubling: bytes of an unfinished token, offsets of rings and polygons.
 */

/** Whole numbers up to 2^32 - 1, one after another. */
export class OffsetList {
  values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** Takes numbers over, each larger by `more`. */
  append(numbers: Uint32Array, more: number): void {
    const length = this.length + numbers.length;
    if (length > this.values.length) {
      const larger = new Uint32Array(Math.max(length, 2 * this.values.length));
      larger.set(this.values.subarray(0, this.length));
      this.values = larger;
    }
    for (let i = 0; i < numbers.length; i++) this.values[this.length + i] = numbers[i]! + more;
    this.length = length;
  }

  /** The numbers, in memory of their own. */
  exact(): Uint32Array<ArrayBuffer> {
    return this.values.slice(0, this.length);
  }
}

/** Bytes, appended in pieces; `clear` keeps the room for the next token. */
export class ByteList {
  bytes = new Uint8Array(1024);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = byte;
  }

  append(source: Uint8Array, from: number, to: number): void {
    const more = to - from;
    if (this.length + more > this.bytes.length) this.grow(more);
    if (more < 32) {
      for (let i = from; i < to; i++) this.bytes[this.length++] = source[i]!;
    } else {
      this.bytes.set(source.subarray(from, to), this.length);
      this.length += more;
    }
  }

  private grow(more: number): void {
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
