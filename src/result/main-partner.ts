/**
 * The main partner of a unit: the unit of another layer that holds most of it.
 *
 *     people   hectares   code
 *        600         35     A2     main partner: as many people as A1, more land
 *        600         20     A1
 *         10         90     A3
 *
 * Most people come first, then most land, then the lower code. Where nobody is counted people are 0 throughout and
 * land decides. Everything that asks for a main partner asks here: measures for units, readers of tables for rows.
 */
import { compareCodes } from '../trouble/order.js';

/** What one unit of the other layer has of a unit. */
export interface Share {
  readonly people: number;
  /** Square metres or hectares, one of them throughout; 0 where no shapes were read. */
  readonly land: number;
  /** The unit of the other layer: its code, or its number in the order of codes. */
  readonly code: string | number;
}

/** Below 0 where `p` is the larger share: most people, then most land, then the lower code. */
export const compareShares = (p: Share, q: Share): number =>
  q.people - p.people || q.land - p.land || compareCodes(p.code, q.code);

/** The part with the largest share, or null where there are no parts. */
export function mainOf<T>(parts: readonly T[], shareOf: (part: T) => Share): T | null {
  let main: { part: T; share: Share } | null = null;
  for (const part of parts) {
    const share = shareOf(part);
    if (main === null || compareShares(share, main.share) < 0) main = { part, share };
  }
  return main?.part ?? null;
}

/** The parts by their shares, largest first. */
export const mostFirst = <T>(parts: readonly T[], shareOf: (part: T) => Share): T[] =>
  [...parts].sort((p, q) => compareShares(shareOf(p), shareOf(q)));
