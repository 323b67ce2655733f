/**
 * The disclosure rule applied to the cells of a crossing.
 *
 * Unit totals, percentages, differences and the reconciliation are then made from the cells as published, with
 * suppressed ones counting nothing, so that no sum and no subtraction gives a suppressed cell back:
 *
 *     cells of a unit     3   12   0        10 published, 3 withheld: total 10, shares blank (they would add up to 100)
 *                         3    0            nobody published: total blank, shares blank
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { disclosed, NHS, type Disclosure } from '../../layer/disclosure.js';
import { percent } from '../../result/units-of-measure.js';
import type {
  Amount,
  OverlapPair,
  PairsOfLayers,
  PlacedMeasure,
  Withheld,
} from '../pairs/pairs-of-layers.js';

/** The pairs with every cell disclosed, and totals made from what is left. */
export function disclosePairs(found: PairsOfLayers, rule: Disclosure): PairsOfLayers {
  const pairs = found.pairs.map((pair): OverlapPair => ({
    ...pair,
    amounts: pair.amounts.map((amount) => discloseAmount(amount, rule)),
  }));
  const measures = found.measures.map((measure, m): PlacedMeasure => {
    const a = unitsOf(pairs, 'a', m, measure.unitsA.length);
    const b = unitsOf(pairs, 'b', m, measure.unitsB.length);
    return {
      ...measure,
      decimals: 0,
      unitsA: a.totals,
      unitsB: b.totals,
      total: pairs.reduce((sum, { amounts }) => sum + amounts[m]!.people, 0),
      withheld: { a: a.withheld, b: b.withheld },
      method: `${measure.method}; counts under ${rule.under} suppressed, others rounded to ${rule.round}`,
    };
  });
  return { ...found, pairs, measures };
}

/** Totals of the units of one layer from the cells as published, and what is withheld of each. */
function unitsOf(
  pairs: readonly OverlapPair[],
  side: 'a' | 'b',
  m: number,
  units: number,
): { totals: Float64Array; withheld: Withheld[] } {
  const totals = new Float64Array(units);
  const lacks = new Uint8Array(units);
  for (const pair of pairs) {
    const unit = pair[side];
    if (unit === NO_UNIT) continue;
    totals[unit]! += pair.amounts[m]!.people;
    if (pair.amounts[m]!.suppressed === true) lacks[unit] = 1;
  }
  const withheld = Array.from(totals, (total, unit): Withheld =>
    lacks[unit] === 0 ? 'nothing' : total > 0 ? 'some' : 'all',
  );
  return { totals, withheld };
}

function discloseAmount({ people, blocks }: Amount, rule: Disclosure): Amount {
  const shown = disclosed(people, rule);
  return shown === null
    ? { people: 0, blocks: null, suppressed: true }
    : { people: shown, blocks: blocks === null ? null : disclosed(blocks, rule) };
}

/** People of a unit as they may be published; null where all of them are withheld. */
export const publishedTotal = (measure: PlacedMeasure, side: 'a' | 'b', unit: number): number | null =>
  measure.withheld?.[side][unit] === 'all' ? null : (side === 'a' ? measure.unitsA : measure.unitsB)[unit]!;

/** Percentage of a unit's people that a cell holds; null where it, or any cell of the unit, is withheld. */
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
