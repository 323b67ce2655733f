/**
 * A large total as people say it.
 */
import { formatNumber, withCommas } from '../result/format-number.js';
import { wholeText } from '../trouble/count-text.js';

/** `56.5 million`; below a million all its digits. */
export const roundTotal = (total: number): string =>
  total < 1e6 ? wholeText(total) : `${withCommas(formatNumber(total / 1e6, 1))} million`;
