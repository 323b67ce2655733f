/**
 * What there is to choose from to make a policy test hold.
 *
 *     P1  each area lies in one unit        all of a shared area to one of its partners
 *     P2  no unit cuts across the edge      all of an authority to one unit; or where units lie wholly inside it, what
 *         of a strategic authority          other units have of it goes to the largest of those
 *
 * Areas are settled one by one, since authorities do not overlap.
 */
import { isShared, shareOfPart, type AlignedUnit, type Alignment } from '../alignment/alignment.js';
import type { Choice, Option } from './cheapest-fix.js';
import { amountOf } from './moves.js';
import { mainOf, mostFirst } from '../../result/main-partner.js';

export type Test = 'P1' | 'P2';

/** Codes of units of either layer that must not change. */
export type Never = ReadonlySet<string>;

/** One choice for each area that does not meet the test. */
export function fixChoices(aligned: Alignment, test: Test, never: Never): Choice[] {
  return aligned.unitsB.filter(isShared).flatMap((unit): Choice[] => {
    if (test === 'P2' && unit.parts.every((part) => liesIn(aligned, part.other, unit.unit))) return [];
    const options = [...toOne(aligned, unit), ...(test === 'P2' ? toInside(aligned, unit) : [])];
    const allowed = never.has(aligned.b.codes[unit.unit]!)
      ? []
      : options.filter(({ transfers }) =>
          transfers.every(
            ({ from, to }) => !never.has(aligned.a.codes[from]!) && !never.has(aligned.a.codes[to]!),
          ),
        );
    return [{ b: unit.unit, options: [...allowed, LEAVE] }];
  });
}

const LEAVE: Option = { transfers: [], cost: 0, leaves: true };

/** Whether a unit of the first layer lies wholly in one of the second. */
function liesIn({ unitsA }: Alignment, a: number, b: number): boolean {
  const unit = unitsA[a]!;
  return unit.whole && unit.parts[0]!.other === b;
}

function toOne(aligned: Alignment, unit: AlignedUnit): Option[] {
  // The main partner comes first: of options that cost the same the first is taken.
  return mostFirst(unit.parts, shareOfPart).map((target) =>
    optionTo(aligned, unit, target.other, () => true),
  );
}

function toInside(aligned: Alignment, unit: AlignedUnit): Option[] {
  const inside = unit.parts.filter((part) => liesIn(aligned, part.other, unit.unit));
  const largest = mainOf(inside, shareOfPart);
  if (largest === null) return [];
  return [optionTo(aligned, unit, largest.other, (other) => !liesIn(aligned, other, unit.unit))];
}

function optionTo(
  aligned: Alignment,
  unit: AlignedUnit,
  to: number,
  goes: (other: number) => boolean,
): Option {
  const transfers = unit.parts
    .filter((part) => part.other !== to && goes(part.other))
    .map((part) => ({ from: part.other, to, amount: amountOf(aligned, part) }));
  return { transfers, cost: transfers.reduce((sum, { amount }) => sum + amount, 0), leaves: false };
}
