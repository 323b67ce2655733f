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

/** The rows by their units, in whatever order they come: `units` has the code of each row. */
export function rowsByUnit(units: readonly string[]): RowsByUnit {
  const several: number[][] = [];
  let [asked, begin] = [0, 0];
  for (let i = 1; i <= units.length; i++) {
    if (i < units.length) {
      const [before, here] = [units[i - 1]!, units[i]!];
      if (here === before) continue;
      if (here < before) return lookUpUnits(units);
    }
    asked++;
    if (i - begin > 1) several.push(Array.from({ length: i - begin }, (_, place) => begin + place));
    begin = i;
  }
  return { asked, several };
}

function lookUpUnits(units: readonly string[]): RowsByUnit {
  const placesOf = new Map<string, number[]>();
  units.forEach((unit, place) => {
    const own = placesOf.get(unit);
    if (own === undefined) placesOf.set(unit, [place]);
    else own.push(place);
  });
  return { asked: placesOf.size, several: [...placesOf.values()].filter(({ length }) => length > 1) };
}
