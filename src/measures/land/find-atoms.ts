/**
 * Atoms: all land that carries one and the same label in every one of some layers.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { combineLabels } from '../../arrangement/combine-labels.js';
import { ExactSums } from '../../arrangement/exact-sum.js';

/** Atoms of an arrangement: distinct labels, their land, and which faces they are made of. */
export interface Atoms {
  /** Set number of each layer for each atom: atom t has sets[t * layers] to sets[t * layers + layers - 1]. */
  readonly sets: Int32Array;
  readonly layers: number;
  readonly count: number;
  /** Square metres. */
  readonly area: Float64Array;
  /** Atom of each face; -1 for faces that no layer covers. */
  readonly ofFace: Int32Array;
  /** The first face of each atom. */
  readonly faceOf: Int32Array;
}

/** Groups faces by their labels in the given layers. */
export function findAtoms(arrangement: Arrangement, layers: readonly number[]): Atoms {
  const faces = arrangement.area.length;
  const labels = layers.map((layer) => arrangement.labels[layer]!.ofFace);
  const combined = combineLabels(faces, labels);
  // Combination 0 is that of the outside, which no layer covers.
  const faceOf = combined.faceOf.subarray(1);
  const count = faceOf.length;
  const area = new ExactSums(count);
  const ofFace = combined.ofFace;
  for (let face = 0; face < faces; face++) {
    ofFace[face]!--;
    if (ofFace[face]! >= 0) area.add(ofFace[face]!, arrangement.area[face]!);
  }
  const sets = new Int32Array(count * layers.length);
  labels.forEach((ofLayer, l) => {
    for (let atom = 0; atom < count; atom++) sets[atom * layers.length + l] = ofLayer[faceOf[atom]!]!;
  });
  return { sets, layers: layers.length, count, area: area.values(), ofFace, faceOf };
}
