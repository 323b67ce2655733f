/**
 * Rows of a list of pairs by their units. Tables come unit by unit, codes rising, and need no look-up then; of hundreds of
 * thousands of codes that is what grouping costs.
 */

export interface RowsByUnit {
  /** Units that have any row. */
  readonly asked: number;
  /** The places of the rows of each unit that has two or more. */
  readonly several: readonly (readonly number[])[];
}

/** Units of rows: their codes, or numbers that they have in the order they come in. */
export type UnitsOfRows = readonly string[] | readonly number[];

/** The rows by their units, in whatever order they come: `units` has that of each row. */
export function rowsByUnit(units: UnitsOfRows): RowsByUnit {
  const several: number[][] = [];
  let [asked, begin] = [0, 0];
  for (let i = 1; i <= units.length; i++) {
    if (i < units.length) {
      const before = units[i - 1]!;
      const here = units[i]!;
      if (here === before) continue;
      if (here < before) return lookUpUnits(units);
    }
    asked++;
    if (i - begin > 1) several.push(Array.from({ length: i - begin }, (_, place) => begin + place));
    begin = i;
  }
  return { asked, several };
}

function lookUpUnits(units: UnitsOfRows): RowsByUnit {
  const placesOf = new Map<string | number, number[]>();
  units.forEach((unit: string | number, place) => {
    const own = placesOf.get(unit);
    if (own === undefined) placesOf.set(unit, [place]);
    else own.push(place);
  });
  return { asked: placesOf.size, several: [...placesOf.values()].filter(({ length }) => length > 1) };
}
