/**
 * The overlap of layers that all have shapes: one sheet, patches judged by width, people placed on faces.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { unitAreas } from '../../arrangement/unit-areas.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import type { Layer } from '../../layer/layer.js';
import { landFindings } from '../land-findings.js';
import { arrangeLayers } from '../layer-arrangement.js';
import { blockLayers, placeOnFaces, type MeasureOnFaces } from '../people/place-on-faces.js';
import { peopleOnShapePairs } from '../people/people-on-shape-pairs.js';
import type { Table, ToleranceRecord } from '../result.js';
import { toleranceBetween } from '../tolerance.js';
import { atomTable, findAtoms, type AtomMeasure, type Atoms } from './atom-table.js';
import type { OverlapReport, OverlapRequest } from './overlap.js';
import type { PairsOfLayers } from './overlap-pairs.js';
import { overlapTable } from './overlap-table.js';
import { reconcile, reconcileAll } from './reconcile.js';
import { sensitivityOf } from './sensitivity.js';
import { findShapePairs, pairsOfLand, type ShapePairs } from './shape-pairs.js';
import { overlapSummary } from './summary.js';

/** Runs the overlap of layers with shapes. */
export function overlapOfShapes(request: OverlapRequest): OverlapReport {
  const { layers } = request;
  const sheet = [...layers, ...blockLayers(layers, request.measures)];
  const { arrangement, position } = arrangeLayers(sheet, request.planar);
  const positionOf = (layer: Layer): number => position[sheet.indexOf(layer)]!;
  const measures = placeOnFaces(arrangement, positionOf, request.measures);
  const pairs = pairsOfAll(layers, arrangement, positionOf, measures, request.tolerance);
  const areas = layers.map((layer) => unitAreas(arrangement, positionOf(layer), layer.codes.length));
  return {
    tables: [
      pairs.length === 1
        ? overlapTable(pairs[0]!.a, pairs[0]!.b, pairs[0]!.land, request)
        : atomsOf(request, arrangement, positionOf, pairs, measures),
    ],
    tolerances: pairs.map((pair) => pair.tolerance),
    reconciliation: pairs.flatMap(({ a, b, land, lost }) => [
      ...reconcile(a, b, land),
      ...reconcileAll(a, b, land, lost),
    ]),
    sensitivity: request.sensitivity ? pairs.flatMap(({ a, b, found }) => sensitivityOf([a.id, b.id], found)) : [],
    findings: [
      ...layers.flatMap((layer) => layer.findings.map((finding) => ({ ...finding, layer: layer.id }))),
      ...layers.flatMap((layer, l) => landFindings(arrangement, positionOf(layer), layer, areas[l]!)),
      ...measures.flatMap((measure) => measure.findings),
    ],
    summary: pairs.flatMap(({ a, b, land, sentences }) => [...overlapSummary(a, b, land), ...sentences]),
    footprints: areas.map((area) => area.footprint),
  };
}

/** Everything about two of the layers. */
export interface PairOfLayers {
  readonly a: Layer;
  readonly b: Layer;
  readonly tolerance: ToleranceRecord;
  readonly found: ShapePairs;
  readonly land: PairsOfLayers;
  /** For each measure, people that reached no unit of either layer. */
  readonly lost: readonly number[];
  readonly sentences: readonly string[];
}

function pairsOfAll(
  layers: readonly Layer[],
  arrangement: Arrangement,
  positionOf: (layer: Layer) => number,
  measures: readonly MeasureOnFaces[],
  given: number | 'auto',
): PairOfLayers[] {
  return layers.flatMap((a, i) =>
    layers.slice(i + 1).map((b): PairOfLayers => {
      const tolerance = toleranceBetween(a, b, given);
      const found = findShapePairs(arrangement, {
        layerA: positionOf(a),
        layerB: positionOf(b),
        unitsA: a.codes.length,
        unitsB: b.codes.length,
        tolerance: tolerance.metres,
      });
      const people = peopleOnShapePairs(arrangement, found, measures);
      return {
        a,
        b,
        tolerance,
        found,
        land: people.withPeople(pairsOfLand(found)),
        lost: people.lost,
        sentences: people.sentences,
      };
    }),
  );
}

function atomsOf(
  request: OverlapRequest,
  arrangement: Arrangement,
  positionOf: (layer: Layer) => number,
  pairs: readonly PairOfLayers[],
  measures: readonly MeasureOnFaces[],
): Table {
  const { layers } = request;
  const material = new Map(
    pairs.map(({ a, b, land }) => [
      `${layers.indexOf(a)} ${layers.indexOf(b)}`,
      new Set(land.pairs.filter((pair) => pair.material).map((pair) => `${pair.a} ${pair.b}`)),
    ]),
  );
  const atoms = findAtoms(arrangement, layers.map(positionOf));
  return atomTable(
    layers,
    (layer, set) => arrangement.labels[positionOf(layers[layer]!)]!.sets.members(set),
    atoms,
    (i, p, j, q) => material.get(`${i} ${j}`)!.has(`${p} ${q}`),
    measures.map((measure) => peopleOnAtoms(atoms, measure)),
    request,
  );
}

function peopleOnAtoms(atoms: Atoms, measure: MeasureOnFaces): AtomMeasure {
  const { shares, values } = measure;
  const sums = new ExactSums(atoms.count);
  for (let block = 0; block < shares.blocks; block++) {
    if (Number.isNaN(values[block]!)) continue;
    for (let i = shares.start[block]!; i < shares.start[block + 1]!; i++) {
      const atom = atoms.ofFace[shares.face[i]!]!;
      if (atom >= 0) sums.add(atom, values[block]! * shares.share[i]!);
    }
  }
  return {
    name: measure.name,
    basis: measure.basis,
    method: shares.method,
    decimals: shares.decimals,
    people: sums.values(),
  };
}
