/**
 * A total as it is said beside a share: `56.5 million`.
 */
import { formatNumber, withCommas } from '../result/format-number.js';
import { wholeText } from '../trouble/count-text.js';

/** People of a whole, in millions where there are that many. */
export const roundTotal = (total: number): string =>
  total < 1e6 ? wholeText(total) : `${withCommas(formatNumber(total / 1e6, 1))} million`;
