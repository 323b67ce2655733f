/**
 * The people of a measure in the order of some blocks, and what has no counterpart on either side.
 */
import {
  disclosed,
  disclosedCount,
  disclosedPeople,
  disclosedText,
  type Disclosure,
} from '../../layer/disclosure.js';
import { matchBlocks } from '../../layer/match-blocks.js';
import type { Measure } from '../../layer/people.js';
import { wholeText, spaced } from '../../trouble/count-text.js';
import { valuesAt } from '../../trouble/order.js';
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

/**
 * Matches a measure to blocks; findings tell numbers as `rule` lets them.
 *
 * @throws InputError where hardly any code matches.
 */
export function valuesOnBlocks(
  measure: Measure,
  codes: readonly string[],
  source: string,
  rule: Disclosure | null = null,
): ValuesOnBlocks {
  const match = matchBlocks({ codes, what: source }, { codes: measure.blocks, what: measure.basis });
  const values = valuesAt(measure.values, match.inB);
  const left = new Set(match.onlyB);
  const unmatched =
    left.size === 0
      ? 0
      : measure.blocks.reduce((sum, code, at) => (left.has(code) ? sum + measure.values[at]! : sum), 0);
  const isOne = (left: readonly string[]): boolean => disclosed(left.length, rule) === 1;
  const findings: Finding[] = groupsAlone(measure);
  if (match.onlyA.length > 0) {
    findings.push(
      makeFinding({
        layer: measure.name,
        finding: 'block-without-people',
        severity: 'warning',
        detail: `${disclosedText(match.onlyA.length, rule)} of the ${source} ${isOne(match.onlyA) ? 'has' : 'have'} no number of ${spaced(measure.name)}${named(match.onlyA, rule)}`,
      }),
    );
  }
  if (match.onlyB.length > 0) {
    findings.push(
      makeFinding({
        layer: measure.name,
        finding: 'people-without-block',
        severity: unmatched > 0 ? 'warning' : 'info',
        detail: `${disclosedCount(match.onlyB.length, 'code', rule)} with ${disclosedPeople(unmatched, measure.name, rule)} ${isOne(match.onlyB) ? 'is' : 'are'} not among the ${source}${named(match.onlyB, rule)}`,
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

/** That people of one group alone are counted, who are not all residents. */
function groupsAlone({ name, groups = [] }: Measure): Finding[] {
  if (groups.length === 0) return [];
  const detail = `people of one group alone are counted (${groups.join(', ')}), not everybody`;
  return [makeFinding({ layer: name, finding: 'people-of-one-group', severity: 'warning', detail })];
}

const countsOf = (counts: Float64Array, inB: Int32Array): Float64Array =>
  Float64Array.from(inB, (at) => (at < 0 ? 0 : counts[at]!));

/** The first codes, and how many more there are; nothing under a rule, since that tells how many. */
function named(codes: readonly string[], rule: Disclosure | null): string {
  if (rule !== null) return '';
  const more = codes.length - NAMED;
  return `: ${codes.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${wholeText(more)} more` : ''}`;
}
