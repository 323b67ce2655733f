/**
 * Shares of a part and its whole, as figures of a story.
 */
import { percentFigure } from '../result/percent-text.js';

/** A share of 0 to 1 as per cent: `47.3 %`. */
export const shareText = (share: number): string => percentFigure(100 * share);

/** A part of a whole, 0 to 1; null where either is not known or there is no whole. */
export const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole <= 0 ? null : part / whole;

/** The same as per cent; null where there is none. */
export function partText(part: number | null, whole: number | null): string | null {
  const share = shareOf(part, whole);
  return share === null ? null : shareText(share);
}
