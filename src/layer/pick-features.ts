/**
 * Shapes of some features: fewer than there are, in another order, or some of them more than once.
 */
import type { Shapes } from './shapes.js';

/** The shapes of some features, in the order given; one given twice stands twice, each time as a feature of its own. */
export function pickFeatures(shapes: Shapes, features: readonly number[]): Shapes {
  const { featureStart, polygonStart, ringStart, coordinates } = shapes;
  const [newFeature, newPolygon, newRing]: [number[], number[], number[]] = [[0], [0], [0]];
  const runs: Float64Array[] = [];
  let positions = 0;
  for (const f of features) {
    for (let p = featureStart[f]!; p < featureStart[f + 1]!; p++) {
      for (let r = polygonStart[p]!; r < polygonStart[p + 1]!; r++) {
        const run = coordinates.subarray(2 * ringStart[r]!, 2 * ringStart[r + 1]!);
        runs.push(run);
        positions += run.length / 2;
        newRing.push(positions);
      }
      newPolygon.push(newRing.length - 1);
    }
    newFeature.push(newPolygon.length - 1);
  }
  const picked = new Float64Array(2 * positions);
  let at = 0;
  for (const run of runs) {
    picked.set(run, at);
    at += run.length;
  }
  return {
    coordinates: picked,
    ringStart: Uint32Array.from(newRing),
    polygonStart: Uint32Array.from(newPolygon),
    featureStart: Uint32Array.from(newFeature),
  };
}
