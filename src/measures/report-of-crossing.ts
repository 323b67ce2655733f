/**
 * The parts that all reports on a crossing share.
 */
import { sortFindings } from '../trouble/finding.js';
import type { Crossing } from './crossing/crossing.js';
import { doubtsOfPairs, reportDoubts, type DoubtRow } from './crossing/doubts.js';
import { drawMap } from './map/draw-map.js';
import { reconcile, reconcileAll } from './pairs/reconcile.js';
import { sensitivityOf } from './pairs/sensitivity.js';
import type { Report } from './report.js';

/** What is in doubt on the pairs of a crossing; `wanted` picks rows. */
export function doubtsOfCrossing(
  { pairs }: Pick<Crossing, 'pairs'>,
  wanted: (row: DoubtRow) => boolean = () => true,
): NonNullable<Report['doubts']> {
  return reportDoubts(
    doubtsOfPairs(pairs).filter(wanted),
    pairs.flatMap(({ tolerance }) => (tolerance === null ? [] : [tolerance])),
    pairs[0]?.land.measures ?? [],
    pairs.flatMap(({ a, b }) => [a, b]),
  );
}

/** The parts that all reports on a crossing share. */
export function reportOfCrossing(
  crossing: Crossing,
  sensitivity: boolean,
): Omit<Report, 'tables' | 'summary'> {
  return {
    doubts: doubtsOfCrossing(crossing),
    tolerances: crossing.pairs.flatMap(({ tolerance }) => (tolerance === null ? [] : [tolerance])),
    reconciliation: crossing.pairs.flatMap(({ a, b, land, lost }) => [
      ...reconcile(a, b, land),
      ...reconcileAll(a, b, land, lost),
    ]),
    reconcileUnits: (picked) => crossing.pairs.flatMap(({ a, b, land }) => reconcile(a, b, land, picked)),
    sensitivity: sensitivity
      ? crossing.pairs.flatMap(({ a, b, shapes }) =>
          shapes === null ? [] : sensitivityOf([a.id, b.id], shapes),
        )
      : [],
    findings: sortFindings(crossing.findings),
    footprints: crossing.footprints,
    drawMap: (wishes) => drawMap(crossing, wishes),
  };
}
