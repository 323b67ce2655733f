/**
 * The disclosure rule applied to the cells of a crossing.
 *
 * Unit totals, percentages, differences and the reconciliation are then made from the cells as published, with
 * suppressed ones counting nothing, so that no sum and no subtraction gives a suppressed cell back.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { disclosed, NHS, type Disclosure } from '../../layer/disclosure.js';
import type { Amount, OverlapPair, PairsOfLayers } from '../crossing/pairs-of-layers.js';

/** The pairs with every cell disclosed, and totals made from what is left. */
export function disclosePairs(found: PairsOfLayers, rule: Disclosure): PairsOfLayers {
  const pairs = found.pairs.map((pair): OverlapPair => ({
    ...pair,
    amounts: pair.amounts.map((amount) => discloseAmount(amount, rule)),
  }));
  const measures = found.measures.map((measure, m) => {
    const unitsA = new Float64Array(measure.unitsA.length);
    const unitsB = new Float64Array(measure.unitsB.length);
    let total = 0;
    for (const { a, b, amounts } of pairs) {
      const { people } = amounts[m]!;
      total += people;
      if (a !== NO_UNIT) unitsA[a]! += people;
      if (b !== NO_UNIT) unitsB[b]! += people;
    }
    return {
      ...measure,
      decimals: 0,
      unitsA,
      unitsB,
      total,
      method: `${measure.method}; counts under ${rule.under} suppressed, others rounded to ${rule.round}`,
    };
  });
  return { ...found, pairs, measures };
}

function discloseAmount(amount: Amount, rule: Disclosure): Amount {
  const people = disclosed(amount.people, rule);
  return people === null ? { people: 0, blocks: 0, suppressed: true } : { ...amount, people };
}

/** Whether any cell of a measure is so small that it may tell of a person. */
export const holdsSmallCells = (found: PairsOfLayers, measure: number): boolean =>
  found.pairs.some(({ material, amounts }) => {
    const people = Math.round(amounts[measure]!.people);
    return material && people > 0 && people < NHS.under;
  });
