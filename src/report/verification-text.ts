/**
 * The laws that were verified, one line each: what was compared, the largest deviation, what rounding explains.
 *
 *   verified: faces have the area that a second formula gives: 1,409 compared, at most 0.000012 m² off (0.000031 allowed)
 */
import { formatNumber, withCommas } from '../result/format-number.js';
import type { Result, VerifiedLaw } from '../result/result.js';
import { wholeText } from '../trouble/count-text.js';

/** Lines for people; none where nothing was verified. */
export const verificationText = ({ verification = [] }: Result): string[] =>
  verification.map((one) => `verified: ${one.law}: ${comparedText(one)}`);

function comparedText({ checked, largest, allowed, unit }: VerifiedLaw): string {
  const figure = (value: number): string => withCommas(formatNumber(value, null));
  if (checked === 0) return 'nothing to compare';
  const off =
    allowed === 0
      ? `${figure(largest)} ${unit}`
      : `at most ${figure(largest)} ${unit} off (${figure(allowed)} allowed)`;
  return `${wholeText(checked)} compared, ${off}`;
}
