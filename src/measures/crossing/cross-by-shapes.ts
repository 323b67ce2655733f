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
import { toleranceBetween } from '../pairs/tolerance.js';
import type { Crossing } from './crossing.js';
import type { CrossedPair } from './crossed-pair.js';
import type { Sheet } from '../people/sheet.js';
import type { CrossingRequest } from './crossing-request.js';
import { facesInSlivers } from '../pairs/faces-in-slivers.js';
import { findShapePairs, pairsOfLand, type ShapePairs } from '../pairs/shape-pairs.js';
import type { ToleranceRecord } from '../../result/result.js';

/** Crosses layers with shapes. */
export function crossByShapes(request: CrossingRequest): Crossing {
  const { layers, tolerance, disclosure = null, place = 'area' } = request;
  const onSheet = [...layers, ...blockLayers(layers, request.measures)];
  const { arrangement, position } = arrangeOnce(onSheet, request.planar);
  const positionOf = (layer: Layer): number => position[onSheet.indexOf(layer)]!;
  const areas = layers.map((layer) => unitAreas(arrangement, positionOf(layer), layer.codes.length));
  const bare: Sheet = { arrangement, positionOf, measures: [] };
  const lands = layers.flatMap((a, i) => layers.slice(i + 1).map((b) => landOfTwo(bare, a, b, tolerance)));
  const shapes = lands.map((land) => land.shapes);
  const measures = placeOnFaces(arrangement, positionOf, request.measures, {
    against: {
      layers: layers.map((layer, l) => ({ layer, position: positionOf(layer), areas: areas[l]!.ofUnit })),
      slivers: facesInSlivers(shapes, arrangement.area.length),
      tolerance,
      place,
    },
    rule: disclosure,
  });
  const sheet: Sheet = { ...bare, measures };
  const [first, ...others] = lands.map((land) => peopleOfTwo(sheet, land));
  // Blocks are placed once for all layers, which is said once.
  const placing = measures.flatMap(({ sentences }) => sentences);
  return {
    layers,
    pairs: first === undefined ? [] : [{ ...first, sentences: [...first.sentences, ...placing] }, ...others],
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

/** Two layers and their pairs, without people. */
interface LandOfTwo {
  readonly a: Layer;
  readonly b: Layer;
  readonly tolerance: ToleranceRecord;
  readonly shapes: ShapePairs;
}

/** Crosses two layers that lie on a sheet, with the people that are placed on it. */
export const crossTwo = (sheet: Sheet, a: Layer, b: Layer, given: number | 'auto'): CrossedPair =>
  peopleOfTwo(sheet, landOfTwo(sheet, a, b, given));

function landOfTwo(sheet: Sheet, a: Layer, b: Layer, given: number | 'auto'): LandOfTwo {
  const tolerance = toleranceBetween(a, b, given);
  const shapes = findShapePairs(sheet.arrangement, {
    layerA: sheet.positionOf(a),
    layerB: sheet.positionOf(b),
    unitsA: a.codes.length,
    unitsB: b.codes.length,
    tolerance: tolerance.metres,
  });
  return { a, b, tolerance, shapes };
}

function peopleOfTwo(sheet: Sheet, { a, b, tolerance, shapes }: LandOfTwo): CrossedPair {
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
