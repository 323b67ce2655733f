/**
 * People of a crossing with the decimals that are printed, so that every table made of it adds up as it stands.
 *
 *     shared by area   A 10.44   B 10.33   nowhere 0.33   21.1      rounded one by one 10.4 + 10.3 + 0.3 is 21
 *                      A 10.5    B 10.3    nowhere 0.3    21.1
 *
 * Cells are rounded together (largest remainder), of equals that with more land first, then by code, so that no rounding
 * changes who is the main partner; and totals of units are the sums of their cells. A unit that the other layer covers
 * more than once has its own total, rounded: its cells hold some people twice.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { roundNumber } from '../../result/format-number.js';
import { wholeParts } from '../../result/whole-parts.js';
import type { OverlapPair, PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { CrossedPair } from './crossed-pair.js';

/** The crossing of two layers with the decimals of its measures in all cells and totals. */
export function peopleAsPrinted(crossed: CrossedPair): CrossedPair {
  const { land, lost } = crossed;
  if (land.measures.length === 0) return crossed;
  // Where remainders are equal the first gets more.
  const order = [...land.pairs.keys()].sort(
    (p, q) => (land.pairs[q]!.area ?? 0) - (land.pairs[p]!.area ?? 0) || p - q,
  );
  const printed = land.measures.map(({ decimals }, m) => {
    const people = order.map((p) => land.pairs[p]!.amounts[m]!.people);
    const parts = wholeParts([...people, lost[m]!], decimals);
    const cells = new Float64Array(land.pairs.length);
    order.forEach((p, i) => (cells[p] = parts[i]!));
    return { cells, lost: parts[order.length]! };
  });
  const pairs = land.pairs.map((pair, p): OverlapPair => ({
    ...pair,
    amounts: pair.amounts.map((amount, m) => ({
      ...amount,
      people: notNothing(printed[m]!.cells[p]!, amount.people, land.measures[m]!.decimals),
    })),
  }));
  const measures = land.measures.map((measure, m): PlacedMeasure => {
    const { cells } = printed[m]!;
    const totals = (side: 'a' | 'b', units: Float64Array): Float64Array =>
      totalsOf(units, land.pairs, side, m, cells, measure.decimals);
    return {
      ...measure,
      total: roundNumber(measure.total, measure.decimals),
      unitsA: totals('a', measure.unitsA),
      unitsB: totals('b', measure.unitsB),
    };
  });
  return { ...crossed, land: { ...land, pairs, measures }, lost: printed.map((each) => each.lost) };
}

/** A few people who print as none are still not nobody: land that holds any is no coast. */
const notNothing = (printed: number, people: number, decimals: number): number =>
  printed === 0 ? Math.min(people, 0.4 * 10 ** -decimals) : printed;

/** People by which cells and total of a unit differ only in the last digits. */
const NOBODY = 1e-3;

/** The total of each unit: of its cells, or its own where they hold people twice. */
function totalsOf(
  units: Float64Array,
  pairs: readonly OverlapPair[],
  side: 'a' | 'b',
  m: number,
  cells: Float64Array,
  decimals: number,
): Float64Array {
  const exact = new Float64Array(units.length);
  const printed = new Float64Array(units.length);
  pairs.forEach((pair, p) => {
    if (pair[side] === NO_UNIT) return;
    exact[pair[side]]! += pair.amounts[m]!.people;
    printed[pair[side]]! += cells[p]!;
  });
  return units.map((total, unit) =>
    roundNumber(Math.abs(exact[unit]! - total) < NOBODY ? printed[unit]! : total, decimals),
  );
}
