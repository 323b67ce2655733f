/** Rules judged on figures just at their limit, and how many new findings are named. */
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/result/result.js';
import { judgeRules } from '../../src/rules/judge-rules.js';
import { parseRule } from '../../src/rules/parse-rule.js';
import { sampleResult } from '../report/sample-result.js';

/** A result with so many hectares in slivers, and one warning for each code. */
const resultOf = (hectares: number, codes: readonly string[] = []): Result => ({
  ...sampleResult,
  tables: [],
  rules: [],
  reconciliation: [{ ...sampleResult.reconciliation[0]!, quantity: 'hectares', in_slivers: hectares }],
  findings: codes.map((code) => ({
    ...sampleResult.findings[0]!,
    id: `no-area:a:${code}`,
    finding: 'no-area',
    severity: 'warning' as const,
    layer: 'a',
    code,
    name: '',
  })),
});

const meets = (text: string, hectares: number, baseline: Result | null = null): boolean =>
  judgeRules(resultOf(hectares), { rules: [parseRule(text)], baseline }).rules[0]!.met;

describe('a figure', () => {
  it('keeps to its limit where it is just that', () => {
    expect([11.999, 12, 12.001].map((hectares) => meets('sliver_ha max 12', hectares))).toEqual([
      true,
      true,
      false,
    ]);
    expect([11.999, 12, 12.001].map((hectares) => meets('sliver_ha min 12', hectares))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('keeps to its limit where only the order of a sum took it past', () => {
    expect(0.1 + 0.2 > 0.3).toBe(true);
    expect(meets('sliver_ha max 0.3', 0.1 + 0.2)).toBe(true);
    expect(meets('sliver_ha max 0.3', 0.300_001)).toBe(false);
  });

  it('is no worse than the same figure in the baseline', () => {
    const rule = 'sliver_ha no-worse-than-baseline';
    expect([11, 12, 13].map((hectares) => meets(rule, hectares, resultOf(12)))).toEqual([true, true, false]);
  });
});

describe('new findings', () => {
  const detail = (count: number): string => {
    const codes = Array.from({ length: count }, (_, i) => `E${String(i).padStart(3, '0')}`);
    return judgeRules(resultOf(0, codes), { rules: [], baseline: resultOf(0) }).rules[0]!.detail;
  };

  it('are named up to fifty, and counted beyond', () => {
    expect(detail(50)).toContain('E049 (no-area); 0 fixed');
    expect(detail(51)).toContain('E049 (no-area); and 1 more; 0 fixed');
  });
});
