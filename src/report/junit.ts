/**
 * A result as JUnit XML, which every CI system shows: each rule is a test, and so is each finding of this run or of
 * the baseline.
 *
 *     rule met, finding fixed    passes
 *     rule broken, new finding   fails
 *     finding still there        skipped, since it was accepted
 *
 * The units that the finding is about, worst first, are tests that are skipped: they are named, and judged by the rules
 * alone. A run without rules has one test that passes, so that no reader takes it for an empty file. There are no times: the
 * same result gives the same bytes. The form is the one Jenkins publishes (junit-10.xsd).
 */
import type { Result } from '../result/result.js';
import { baselineRows, baselineSentence } from './baseline-rows.js';
import { worstUnits } from './worst-units.js';
import { xmlAttribute, xmlText } from './xml.js';

interface TestCase {
  readonly name: string;
  readonly failure: string | null;
  readonly skipped: string | null;
}

/** The result as XML text that ends with a line feed. */
export function writeJunit(result: Result): string {
  const rules = result.rules.map(({ rule, met, detail }) => testCase(rule, met ? null : detail));
  const findings = (baselineRows(result) ?? []).map((row) =>
    row.standing === 'still there'
      ? testCase(row.id, null, `accepted in the baseline: ${baselineSentence(row)}`)
      : testCase(row.id, row.standing === 'new' ? baselineSentence(row) : null),
  );
  const { units, more } = worstUnits(result);
  const named = [
    ...units.map(({ unit, text }) => testCase(unit, null, text)),
    ...(more === null ? [] : [testCase(more, null, 'all are in the tables')]),
  ];
  const run = `coterminous.${result.command}`;
  const suites = [
    suite(
      `${run}.rules`,
      rules.length + findings.length === 0 ? [testCase('the report was made', null)] : rules,
    ),
    suite(`${run}.units`, named),
    suite(`${run}.findings`, findings),
  ].filter(({ cases }) => cases.length > 0);
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="coterminous" ${counts(all, false)}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n');
}

const testCase = (name: string, failure: string | null, skipped: string | null = null): TestCase => ({
  name,
  failure,
  skipped,
});

const suite = (name: string, cases: readonly TestCase[]): { name: string; cases: readonly TestCase[] } => ({
  name,
  cases,
});

function suiteLines({ name, cases }: { name: string; cases: readonly TestCase[] }): string[] {
  return [
    `  <testsuite name="${xmlAttribute(name)}" ${counts(cases, true)}>`,
    ...cases.flatMap((one) => caseLines(name, one)),
    '  </testsuite>',
  ];
}

function counts(cases: readonly TestCase[], withSkipped: boolean): string {
  const failures = cases.filter(({ failure }) => failure !== null).length;
  const skipped = cases.filter((one) => one.skipped !== null).length;
  return `tests="${cases.length}" failures="${failures}" errors="0"${withSkipped ? ` skipped="${skipped}"` : ''}`;
}

function caseLines(className: string, { name, failure, skipped }: TestCase): string[] {
  const open = `    <testcase name="${xmlAttribute(name)}" classname="${xmlAttribute(className)}"`;
  if (failure !== null) {
    return [
      `${open}>`,
      `      <failure message="${xmlAttribute(failure)}">${xmlText(`${name}: ${failure}`)}</failure>`,
      '    </testcase>',
    ];
  }
  if (skipped !== null)
    return [`${open}>`, `      <skipped message="${xmlAttribute(skipped)}"/>`, '    </testcase>'];
  return [`${open}/>`];
}
