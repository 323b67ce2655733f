/**
 * The overlap report: layers in one system → pairs, tables, reconciliation, findings, sentences.
 */
import { unitAreas } from '../../arrangement/unit-areas.js';
import type { Layer } from '../../layer/layer.js';
import { findingId, type Finding } from '../../trouble/finding.js';
import { landFindings } from '../land-findings.js';
import { arrangeLayers, type LayerArrangement } from '../layer-arrangement.js';
import type { ReconciliationLine, SensitivityPoint, Table, ToleranceRecord } from '../result.js';
import { toleranceBetween } from '../tolerance.js';
import { atomTable, findAtoms } from './atom-table.js';
import { overlapTable, type RowWishes } from './overlap-table.js';
import { reconcile } from './reconcile.js';
import { sensitivityOf } from './sensitivity.js';
import { findShapePairs, pairsOfLand, type ShapePairs } from './shape-pairs.js';
import { overlapSummary } from './summary.js';

export interface OverlapRequest extends RowWishes {
  /** Two or more layers with land, all in one coordinate system. */
  readonly layers: readonly Layer[];
  /** True where that system is British National Grid. */
  readonly planar: boolean;
  readonly tolerance: number | 'auto';
  readonly sensitivity: boolean;
}

export interface OverlapReport {
  readonly tables: readonly Table[];
  readonly tolerances: readonly ToleranceRecord[];
  readonly reconciliation: readonly ReconciliationLine[];
  readonly sensitivity: readonly SensitivityPoint[];
  readonly findings: readonly Finding[];
  readonly summary: readonly string[];
  /** Square metres of each layer's footprint. */
  readonly footprints: readonly number[];
}

/** Runs the overlap of two layers, or the atom table of three or more. */
export function overlap(request: OverlapRequest): OverlapReport {
  const { layers } = request;
  const arranged = arrangeLayers(layers, request.planar);
  const pairs = pairsOfAll(layers, arranged, request.tolerance);
  const areas = layers.map((layer, l) => unitAreas(arranged.arrangement, arranged.position[l]!, layer.codes.length));
  const land = pairs.map(({ a, b, found }) => ({ a: layers[a]!, b: layers[b]!, found: pairsOfLand(found) }));
  return {
    tables: [
      layers.length === 2
        ? overlapTable(layers[0]!, layers[1]!, land[0]!.found, request)
        : atomsOf(layers, arranged, pairs, request),
    ],
    tolerances: pairs.map((pair) => pair.tolerance),
    reconciliation: land.flatMap(({ a, b, found }) => reconcile(a, b, found)),
    sensitivity: request.sensitivity
      ? pairs.flatMap(({ a, b, found }) => sensitivityOf([layers[a]!.id, layers[b]!.id], found))
      : [],
    findings: sortFindings([
      ...layers.flatMap((layer) => layer.findings.map((finding) => ({ ...finding, layer: layer.id }))),
      ...layers.flatMap((layer, l) => landFindings(arranged.arrangement, arranged.position[l]!, layer, areas[l]!)),
    ]),
    summary: land.flatMap(({ a, b, found }) => overlapSummary(a, b, found)),
    footprints: areas.map((area) => area.footprint),
  };
}

interface PairOfLayers {
  readonly a: number;
  readonly b: number;
  readonly tolerance: ToleranceRecord;
  readonly found: ShapePairs;
}

function pairsOfAll(
  layers: readonly Layer[],
  { arrangement, position }: LayerArrangement,
  tolerance: number | 'auto',
): PairOfLayers[] {
  return layers.flatMap((layerA, a) =>
    layers.slice(a + 1).map((layerB, i) => {
      const b = a + 1 + i;
      const between = toleranceBetween(layerA, layerB, tolerance);
      const found = findShapePairs(arrangement, {
        layerA: position[a]!,
        layerB: position[b]!,
        unitsA: layerA.codes.length,
        unitsB: layerB.codes.length,
        tolerance: between.metres,
      });
      return { a, b, tolerance: between, found };
    }),
  );
}

function atomsOf(
  layers: readonly Layer[],
  { arrangement, position }: LayerArrangement,
  pairs: readonly PairOfLayers[],
  wishes: RowWishes,
): Table {
  const material = new Map(
    pairs.map(({ a, b, found }) => [
      `${a} ${b}`,
      new Set(found.list.pairs.filter((pair) => pair.material).map((pair) => `${pair.a} ${pair.b}`)),
    ]),
  );
  return atomTable(
    layers,
    (layer, set) => arrangement.labels[position[layer]!]!.sets.members(set),
    findAtoms(arrangement, position),
    (i, p, j, q) => material.get(`${i} ${j}`)!.has(`${p} ${q}`),
    [],
    wishes,
  );
}

/** Findings in an order of their own: by id, then by detail. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (finding: Finding): string => `${findingId(finding)}\u0000${finding.detail}`;
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
