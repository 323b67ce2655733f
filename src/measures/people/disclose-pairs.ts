/**
 * What a disclosure rule withholds of pairs and units whose people were counted by cells.
 *
 * Cells are published or suppressed before they are added up (src/layer/disclosure.ts); a suppressed one leaves a trace
 * in the sums it is part of. Of a unit with such a trace the total is of what is published, and shares are blank:
 *
 *     cells of a unit     3   12   0        10 published, 3 withheld: total 10, shares blank (they would add up to 100)
 *                         3    0            nobody published: total blank, shares blank
 */
import { holdsTrace, NHS, type Disclosure } from '../../layer/disclosure.js';
import { percent } from '../../result/units-of-measure.js';
import type {
  Amount,
  OverlapPair,
  PairsOfLayers,
  PlacedMeasure,
  Withheld,
} from '../pairs/pairs-of-layers.js';

/** The pairs with what is withheld of each, and of their units; blocks are not counted. */
export function disclosePairs(found: PairsOfLayers): PairsOfLayers {
  const pairs = found.pairs.map((pair): OverlapPair => ({
    ...pair,
    amounts: pair.amounts.map(({ people }): Amount => ({
      people,
      blocks: null,
      ...(withheldOf(people) === 'all' ? { suppressed: true } : {}),
    })),
  }));
  const measures = found.measures.map((measure): PlacedMeasure => ({
    ...measure,
    decimals: 0,
    withheld: { a: Array.from(measure.unitsA, withheldOf), b: Array.from(measure.unitsB, withheldOf) },
  }));
  return { ...found, pairs, measures };
}

const withheldOf = (people: number): Withheld =>
  !holdsTrace(people) ? 'nothing' : Math.round(people) > 0 ? 'some' : 'all';

/** How counts of cells were made, with what the rule did to them. */
export const methodUnder = (method: string, { under, round }: Disclosure): string =>
  `${method}; counts under ${under} suppressed, others rounded to ${round}`;

/** People of a pair as they may be published; null where all of them are withheld. */
export const publishedPeople = (
  { people, suppressed }: Amount,
  { withheld }: PlacedMeasure,
): number | null => (withheld === undefined ? people : suppressed === true ? null : Math.round(people));

/** People of a unit as they may be published; null where all of them are withheld. */
export function publishedTotal(
  { unitsA, unitsB, withheld }: PlacedMeasure,
  side: 'a' | 'b',
  unit: number,
): number | null {
  const total = (side === 'a' ? unitsA : unitsB)[unit]!;
  if (withheld === undefined) return total;
  return withheld[side][unit] === 'all' ? null : Math.round(total);
}

/** Percentage of a unit's people that a pair holds; null where it, or any pair of the unit, is withheld. */
export function publishedPercent(
  amount: Amount,
  measure: PlacedMeasure,
  side: 'a' | 'b',
  unit: number,
): number | null {
  const withheld = measure.withheld?.[side][unit] ?? 'nothing';
  if (amount.suppressed === true || withheld !== 'nothing') return null;
  return percent(amount.people, publishedTotal(measure, side, unit));
}

/** Whether any cell of a measure is so small that it may tell of a person. */
export const holdsSmallCells = (found: PairsOfLayers, measure: number): boolean =>
  found.pairs.some(({ material, amounts }) => {
    const people = Math.round(amounts[measure]!.people);
    return material && people > 0 && people < NHS.under;
  });
