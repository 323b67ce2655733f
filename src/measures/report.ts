/**
 * What a report found: the parts of a result document that do not depend on where its inputs came from.
 */
import { findingId, type Finding } from '../trouble/finding.js';
import type { MapRecord } from '../result/map-record.js';
import type { ReconciliationLine, SensitivityPoint, ToleranceRecord } from '../result/result.js';
import type { Table } from '../result/table.js';
import type { Crossing } from './crossing/cross-layers.js';
import { reconcile, reconcileAll } from './crossing/reconcile.js';
import { sensitivityOf } from './crossing/sensitivity.js';
import { drawMap, type MapWishes } from './map/draw-map.js';
import { compareCodes } from '../trouble/order.js';

/** What a report found: the parts of a result document that do not depend on where its inputs came from. */
export interface Report {
  readonly tables: readonly Table[];
  readonly tolerances: readonly ToleranceRecord[];
  readonly reconciliation: readonly ReconciliationLine[];
  readonly sensitivity: readonly SensitivityPoint[];
  readonly findings: readonly Finding[];
  readonly summary: readonly string[];
  /** Square metres of each layer's footprint; null for a layer without shapes. */
  readonly footprints: readonly (number | null)[];
  /** Draws the layers, if an output asks for it: null where there are no shapes. */
  readonly drawMap?: (wishes: MapWishes) => MapRecord | null;
}

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

/** Findings in an order of their own: by id, then by detail. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (finding: Finding): string => `${findingId(finding)}\u0000${finding.detail}`;
  return [...findings].sort((a, b) => compareCodes(key(a), key(b)));
}
