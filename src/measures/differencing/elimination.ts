/**
 * Gauss and Jordan's elimination in whole numbers: exact, whatever the counts.
 *
 * A row is a sparse list of whole numbers without a common divisor; a fraction is never needed, for a row stands for all
 * its multiples. Numbers are BigInt, so none is ever too large.
 */

/** Column to entry; no entry is 0. */
export type Row = ReadonlyMap<number, bigint>;

/** A row and the column that it alone has. */
export interface PivotRow {
  readonly pivot: number;
  /** Its entry in the pivot is above 0. */
  readonly row: Row;
}

/**
 * The reduced form of some rows: as many as are independent, each with a column in which all others are 0. Columns are
 * taken as pivots in the order of their numbers.
 */
export function eliminate(rows: readonly Row[]): PivotRow[] {
  // Each row with its lowest column.
  const left = new Map<Row, number>();
  for (const row of rows) if (row.size > 0) left.set(primitive(row), lowest(row));
  const done: PivotRow[] = [];
  while (left.size > 0) {
    let pivot = Infinity;
    for (const column of left.values()) pivot = Math.min(pivot, column);
    const holders = [...left].flatMap(([row, column]) => (column === pivot ? [row] : []));
    // The row with the fewest entries fills the others least.
    const chosen = holders.reduce((best, row) => (row.size < best.size ? row : best));
    left.delete(chosen);
    for (const row of holders) {
      if (row === chosen) continue;
      left.delete(row);
      const reduced = cleared(row, chosen, pivot);
      if (reduced.size > 0) left.set(reduced, lowest(reduced));
    }
    for (const [i, each] of done.entries())
      if (each.row.has(pivot)) done[i] = { pivot: each.pivot, row: cleared(each.row, chosen, pivot) };
    done.push({ pivot, row: chosen });
  }
  return done.map(({ pivot, row }) => ({ pivot, row: row.get(pivot)! < 0n ? times(row, -1n) : row }));
}

/** A row less as much of another as takes its entry in the pivot away, without common divisor. */
export function cleared(row: Row, by: Row, pivot: number): Row {
  const [mine, other] = [row.get(pivot), by.get(pivot)!];
  if (mine === undefined) return row;
  const result = new Map<number, bigint>();
  for (const [column, entry] of row) result.set(column, entry * other);
  for (const [column, entry] of by) {
    const value = (result.get(column) ?? 0n) - entry * mine;
    if (value === 0n) result.delete(column);
    else result.set(column, value);
  }
  return primitive(result);
}

/** The greatest common divisor, 0 or more. */
export function commonDivisor(p: bigint, q: bigint): bigint {
  let [a, b] = [p < 0n ? -p : p, q < 0n ? -q : q];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}

function primitive(row: Row): Row {
  let divisor = 0n;
  for (const entry of row.values()) {
    divisor = commonDivisor(divisor, entry);
    if (divisor === 1n) return row;
  }
  return divisor === 0n ? row : new Map([...row].map(([column, entry]) => [column, entry / divisor]));
}

const lowest = (row: Row): number => {
  let least = Infinity;
  for (const column of row.keys()) least = Math.min(least, column);
  return least;
};

const times = (row: Row, factor: bigint): Row =>
  new Map([...row].map(([column, entry]) => [column, entry * factor]));
