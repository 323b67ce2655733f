/**
 * A number as decimal text, the same on every machine.
 *
 * Rounding is done on the decimal digits as they print, half away from zero: 1.005 to two places is 1.01, as a
 * reader with pencil and paper would have it, although the double behind it lies a little below. No exponent, no
 * minus before a zero.
 */

/** Decimal text with that many places; null for as many as the number has. Throws an Error for NaN and infinity. */
export function formatNumber(value: number, decimals: number | null): string {
  if (!Number.isFinite(value)) throw new Error(`cannot write ${value} as a figure`);
  const size = Math.abs(value);
  const text = (decimals === null ? null : roundPlainly(size, decimals)) ?? roundByDigits(size, decimals);
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Powers of ten by their exponent; raising is slow. */
const POWERS = Array.from({ length: 10 }, (_, exponent) => 10 ** exponent);

/** Scaled numbers below this are known to about 1e-7. */
const LARGEST_PLAIN = 1e9;
const NEAR_HALF = 1e-6;

/** Whether a scaled number is clearly on one side of a half. */
const isPlain = (scaled: number): boolean =>
  scaled < LARGEST_PLAIN && Math.abs(scaled - Math.floor(scaled) - 0.5) >= NEAR_HALF;

/**
 * A number that is not negative, rounded, in units of the last decimal: 12.344 with two is 1234. -1 where it is not
 * clearly on one side of a half, or has ten digits and more.
 */
export function plainDigits(size: number, decimals: number): number {
  const scaled = size * (POWERS[decimals] ?? 10 ** decimals);
  return isPlain(scaled) ? Math.round(scaled) : -1;
}

/** The rounded text, where the number is clearly on one side of a half; else null. */
function roundPlainly(size: number, decimals: number): string | null {
  const whole = plainDigits(size, decimals);
  if (whole < 0) return null;
  const digits = String(whole).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function roundByDigits(size: number, decimals: number | null): string {
  const plain = plainDecimal(size);
  return decimals === null ? plain : roundDecimal(plain, decimals);
}

/** The number a reader of `formatNumber` gets. */
export function roundNumber(value: number, decimals: number | null): number {
  if (decimals !== null) {
    const whole = plainDigits(Math.abs(value), decimals);
    // Whole numbers divided by a power of ten give the number nearest to the decimal text.
    const units = POWERS[decimals] ?? 10 ** decimals;
    if (whole >= 0) return value < 0 ? -whole / units || 0 : whole / units;
  }
  return Number(formatNumber(value, decimals));
}

/** The same text with commas between thousands, for people; figures for machines have none. */
export function withCommas(text: string): string {
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (point < 0 ? '' : text.slice(point));
}

/** The shortest decimal of a number that is not negative, with any exponent written out. */
function plainDecimal(value: number): string {
  const text = String(value);
  const e = text.indexOf('e');
  if (e < 0) return text;
  const exponent = Number(text.slice(e + 1));
  const [whole, fraction = ''] = text.slice(0, e).split('.');
  const digits = whole! + fraction;
  const point = whole!.length + exponent;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return digits.padEnd(point, '0');
}

function roundDecimal(plain: string, decimals: number): string {
  const [whole, fraction = ''] = plain.split('.');
  if (fraction.length <= decimals) return joinDecimal(whole! + fraction.padEnd(decimals, '0'), decimals);
  const kept = whole! + fraction.slice(0, decimals);
  return joinDecimal(fraction[decimals]! >= '5' ? String(BigInt(kept) + 1n) : kept, decimals);
}

/** Digits with the point put back, so many from the right. */
function joinDecimal(digits: string, decimals: number): string {
  const padded = digits.padStart(decimals + 1, '0');
  const point = padded.length - decimals;
  const whole = padded.slice(0, point).replace(/^0+(?=\d)/, '');
  return decimals === 0 ? whole : `${whole}.${padded.slice(point)}`;
}
