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
import { measureNoise, type Noise } from '../pairs/measure-noise.js';
import { settleTolerances, statedTolerance } from '../pairs/tolerance.js';
import type { Crossing } from './crossing.js';
import type { CrossedPair } from './crossed-pair.js';
import { discloseOnFaces } from './disclose-on-faces.js';
import type { Sheet } from '../people/sheet.js';
import { peopleInPlace } from '../people/people-in-place.js';
import type { CrossingRequest } from './crossing-request.js';
import { facesInSlivers } from '../pairs/faces-in-slivers.js';
import {
  findTouching,
  judgeTouching,
  pairsOfLand,
  type ShapePairs,
  type Touching,
} from '../pairs/shape-pairs.js';
import type { ToleranceRecord } from '../../result/result.js';

/** Crosses layers with shapes. */
export function crossByShapes(request: CrossingRequest): Crossing {
  const { layers, tolerance, disclosure = null, place = 'area', arrange = arrangeOnce } = request;
  const onSheet = [...layers, ...blockLayers(layers, request.measures)];
  const { arrangement, position } = arrange(onSheet, request.planar);
  const positionOf = (layer: Layer): number => position[onSheet.indexOf(layer)]!;
  const bare: Sheet = { arrangement, positionOf, measures: [] };
  const lands = landOnSheet(
    bare,
    layers.flatMap((a, i) => layers.slice(i + 1).map((b) => [a, b] as const)),
    tolerance,
  );
  const areas = layers.map((layer) => unitAreas(arrangement, positionOf(layer), layer.codes.length));
  const settled = lands.map((land) => land.tolerance);
  // Where nobody is placed, nobody asks.
  const slivers = facesInSlivers(
    request.measures.length === 0 ? [] : lands.map((land) => land.shapes),
    arrangement.area.length,
  );
  const placed = placeOnFaces(arrangement, positionOf, request.measures, {
    against: {
      layers: layers.map((layer, l) => ({ layer, position: positionOf(layer), areas: areas[l]!.ofUnit })),
      slivers,
      toleranceTo: (blocks, layer) =>
        settleTolerances(
          [
            {
              a: blocks,
              b: layer,
              measure: () => noiseOn(bare, blocks, layer)(touchingOfTwo(bare, blocks, layer).patches),
            },
          ],
          tolerance,
          settled,
        )[0]!.metres,
      isGiven: tolerance !== 'auto',
      place,
    },
    rule: disclosure,
  });
  refuseOutside(request.measures, placed);
  const measures =
    disclosure === null
      ? placed
      : discloseOnFaces(arrangement, placed, { positions: layers.map(positionOf), slivers }, disclosure);
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

/** Crosses layers that lie on a sheet, two by two; `known` are tolerances of the run that were settled before. */
export const crossOnSheet = (
  sheet: Sheet,
  pairs: readonly (readonly [Layer, Layer])[],
  given: number | 'auto',
  known: readonly ToleranceRecord[] = [],
): CrossedPair[] => landOnSheet(sheet, pairs, given, known).map((land) => peopleOfTwo(sheet, land));

/** Crosses two layers that lie on a sheet by a tolerance that is settled. */
export function crossTwo(sheet: Sheet, a: Layer, b: Layer, tolerance: ToleranceRecord): CrossedPair {
  const shapes = judgeTouching(sheet.arrangement, touchingOfTwo(sheet, a, b), tolerance);
  return peopleOfTwo(sheet, { a, b, tolerance, shapes });
}

function landOnSheet(
  sheet: Sheet,
  pairs: readonly (readonly [Layer, Layer])[],
  given: number | 'auto',
  known: readonly ToleranceRecord[] = [],
): LandOfTwo[] {
  // Where noise is measured, that is what a second thread is at.
  const isStated = pairs.every(([a, b]) => statedTolerance(a, b, given) !== null);
  const together = isStated ? touchingOn(sheet, pairs) : [];
  const touching = pairs.map(([a, b], i) => {
    const noise = statedTolerance(a, b, given) === null ? noiseOn(sheet, a, b) : null;
    const found = together[i] ?? touchingOfTwo(sheet, a, b);
    return { found, noise: noise?.(found.patches) };
  });
  const tolerances = settleTolerances(
    pairs.map(([a, b], i) => ({ a, b, measure: () => touching[i]!.noise! })),
    given,
    known,
  );
  return pairs.map(([a, b], i): LandOfTwo => {
    const tolerance = tolerances[i]!;
    return { a, b, tolerance, shapes: judgeTouching(sheet.arrangement, touching[i]!.found, tolerance) };
  });
}

/** Begins to measure the noise between two layers; a second thread may go on with it while their patches are found. */
const noiseOn = (sheet: Sheet, a: Layer, b: Layer): ((patches: Touching['patches']) => Noise) =>
  measureNoise(sheet.arrangement, sheet.positionOf(a), sheet.positionOf(b));

const touchingOn = (sheet: Sheet, pairs: readonly (readonly [Layer, Layer])[]): Touching[] =>
  findTouching(
    sheet.arrangement,
    pairs.map(([a, b]) => ({
      layerA: sheet.positionOf(a),
      layerB: sheet.positionOf(b),
      unitsA: a.codes.length,
      unitsB: b.codes.length,
    })),
  );

const touchingOfTwo = (sheet: Sheet, a: Layer, b: Layer): Touching => touchingOn(sheet, [[a, b]])[0]!;

function peopleOfTwo(sheet: Sheet, { a, b, tolerance, shapes }: LandOfTwo): CrossedPair {
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
