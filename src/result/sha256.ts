/**
 * SHA-256 (FIPS 180-4): of a page's own style and script, which its content security policy names by their hashes, and
 * of inputs where the rim has no hash of its own to lend.
 *
 * Written out here because it is wanted in browsers too, where hashing is asynchronous and needs a secure context.
 */

/** Takes bytes piece by piece; gives their hash once. */
export class Sha256 {
  private readonly state = Uint32Array.from(STATE);
  private readonly words = new Uint32Array(64);
  private readonly block = new Uint8Array(64);
  private readonly view = new DataView(this.block.buffer);
  private filled = 0;
  private length = 0;

  update(bytes: Uint8Array): void {
    this.length += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + 64 - this.filled);
      this.block.set(part, this.filled);
      this.filled += part.length;
      at += part.length;
      if (this.filled === 64) this.addFilled();
    }
  }

  /** The hash, 32 bytes. */
  digest(): Uint8Array {
    const { length } = this;
    this.update(Uint8Array.of(0x80));
    if (this.filled > 56) this.update(new Uint8Array(64 - this.filled));
    this.update(new Uint8Array(56 - this.filled));
    const bits = new DataView(new ArrayBuffer(8));
    bits.setUint32(0, Math.floor(length / 2 ** 29));
    bits.setUint32(4, (length << 3) >>> 0);
    this.update(new Uint8Array(bits.buffer));
    const digest = new DataView(new ArrayBuffer(32));
    this.state.forEach((word, i) => digest.setUint32(4 * i, word));
    return new Uint8Array(digest.buffer);
  }

  private addFilled(): void {
    for (let i = 0; i < 16; i++) this.words[i] = this.view.getUint32(4 * i);
    addBlock(this.state, this.words);
    this.filled = 0;
  }
}

/** The hash of a text's UTF-8 bytes in base 64. */
export function sha256Base64(text: string): string {
  const hash = new Sha256();
  hash.update(new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...hash.digest()));
}

/** The hash of some bytes in hexadecimal. */
export const hexOf = (digest: Uint8Array): string =>
  Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');

function addBlock(state: Uint32Array, w: Uint32Array): void {
  for (let i = 16; i < 64; i++) {
    const s0 = turn(w[i - 15]!, 7) ^ turn(w[i - 15]!, 18) ^ (w[i - 15]! >>> 3);
    const s1 = turn(w[i - 2]!, 17) ^ turn(w[i - 2]!, 19) ^ (w[i - 2]! >>> 10);
    w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as number[] as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i]! + w[i]!) >>> 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) >>> 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) >>> 0, c, b, a, (t1 + t2) >>> 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i]! += word));
}

const turn = (word: number, by: number): number => ((word >>> by) | (word << (32 - by))) >>> 0;

const PRIMES = firstPrimes(64);
/** The first 32 bits of the fractions of the square roots of the first eight primes. */
const STATE = PRIMES.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
/** The same of the cube roots of the first sixty-four. */
const ROUNDS = Uint32Array.from(PRIMES, (p) => fraction(Math.cbrt(p)));

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}
