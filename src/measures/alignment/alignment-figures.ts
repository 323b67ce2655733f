/**
 * How one layer lies against another in the figures that comparisons stand on: shared units, who is outside their main
 * partner, the policy tests and every metric. All of it is what `align` reports.
 */
import { alignUnits, areaOutsideMain, isShared, peopleOutsideMain } from './alignment.js';
import type { AlignedUnit, Alignment } from './alignment.js';
import { matricesOf } from './matrices.js';
import { policyTests, type PolicyTest } from './policy-tests.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { Sheet } from '../people/sheet.js';
import { metricRows, type MetricRow } from '../metrics/metric-rows.js';
import { hectares } from '../../result/units-of-measure.js';

export interface AlignmentFigures {
  readonly aligned: Alignment;
  /** Units of the second layer that lie in two or more of the first, by code. */
  readonly shared: readonly AlignedUnit[];
  /** People by the first measure, or hectares where nobody is counted. */
  readonly outsideMain: number;
  /** Name of the first measure, or `hectares`. */
  readonly quantity: string;
  readonly metrics: readonly MetricRow[];
  readonly tests: readonly PolicyTest[];
}

/** The figures of two crossed layers. */
export function alignmentFigures(crossed: CrossedPair, sheet: Sheet | null): AlignmentFigures {
  const aligned = alignUnits(crossed);
  const shared = aligned.unitsB.filter(isShared);
  const [matrix] = matricesOf(aligned, crossed, sheet, false);
  return {
    aligned,
    shared,
    outsideMain: shared.reduce((sum, unit) => sum + outsideOf(aligned, unit), 0),
    quantity: aligned.measures[0]?.name ?? 'hectares',
    metrics: matrix === undefined ? [] : metricRows(matrix.matrix, matrix.basis, matrix.holds, 'all'),
    tests: policyTests(aligned),
  };
}

/** People of a unit outside its main partner by the first measure, or hectares where nobody is counted. */
export const outsideOf = (aligned: Alignment, unit: AlignedUnit): number =>
  aligned.measures.length > 0 ? peopleOutsideMain(unit, 0) : hectares(areaOutsideMain(unit) ?? 0);

/** Codes of the units of the first layer that a unit lies in, the main one first. */
export function partnerCodes({ a }: Alignment, unit: AlignedUnit): string[] {
  const rest = unit.parts.flatMap(({ other }) => (other === unit.main ? [] : [a.codes[other]!]));
  return unit.parts.length === 0 ? [] : [a.codes[unit.main]!, ...rest];
}
