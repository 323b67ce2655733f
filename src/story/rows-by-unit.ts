/**
 * Rows of a list of pairs by their units. Tables come unit by unit, codes rising, and need no look-up then; of hundreds of
 * thousands of codes that is what grouping costs.
 */

export interface RowsByUnit<Row> {
  /** Units that have any row. */
  readonly asked: number;
  /** The rows of each unit that has two or more. */
  readonly several: readonly (readonly Row[])[];
}

/** The rows by their units, in whatever order they come. */
export function rowsByUnit<Row>(rows: readonly Row[], unitOf: (row: Row) => string): RowsByUnit<Row> {
  const several: Row[][] = [];
  let [asked, begin] = [0, 0];
  for (let i = 1; i <= rows.length; i++) {
    if (i < rows.length) {
      const [before, here] = [unitOf(rows[i - 1]!), unitOf(rows[i]!)];
      if (here === before) continue;
      if (here < before) return lookUpUnits(rows, unitOf);
    }
    asked++;
    if (i - begin > 1) several.push(rows.slice(begin, i));
    begin = i;
  }
  return { asked, several };
}

function lookUpUnits<Row>(rows: readonly Row[], unitOf: (row: Row) => string): RowsByUnit<Row> {
  const rowsOf = new Map<string, Row[]>();
  for (const row of rows) {
    const own = rowsOf.get(unitOf(row));
    if (own === undefined) rowsOf.set(unitOf(row), [row]);
    else own.push(row);
  }
  return { asked: rowsOf.size, several: [...rowsOf.values()].filter(({ length }) => length > 1) };
}
