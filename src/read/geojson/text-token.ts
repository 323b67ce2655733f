/**
 * A JSON text that cannot be used where it stands: it has escapes, or a piece of the file ends inside it.
 *
 * Its bytes are collected as written, escapes and all; they are checked here and decoded by the caller.
 */
import { BACKSLASH, isHexDigit, LOWER_U, QUOTE, SPACE } from './bytes.js';
import { byteName } from './found.js';
import { ByteList } from './growing.js';

const PLAIN = 0;
const ESCAPE = 1;
const UNICODE = 2;
const ESCAPES = new Set([...'"\\/bfnrtu'].map((letter) => letter.charCodeAt(0)));

/** Collects one text after another. */
export class TextToken {
  readonly collected = new ByteList();
  /** Whether it has escapes. */
  escaped = false;
  /** Whether the closing quote has been read. */
  closed = false;
  /** What is wrong at the byte where reading stopped, or blank. */
  fault = '';
  private inside = PLAIN;
  private hexDigits = 0;

  begin(): void {
    this.collected.clear();
    this.escaped = false;
    this.closed = false;
  }

  /** Reads on from byte `from`, collecting if `keep`; returns the byte behind the last one used. */
  read(bytes: Uint8Array, from: number, keep: boolean): number {
    let at = from;
    while (at < bytes.length && !this.closed && this.fault === '') {
      const start = at;
      if (this.inside === PLAIN) at = this.readPlain(bytes, at);
      else if (this.readEscape(bytes[at]!)) at++;
      if (keep) this.collected.append(bytes, start, at);
      if (this.closed) at++;
    }
    return at;
  }

  /** Up to the closing quote, or past the next backslash. */
  private readPlain(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === QUOTE) this.closed = true;
      else if (byte < SPACE)
        this.fault = `${byteName(byte)} inside a text, where it must be written as an escape`;
      else if (byte !== BACKSLASH) continue;
      else {
        this.escaped = true;
        this.inside = ESCAPE;
        return at + 1;
      }
      return at;
    }
    return bytes.length;
  }

  private readEscape(byte: number): boolean {
    if (this.inside === ESCAPE) {
      if (!ESCAPES.has(byte)) this.fault = `found ${byteName(byte)} after a backslash`;
      this.inside = byte === LOWER_U ? UNICODE : PLAIN;
      this.hexDigits = 0;
    } else {
      if (!isHexDigit(byte)) this.fault = `found ${byteName(byte)} where a hexadecimal digit should be`;
      if (++this.hexDigits === 4) this.inside = PLAIN;
    }
    return this.fault === '';
  }
}
