/**
 * JSON in pieces of any size into calls of a listener, the whole grammar checked, without ever holding the file.
 *
 * The state between two bytes is a mode (between tokens, inside a text, a number or literal, coordinates), what
 * may come next, and one byte for each array or object that is open: no recursion, so depth costs a byte, not
 * stack. The listener says of every array and object whether it wants its contents, wants it as compact JSON text,
 * wants it read as coordinates, or not at all. Several values after one another are allowed at the top, with
 * blank space or record separators between them: newline-delimited and RFC 8142 files.
 */
import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  isBlank,
  LINE_FEED,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  RECORD_SEPARATOR,
  SPACE,
} from './bytes.js';
import {
  AFTER_ARRAY,
  AFTER_NUMBER,
  type CoordinateRun,
  DONE,
  HARD_NUMBER,
  ODD,
  OPENED,
} from './coordinate-run.js';
import { notJson, otherFormat, type Place, tooDeep, tooLong, truncated, utf16 } from './errors.js';
import {
  AFTER_KEY,
  COMMA_OR_END,
  ENDS_BARE,
  KEY,
  KEY_OR_END,
  SHOULD_BE,
  TOP,
  VALUE,
  VALUE_OR_END,
} from './expected.js';
import type { FeaturePart } from './feature-part.js';
import { byteName, otherFormatName } from './found.js';
import { ByteList } from './growing.js';
import { CAPTURE, COORDINATES, type JsonListener, LISTEN, SKIP } from './json-listener.js';
import { Nesting } from './nesting.js';
import { asciiText, bareValue } from './number-text.js';
import { oddCoordinates } from './odd-coordinates.js';
import { positionReader, type PositionReader } from './position-kernel.js';
import { readCoordinates } from './read-coordinates.js';
import type { TextCache } from './text-cache.js';
import { TextToken } from './text-token.js';

const BETWEEN = 0;
const IN_TEXT = 1;
const IN_BARE = 2;
const IN_COORDINATES = 3;
const IN_MARK = 4;

const LONGEST_TEXT = 1 << 28;
const LONGEST_BARE = 1 << 20;
const MARK = [0xef, 0xbb, 0xbf];

/** Reads whole items that it knows the form of. */
export interface ItemReader {
  /** The byte behind the object whose bracket is there; -1 where it is to be read token by token. */
  read(positions: PositionReader, bytes: Uint8Array, at: number): number;
}

/** Reads one file; `push` its bytes in order, then `finish`. */
export class JsonTokenizer {
  /** Bytes before the token at hand. */
  offset = 0;
  /** Whether any value has begun. */
  started = false;
  /** Whoever reads items of a list in the outermost object at once, where it can. */
  items: ItemReader | null = null;

  private mode = BETWEEN;
  private expect = TOP;
  private base = 0;
  private line = 1;
  private lineStart = 0;
  private readonly nesting = new Nesting();
  /** Depth at which skipping or capturing began, or -1. */
  private silentFrom = -1;
  private capturing = false;
  private wanted = true;
  private readonly capture = new ByteList();
  private readonly text = new TextToken();
  /** The beginning of a number or literal that an earlier piece ended in. */
  private readonly bare = new ByteList();
  private bareInCoordinates = false;
  private readonly positions = positionReader();
  /** What to say if the next token turns out to be good JSON. */
  private armed = '';

  constructor(
    private readonly file: string,
    private readonly listener: JsonListener,
    private readonly run: CoordinateRun,
    private readonly texts: TextCache,
  ) {}

  push(bytes: Uint8Array): void {
    this.positions.forget();
    let at = this.base === 0 && bytes.length > 0 ? this.readFirst(bytes) : 0;
    while (at < bytes.length) {
      if (this.mode === BETWEEN) at = this.readBetween(bytes, at);
      else if (this.mode === IN_COORDINATES) at = this.readRun(bytes, at);
      else if (this.mode === IN_TEXT) at = this.readText(bytes, at);
      else if (this.mode === IN_BARE) at = this.readBare(bytes, at);
      else at = this.readMark(bytes, at);
    }
    this.base += bytes.length;
  }

