/**
 * The parts that all reports on a crossing share.
 */
import { sortFindings } from '../trouble/finding.js';
import type { Crossing } from './crossing/crossing.js';
import { drawMap } from './map/draw-map.js';
import { reconcile, reconcileAll } from './pairs/reconcile.js';
import { sensitivityOf } from './pairs/sensitivity.js';
import type { Report } from './report.js';

/** The parts that all reports on a crossing share. */
export function reportOfCrossing(
  crossing: Crossing,
  sensitivity: boolean,
): Omit<Report, 'tables' | 'summary'> {
  return {
    tolerances: crossing.pairs.flatMap(({ tolerance }) => (tolerance === null ? [] : [tolerance])),
    reconciliation: crossing.pairs.flatMap(({ a, b, land, lost }) => [
      ...reconcile(a, b, land),
      ...reconcileAll(a, b, land, lost),
    ]),
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
