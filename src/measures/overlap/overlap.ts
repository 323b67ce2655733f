/**
 * The overlap report: layers in one system → pairs, tables, reconciliation, findings, sentences.
 *
 * Layers with shapes are laid on one sheet; where one is given by lookup only, all are crossed by their blocks.
 */
import type { Blocks } from '../../layer/blocks.js';
import type { Layer } from '../../layer/layer.js';
import type { Measure } from '../../layer/people.js';
import { findingId, type Finding } from '../../trouble/finding.js';
import type { ReconciliationLine, SensitivityPoint, Table, ToleranceRecord } from '../result.js';
import { overlapOfLookups } from './overlap-of-lookups.js';
import { overlapOfShapes } from './overlap-of-shapes.js';
import type { RowWishes } from './overlap-table.js';

/** A measure and where its blocks are; null where layers know their blocks by lookup. */
export interface MeasureRequest {
  readonly measure: Measure;
  readonly blocks: Blocks | null;
}

export interface OverlapRequest extends RowWishes {
  /** Two or more layers; those with land all in one coordinate system. */
  readonly layers: readonly Layer[];
  /** True where that system is British National Grid. */
  readonly planar: boolean;
  readonly tolerance: number | 'auto';
  readonly sensitivity: boolean;
  readonly measures: readonly MeasureRequest[];
}

export interface OverlapReport {
  readonly tables: readonly Table[];
  readonly tolerances: readonly ToleranceRecord[];
  readonly reconciliation: readonly ReconciliationLine[];
  readonly sensitivity: readonly SensitivityPoint[];
  readonly findings: readonly Finding[];
  readonly summary: readonly string[];
  /** Square metres of each layer's footprint; null for a layer without shapes. */
  readonly footprints: readonly (number | null)[];
}

/** Runs the overlap of two layers, or the atom table of three or more. */
export function overlap(request: OverlapRequest): OverlapReport {
  const report = request.layers.every((layer) => layer.land !== null)
    ? overlapOfShapes(request)
    : overlapOfLookups(request);
  return { ...report, findings: sortFindings(report.findings) };
}

/** Findings in an order of their own: by id, then by detail. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (finding: Finding): string => `${findingId(finding)}\u0000${finding.detail}`;
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