  finish(): void {
    if (this.mode === IN_BARE && this.nesting.depth === 0) this.endBare(this.bare.bytes, 0, this.bare.length);
    this.offset = this.base;
    if (this.mode === IN_TEXT) throw truncated(this.place(), 'a text');
    if (this.mode === IN_COORDINATES) throw truncated(this.place(), 'coordinates');
    if (this.mode === IN_MARK) throw notJson(this.place(), 'the byte-order mark is incomplete');
    if (this.nesting.depth > 0)
      throw truncated(this.place(), this.nesting.inObject() ? 'an object' : 'an array');
  }

  /** Where the token at hand stands. */
  place(offset = this.offset): Place {
    const column = offset - this.lineStart + 1;
    return { file: this.file, offset, line: this.line, column, ...this.listener.whereabouts() };
  }

  /** Bytes that were pushed and passed over. */
  get taken(): number {
    return this.base;
  }

  /** Whether an item of a list in the outermost object may begin at the next byte. */
  isAtItem(): boolean {
    return (
      this.mode === BETWEEN &&
      this.expect === VALUE &&
      this.silentFrom < 0 &&
      this.nesting.depth === 2 &&
      !this.nesting.inObject()
    );
  }

  /** Goes on behind a part that others have read, whose items the listener has. */
  passOver({ end, endsList, lineFeeds, lineFeedEnd }: FeaturePart): void {
    this.base = end;
    this.line += lineFeeds;
    if (lineFeeds > 0) this.lineStart = lineFeedEnd;
    if (endsList) this.expect = COMMA_OR_END;
  }

  private readFirst(bytes: Uint8Array): number {
    const first = bytes[0]!;
    if (first === 0xfe || first === 0xff) throw utf16(this.place());
    if (first === MARK[0]) this.mode = IN_MARK;
    const name = otherFormatName(first);
    if (name !== '') throw otherFormat(this.place(), name);
    return 0;
  }

  private readMark(bytes: Uint8Array, at: number): number {
    const offset = this.base + at;
    if (bytes[at] !== MARK[offset]) throw this.unexpected(bytes[at]!, at);
    if (offset === 2) {
      this.mode = BETWEEN;
      this.lineStart = 3;
    }
    return at + 1;
  }

