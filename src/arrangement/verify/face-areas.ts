/**
 * Areas of faces against the same by another formula: the sum over a face's own edges.
 */
import { leftFace, rightFace, type Arrangement } from '../arrangement.js';
import { OUTSIDE_FACE } from '../faces.js';
import { valueX, valueY } from '../lattice.js';
import { areaBelow } from './edge-area.js';
import { LargestDeviation, type Deviation } from './deviation.js';

/** The kernel rounds the land under an edge to such parts of a square metre. */
const ROUNDED = 2 ** -17;
/** Part of the land under an edge that either formula may be off by, in doubles. */
const IN_DOUBLES = 2 ** -44;

/** Square metres by which faces differ. */
export function checkFaceAreas(arrangement: Arrangement): Deviation {
  const { edges, faces, area } = arrangement;
  const { lattice, nodeX, nodeY, from, to } = edges;
  const sums = new Float64Array(faces.count);
  const slack = new Float64Array(faces.count);
  for (let e = 0; e < from.length; e++) {
    const [u, v] = [from[e]!, to[e]!];
    const below = areaBelow(
      lattice.model,
      valueX(lattice, nodeX[u]!),
      valueY(lattice, nodeY[u]!),
      valueX(lattice, nodeX[v]!),
      valueY(lattice, nodeY[v]!),
    );
    sums[leftFace(arrangement, e)]! += below;
    sums[rightFace(arrangement, e)]! -= below;
    const own = ROUNDED + Math.abs(below) * IN_DOUBLES;
    slack[leftFace(arrangement, e)]! += own;
    slack[rightFace(arrangement, e)]! += own;
  }
  const found = new LargestDeviation();
  for (let face = 0; face < faces.count; face++)
    if (face !== OUTSIDE_FACE) found.add(face, area[face]! - sums[face]!, slack[face]!);
  return found.get();
}
