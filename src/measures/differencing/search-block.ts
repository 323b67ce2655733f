/**
 * The smallest group of a block that holds an atom: branch and bound over which rows are taken.
 *
 * Every column has a range that what is decided leaves it. A column that can come to neither 0 nor 1 ends a branch; those
 * that can no longer be 0 must be in the group, and once these weigh as much as the best group found, no better one lies
 * there. Rows are decided in the columns that the group has touched, so nothing apart from it is ever tried.
 */
import type { SpaceBlock } from './blocks-of-space.js';

/** What is asked of a search. */
export interface GroupSearch {
  /** The column that the group must hold. */
  readonly column: number;
  /** What each column weighs. */
  readonly weight: Float64Array;
  /** What the group must weigh less than. */
  readonly below: number;
  /** Columns that it may hold at most. */
  readonly mostColumns: number;
  /** After so many decisions the search is given up. */
  readonly steps: number;
}

/** What came of it: the columns of the lightest group found, and whether all were tried. */
export interface SearchResult {
  readonly columns: readonly number[] | null;
  readonly finished: boolean;
}

/** Searches one block. */
export function searchBlock(block: SpaceBlock, asked: GroupSearch): SearchResult {
  const { columns, entries, one, rowsOf } = block;
  const { column: wanted, weight, mostColumns } = asked;
  const value = new Float64Array(weight.length);
  const low = new Float64Array(weight.length);
  const high = new Float64Array(weight.length);
  columns.forEach((list, row) =>
    list.forEach((column, i) => {
      low[column]! += Math.min(0, entries[row]![i]!);
      high[column]! += Math.max(0, entries[row]![i]!);
    }),
  );
  const isDecided = new Uint8Array(columns.length);
  const couldBe = (column: number, total: number): boolean => low[column]! <= total && total <= high[column]!;
  const isForced = (column: number): boolean => column === wanted || !couldBe(column, 0);
  const isPossible = (column: number): boolean =>
    couldBe(column, one) || (column !== wanted && couldBe(column, 0));
  const forced = weight.map((_, column) => (isForced(column) ? 1 : 0));
  let [forcedWeight, forcedColumns] = [0, 0];
  forced.forEach((is, column) => {
    forcedWeight += is === 1 ? weight[column]! : 0;
    forcedColumns += is;
  });
  let best: number[] | null = null;
  let bound = asked.below;
  let steps = asked.steps;

  /** Takes a row or leaves it; false where some column can no longer be. */
  function decide(row: number, taken: boolean, back: boolean): boolean {
    let possible = true;
    const list = columns[row]!;
    for (let i = 0; i < list.length; i++) {
      const [column, entry] = [list[i]!, entries[row]![i]!];
      const sign = back ? -1 : 1;
      low[column]! += sign * ((taken ? entry : 0) - Math.min(0, entry));
      high[column]! += sign * ((taken ? entry : 0) - Math.max(0, entry));
      if (taken) value[column]! += sign * entry;
      const now = isForced(column) ? 1 : 0;
      if (now !== forced[column]) {
        forcedWeight += (now - forced[column]!) * weight[column]!;
        forcedColumns += now - forced[column]!;
        forced[column] = now;
      }
      if (!isPossible(column)) possible = false;
    }
    isDecided[row] = back ? 0 : 1;
    return possible;
  }

  const undecided = (column: number): number => rowsOf[column]!.find((row) => isDecided[row] === 0) ?? -1;

  /** The next row to decide; -1 where the group cannot get any better. Notes the group that stands if all others are left. */
  function nextRow(): number {
    for (let column = 0; column < value.length; column++) {
      const stands = value[column] === one || (value[column] === 0 && column !== wanted);
      if (!stands) return undecided(column);
    }
    const held = [...value.keys()].filter((column) => value[column] === one);
    const heldWeight = held.reduce((sum, column) => sum + weight[column]!, 0);
    if (heldWeight < bound && held.length <= mostColumns) [best, bound] = [held, heldWeight];
    return held.map(undecided).find((row) => row >= 0) ?? -1;
  }

  function descend(): void {
    if (forcedWeight >= bound || forcedColumns > mostColumns || steps <= 0) return;
    steps--;
    const row = nextRow();
    if (row < 0) return;
    for (const taken of [true, false]) {
      if (decide(row, taken, false)) descend();
      decide(row, taken, true);
    }
  }

  if (weight.every((_, column) => isPossible(column))) descend();
  return { columns: best, finished: steps > 0 };
}
