/**
 * Some units of a layer as a layer of their own, so that a small question is not asked of a whole country.
 */
import type { Land, Layer } from '../../layer/layer.js';
import { pickFeatures } from '../../layer/pick-features.js';
import { featureCount, type Shapes } from '../../layer/shapes.js';

/** The layer with the units `keep` says, in the same order; only their shapes are copied. */
export function pickUnits(layer: Layer, keep: (unit: number) => boolean): Layer {
  const kept = layer.codes.flatMap((_, unit) => (keep(unit) ? [unit] : []));
  const numberOf = new Int32Array(layer.codes.length).fill(-1);
  kept.forEach((unit, number) => (numberOf[unit] = number));
  return {
    ...layer,
    codes: kept.map((unit) => layer.codes[unit]!),
    names: kept.map((unit) => layer.names[unit]!),
    ods: layer.ods === null ? null : kept.map((unit) => layer.ods![unit]!),
    kept: layer.kept.map(({ field, values }) => ({ field, values: kept.map((unit) => values[unit]!) })),
    land: layer.land === null ? null : pickLand(layer.land, numberOf),
  };
}

function pickLand(land: Land, numberOf: Int32Array): Land {
  const { shapes, featureUnit } = land;
  const features: number[] = [];
  for (let f = 0; f < featureCount(shapes); f++) {
    if (featureUnit[f]! >= 0 && numberOf[featureUnit[f]!]! >= 0) features.push(f);
  }
  return {
    ...land,
    shapes: pickFeatures(shapes, features),
    featureUnit: Int32Array.from(features, (f) => numberOf[featureUnit[f]!]!),
  };
}

/** Least and greatest x and y of the land of some units: minX, minY, maxX, maxY. */
export function boundsOf(layer: Layer, wanted: (unit: number) => boolean): Float64Array {
  const bounds = Float64Array.of(Infinity, Infinity, -Infinity, -Infinity);
  const { shapes, featureUnit } = layer.land!;
  for (let f = 0; f < featureCount(shapes); f++) {
    if (featureUnit[f]! >= 0 && wanted(featureUnit[f]!)) widen(bounds, shapes, f);
  }
  return bounds;
}

/** Whether the land of each unit reaches into some bounds. */
export function unitsReaching(layer: Layer, bounds: Float64Array): Uint8Array {
  const reaches = new Uint8Array(layer.codes.length);
  const { shapes, featureUnit } = layer.land!;
  for (let f = 0; f < featureCount(shapes); f++) {
    const own = Float64Array.of(Infinity, Infinity, -Infinity, -Infinity);
    widen(own, shapes, f);
    const apart =
      own[0]! > bounds[2]! || own[2]! < bounds[0]! || own[1]! > bounds[3]! || own[3]! < bounds[1]!;
    if (!apart && featureUnit[f]! >= 0) reaches[featureUnit[f]!] = 1;
  }
  return reaches;
}

function widen(bounds: Float64Array, shapes: Shapes, feature: number): void {
  const firstRing = shapes.polygonStart[shapes.featureStart[feature]!]!;
  const lastRing = shapes.polygonStart[shapes.featureStart[feature + 1]!]!;
  for (let i = shapes.ringStart[firstRing]!; i < shapes.ringStart[lastRing]!; i++) {
    const [x, y] = [shapes.coordinates[2 * i]!, shapes.coordinates[2 * i + 1]!];
    if (x < bounds[0]!) bounds[0] = x;
    if (y < bounds[1]!) bounds[1] = y;
    if (x > bounds[2]!) bounds[2] = x;
    if (y > bounds[3]!) bounds[3] = y;
  }
}
