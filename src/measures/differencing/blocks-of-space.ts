/**
 * What can be worked out at all from the counts of some units, in blocks that have nothing to do with one another.
 *
 * A set of atoms can be had if and only if the vector that has 1 for each of them and 0 for every other is a sum of
 * multiples of the rows of the units. Atoms too large for a group go first and are eliminated, so what is left are the
 * sums without them. In reduced form each row has a column of its own: the vector is fixed by which of these are 1.
 *
 *     columns    p0   p1   x    y         y0 · row 0 + y1 · row 1, each of y0 and y1 either 0 or 1,
 *     row 0      1    0    1   -1         and all columns must come to 0 or 1
 *     row 1      0    1    0    1
 */
import { commonDivisor, eliminate, type PivotRow } from './elimination.js';
import type { Incidence } from './incidence.js';
import { joinPlaces } from './join-places.js';

/** Rows over atoms that share columns with one another and with no other row. */
export interface SpaceBlock {
  /** Atoms of the columns, ascending. */
  readonly atoms: readonly number[];
  /** Columns of each row, by place in `atoms`, and its entries there. */
  readonly columns: readonly Int32Array[];
  readonly entries: readonly Float64Array[];
  /** What a column comes to that is in the group: entries are whole multiples of one over this. */
  readonly one: number;
  /** Rows of each column. */
  readonly rowsOf: readonly (readonly number[])[];
}

/** The blocks of all sums that hold no atom of the limit or more; in order of their first atoms. */
export function blocksOfSpace(incidence: Incidence): SpaceBlock[] {
  const { atoms, weight, limit, atomsOf } = incidence;
  // Columns of heavy atoms come before all others.
  const columnOf = (atom: number): number => (weight[atom]! >= limit ? atom - atoms.length : atom);
  const spanning = componentsOf(incidence).flatMap((units) =>
    eliminate(units.map((unit) => new Map(atomsOf[unit]!.map((atom) => [columnOf(atom), 1n])))),
  );
  const rows = spanning.filter(({ pivot }) => pivot >= 0);
  const place = joinPlaces(
    atoms.length,
    rows.map(({ row }) => [...row.keys()]),
  );
  const blocks = new Map<number, PivotRow[]>();
  for (const row of rows) {
    const at = place[row.pivot]!;
    blocks.set(at, [...(blocks.get(at) ?? []), row]);
  }
  return [...blocks.keys()].sort((p, q) => p - q).map((at) => blockOf(blocks.get(at)!));
}

/** Units that atoms join, directly or through others. */
function componentsOf({ atomsOf, atoms }: Incidence): number[][] {
  const place = joinPlaces(atomsOf.length, atoms);
  const units = new Map<number, number[]>();
  place.forEach((top, unit) => units.set(top, [...(units.get(top) ?? []), unit]));
  return [...units.values()];
}

function blockOf(rows: readonly PivotRow[]): SpaceBlock {
  const atoms = [...new Set(rows.flatMap(({ row }) => [...row.keys()]))].sort((p, q) => p - q);
  const placeOf = new Map(atoms.map((atom, place) => [atom, place]));
  const one = rows.reduce((multiple, { pivot, row }) => {
    const entry = row.get(pivot)!;
    return (multiple * entry) / commonDivisor(multiple, entry);
  }, 1n);
  const sorted = rows.map(({ pivot, row }) => {
    const factor = one / row.get(pivot)!;
    return [...row].map(([atom, entry]) => [placeOf.get(atom)!, Number(entry * factor)] as const);
  });
  const sums = new Float64Array(atoms.length);
  for (const row of sorted) for (const [column, entry] of row) sums[column]! += Math.abs(entry);
  if (!sums.every(Number.isSafeInteger)) throw new Error('entries of a reduced form are too large');
  const rowsOf: number[][] = atoms.map(() => []);
  sorted.forEach((row, r) => row.forEach(([column]) => rowsOf[column]!.push(r)));
  return {
    atoms,
    columns: sorted.map((row) => Int32Array.from(row, ([column]) => column)),
    entries: sorted.map((row) => Float64Array.from(row, ([, entry]) => entry)),
    one: Number(one),
    rowsOf,
  };
}
