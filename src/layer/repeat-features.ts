/**
 * Features that stand in a set of shapes more than once, each time as a feature of its own.
 */
import type { Shapes } from './shapes.js';

/** The shapes with some of their features once more at the end, in the order given. */
export function repeatFeatures(shapes: Shapes, features: readonly number[]): Shapes {
  const { coordinates, ringStart, polygonStart, featureStart } = shapes;
  const positions = [...ringStart];
  const rings = [...polygonStart];
  const polygons = [...featureStart];
  const parts: Float64Array[] = [coordinates];
  for (const feature of features) {
    for (let p = featureStart[feature]!; p < featureStart[feature + 1]!; p++) {
      for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) {
        parts.push(coordinates.subarray(2 * ringStart[r]!, 2 * ringStart[r + 1]!));
        positions.push(positions[positions.length - 1]! + ringStart[r + 1]! - ringStart[r]!);
      }
      rings.push(positions.length - 1);
    }
    polygons.push(rings.length - 1);
  }
  const joined = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return {
    coordinates: joined,
    ringStart: Uint32Array.from(positions),
    polygonStart: Uint32Array.from(rings),
    featureStart: Uint32Array.from(polygons),
  };
}
