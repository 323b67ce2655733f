/**
 * Rules of a whole config file: each report is judged by those that it has the quantity for.
 */
import type { Result } from '../result/result.js';
import { parseRule, type Rule } from '../rules/parse-rule.js';
import { quantitiesOf, quantityNames } from '../rules/quantities.js';
import { InputError } from '../trouble/input-error.js';
import type { ReportsRequest } from './request.js';

/** Quantities that a report has where it has a baseline. */
const OF_BASELINE = new Set(['new_findings', 'standing_findings']);

/** For each report the common rules that it has the quantity for, as text. Throws InputError where no report has it. */
export function shareRules(request: ReportsRequest, results: readonly Result[]): string[][] {
  const rules = (request.rules ?? []).map(parseRule);
  const asked = rules.map(({ quantity }) => quantity);
  const known = results.map((result) => quantitiesOf(result, asked));
  const has = ({ quantity }: Rule, i: number): boolean =>
    known[i]!.has(quantity) ||
    (request.reports[i]!.request.baseline !== undefined && OF_BASELINE.has(quantity));
  for (const rule of rules) {
    if (known.some((_, i) => has(rule, i))) continue;
    const all = results.flatMap((result, i) => quantityNames(result, known[i]!));
    throw new InputError({
      id: 'rule-quantity-unknown',
      ...(request.config === undefined ? {} : { file: request.config }),
      message: `the rule '${rule.text}' is about '${rule.quantity}', which no report of this file has`,
      hint: `They have ${[...new Set(all)].sort().join(', ')}`,
    });
  }
  return known.map((_, i) => rules.filter((rule) => has(rule, i)).map(({ text }) => text));
}
