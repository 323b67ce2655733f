/**
 * Rules judged on a result: what each says of it, and whether it is met.
 */
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import type { Result, RuleRecord } from '../result/result.js';
import type { Table } from '../result/table.js';
import { baselineTable, compareWithBaseline, type BaselineComparison } from './baseline.js';
import type { Issue } from './issues.js';
import { parseRule, type Rule } from './parse-rule.js';
import { quantitiesOf, quantityNames } from './quantities.js';
import { moreIsWorse, type Quantity } from './quantity.js';

/** What is asked of a result. */
export interface RuleWishes {
  readonly rules: readonly Rule[];
  /** An earlier result that was accepted, or null. */
  readonly baseline: Result | null;
}

/** The rule that a baseline brings along where none speaks of new findings. */
const NOTHING_NEW = parseRule('new_findings max 0');

/** What the rules say of a result. */
export interface Judgement {
  readonly rules: readonly RuleRecord[];
  /** What is new, fixed or still there; null where there is no baseline. */
  readonly table: Table | null;
}

/**
 * What the rules say of a result, in their order; a baseline adds the rule that nothing is new where no rule speaks of
 * it. Throws InputError for a quantity that the result does not have, and for one that wants a baseline where there is
 * none.
 */
export function judgeRules(result: Result, { rules, baseline }: RuleWishes): Judgement {
  const comparison = baseline === null ? null : compareWithBaseline(result, baseline);
  const names = rules.map(({ quantity }) => quantity);
  const now = withBaseline(quantitiesOf(result, names), comparison);
  const then = baseline === null ? null : quantitiesOf(baseline, names);
  const spoken = rules.some(({ quantity }) => quantity === NOTHING_NEW.quantity);
  const asked = comparison !== null && !spoken ? [...rules, NOTHING_NEW] : rules;
  return {
    rules: asked.map((rule) => judge(rule, { result, baseline, now, then, comparison })),
    table: comparison === null ? null : baselineTable(comparison),
  };
}

function withBaseline(
  quantities: ReadonlyMap<string, Quantity>,
  comparison: BaselineComparison | null,
): ReadonlyMap<string, Quantity> {
  if (comparison === null) return quantities;
  const more = [
    ...moreIsWorse('new_findings', comparison.fresh.length, 'findings that the baseline does not have'),
    ...moreIsWorse('standing_findings', comparison.standing.length, 'findings that the baseline has too'),
  ];
  return new Map([...quantities, ...more.map((quantity) => [quantity.name, quantity] as const)]);
}

/** What rules are judged by: both results with their quantities. */
interface Court {
  readonly result: Result;
  readonly baseline: Result | null;
  readonly now: ReadonlyMap<string, Quantity>;
  readonly then: ReadonlyMap<string, Quantity> | null;
  readonly comparison: BaselineComparison | null;
}

function judge(rule: Rule, court: Court): RuleRecord {
  const quantity = court.now.get(rule.quantity);
  if (quantity === undefined) throw unknownQuantity(rule, court);
  const value = numberText(quantity.value);
  if (rule.form === 'no-worse-than-baseline') {
    const before = valueBefore(rule, court);
    const { worse } = quantity;
    const met = worse === 'more' ? !exceeds(quantity.value, before) : !exceeds(before, quantity.value);
    return { rule: rule.text, met, detail: `${value}; ${numberText(before)} in the baseline` };
  }
  const isMax = rule.form === 'max';
  const met = isMax ? !exceeds(quantity.value, rule.limit) : !exceeds(rule.limit, quantity.value);
  const beyond = met ? '' : `, ${isMax ? 'more' : 'less'} than ${numberText(rule.limit)}`;
  const aboutNew = rule.quantity === NOTHING_NEW.quantity && court.comparison !== null;
  return { rule: rule.text, met, detail: value + beyond + (aboutNew ? namesOf(court.comparison) : '') };
}

function valueBefore(rule: Rule, { baseline, then }: Court): number {
  if (baseline === null || then === null) throw needsBaseline(rule);
  const before = then.get(rule.quantity);
  if (before !== undefined) return before.value;
  throw new InputError({
    id: 'baseline-quantity-missing',
    message: `the rule '${rule.text}' asks for '${rule.quantity}', which the baseline does not have`,
    hint: `Make the baseline with the same command and the same measures; it has ${quantityNames(baseline, then).join(', ')}`,
  });
}

/** Sums of rounded figures of a saved result may differ from fresh ones by less than this part. */
const ROUNDING = 1e-9;
const exceeds = (value: number, limit: number): boolean =>
  value - limit > ROUNDING * Math.max(1, Math.abs(value), Math.abs(limit));

/** `; new: Hart (E07000089, shared unit) …; 7 fixed`. */
function namesOf({ fresh, fixed, standing }: BaselineComparison): string {
  const counts = `${fixed.length} fixed, ${standing.length} still there`;
  return `${fresh.length === 0 ? '' : `: ${listOf(fresh)}`}; ${counts}`;
}

const MOST_NAMED = 50;

function listOf(issues: readonly Issue[]): string {
  const named = issues.slice(0, MOST_NAMED).map(({ kind, code, name, layer, detail }) => {
    const who = [name, code].filter((part) => part !== '');
    return who.length === 0
      ? `${layer} ${detail}`.trim()
      : `${who[0]!} (${[...who.slice(1), kind].join(', ')})`;
  });
  return `${named.join('; ')}${issues.length > MOST_NAMED ? `; and ${issues.length - MOST_NAMED} more` : ''}`;
}

/** A number with commas between thousands, to six places at most. */
function numberText(value: number): string {
  const [whole = '', fraction] = String(Math.round(value * 1e6) / 1e6).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

const OF_BASELINE = [NOTHING_NEW.quantity, 'standing_findings'];

const unknownQuantity = (rule: Rule, { result, now, comparison }: Court): InputError =>
  OF_BASELINE.includes(rule.quantity) && comparison === null
    ? needsBaseline(rule)
    : new InputError({
        id: 'rule-quantity-unknown',
        message: `the rule '${rule.text}' is about '${rule.quantity}', which this result does not have`,
        hint: `${guessOf(rule.quantity, now)}${result.disclosure === undefined ? 'It' : 'It may hang on counts that the disclosure rule keeps back; the result'} has ${quantityNames(result, now).join(', ')}`,
      });

function guessOf(name: string, now: ReadonlyMap<string, Quantity>): string {
  const guess = nearest(name, [...now.keys()]);
  return guess === null ? '' : `Did you mean '${guess}'? `;
}

const needsBaseline = (rule: Rule): InputError =>
  new InputError({
    id: 'rule-needs-baseline',
    message: `the rule '${rule.text}' needs a baseline`,
    hint: 'Give one with --baseline FILE.json: a result saved earlier with -o FILE.json',
  });