  private readBetween(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length) {
      const byte = bytes[at]!;
      if (byte === SPACE) at++;
      else if (isBlank(byte)) {
        at++;
        if (byte === LINE_FEED) {
          this.line++;
          this.lineStart = this.base + at;
        }
      } else {
        const end = byte === OPEN_OBJECT && this.isAtItem() ? this.readItem(bytes, at) : -1;
        if (end >= 0) {
          at = end;
          continue;
        }
        this.offset = this.base + at;
        at = this.readToken(bytes, at, byte);
        if (this.mode !== BETWEEN) return at;
      }
    }
    return at;
  }

  private readItem(bytes: Uint8Array, at: number): number {
    const end = this.items?.read(this.positions, bytes, at) ?? -1;
    if (end >= 0) {
      this.countLines();
      this.afterValue();
    }
    return end;
  }

  private countLines(): void {
    const run = this.run;
    if (run.lineFeeds === 0) return;
    this.line += run.lineFeeds;
    this.lineStart = this.base + run.lineFeedEnd;
    run.lineFeeds = 0;
  }

  private readToken(bytes: Uint8Array, at: number, byte: number): number {
    const expect = this.expect;
    if (expect === COMMA_OR_END) {
      const inObject = this.nesting.inObject();
      if (byte === COMMA) {
        this.expect = inObject ? KEY : VALUE;
        if (this.capturing) this.capture.push(byte);
      } else if (byte === (inObject ? CLOSE_OBJECT : CLOSE_ARRAY)) this.close(byte);
      else throw this.unexpected(byte, at);
      return at + 1;
    }
    if (expect === AFTER_KEY) {
      if (byte !== COLON) throw this.unexpected(byte, at);
      this.expect = VALUE;
      if (this.capturing) this.capture.push(byte);
      return at + 1;
    }
    if (byte === QUOTE) return this.startText(bytes, at + 1);
    if (expect === KEY || expect === KEY_OR_END) {
      if (byte !== CLOSE_OBJECT || expect === KEY) throw this.unexpected(byte, at);
      this.close(byte);
      return at + 1;
    }
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      this.open(byte);
      return at + 1;
    }
    if (byte === CLOSE_ARRAY && expect === VALUE_OR_END) {
      this.close(byte);
      return at + 1;
    }
    if (byte === RECORD_SEPARATOR && expect === TOP) return at + 1;
    if (ENDS_BARE[byte] === 1) throw this.unexpected(byte, at);
    this.bare.clear();
    this.mode = IN_BARE;
    return at;
  }

  private unexpected(byte: number, at: number): Error {
    this.offset = this.base + at;
    if (byte === 0 && this.offset < 2) return utf16(this.place());
    return notJson(this.place(), `found ${byteName(byte)} where ${this.shouldBe()} should be`);
  }

  private shouldBe(): string {
    return this.expect === TOP && this.started ? 'the end of the file' : SHOULD_BE[this.expect]!;
  }

  private open(byte: number): void {
    const isObject = byte === OPEN_OBJECT;
    this.started = true;
    if (this.silentFrom < 0) {
      const treatment = this.wanted ? this.listener.open(isObject) : SKIP;
      if (treatment === COORDINATES) {
        this.run.begin();
        this.mode = IN_COORDINATES;
        return;
      }
      if (treatment !== LISTEN) this.silentFrom = this.nesting.depth;
      this.capturing = treatment === CAPTURE;
      this.wanted = true;
    }
    if (this.capturing) this.capture.push(byte);
    this.enter(isObject);
    this.expect = isObject ? KEY_OR_END : VALUE_OR_END;
  }

  private enter(isObject: boolean): void {
    if (!this.nesting.enter(isObject)) throw tooDeep(this.place(), 'arrays and objects');
  }

  private close(byte: number): void {
    this.nesting.depth--;
    if (this.capturing) this.keep(byte);
    if (this.silentFrom < 0) this.listener.close();
    else if (this.silentFrom === this.nesting.depth) {
      this.silentFrom = -1;
      if (this.capturing) {
        this.capturing = false;
        this.listener.captured(this.texts.utf8(this.capture.bytes, 0, this.capture.length));
        this.capture.clear();
      }
    }
    this.afterValue();
  }

  private keep(byte: number): void {
    if (this.capture.length > LONGEST_TEXT) throw tooLong(this.place(), 'a property value of over 256 MB');
    this.capture.push(byte);
  }

  private afterValue(): void {
    this.wanted = true;
    this.expect = this.nesting.depth === 0 ? TOP : COMMA_OR_END;
  }

  /** A text within one piece and without escapes is used where it stands. */
  private startText(bytes: Uint8Array, from: number): number {
    const end = bytes.length;
    let hash = 0;
    let all = 0;
    let at = from;
    this.started = true;
    while (at < end) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        this.endText(bytes, from, at, hash, all < 0x80, false);
        return at + 1;
      }
      if (byte === BACKSLASH || byte < SPACE) break;
      hash = (Math.imul(hash, 31) + byte) | 0;
      all |= byte;
      at++;
    }
    this.text.begin();
    this.mode = IN_TEXT;
    return this.readText(bytes, from);
  }

  private readText(bytes: Uint8Array, from: number): number {
    const { text } = this;
    const at = text.read(bytes, from, this.capturing || (this.silentFrom < 0 && this.wanted));
    if (text.fault !== '') {
      this.offset = this.base + at;
      throw notJson(this.place(), text.fault);
    }
    if (text.collected.length > LONGEST_TEXT) throw tooLong(this.place(), 'a text of over 256 MB');
    if (text.closed) {
      this.mode = BETWEEN;
      this.endText(text.collected.bytes, 0, text.collected.length, 0, false, text.escaped);
    }
    return at;
  }

  private endText(
    bytes: Uint8Array,
    from: number,
    to: number,
    hash: number,
    ascii: boolean,
    escaped: boolean,
  ): void {
    const isKey = this.expect === KEY || this.expect === KEY_OR_END;
    if (this.capturing) {
      this.keep(QUOTE);
      this.capture.append(bytes, from, to);
      this.keep(QUOTE);
    } else if (this.silentFrom < 0 && this.wanted) {
      let text = ascii ? this.texts.ascii(bytes, from, to, hash) : this.texts.utf8(bytes, from, to);
      if (escaped) text = JSON.parse(`"${text}"`) as string;
      if (isKey) this.wanted = this.listener.key(text);
      else this.listener.value(text);
    }
    if (isKey) this.expect = AFTER_KEY;
    else {
      this.sayArmed();
      this.afterValue();
    }
  }

  /** A number or literal: everything up to blank space or punctuation. */
  private readBare(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length && ENDS_BARE[bytes[at]!] === 0) at++;
    if (at < bytes.length && this.bare.length === 0) this.endBare(bytes, from, at);
    else {
      this.bare.append(bytes, from, at);
      if (this.bare.length > LONGEST_BARE) throw tooLong(this.place(), 'a number of over a million digits');
      if (at < bytes.length) this.endBare(this.bare.bytes, 0, this.bare.length);
    }
    return at;
  }

  private endBare(bytes: Uint8Array, from: number, to: number): void {
    const value = bareValue(bytes, from, to);
    if (value === undefined) {
      const found = asciiText(bytes, from, Math.min(to, from + 24));
      throw notJson(this.place(), `found "${found}" where ${this.shouldBe()} should be`);
    }
    this.started = true;
    if (this.bareInCoordinates) {
      this.bareInCoordinates = false;
      this.mode = IN_COORDINATES;
      if (!Number.isFinite(value))
        this.listener.oddCoordinates('a number in a position is beyond all bounds');
      this.run.put(value as number);
      return;
    }
    this.mode = BETWEEN;
    if (this.capturing) this.capture.append(bytes, from, to);
    else if (this.silentFrom < 0 && this.wanted) this.listener.value(value);
    this.sayArmed();
    this.afterValue();
  }

  private readRun(bytes: Uint8Array, from: number): number {
    const run = this.run;
    const at = readCoordinates(run, this.positions, bytes, from);
    this.countLines();
    this.offset = this.base + at;
    if (run.outcome === DONE) {
      this.mode = BETWEEN;
      this.listener.coordinates(run.end());
      this.afterValue();
    } else if (run.outcome === HARD_NUMBER) {
      this.bare.clear();
      this.expect = VALUE;
      this.bareInCoordinates = true;
      this.mode = IN_BARE;
    } else if (run.outcome === ODD) this.leaveCoordinates(bytes[at]!);
    return at;
  }

  /** Not coordinates: the arrays opened so far become ordinary ones that are skipped, and the byte is read again. */
  private leaveCoordinates(byte: number): void {
    const run = this.run;
    this.mode = BETWEEN;
    this.silentFrom = this.nesting.depth;
    for (let i = 0; i < run.depth; i++) this.enter(false);
    if (run.state === OPENED) this.expect = VALUE_OR_END;
    else this.expect = run.state === AFTER_NUMBER || run.state === AFTER_ARRAY ? COMMA_OR_END : VALUE;
    run.abandon();
    const what = oddCoordinates(run, byte);
    if (byte === OPEN_ARRAY || byte === OPEN_OBJECT || byte === CLOSE_ARRAY) {
      if (what !== '') this.listener.oddCoordinates(what);
    } else this.armed = what;
  }

  private sayArmed(): void {
    if (this.armed === '') return;
    const what = this.armed;
    this.armed = '';
    this.listener.oddCoordinates(what);
  }
}
