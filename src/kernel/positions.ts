/**
 * Positions of GeoJSON from their signs: a kernel of its own, with a small memory that holds a window of the file.
 *
 *     window    … ,[-1.2193554,54.6775309],[-1.2178598, …      signs of the file, and some to spare behind them
 *     numbers   -1.2193554  54.6775309  -1.2178598 …           what was read of them, in order
 *     standing  where in the nesting reading stands, before and after; how it ended
 *
 * Digits are read eight at a time into a whole number: exact up to 2⁵³, then one division by a power of ten, which rounds
 * correctly (Clinger 1990). What is not a plain number of at most eighteen digits, and every bracket above the positions, is
 * left to the caller (read/geojson/read-coordinates.ts), at the sign where it was met.
 */

/** Signs that a window holds. */
export const WINDOW: i32 = 1 << 16;
/** Signs behind the window that may be looked at, whatever they are. */
const SPARE = 64;

export const window: usize = memory.data(WINDOW + SPARE, 16);
/** No number takes fewer than two signs. */
export const numbers: usize = memory.data((WINDOW / 2 + 1) * 8, 16);
export const standing: usize = memory.data(10 * 4, 16);

/** Places in `standing`: as a CoordinateRun has them (read/geojson/coordinate-run.ts), and what was read by this call. */
const STATE = 0;
const DEPTH = 4;
const POSITION_DEPTH = 8;
const DIMENSION = 12;
const COUNT = 16;
const EXTRA_COUNT = 20;
/** The number that the first position with more than two begins with, among those of this call. */
const FIRST_EXTRA = 24;
const LINE_FEEDS = 28;
const LINE_FEED_END = 32;
const OUTCOME = 36;

/** What may come next. */
const OPENED = 0;
const ITEM = 1;
const NUMBER = 2;
const AFTER_NUMBER = 3;
const AFTER_ARRAY = 4;

/** How it ended. */
const MORE = 0;
const HARD_NUMBER = 2;
const ODD = 3;

const TAB: u32 = 0x09;
const LINE_FEED: u32 = 0x0a;
const CARRIAGE_RETURN: u32 = 0x0d;
const SPACE: u32 = 0x20;
const COMMA: u32 = 0x2c;
const MINUS: u32 = 0x2d;
const POINT: u32 = 0x2e;
const ZERO: u32 = 0x30;
const OPEN_ARRAY: u32 = 0x5b;
const CLOSE_ARRAY: u32 = 0x5d;

const LARGEST_EXACT: u64 = 9007199254740991;
/** Any number of so many digits fits 64 bits. */
const MOST_DIGITS = 18;

const tens = memory.data<u64>([1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000]);
const powers = memory.data<f64>([
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
]);

/** Where the number that was read last ends; 0 where it is no plain one. */
let stop: usize = 0;

