/**
 * `--fail-on` and `--baseline`: rules read before any work is done, judged once the result is there.
 */
import { readFileSync } from 'node:fs';
import { judgeRules } from '../rules/judge-rules.js';
import { parseRule } from '../rules/parse-rule.js';
import type { Result } from '../result/result.js';
import { writeJson } from '../result/write-json.js';
import { parseResult } from '../result/parse-result.js';
import { fileSource } from './read-source.js';
import type { SharedOptions } from './shared-options.js';

export type RuleOptions = Pick<SharedOptions, 'failOn' | 'baseline'>;

/** Throws InputError for a rule that is none and for a baseline that cannot be read. */
export function checkRules(options: RuleOptions): void {
  options.failOn.map(parseRule);
  if (options.baseline !== null) readSavedResult(options.baseline);
}

/** The result with what the rules say of it; with a baseline also a table of what is new, fixed or still there. */
export function applyRules(result: Result, options: RuleOptions): Result {
  if (options.failOn.length === 0 && options.baseline === null) return result;
  const { rules, table } = judgeRules(parseResult(writeJson(result)), {
    rules: options.failOn.map(parseRule),
    baseline: options.baseline === null ? null : readSavedResult(options.baseline),
  });
  return {
    ...result,
    rules: [...result.rules, ...rules],
    tables: table === null ? result.tables : [...result.tables, table],
  };
}

/** A result saved as JSON. Throws InputError where the file is missing or no such thing. */
export function readSavedResult(path: string): Result {
  const { name } = fileSource(path);
  return parseResult(readFileSync(name, 'utf8'), name);
}
