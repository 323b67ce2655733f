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
    combined = combine(combined.ofFace, ofFace, sets.count);
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
  labels.forEach((ofLayer, l) => {
    for (let atom = 0; atom < count; atom++) sets[atom * layers.length + l] = ofLayer[faceOf[atom]!]!;
  });
  return { sets, layers: layers.length, count, area: area.values(), ofFace, faceOf };
}

/** Numbers the combinations of a number and a label (below `labels`, or -1) in order of the faces. */
function combine(
  numbers: Int32Array,
  labelOfFace: Int32Array,
  labels: number,
): { ofFace: Int32Array<ArrayBuffer>; count: number; faceOf: Int32Array<ArrayBuffer> } {
  const faces = numbers.length;
  const ofFace = new Int32Array(faces);
  const faceOf = new Int32Array(faces);
  // Open addressing, at most half full: the number of a combination, and 1.
  const bits = Math.ceil(Math.log2(2 * faces + 2));
  const table = new Int32Array(2 ** bits);
  let count = 0;
  for (let face = 0; face < faces; face++) {
    const number = numbers[face]!;
    const label = labelOfFace[face]!;
    let place = Math.imul(Math.imul(number, labels) + label, SPREAD) >>> (32 - bits);
    let found = table[place]! - 1;
    while (found >= 0 && (numbers[faceOf[found]!] !== number || labelOfFace[faceOf[found]!] !== label)) {
      place = (place + 1) % table.length;
      found = table[place]! - 1;
    }
    if (found < 0) {
      found = count++;
      table[place] = count;
      faceOf[found] = face;
    }
    ofFace[face] = found;
  }
  return { ofFace, count, faceOf: faceOf.slice(0, count) };
}

/** Spreads what lies side by side: 2³² over the golden ratio. */
const SPREAD = 0x9e3779b1;
