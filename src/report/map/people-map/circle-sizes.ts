/**
 * How large circles are: their area is the number of people, so the radius goes with its root.
 */

/** Pixels below which a circle is not drawn smaller. */
const LEAST_RADIUS = 3;
/** Pixels of a circle without a figure. */
const PLAIN_RADIUS = 6;

/** Radius in pixels of an amount, where the largest amount has the largest radius; all alike where no figure may be shown. */
export function circleRadius(amount: number | null, largest: number, largestRadius: number): number {
  if (amount === null || !(largest > 0)) return Math.min(PLAIN_RADIUS, largestRadius);
  return Math.max(LEAST_RADIUS, largestRadius * Math.sqrt(amount / largest));
}

/** Share of a frame that circles may cover in all; where they would cover more, all are drawn smaller alike. */
const MOST_COVERED = 0.07;

/** The largest radius for amounts in a frame: the wanted one, or what keeps all circles within their share of it. */
export function largestRadius(
  amounts: readonly (number | null)[],
  wanted: number,
  frameArea: number,
): number {
  const largest = Math.max(0, ...amounts.map((amount) => amount ?? 0));
  const covered = amounts.reduce<number>(
    (sum, amount) => sum + Math.PI * circleRadius(amount, largest, wanted) ** 2,
    0,
  );
  return covered <= MOST_COVERED * frameArea
    ? wanted
    : wanted * Math.sqrt((MOST_COVERED * frameArea) / covered);
}

/** Shares of the largest round value that the key shows too. */
const SHARES = [1, 1 / 4, 1 / 20];
const LEADING = [5, 2.5, 2, 1];

/** Up to three round values for the key, largest first: the largest not above the largest amount, a quarter, a twentieth. */
export function keyValues(largest: number): number[] {
  if (!(largest >= 1)) return [];
  const first = roundBelow(largest);
  const values = SHARES.map((share) => roundBelow(first * share)).filter((value) => value >= 1);
  return [...new Set(values)];
}

/** The greatest of 1, 2, 2.5, 5, 10, 20, 25 … that is whole and not above a value of 1 or more; 0 below that. */
function roundBelow(value: number): number {
  if (value < 1) return 0;
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return LEADING.map((n) => n * power).find((n) => n <= value * (1 + 1e-9) && Number.isInteger(n)) ?? power;
}

/** Part of the smaller circle that two circles share, 0 to 1. */
export function sharedPart(
  p: { readonly x: number; readonly y: number; readonly radius: number },
  q: { readonly x: number; readonly y: number; readonly radius: number },
): number {
  const [r, s] = [Math.min(p.radius, q.radius), Math.max(p.radius, q.radius)];
  const d = Math.hypot(p.x - q.x, p.y - q.y);
  if (d >= r + s) return 0;
  if (d <= s - r) return 1;
  const a = (d * d + r * r - s * s) / (2 * d);
  const b = d - a;
  const lens =
    r * r * Math.acos(a / r) -
    a * Math.sqrt(r * r - a * a) +
    s * s * Math.acos(b / s) -
    b * Math.sqrt(s * s - b * b);
  return lens / (Math.PI * r * r);
}
