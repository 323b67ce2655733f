/**
 * A plain decimal number straight from its bytes, without making text of it.
 */

const TENS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/**
 * The number written in bytes `from` to `to` (white space and quotation marks around it allowed), or NaN where it is
 * anything but a sign, at most 15 digits and a point: those are left to the reader of text. Correctly rounded, since
 * 15 digits and the power of ten are both exact.
 */
export function numberInBytes(bytes: Uint8Array, from: number, to: number): number {
  let p = from;
  let end = to;
  while (p < end && isAround(bytes[p]!)) p++;
  while (end > p && isAround(bytes[end - 1]!)) end--;
  let sign = 1;
  if (bytes[p] === 45) {
    sign = -1;
    p++;
  }
  let digits = 0;
  let point = -1;
  // Nine digits are a small number, which is quicker to make.
  let small = 0;
  for (; p < end && digits < 9; p++) {
    const byte = bytes[p]!;
    if (byte >= 48 && byte <= 57) {
      small = (10 * small + byte - 48) | 0;
      digits++;
    } else if (byte === 46 && point < 0) point = digits;
    else return NaN;
  }
  let value = small;
  for (; p < end; p++) {
    const byte = bytes[p]!;
    if (byte >= 48 && byte <= 57) {
      value = value * 10 + (byte - 48);
      digits++;
    } else if (byte === 46 && point < 0) point = digits;
    else return NaN;
  }
  if (digits === 0 || digits > 15) return NaN;
  return (sign * value) / (point < 0 ? 1 : TENS[digits - point]!);
}

/** White space and quotation marks. */
const isAround = (byte: number): boolean => byte <= 32 || byte === 34;