/** The number, without its sign, whose first digit is there. */
function plainNumber(start: usize): f64 {
  let at = start;
  let digit = <u32>load<u8>(at) - ZERO;
  let whole: u64 = 0;
  while (digit <= 9) {
    whole = whole * 10 + digit;
    digit = <u32>load<u8>(++at) - ZERO;
    if (<i32>(at - start) > MOST_DIGITS) break;
  }
  const before = <i32>(at - start);
  // No digit, more than one that begin with a zero, or too many.
  stop = 0;
  if (before == 0 || before > MOST_DIGITS || (before > 1 && <u32>load<u8>(start) == ZERO)) return 0;
  let decimals = 0;
  if (digit + ZERO == POINT) {
    at++;
    for (;;) {
      // Signs that are no digits have a high bit in the sum.
      let eight = load<u64>(at) ^ 0x3030303030303030;
      const others = ((eight + 0x7676767676767676) | eight) & 0x8080808080808080;
      const count = others == 0 ? 8 : <i32>(ctz(others) >> 3);
      if (count > 0) {
        eight <<= (8 - count) << 3;
        eight = eight * 10 + (eight >> 8);
        eight =
          ((eight & 0x000000ff000000ff) * 0x000f424000000064 +
            ((eight >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >>
          32;
        whole = whole * load<u64>(tens + (count << 3)) + (eight & 0xffffffff);
        at += count;
        decimals += count;
      }
      if (before + decimals > MOST_DIGITS) return 0;
      if (count < 8) break;
    }
    if (decimals == 0) return 0;
  }
  if (whole > LARGEST_EXACT) return 0;
  stop = at;
  return decimals == 0 ? <f64>whole : <f64>whole / load<f64>(powers + (decimals << 3));
}

/** Reads on in the window from one sign up to another, or to one that is left to the caller; gives the sign it stopped at. */
export function readPositions(fromSign: i32, endSign: i32): i32 {
  const end = window + endSign;
  let at = window + fromSign;
  let to = numbers;
  let state = load<i32>(standing + STATE);
  let depth = load<i32>(standing + DEPTH);
  let positionDepth = load<i32>(standing + POSITION_DEPTH);
  let dimension = load<i32>(standing + DIMENSION);
  let extraCount = 0;
  let firstExtra = 0;
  let lineFeeds = 0;
  let lineFeedEnd = 0;
  let outcome = MORE;
  while (at < end) {
    let byte = <u32>load<u8>(at);
    if (state == ITEM && byte == OPEN_ARRAY && depth == positionDepth - 1) {
      // Positions of two numbers with nothing between, as most files have them, are read without more ado.
      do {
        const isWest = <u32>load<u8>(at + 1) == MINUS;
        const x = plainNumber(at + 1 + <usize>isWest);
        if (stop == 0 || <u32>load<u8>(stop) != COMMA) break;
        const isSouth = <u32>load<u8>(stop + 1) == MINUS;
        const y = plainNumber(stop + 1 + <usize>isSouth);
        if (
          stop == 0 ||
          stop + 1 >= end ||
          <u32>load<u8>(stop) != CLOSE_ARRAY ||
          <u32>load<u8>(stop + 1) != COMMA
        )
          break;
        store<f64>(to, isWest ? -x : x);
        store<f64>(to + 8, isSouth ? -y : y);
        to += 16;
        dimension = 2;
        at = stop + 2;
      } while (at < end && <u32>load<u8>(at) == OPEN_ARRAY);
      if (at >= end) break;
      byte = <u32>load<u8>(at);
      if (byte == OPEN_ARRAY) {
        depth++;
        state = OPENED;
        at++;
        continue;
      }
    }
    if (byte == MINUS || byte - ZERO <= 9) {
      if (state == OPENED && (positionDepth == 0 || positionDepth == depth)) {
        positionDepth = depth;
        dimension = 0;
        state = NUMBER;
      } else if (state != NUMBER) {
        outcome = ODD;
        break;
      }
      const value = plainNumber(at + <usize>(byte == MINUS));
      const after = stop < end ? <u32>load<u8>(stop) : POINT;
      if (stop == 0 || (after > SPACE && after != COMMA && after != CLOSE_ARRAY)) {
        outcome = HARD_NUMBER;
        break;
      }
      if (dimension < 2) {
        store<f64>(to, byte == MINUS ? -value : value);
        to += 8;
      } else if (dimension == 2 && extraCount++ == 0) firstExtra = ((<i32>(to - numbers)) >> 3) - 2;
      dimension++;
      at = stop;
      state = AFTER_NUMBER;
    } else if (byte == COMMA && state >= AFTER_NUMBER) {
      state = state == AFTER_NUMBER ? NUMBER : ITEM;
      at++;
    } else if (byte == OPEN_ARRAY && state == ITEM && depth == positionDepth - 1) {
      depth++;
      state = OPENED;
      at++;
    } else if (byte == CLOSE_ARRAY && state == AFTER_NUMBER && dimension >= 2 && depth > 1) {
      depth--;
      state = AFTER_ARRAY;
      at++;
    } else if (byte == SPACE || byte == CARRIAGE_RETURN || byte == TAB) at++;
    else if (byte == LINE_FEED) {
      at++;
      lineFeeds++;
      lineFeedEnd = <i32>(at - window);
    } else {
      outcome = ODD;
      break;
    }
  }
  store<i32>(standing + STATE, state);
  store<i32>(standing + DEPTH, depth);
  store<i32>(standing + POSITION_DEPTH, positionDepth);
  store<i32>(standing + DIMENSION, dimension);
  store<i32>(standing + COUNT, (<i32>(to - numbers)) >> 3);
  store<i32>(standing + EXTRA_COUNT, extraCount);
  store<i32>(standing + FIRST_EXTRA, firstExtra);
  store<i32>(standing + LINE_FEEDS, lineFeeds);
  store<i32>(standing + LINE_FEED_END, lineFeedEnd);
  store<i32>(standing + OUTCOME, outcome);
  return <i32>(at - window);
}
