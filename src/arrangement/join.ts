/**
 * Joins faces across the edges between them.
 */
import { leftFace, rightFace, type FaceGraph } from './arrangement.js';
import { join, rootOf, singles } from './forest.js';

/** For each face the lowest face it is joined to, across edges with faces on both sides that go together. */
export function joinFaces(
  arrangement: FaceGraph,
  goTogether: (left: number, right: number) => boolean,
): Int32Array {
  const parent = singles(arrangement.area.length);
  for (let e = 0; e < arrangement.length.length; e++) {
    const left = leftFace(arrangement, e);
    const right = rightFace(arrangement, e);
    if (goTogether(left, right)) join(parent, left, right);
  }
  return parent.map((_, face) => rootOf(parent, face));
}
