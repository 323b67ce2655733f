/**
 * Heights of labels in a column: in a given order, none on another nor on anything else, as near as can be to where
 * each wants to be.
 *
 *     │ a │◄ wanted          every height is a whole number of steps; the best height of each label is found for
 *     │ b │◄                 every possible height of the one above it, so what comes out is the best there is
 *     │   │
 *     │ c │◄
 */

export interface ColumnItem {
  readonly height: number;
  /** Where its top would best be. */
  readonly wanted: number;
  /** What it costs to have its top there, besides the way from where it is wanted; Infinity where it cannot. */
  readonly cost: (top: number) => number;
}

const STEP = 4;
/** Least pixels between labels. */
const GAP = 8;

/** Top of each item from first to last, or null where they do not fit between the bounds. */
export function placeInColumn(items: readonly ColumnItem[], top: number, bottom: number): number[] | null {
  const count = Math.max(0, Math.floor((bottom - top) / STEP) + 1);
  const from: Int32Array[] = [];
  let before = new Float64Array(count).fill(0);
  items.forEach(({ height, wanted, cost }, i) => {
    const best = new Float64Array(count).fill(Infinity);
    const came = new Int32Array(count).fill(-1);
    const apart = i === 0 ? 0 : Math.ceil((items[i - 1]!.height + GAP) / STEP);
    let [least, leastAt] = [i === 0 ? 0 : Infinity, -1];
    for (let k = 0; k < count; k++) {
      if (i > 0 && k >= apart && before[k - apart]! < least)
        [least, leastAt] = [before[k - apart]!, k - apart];
      const y = top + k * STEP;
      if (least === Infinity || y + height > bottom) continue;
      best[k] = least + Math.abs(y - wanted) + cost(y);
      came[k] = leastAt;
    }
    from.push(came);
    before = best;
  });
  if (items.length === 0) return [];
  let at = before.reduce((k, value, i) => (value < before[k]! ? i : k), 0);
  if (count === 0 || before[at] === Infinity) return null;
  const tops: number[] = [];
  for (let i = items.length - 1; i >= 0; i--) {
    tops[i] = top + at * STEP;
    at = from[i]![at]!;
  }
  return tops;
}
