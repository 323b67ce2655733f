/**
 * Atoms: all land that carries one and the same label in every one of some layers.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
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
  let combined = { ofFace: new Int32Array(faces), count: 1, faceOf: new Int32Array(1) };
  for (const layer of layers) {
    const { ofFace, sets } = arrangement.labels[layer]!;
    combined = combine(combined.ofFace, ofFace, sets.count + 1);
  }
  // Combination 0 is that of the outside, which no layer covers.
  const count = combined.count - 1;
  const faceOf = combined.faceOf.subarray(1);
  const labels = layers.map((layer) => arrangement.labels[layer]!.ofFace);
  const area = new ExactSums(count);
  const ofFace = combined.ofFace;
  for (let face = 0; face < faces; face++) {
    ofFace[face]!--;
    if (ofFace[face]! >= 0) area.add(ofFace[face]!, arrangement.area[face]!);
  }
  const sets = new Int32Array(count * layers.length);
  for (let atom = 0; atom < count; atom++) {
    labels.forEach((ofLayer, l) => (sets[atom * layers.length + l] = ofLayer[faceOf[atom]!]!));
  }
  return { sets, layers: layers.length, count, area: area.values(), ofFace, faceOf };
}

/** Numbers the combinations of a number and a label (below `labels - 1`, or -1) in order of the faces. */
function combine(
  numbers: Int32Array,
  labelOfFace: Int32Array,
  labels: number,
): { ofFace: Int32Array<ArrayBuffer>; count: number; faceOf: Int32Array<ArrayBuffer> } {
  const found = new Map<number, number>();
  const ofFace = new Int32Array(numbers.length);
  const faceOf: number[] = [];
  for (let face = 0; face < numbers.length; face++) {
    const key = numbers[face]! * labels + labelOfFace[face]! + 1;
    let number = found.get(key);
    if (number === undefined) {
      number = found.size;
      found.set(key, number);
      faceOf.push(face);
    }
    ofFace[face] = number;
  }
  return { ofFace, count: found.size, faceOf: Int32Array.from(faceOf) };
}
