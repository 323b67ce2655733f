/**
 * Single moves: a part of a shared unit goes from one unit of the first layer to another that shares it.
 *
 *     B   A1 60   A2 30   A3 10      A3 → A1   10 moved, 10 brought to the main side    1 a person moved
 *                                    A2 → A1   30 moved, 30 brought                     1
 *                                    A1 → A2   60 moved, 30 brought                     0.5
 *
 * Best first: by people brought to their main partner's side for each one moved, then by people brought, then by code.
 * Slivers are no parts, so nobody is moved for one. Where nobody is counted hectares take the place of people.
 */
import type { AlignedUnit, Alignment } from '../alignment/alignment.js';
import { isShared } from '../alignment/alignment.js';
import { hectares } from '../../result/units-of-measure.js';
import { compareCodes } from '../../trouble/order.js';

export interface Move {
  /** Unit of the second layer whose part moves, and the units of the first it goes from and to. */
  readonly b: number;
  readonly from: number;
  readonly to: number;
  /** People who move, or hectares where nobody is counted. */
  readonly amount: number;
  /** Square metres; null without shapes. */
  readonly area: number | null;
  /** How many fewer are outside their unit's main partner. */
  readonly brought: number;
  /** The one block that moves, or null where the whole part does. */
  readonly block: string | null;
}

/** What a part weighs: people by the first measure, or hectares. */
export const amountOf = (
  { measures }: Alignment,
  part: { readonly area: number | null; readonly people: readonly number[] },
): number => (measures.length > 0 ? part.people[0]! : hectares(part.area ?? 0));

/** All single moves that bring anybody to a main side, best first. */
export function singleMoves(aligned: Alignment): Move[] {
  return bestFirst(aligned.unitsB.filter(isShared).flatMap((unit) => movesOf(aligned, unit)));
}

function movesOf(aligned: Alignment, unit: AlignedUnit): Move[] {
  const amounts = unit.parts.map((part) => amountOf(aligned, part));
  const most = Math.max(...amounts);
  return unit.parts.flatMap((part, i) =>
    unit.parts.flatMap((target, j): Move[] => {
      if (i === j) return [];
      const after = amounts.map((amount, k) => (k === i ? 0 : k === j ? amount + amounts[i]! : amount));
      const brought = Math.max(...after) - most;
      return brought > 0
        ? [
            {
              b: unit.unit,
              from: part.other,
              to: target.other,
              amount: amounts[i]!,
              area: part.area,
              brought,
              block: null,
            },
          ]
        : [];
    }),
  );
}

/** Sorts moves, best first. */
export function bestFirst(moves: Move[]): Move[] {
  // A hundredth of a percent apart is the same worth: what was divided need not be equal in the last digit.
  const worth = ({ brought, amount }: Move): number => Math.round((1e4 * brought) / amount);
  return moves.sort(
    (p, q) =>
      worth(q) - worth(p) ||
      q.brought - p.brought ||
      p.b - q.b ||
      p.from - q.from ||
      p.to - q.to ||
      compareCodes(p.block ?? '', q.block ?? ''),
  );
}
