/**
 * Disclosure control: small counts suppressed, others rounded, before anything is made of them.
 *
 * The rule is applied to the cells of a crossing (pairs of units, atoms). Unit totals, percentages, differences and
 * the reconciliation are then made from the cells as published, with suppressed ones counting nothing, so that no
 * sum and no subtraction gives a suppressed cell back.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { InputError } from '../../trouble/input-error.js';
import type { Amount, OverlapPair, PairsOfLayers } from '../crossing/pairs-of-layers.js';
import { wholeText } from '../../trouble/count-text.js';

export interface Disclosure {
  /** Counts of 1 to `under` − 1 are suppressed. */
  readonly under: number;
  /** Other counts are rounded to a multiple of this. */
  readonly round: number;
}

/** NHS England's rule for published patient counts: 1 to 7 suppressed, others rounded to 5. */
const NHS: Disclosure = { under: 8, round: 5 };

/** Reads `nhs` or `under=N,round=M`. */
export function parseDisclosure(text: string): Disclosure {
  if (text === 'nhs') return NHS;
  const found = /^under=(\d+),round=(\d+)$/.exec(text.replace(/\s/g, ''));
  if (found === null || Number(found[2]) < 1) {
    throw new InputError({
      id: 'disclosure-rule',
      message: `--disclosure ${text} is not a rule`,
      hint: 'Give nhs (counts of 1 to 7 suppressed, others rounded to 5) or under=N,round=M',
    });
  }
  return { under: Number(found[1]), round: Number(found[2]) };
}

/** A count as it may be published: rounded, or null where it is suppressed. */
export function disclosed(count: number, rule: Disclosure): number | null {
  const whole = Math.round(count);
  if (whole > 0 && whole < rule.under) return null;
  return Math.round(whole / rule.round) * rule.round;
}

/** Counts of a table whose cells are published as they are: atoms, for one. */
export const discloseAll = (counts: Float64Array, rule: Disclosure | null): ArrayLike<number | null> =>
  rule === null ? counts : Array.from(counts, (count) => disclosed(count, rule));

/** A count in a sentence. */
export function disclosedText(count: number, rule: Disclosure | null): string {
  if (rule === null) return wholeText(count);
  const shown = disclosed(count, rule);
  return shown === null ? `fewer than ${rule.under}` : wholeText(shown);
}

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
