/**
 * Rules and baseline: read before any work is done, judged once the result is there.
 */
import { metrics } from '../measures/metrics/metrics.js';
import { withColumnWords } from '../result/column-words.js';
import { parseResult } from '../result/parse-result.js';
import type { Result } from '../result/result.js';
import { judgeRules } from '../rules/judge-rules.js';
import { refuseMisspelt } from '../rules/known-quantities.js';
import { parseRule, type Rule } from '../rules/parse-rule.js';
import { InputError } from '../trouble/input-error.js';
import { shownPath } from './files.js';
import type { Inputs } from './inputs.js';
import { takeBytes } from './take-bytes.js';

/** What a result is judged by, as text and path. */
export interface RuleWishes {
  readonly rules?: readonly string[];
  readonly baseline?: string;
}

/** Judges a result: gives it back with what the rules say and, with a baseline, a table of what is new or fixed. */
export type Judge = (result: Result, further?: readonly string[]) => Result;

/** Rules of their texts. Throws InputError for one that is none, or is about what no result has. */
export function readRules(texts: readonly string[]): Rule[] {
  const rules = texts.map(parseRule);
  refuseMisspelt(
    rules,
    metrics.map(({ id }) => id),
  );
  return rules;
}

/** Throws InputError for a rule that is none and for a baseline that cannot be read. */
export async function openJudge(inputs: Inputs, { rules = [], baseline }: RuleWishes): Promise<Judge> {
  const parsed = readRules(rules);
  const accepted = baseline === undefined ? null : await readSaved(inputs, baseline, 'baseline');
  return (result, further = []) => {
    if (accepted !== null) refuseOpenBaseline(result, accepted);
    const all = [...parsed, ...further.map(parseRule)];
    if (all.length === 0 && accepted === null) return result;
    const judged = judgeRules(result, { rules: all, baseline: accepted });
    return {
      ...result,
      rules: [...result.rules, ...judged.rules],
      tables:
        judged.table === null
          ? result.tables
          : [...result.tables, ...withColumnWords([judged.table], result.layers)],
    };
  };
}

/** Throws InputError for a baseline whose counts are not published by the rule of the result: it would tell them. */
function refuseOpenBaseline({ disclosure }: Result, { disclosure: before }: Result): void {
  if (disclosure === undefined) return;
  if (before?.under === disclosure.under && before.round === disclosure.round) return;
  throw new InputError({
    id: 'baseline-other-rule',
    message: 'the baseline was saved without the disclosure rule of this run, or with another',
    hint: 'Make it again with the same --disclosure and --update-baseline',
  });
}

/** A result saved as JSON; a baseline is noted in the ledger. Throws InputError where the file is no such thing. */
export async function readSaved(inputs: Inputs, path: string, role: 'baseline' | 'result'): Promise<Result> {
  const { bytes } =
    role === 'baseline' ? await takeBytes(inputs, path, role, 'json') : await inputs.open(path, role).bytes();
  return parseResult(new TextDecoder().decode(bytes), shownPath(path));
}

/** Notes the config file that a request was made from, where it was. */
export async function noteConfig(inputs: Inputs, path: string | undefined): Promise<void> {
  if (path !== undefined) await takeBytes(inputs, path, 'config', 'yaml');
}
