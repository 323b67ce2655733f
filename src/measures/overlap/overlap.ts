/**
 * The overlap report: layers crossed → table, reconciliation, sentences.
 */
import type { Layer } from '../../layer/layer.js';
import { findingId, type Finding } from '../../trouble/finding.js';
import { crossLayers, type Crossing } from '../crossing/cross-layers.js';
import type { CrossingRequest } from '../crossing/measure-request.js';
import { reconcile, reconcileAll } from '../crossing/reconcile.js';
import { sensitivityOf } from '../crossing/sensitivity.js';
import type { ReconciliationLine, SensitivityPoint, Table, ToleranceRecord } from '../result.js';
import { atomTable, findAtoms } from './atom-table.js';
import { lookupAtomTable } from './lookup-atom-table.js';
import { overlapTable, type RowWishes } from './overlap-table.js';
import { peopleOnAtoms } from './people-on-atoms.js';
import { overlapSummary } from './summary.js';

export interface OverlapRequest extends CrossingRequest, RowWishes {
  readonly sensitivity: boolean;
}

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
}

/** Runs the overlap of two layers, or the atom table of three or more. */
export function overlap(request: OverlapRequest): Report {
  const crossing = crossLayers(request);
  const [first] = crossing.pairs;
  return {
    ...reportOfCrossing(crossing, request.sensitivity),
    tables: [
      crossing.pairs.length === 1
        ? overlapTable(first!.a, first!.b, first!.land, request)
        : tableOfAtoms(crossing, request),
    ],
    summary: crossing.pairs.flatMap(({ a, b, land, sentences }) => [
      ...overlapSummary(a, b, land),
      ...sentences,
    ]),
  };
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
  };
}

function tableOfAtoms(crossing: Crossing, wishes: RowWishes): Table {
  const { layers, sheet, members } = crossing;
  if (sheet === null) return lookupAtomTable(layers, members!, wishes);
  const numberOf = (layer: Layer): number => layers.indexOf(layer);
  const material = new Map(
    crossing.pairs.map(({ a, b, land }) => [
      `${numberOf(a)} ${numberOf(b)}`,
      new Set(land.pairs.filter((pair) => pair.material).map((pair) => `${pair.a} ${pair.b}`)),
    ]),
  );
  const positions = layers.map((layer) => sheet.positionOf(layer));
  const atoms = findAtoms(sheet.arrangement, positions);
  return atomTable(
    layers,
    (layer, set) => sheet.arrangement.labels[positions[layer]!]!.sets.members(set),
    atoms,
    (i, p, j, q) => material.get(`${i} ${j}`)!.has(`${p} ${q}`),
    sheet.measures.map((measure) => peopleOnAtoms(atoms, measure)),
    wishes,
  );
}

/** Findings in an order of their own: by id, then by detail. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (finding: Finding): string => `${findingId(finding)}\u0000${finding.detail}`;
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
