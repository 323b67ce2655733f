/**
 * Layers that all have shapes, crossed on one sheet.
 */
import { unitAreas } from '../../arrangement/unit-areas.js';
import type { Layer } from '../../layer/layer.js';
import { landFindings } from '../land/land-findings.js';
import { arrangeOnce } from '../land/layer-arrangement.js';
import { asideSentences } from '../people/asides.js';
import { blockLayers, placeOnFaces } from '../people/place-on-faces.js';
import { refuseOutside } from '../people/refuse-outside.js';
import { peopleOnShapePairs } from '../people/people-on-shape-pairs.js';
import { toleranceBetween } from '../pairs/tolerance.js';
import type { Crossing } from './crossing.js';
import type { CrossedPair } from './crossed-pair.js';
import type { Sheet } from '../people/sheet.js';
import type { CrossingRequest } from './crossing-request.js';
import { findShapePairs, pairsOfLand } from '../pairs/shape-pairs.js';

/** Crosses layers with shapes. */
export function crossByShapes(request: CrossingRequest): Crossing {
  const { layers } = request;
  const onSheet = [...layers, ...blockLayers(layers, request.measures)];
  const { arrangement, position } = arrangeOnce(onSheet, request.planar);
  const positionOf = (layer: Layer): number => position[onSheet.indexOf(layer)]!;
  const measures = placeOnFaces(arrangement, positionOf, request.measures, request.disclosure ?? null);
  refuseOutside(request.measures, measures, request.allowUnmatched);
  const sheet: Sheet = { arrangement, positionOf, measures };
  const areas = layers.map((layer) => unitAreas(arrangement, positionOf(layer), layer.codes.length));
  return {
    layers,
    pairs: layers.flatMap((a, i) => layers.slice(i + 1).map((b) => crossTwo(sheet, a, b, request.tolerance))),
    sheet,
    members: null,
    footprints: areas.map((area) => area.footprint),
    findings: [
      ...layers.flatMap((layer) => layer.findings.map((finding) => ({ ...finding, layer: layer.id }))),
      ...layers.flatMap((layer, l) => landFindings(arrangement, positionOf(layer), layer, areas[l]!)),
      ...measures.flatMap((measure) => measure.findings),
    ],
  };
}

/** Crosses two layers that lie on a sheet. */
export function crossTwo(sheet: Sheet, a: Layer, b: Layer, given: number | 'auto'): CrossedPair {
  const tolerance = toleranceBetween(a, b, given);
  const shapes = findShapePairs(sheet.arrangement, {
    layerA: sheet.positionOf(a),
    layerB: sheet.positionOf(b),
    unitsA: a.codes.length,
    unitsB: b.codes.length,
    tolerance: tolerance.metres,
  });
  const people = peopleOnShapePairs(sheet.arrangement, shapes, sheet.measures);
  return {
    a,
    b,
    land: people.withPeople(pairsOfLand(shapes)),
    lost: people.lost,
    asides: people.asides,
    sentences: asideSentences(people.asides, { rule: null, byLookup: false, layers: 2 }),
    shapes,
    tolerance,
  };
}
