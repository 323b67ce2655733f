/**
 * Sorts entries by the number of their cell, keeping entries of one cell in order (radix sort, 12 bits at a time).
 *
 * The grid has far more cells than entries, most of them empty, so cells are not stored: runs of equal numbers are.
 */
const BITS = 12;
const BUCKETS = 2 ** BITS;

export interface Runs {
  /** Cell of each run, rising. */
  readonly cell: Int32Array;
  /** Run r holds entries start[r] to start[r + 1] - 1. */
  readonly start: Uint32Array;
  /** What was sorted, in order of cells. */
  readonly item: Int32Array;
}

/** Sorts the first `count` pairs of cell and item. Uses both arrays as working space. */
export function sortByCell(cellOf: Int32Array, item: Int32Array, count: number, cells: number): Runs {
  let [keys, items] = [cellOf.subarray(0, count), item.subarray(0, count)];
  let [otherKeys, otherItems] = [new Int32Array(count), new Int32Array(count)];
  for (let shift = 0; shift === 0 || 2 ** shift < cells; shift += BITS) {
    scatter(keys, items, otherKeys, otherItems, shift);
    [keys, items, otherKeys, otherItems] = [otherKeys, otherItems, keys, items] as [
      Int32Array<ArrayBuffer>,
      Int32Array<ArrayBuffer>,
      Int32Array<ArrayBuffer>,
      Int32Array<ArrayBuffer>,
    ];
  }
  return { ...findRuns(keys), item: items };
}

function scatter(
  keys: Int32Array,
  items: Int32Array,
  toKeys: Int32Array,
  toItems: Int32Array,
  shift: number,
): void {
  const next = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < keys.length; i++) next[((keys[i]! >>> shift) & (BUCKETS - 1)) + 1]!++;
  for (let b = 0; b < BUCKETS; b++) next[b + 1]! += next[b]!;
  for (let i = 0; i < keys.length; i++) {
    const to = next[(keys[i]! >>> shift) & (BUCKETS - 1)]!++;
    toKeys[to] = keys[i]!;
    toItems[to] = items[i]!;
  }
}

function findRuns(keys: Int32Array): { cell: Int32Array; start: Uint32Array } {
  let runs = 0;
  for (let i = 0; i < keys.length; i++) if (i === 0 || keys[i] !== keys[i - 1]) runs++;
  const cell = new Int32Array(runs);
  const start = new Uint32Array(runs + 1);
  let run = 0;
  for (let i = 0; i < keys.length; i++) {
    if (i > 0 && keys[i] === keys[i - 1]) continue;
    cell[run] = keys[i]!;
    start[run++] = i;
  }
  start[runs] = keys.length;
  return { cell, start };
}
