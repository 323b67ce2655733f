/**
 * Names that a quantity can have at all, whatever the result: so that a misspelt one is told before any work is done.
 * Whether a result has a quantity is known only once it is made (`quantities.ts`).
 *
 *     shared_units           a name as it stands
 *     shared_units_icb_ltla  a name, and behind it two layers, a direction or a basis
 *     staff_outside_main     a name that begins with a measure
 */
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import type { Rule } from './parse-rule.js';

/** Names beside those of metrics, as the page on rules lists them. */
const NAMES: readonly string[] = [
  ...['shared_units', 'people_outside_main', 'share_outside_main', 'ha_outside_main'],
  ...[
    'patches',
    'patches_ha',
    'deviating_km',
    'p1_not_met',
    'p1_share',
    'p2_not_met',
    'p2_share',
    'p3_share',
  ],
  ...['gaps', 'gap_ha', 'gap_people', 'doubles', 'double_ha', 'double_people'],
  ...['neighbourhoods', 'smallest_people', 'largest_people', 'in_several_parts'],
  ...['changed_units', 'changes_recoded', 'changes_renamed', 'changes_coastline_redrawn', 'changes_enlarged'],
  ...['changes_reduced', 'changes_enlarged_and_reduced', 'changes_created', 'changes_abolished'],
  ...['differenced', 'errors', 'warnings', 'new_findings', 'standing_findings', 'sliver_ha', 'sliver_share'],
  ...['in_doubt', 'outside_in_doubt', 'relations_in_doubt', 'worse_steps'],
];

const FAMILIES = [
  /^neighbourhoods_(under|over)_\d+$/,
  /(^|_)outside_main(_|$)/,
  /^p\d+_(.+_)?(not_met|share)(_|$)/,
  /^worse_steps_against_./,
];

/** Names behind which more words stand: two layers, a direction, a basis. */
const OF_PAIRS = /^(shared_units|patches|patches_ha|deviating_km)_./;

/** Throws InputError for a rule about a quantity that no result can have; `metrics` are ids of metrics. */
export function refuseMisspelt(rules: readonly Rule[], metrics: readonly string[]): void {
  for (const { text, quantity } of rules) {
    if (isKnown(quantity, metrics)) continue;
    const guess = nearest(quantity, [...NAMES, ...metrics]);
    throw new InputError({
      id: 'rule-quantity-unknown',
      message: `the rule '${text}' is about '${quantity}', which no result has`,
      hint: `${guess === null ? '' : `Did you mean '${guess}'? `}All quantities: coterminous help rules`,
    });
  }
}

const isKnown = (name: string, metrics: readonly string[]): boolean =>
  NAMES.includes(name) ||
  OF_PAIRS.test(name) ||
  FAMILIES.some((family) => family.test(name)) ||
  metrics.some((metric) => name === metric || name.startsWith(`${metric}_`));
