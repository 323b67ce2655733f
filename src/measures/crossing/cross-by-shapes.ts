/**
 * Layers that all have shapes, crossed on one sheet.
 */
import { unitAreas } from '../../arrangement/unit-areas.js';
import type { Layer } from '../../layer/layer.js';
import { landFindings } from '../land/land-findings.js';
import { arrangeOnce } from '../land/layer-arrangement.js';
import { asideSentences } from '../people/asides.js';
import { blockLayers, placeOnFaces } from '../people/place-on-faces.js';
import { peopleOnShapePairs } from '../people/people-on-shape-pairs.js';
import { peopleInPlace } from '../people/people-in-place.js';
import { measureNoise } from '../pairs/measure-noise.js';
import { settleTolerances } from '../pairs/tolerance.js';
import type { ToleranceRecord } from '../../result/result.js';
import type { Crossing } from './crossing.js';
import type { CrossedPair } from './crossed-pair.js';
import type { Sheet } from '../people/sheet.js';
import type { CrossingRequest } from './crossing-request.js';
import { findTouching, judgeTouching, pairsOfLand, type Touching } from '../pairs/shape-pairs.js';

/** Crosses layers with shapes. */
export function crossByShapes(request: CrossingRequest): Crossing {
  const { layers } = request;
  const onSheet = [...layers, ...blockLayers(layers, request.measures)];
  const { arrangement, position } = arrangeOnce(onSheet, request.planar);
  const positionOf = (layer: Layer): number => position[onSheet.indexOf(layer)]!;
  const measures = placeOnFaces(arrangement, positionOf, request.measures, request.disclosure ?? null);
  const sheet: Sheet = { arrangement, positionOf, measures };
  const areas = layers.map((layer) => unitAreas(arrangement, positionOf(layer), layer.codes.length));
  return {
    layers,
    pairs: crossOnSheet(
      sheet,
      layers.flatMap((a, i) => layers.slice(i + 1).map((b) => [a, b] as const)),
      request.tolerance,
    ),
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

/** Crosses layers that lie on a sheet, two by two; `known` are tolerances of the run that were settled before. */
export function crossOnSheet(
  sheet: Sheet,
  pairs: readonly (readonly [Layer, Layer])[],
  given: number | 'auto',
  known: readonly ToleranceRecord[] = [],
): CrossedPair[] {
  const { arrangement } = sheet;
  const touching = pairs.map(([a, b]) => touchingOn(sheet, a, b));
  const tolerances = settleTolerances(
    pairs.map(([a, b], i) => ({
      a,
      b,
      measure: () =>
        measureNoise(arrangement, sheet.positionOf(a), sheet.positionOf(b), touching[i]!.patches),
    })),
    given,
    known,
  );
  return pairs.map(([a, b], i) => crossTouching(sheet, a, b, touching[i]!, tolerances[i]!));
}

/** Crosses two layers that lie on a sheet by a tolerance that is settled. */
export const crossTwo = (sheet: Sheet, a: Layer, b: Layer, tolerance: ToleranceRecord): CrossedPair =>
  crossTouching(sheet, a, b, touchingOn(sheet, a, b), tolerance);

const touchingOn = (sheet: Sheet, a: Layer, b: Layer): Touching =>
  findTouching(sheet.arrangement, {
    layerA: sheet.positionOf(a),
    layerB: sheet.positionOf(b),
    unitsA: a.codes.length,
    unitsB: b.codes.length,
  });

function crossTouching(
  sheet: Sheet,
  a: Layer,
  b: Layer,
  touching: Touching,
  tolerance: ToleranceRecord,
): CrossedPair {
  const shapes = judgeTouching(sheet.arrangement, touching, tolerance);
  const people = peopleOnShapePairs(sheet.arrangement, shapes, sheet.measures);
  return {
    a,
    b,
    land: peopleInPlace(shapes, people.withPeople(pairsOfLand(shapes)), sheet.measures),
    lost: people.lost,
    asides: people.asides,
    sentences: asideSentences(people.asides, { rule: null, byLookup: false, layers: 2 }),
    shapes,
    tolerance,
  };
}
