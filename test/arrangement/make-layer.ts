/**
 * Land layers written by hand or by chance: a list of features, each a unit and its polygons.
 */
import type { LandLayer } from '../../src/arrangement/land-layer.js';

export type Position = readonly [number, number];
export type Ring = readonly Position[];
export type Polygon = readonly Ring[];

/** One feature; rings may be open, the layer closes them. */
export interface PlainFeature {
  readonly unit: number;
  readonly polygons: readonly Polygon[];
}

/** The layer of some features, accurate to some metres. `unitCount` defaults to one more than the highest unit. */
export function makeLayer(
  features: readonly PlainFeature[],
  fill: LandLayer['fill'] = 'parity',
  unitCount = 1 + Math.max(-1, ...features.map((feature) => feature.unit)),
  metres = 0,
): LandLayer {
  const coordinates: number[] = [];
  const ringStart = [0];
  const polygonStart = [0];
  const featureStart = [0];
  for (const feature of features) {
    for (const polygon of feature.polygons) {
      for (const ring of polygon) {
        for (const [x, y] of closed(ring)) coordinates.push(x, y);
        ringStart.push(coordinates.length / 2);
      }
      polygonStart.push(ringStart.length - 1);
    }
    featureStart.push(polygonStart.length - 1);
  }
  return {
    unitCount,
    fill,
    accuracy: { metres, finest: 0 },
    featureUnit: Int32Array.from(features, (feature) => feature.unit),
    shapes: {
      coordinates: Float64Array.from(coordinates),
      ringStart: Uint32Array.from(ringStart),
      polygonStart: Uint32Array.from(polygonStart),
      featureStart: Uint32Array.from(featureStart),
    },
  };
}

/** The features of a layer again, rings closed. */
export function featuresOf(layer: LandLayer): PlainFeature[] {
  const { coordinates, ringStart, polygonStart, featureStart } = layer.shapes;
  return Array.from(layer.featureUnit, (unit, f) => ({
    unit,
    polygons: range(featureStart[f]!, featureStart[f + 1]!).map((p) =>
      range(polygonStart[p]!, polygonStart[p + 1]!).map((r) =>
        range(ringStart[r]!, ringStart[r + 1]!).map((i): Position => [
          coordinates[2 * i]!,
          coordinates[2 * i + 1]!,
        ]),
      ),
    ),
  }));
}

/** The same features with every ring changed. */
export function mapRings(features: readonly PlainFeature[], change: (ring: Ring) => Ring): PlainFeature[] {
  return features.map(({ unit, polygons }) => ({
    unit,
    polygons: polygons.map((polygon) => polygon.map(change)),
  }));
}

/** A ring that ends where it starts. */
export function closed(ring: Ring): Ring {
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (first === undefined || last === undefined) return ring;
  return first[0] === last[0] && first[1] === last[1] && ring.length > 1 ? ring : [...ring, first];
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
