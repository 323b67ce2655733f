/**
 * What a reader of published tables can work out: the least and the most that a sum of unknown counts may be.
 *
 * Every published row says between which numbers a sum of whole counts, none below nought, lies. Bounds are drawn
 * together until nothing moves; then a value at the end of the range is tried by branching, so that what is called
 * possible has a table that prints the same.
 */

/** A sum of unknowns lies between two numbers. */
export interface Known {
  readonly of: readonly number[];
  readonly least: number;
  readonly most: number;
}

interface Ranges {
  readonly least: number[];
  readonly most: number[];
}

/** The ranges drawn together as far as sums allow; null where nothing fits. */
function drawnTogether({ least: from, most: to }: Ranges, known: readonly Known[]): Ranges | null {
  const [least, most] = [[...from], [...to]];
  for (let moved = true; moved;) {
    moved = false;
    for (const { of, least: low, most: high } of known) {
      const sums = [least, most].map((ends) => of.reduce((sum, x) => sum + ends[x]!, 0));
      if (sums[0]! > high || sums[1]! < low) return null;
      for (const x of of) {
        const atLeast = Math.max(least[x]!, low - (sums[1]! - most[x]!));
        const atMost = Math.min(most[x]!, high - (sums[0]! - least[x]!));
        if (atLeast > atMost) return null;
        if (atLeast === least[x] && atMost === most[x]) continue;
        sums[0]! += atLeast - least[x]!;
        sums[1]! += atMost - most[x]!;
        [least[x], most[x]] = [atLeast, atMost];
        moved = true;
      }
    }
  }
  return { least, most };
}

/** Whether any counts fit, by trying the halves of the widest range. */
function fits(ranges: Ranges, known: readonly Known[]): boolean {
  const drawn = drawnTogether(ranges, known);
  if (drawn === null) return false;
  const { least, most } = drawn;
  const widths = least.map((low, x) => most[x]! - low);
  const widest = widths.indexOf(Math.max(...widths));
  if (widths[widest] === 0) return true;
  const middle = Math.floor((least[widest]! + most[widest]!) / 2);
  const below = { least, most: most.with(widest, middle) };
  return fits(below, known) || fits({ least: least.with(widest, middle + 1), most }, known);
}

/** The least and the most that the sum of some unknowns may be; `most` bounds every unknown beforehand. */
export function rangeOf(
  of: readonly number[],
  unknowns: number,
  known: readonly Known[],
  most: number,
): readonly [number, number] {
  const ranges: Ranges = { least: Array(unknowns).fill(0), most: Array(unknowns).fill(most) };
  const drawn = drawnTogether(ranges, known);
  if (drawn === null) throw new Error('no counts fit what is published');
  const may = (value: number): boolean => fits(drawn, [...known, { of, least: value, most: value }]);
  let low = of.reduce((sum, x) => sum + drawn.least[x]!, 0);
  let high = of.reduce((sum, x) => sum + drawn.most[x]!, 0);
  while (!may(low)) low++;
  while (!may(high)) high--;
  return [low, high];
}
