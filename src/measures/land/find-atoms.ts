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
  let combined: Combined = { ofFace: new Int32Array(faces), count: 1, faceOf: new Int32Array(1) };
  for (const layer of layers) {
    const { ofFace, sets } = arrangement.labels[layer]!;
    combined = combine(combined.ofFace, combined.count, ofFace, sets.count + 1);
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

/** Combinations of labels: that of each face, and the first face of each. */
interface Combined {
  readonly ofFace: Int32Array;
  readonly count: number;
  readonly faceOf: Int32Array;
}

/**
 * Numbers the combinations of a number (below `count`) and a label (below `labels - 1`, or -1) in order of the faces.
 * Faces are gone through label by label: the first with a number there is the first of its combination.
 */
function combine(numbers: Int32Array, count: number, labelOfFace: Int32Array, labels: number): Combined {
  const sorted = facesByLabel(labelOfFace, labels);
  const firstOf = new Int32Array(count).fill(-1);
  const ofFace = new Int32Array(numbers.length);
  for (let i = 0; i < sorted.length; i++) {
    const face = sorted[i]!;
    const number = numbers[face]!;
    const first = firstOf[number]!;
    if (first < 0 || labelOfFace[first] !== labelOfFace[face]) firstOf[number] = face;
    ofFace[face] = firstOf[number]!;
  }
  const faceOf = new Int32Array(numbers.length);
  let found = 0;
  for (let face = 0; face < numbers.length; face++) {
    const first = ofFace[face]!;
    if (first === face) faceOf[found] = face;
    ofFace[face] = first === face ? found++ : ofFace[first]!;
  }
  return { ofFace, count: found, faceOf: faceOf.slice(0, found) };
}

/** All faces by label, those of one label rising. */
function facesByLabel(labelOfFace: Int32Array, labels: number): Int32Array {
  const next = new Int32Array(labels + 1);
  for (let face = 0; face < labelOfFace.length; face++) next[labelOfFace[face]! + 2]!++;
  for (let label = 0; label < labels; label++) next[label + 1]! += next[label]!;
  const sorted = new Int32Array(labelOfFace.length);
  for (let face = 0; face < sorted.length; face++) sorted[next[labelOfFace[face]! + 1]!++] = face;
  return sorted;
}
