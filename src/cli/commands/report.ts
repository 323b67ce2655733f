/**
 * `coterminous report`: a config file in, every report, file and rule of it out.
 *
 * Each report is run as if its command were typed, and hands its result over instead of writing it. Its own rules and
 * files come first, then everything together.
 */
import { parseRule, type Rule } from '../../rules/parse-rule.js';
import { quantitiesOf, quantityNames } from '../../rules/quantities.js';
import type { Result } from '../../result/result.js';
import { InputError } from '../../trouble/input-error.js';
import { applyRules } from '../apply-rules.js';
import { combineResults, type NamedResult } from '../../result/combine-results.js';
import { reportArguments } from '../config/config-arguments.js';
import { fromHere, openConfig, outputsFromHere, type ConfigFile } from '../config/config-file.js';
import { nearest } from '../../trouble/nearest.js';
import { checkOutputs, deliver, writeOutputs, type OutputOptions } from '../output.js';
import { buildProgram } from '../program.js';
import { makeProgress } from '../terminal.js';

export interface ReportOptions extends Pick<OutputOptions, 'outputs' | 'format' | 'json' | 'bom' | 'quiet'> {
  /** Names of the reports to make; none means all. */
  readonly only: readonly string[];
}

/** Runs the command; returns its exit code. */
export async function runReport(path: string, options: ReportOptions): Promise<number> {
  const file = openConfig(path);
  const { config } = file;
  const names = chosenReports(file, options.only);
  const whole = [...outputsFromHere(file.folder, config.outputs), ...options.outputs];
  const shared = { ...options, table: null, failOn: [], baseline: null, receive: null };
  const common = (config.rules ?? []).map(parseRule);
  const wishes = names.map((name) => wishesOf(file, name));
  for (const { outputs, failOn, baseline } of wishes) checkOutputs({ ...shared, outputs, failOn, baseline });
  checkOutputs({ ...shared, outputs: whole });
  const typed = wishes.map(({ name, outputs }) => reportArguments(file, name, [...outputs, ...whole]));
  const progress = makeProgress(options.quiet);
  const made: NamedResult[] = [];
  for (const [i, { name }] of wishes.entries()) {
    progress.step(`report ${name}`);
    made.push({ name, result: await runTyped(typed[i]!, options.format) });
  }
  progress.clear();
  const shares = commonRules(
    common,
    made,
    wishes.map(({ baseline }) => baseline !== null),
    path,
  );
  const judged = made.map(({ name, result }, i) => ({
    name,
    result: applyRules(result, {
      failOn: [...wishes[i]!.failOn, ...shares[i]!],
      baseline: wishes[i]!.baseline,
    }),
  }));
  for (const [i, { result }] of judged.entries()) {
    const { outputs, table } = wishes[i]!;
    await writeOutputs(result, { ...shared, outputs, table });
  }
  return deliver(combineResults(judged), { ...shared, outputs: whole });
}

interface ReportWishes {
  readonly name: string;
  readonly outputs: readonly string[];
  readonly table: string | null;
  readonly failOn: readonly string[];
  readonly baseline: string | null;
}

function wishesOf({ folder, config }: ConfigFile, name: string): ReportWishes {
  const { outputs, table, rules, baseline } = config.reports[name]!;
  return {
    name,
    outputs: outputsFromHere(folder, outputs),
    table: table ?? null,
    failOn: rules ?? [],
    baseline: baseline === undefined ? null : fromHere(folder, baseline),
  };
}

function chosenReports({ path, config }: ConfigFile, only: readonly string[]): string[] {
  const all = Object.keys(config.reports);
  const unknown = only.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    const guess = nearest(unknown, all);
    throw new InputError({
      id: 'report-unknown',
      file: path,
      message: `it has no report '${unknown}'`,
      hint: `${guess === null ? '' : `Did you mean '${guess}'? `}Its reports are ${all.join(', ')}`,
    });
  }
  return only.length === 0 ? all : all.filter((name) => only.includes(name));
}

/** Runs typed arguments and takes the result that the command would have written. */
async function runTyped(typed: readonly string[], format: string | null): Promise<Result> {
  let received: Result | null = null;
  const program = buildProgram({ exitCode: 0 }, (result) => (received = result));
  await program.parseAsync(
    [...typed, ...(format === null || format === 'table' ? [] : ['--format', format])],
    { from: 'user' },
  );
  if (received === null) throw new Error(`'${typed.join(' ')}' gave no result`);
  return received;
}

/** Quantities that a report has where it has a baseline. */
const OF_BASELINE = new Set(['new_findings', 'standing_findings']);

/** For each report the rules of the whole file that it has the quantity for. Throws where no report has it. */
function commonRules(
  rules: readonly Rule[],
  reports: readonly NamedResult[],
  baselines: readonly boolean[],
  path: string,
): string[][] {
  const asked = rules.map(({ quantity }) => quantity);
  const known = reports.map(({ result }) => quantitiesOf(result, asked));
  const has = (rule: Rule, i: number): boolean =>
    known[i]!.has(rule.quantity) || (baselines[i]! && OF_BASELINE.has(rule.quantity));
  for (const rule of rules) {
    if (known.some((_, i) => has(rule, i))) continue;
    const all = reports.flatMap(({ result }, i) => quantityNames(result, known[i]!));
    throw new InputError({
      id: 'rule-quantity-unknown',
      file: path,
      message: `the rule '${rule.text}' is about '${rule.quantity}', which no report of this file has`,
      hint: `They have ${[...new Set(all)].sort().join(', ')}`,
    });
  }
  return known.map((_, i) => rules.filter((rule) => has(rule, i)).map(({ text }) => text));
}
