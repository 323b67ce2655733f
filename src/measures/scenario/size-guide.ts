/**
 * How large a unit is meant to be.
 */

/** People a unit is meant to have at least and at most; null for no bound. */
export interface SizeGuide {
  readonly least: number | null;
  readonly most: number | null;
}

/** How a number of people lies to a size guide. */
export function sizeBand(people: number | null, { least, most }: SizeGuide): string | null {
  if (people === null) return null;
  if (least !== null && people < least) return 'under';
  return most !== null && people > most ? 'over' : 'within';
}
