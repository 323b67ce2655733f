/**
 * Combinations of what several layers say of each face. The kernel numbers them (src/kernel/combinations.ts).
 */
import { viewInts, writeInts } from './kernel.js';
import { giveSpare, takeSpare } from './spare-kernel.js';

export interface Combinations {
  /** For each face the number of its combination, in order of the faces. */
  readonly ofFace: Int32Array<ArrayBuffer>;
  /** The first face of each combination. */
  readonly faceOf: Int32Array<ArrayBuffer>;
}

/** The combinations of labels of so many faces, each layer with an array of one a face. */
export function combineLabels(faces: number, labels: readonly Int32Array[]): Combinations {
  const kernel = takeSpare();
  const before = kernel.mark();
  let [ofFace, count] = [kernel.take(4 * faces), Math.min(1, faces)];
  const faceOf = kernel.take(4 * faces);
  for (const label of labels) {
    const combined = kernel.take(4 * faces);
    count = kernel.combine(faces, ofFace, writeInts(kernel, label), combined, faceOf);
    ofFace = combined;
  }
  const found = {
    ofFace: viewInts(kernel, ofFace, faces).slice(),
    faceOf: viewInts(kernel, faceOf, count).slice(),
  };
  giveSpare(kernel, before);
  return found;
}
