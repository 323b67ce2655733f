/**
 * The inner loop: bytes of a `coordinates` array into numbers.
 *
 * `readPositions` runs along a line of positions: it knows their brackets, commas, blank space and plain numbers of
 * up to sixteen digits, which it converts in whole numbers without making text: exact up to 2^53, then one
 * division by a power of ten, which rounds correctly. It calls nothing and touches its run only at its end, which
 * lets the engine compile it early and once. `readCoordinates` deals with the brackets between lines, everything
 * else is left to its caller, at the byte where it was met.
 */
import {
  CARRIAGE_RETURN,
  CLOSE_ARRAY,
  COMMA,
  LINE_FEED,
  MINUS,
  OPEN_ARRAY,
  POINT,
  SPACE,
  TAB,
} from './bytes.js';
import {
  AFTER_ARRAY,
  AFTER_NUMBER,
  type CoordinateRun,
  DONE,
  FULL,
  HARD_NUMBER,
  ITEM,
  MORE,
  NUMBER,
  ODD,
  OPENED,
} from './coordinate-run.js';
import { LARGEST_EXACT, POWERS_OF_TEN } from './number-text.js';

/** Positions of a MultiPolygon lie this deep, and nothing in GeoJSON lies deeper. */
const DEEPEST = 4;

/** 1 for bytes that may follow a number; a table, because branches first met late cost a recompilation. */
const ENDS_NUMBER = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte <= SPACE || byte === COMMA || byte === CLOSE_ARRAY ? 1 : 0,
);

/**
 * Reads on from byte `from` and returns the byte it stopped at; `run.outcome` says why: MORE (all bytes used),
 * DONE (behind the closing bracket), HARD_NUMBER (at a number to be converted otherwise and `put`), ODD (at a byte
 * that does not belong here).
 */
export function readCoordinates(run: CoordinateRun, bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = readPositions(run, bytes, at);
    if (run.outcome === FULL) run.grow();
    else if (run.outcome !== ODD) return at;
    else {
      run.outcome = readBracket(run, bytes[at]!);
      if (run.outcome === ODD) return at;
      at++;
      if (run.outcome === DONE) return at;
    }
  }
}

/** A bracket above the positions; ODD for any other byte or where it does not belong. */
function readBracket(run: CoordinateRun, byte: number): number {
  if (byte === OPEN_ARRAY) {
    if ((run.state !== ITEM && run.state !== OPENED) || run.depth === DEEPEST) return ODD;
    run.depth++;
    run.state = OPENED;
    return MORE;
  }
  if (byte !== CLOSE_ARRAY) return ODD;
  if (run.state === AFTER_ARRAY) run.closeArray(run.depth);
  else if (run.state === AFTER_NUMBER && run.dimension < 2) return ODD;
  else if (run.state === OPENED) run.emptyDepth = Math.max(run.emptyDepth, run.depth);
  else if (run.state !== AFTER_NUMBER) return ODD;
  run.depth--;
  run.state = AFTER_ARRAY;
  return run.depth === 0 ? DONE : MORE;
}

/** Positions and what stands between them, up to a byte that is neither. */
function readPositions(run: CoordinateRun, bytes: Uint8Array, from: number): number {
  const end = bytes.length;
  const powers = POWERS_OF_TEN;
  const ends = ENDS_NUMBER;
  const coordinates = run.coordinates;
  const capacity = coordinates.length;
  let { count, state, depth, positionDepth, dimension, extraCount, firstExtra, lineFeeds, lineFeedEnd } = run;
  let outcome = MORE;
  let at = from;
  while (at < end) {
    const byte = bytes[at]!;
    let digit = byte - 48;
    if (byte === MINUS || (digit >= 0 && digit <= 9)) {
      if (count === capacity) {
        outcome = FULL;
        break;
      }
      if (state === OPENED && (positionDepth === 0 || positionDepth === depth)) {
        positionDepth = depth;
        dimension = 0;
        state = NUMBER;
      } else if (state !== NUMBER) {
        outcome = ODD;
        break;
      }
      // Up to nine digits fit a small whole number, up to seven more a second one.
      const start = byte === MINUS ? at + 1 : at;
      let next = start;
      let high = 0;
      while (next < end && (digit = bytes[next]! - 48) >= 0 && digit <= 9 && next - start < 9) {
        high = (Math.imul(high, 10) + digit) | 0;
        next++;
      }
      const wholeDigits = next - start;
      let decimals = 0;
      let low = 0;
      let lowDigits = 0;
      let plain = wholeDigits > 0 && (wholeDigits === 1 || bytes[start] !== 48);
      if (next < end && bytes[next] === POINT) {
        const point = ++next;
        const room = point + 9 - (high === 0 ? 0 : wholeDigits);
        while (next < end && next < room && (digit = bytes[next]! - 48) >= 0 && digit <= 9) {
          high = (Math.imul(high, 10) + digit) | 0;
          next++;
        }
        if (next === room) {
          while (next < end && next < room + 7 && (digit = bytes[next]! - 48) >= 0 && digit <= 9) {
            low = (Math.imul(low, 10) + digit) | 0;
            next++;
          }
          lowDigits = next - room;
        }
        decimals = next - point;
        plain = plain && decimals > 0;
      }
      const value = lowDigits === 0 ? high : high * powers[lowDigits]! + low;
      if (!plain || value > LARGEST_EXACT || next === end || ends[bytes[next]!] === 0) {
        outcome = HARD_NUMBER;
        break;
      }
      const size = decimals > 0 ? value / powers[decimals]! : value;
      if (dimension < 2) coordinates[count++] = byte === MINUS ? -size : size;
      else if (dimension === 2 && extraCount++ === 0) firstExtra = count - 2;
      dimension++;
      at = next;
      state = AFTER_NUMBER;
    } else if (byte === COMMA && state >= AFTER_NUMBER) {
      state = state === AFTER_NUMBER ? NUMBER : ITEM;
      at++;
    } else if (byte === OPEN_ARRAY && state === ITEM && depth === positionDepth - 1) {
      depth++;
      state = OPENED;
      at++;
    } else if (byte === CLOSE_ARRAY && state === AFTER_NUMBER && dimension >= 2 && depth > 1) {
      depth--;
      state = AFTER_ARRAY;
      at++;
    } else if (byte === SPACE || byte === CARRIAGE_RETURN || byte === TAB) at++;
    else if (byte === LINE_FEED) {
      at++;
      lineFeeds++;
      lineFeedEnd = at;
    } else {
      outcome = ODD;
      break;
    }
  }
  run.count = count;
  run.state = state;
  run.depth = depth;
  run.positionDepth = positionDepth;
  run.dimension = dimension;
  run.extraCount = extraCount;
  run.firstExtra = firstExtra;
  run.lineFeeds = lineFeeds;
  run.lineFeedEnd = lineFeedEnd;
  run.outcome = outcome;
  return at;
}
