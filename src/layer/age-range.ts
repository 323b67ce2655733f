/**
 * The ages that a label of a breakdown speaks of.
 *
 *     0-15, 0 to 15, Aged 15 years and under     from 0 to 15
 *     65+, Aged 65 and over, 65 or older         from 65 on
 *     5, Aged 5 years                            from 5 to 5
 *
 * Labels whose ages overlap (0-15, 16+ and 65+) count some people twice, so that their rows are never added up.
 */
export interface AgeRange {
  readonly from: number;
  /** The last year of age, `Infinity` where there is none. */
  readonly to: number;
}

const BETWEEN = /^(\d{1,3}) ?(?:-|–|—|_|to|and under|<) ?(\d{1,3})$/;
const UP = /^(\d{1,3}) ?(?:\+|plus|(?:and|or) (?:over|older|above|more))$/;
const DOWN =
  /^(?:(?:under|below|less than|younger than|<) ?(\d{1,3})|(\d{1,3}) (?:and|or) (?:under|younger|below|less))$/;
const ONE = /^(\d{1,3})$/;

/** The ages of a label, or null where it speaks of none. */
export function ageRange(label: string): AgeRange | null {
  const text = label
    .toLowerCase()
    .replace(/\b(aged?|ages|years?|yrs?|old|of)\b|:/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const between = BETWEEN.exec(text);
  if (between !== null) return { from: Number(between[1]), to: Number(between[2]) };
  const up = UP.exec(text);
  if (up !== null) return { from: Number(up[1]), to: Infinity };
  const down = DOWN.exec(text);
  if (down !== null) return { from: 0, to: down[1] === undefined ? Number(down[2]) : Number(down[1]) - 1 };
  const one = ONE.exec(text);
  return one === null ? null : { from: Number(one[1]), to: Number(one[1]) };
}

/** True where one holds all ages of the other. */
export const holdsAges = (a: AgeRange, b: AgeRange): boolean => a.from <= b.from && a.to >= b.to;

/** True where some people are of both: a year that ends one and begins the other is taken for loose spelling. */
export const agesOverlap = (a: AgeRange, b: AgeRange): boolean =>
  holdsAges(a, b) || holdsAges(b, a) || Math.max(a.from, b.from) < Math.min(a.to, b.to);
