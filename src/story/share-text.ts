/**
 * Shares as they are printed: at most one decimal, and never a nought or a whole that is none.
 *
 *     0.0004  <0.1 %     0.0069  0.7 %     0.093  9.3 %     0.473  47 %     0.9909  99.1 %     0.9999  >99.9 %
 */
import { formatNumber } from '../result/format-number.js';

/** A per cent sign does not go to the next line by itself. */
const SIGN = '\u00a0%';

/** A share of 0 to 1 as per cent. */
export function shareText(share: number): string {
  const percent = share * 100;
  if (percent <= 0) return `0${SIGN}`;
  if (percent < 0.05) return `<0.1${SIGN}`;
  if (percent >= 99.95 && percent < 100) return `>99.9${SIGN}`;
  const text = formatNumber(percent, percent < 10 || (percent > 99 && percent < 100) ? 1 : 0);
  return `${text === '10.0' ? '10' : text}${SIGN}`;
}

/** The same of a part and its whole; null where either is not known or there is no whole. */
export const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole <= 0 ? null : part / whole;
