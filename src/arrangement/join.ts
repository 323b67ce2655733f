/**
 * Joins faces across the edges between them.
 */
import { leftFace, meetingsOf, rightFace, type FaceGraph } from './arrangement.js';
import { join, rootOf, singles } from './forest.js';

/** For each face the lowest face it is joined to, across edges with faces on both sides that go together. */
export function joinFaces(
  arrangement: FaceGraph,
  goTogether: (left: number, right: number) => boolean,
): Int32Array {
  const parent = singles(arrangement.area.length);
  const meetings = meetingsOf(arrangement);
  for (let e = 0; e < meetings.length.length; e++) {
    const left = leftFace(meetings, e);
    const right = rightFace(meetings, e);
    if (goTogether(left, right)) join(parent, left, right);
  }
  return parent.map((_, face) => rootOf(parent, face));
}
