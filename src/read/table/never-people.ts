/**
 * Columns that hold numbers and never people: densities, shares, averages, changes, ranks, coordinates, numbers of rows.
 */
import { dottedThousands } from '../../layer/dotted-thousands.js';
import { type Table, headingKey } from '../../layer/table.js';

/** Figures about people that do not add up. */
const RATES =
  /(^|_)(pct|perc|proportions?|share|rates?|ratio|mean|average|avg|change|growth|difference|diff|rank(ing)?|quartile|score|per|popden)(_|$)|densit|(^|_)dens(_|$)|percent|median|decile|quintile|sq_?km|km2|hectare/;

const OTHER_NUMBERS =
  /^(fid|objectid|id|index|row|year|.*(date|indicator|setting|quality|area|length|perimeter|index|lat|latitude|long?|longitude|easting|northing|bng_[en]|globalid|name|nm|cd|code|version)|(.*_)?[xy])(_.*)?$|^(os(east|nrth)1m|osgrdind|usertype|do(intr|term)|imd|age)$/;

/** Rows with a number that a judgement by what a column holds needs. */
const ENOUGH = 10;
/** Largest value of a share in hundredths. */
const WHOLE = 100;

/** True for a heading that says a density, a share, an average, a change or a rank. */
export function saysRate(heading: string): boolean {
  return heading.includes('%') || RATES.test(headingKey(heading));
}

/** True for a heading that says anything but a number of people. */
export const saysNoPeople = (heading: string): boolean =>
  saysRate(heading) || OTHER_NUMBERS.test(headingKey(heading));

/** True where nine in ten of ten numbers or more are broken and none is above 100: shares or densities, not people. */
export function holdsRates(table: Table, column: number): boolean {
  let [known, broken] = [0, 0];
  for (const value of table.numbers(column).values) {
    if (Number.isNaN(value)) continue;
    if (value > WHOLE) return false;
    known++;
    if (!Number.isInteger(value)) broken++;
  }
  // What may be thousands is told as that.
  return known >= ENOUGH && broken >= 0.9 * known && dottedThousands(table, column) < 0;
}
