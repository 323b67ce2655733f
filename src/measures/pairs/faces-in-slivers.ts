/**
 * Faces that lie in slivers between two layers.
 */
import type { ShapePairs } from './shape-pairs.js';

/** For each of so many faces the number of crossed pairs of layers in which all its patches are slivers. */
export function facesInSlivers(crossed: readonly ShapePairs[], faces: number): Uint8Array {
  const slivers = new Uint8Array(faces);
  for (const { patches, list } of crossed) {
    const { faceStart, ofFace } = patches;
    for (let face = 0; face < faces; face++) {
      const first = faceStart[face]!;
      const end = faceStart[face + 1]!;
      let part = first;
      while (part < end && list.patchMaterial[ofFace[part]!] === 0) part++;
      if (part === end && first < end) slivers[face]!++;
    }
  }
  return slivers;
}
