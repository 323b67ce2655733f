/**
 * The people of a measure in the order of some blocks, and what has no counterpart on either side.
 */
import { matchBlocks } from '../../layer/match-blocks.js';
import type { Measure } from '../../layer/people.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';

export interface ValuesOnBlocks {
  /** People of each block; NaN where the measure has no number for it. */
  readonly values: Float64Array;
  /** Small areas that each block stands for, or null where each is one. */
  readonly counts: Float64Array | null;
  /** People whose block is not among the blocks. */
  readonly unmatched: number;
  readonly findings: readonly Finding[];
}

/** Codes named in a finding; more are counted. */
const NAMED = 5;

/** Matches a measure to blocks. @throws InputError where hardly any code matches. */
export function valuesOnBlocks(measure: Measure, codes: readonly string[], source: string): ValuesOnBlocks {
  const match = matchBlocks({ codes, what: source }, { codes: measure.blocks, what: measure.basis });
  const values = Float64Array.from(match.inB, (at) => (at < 0 ? NaN : measure.values[at]!));
  const index = new Map(measure.blocks.map((code, at) => [code, at]));
  const unmatched = match.onlyB.reduce((sum, code) => sum + measure.values[index.get(code)!]!, 0);
  const findings: Finding[] = [];
  if (match.onlyA.length > 0) {
    findings.push(
      makeFinding({
        layer: measure.name,
        finding: 'block-without-people',
        severity: 'warning',
        detail: `${match.onlyA.length} of the ${source} have no number of ${measure.name}: ${named(match.onlyA)}`,
      }),
    );
  }
  if (match.onlyB.length > 0) {
    findings.push(
      makeFinding({
        layer: measure.name,
        finding: 'people-without-block',
        severity: unmatched > 0 ? 'warning' : 'info',
        detail: `${match.onlyB.length} codes with ${Math.round(unmatched)} ${measure.name} are not among the ${source}: ${named(match.onlyB)}`,
      }),
    );
  }
  return {
    values,
    counts: measure.blockCounts === null ? null : countsOf(measure.blockCounts, match.inB),
    unmatched,
    findings,
  };
}

const countsOf = (counts: Float64Array, inB: Int32Array): Float64Array =>
  Float64Array.from(inB, (at) => (at < 0 ? 0 : counts[at]!));

const named = (codes: readonly string[]): string =>
  codes.slice(0, NAMED).join(', ') + (codes.length > NAMED ? ` and ${codes.length - NAMED} more` : '');
