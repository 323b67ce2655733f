/**
 * Faces: the pieces of the sheet that edges cut it into.
 *
 *     ┌───────────────┐      cycle 1 runs around the big face, cycle 2 the other way around the hole's rim;
 *     │  1   ┌───┐    │      the two belong to one face, cycle 3 to the face inside.
 *     │      │ 3 │2   │      The outer cycle of a connected piece of linework belongs to the face
 *     │      └───┘    │      that the piece lies in.
 *     └───────────────┘
 *
 * Face 0 is all that lies outside everything.
 */
import type { HalfEdges } from './half-edges.js';
import { origin } from './half-edges.js';
import type { PlanarEdges } from './planar-edges.js';

export interface Faces {
  /** Face on the left of each half-edge. */
  readonly ofHalfEdge: Int32Array;
  readonly count: number;
  /**
   * Half-edges to cross, from their left to their right, so that every face is reached once from the outside:
   * the face left of each is the outside or was reached before.
   */
  readonly route: Int32Array;
}

/** Faces on both sides of edges, and their metres. */
export interface Meetings {
  readonly faces: Pick<Faces, 'ofHalfEdge'>;
  readonly length: Float64Array;
}

/** The outside of everything. */
export const OUTSIDE_FACE = 0;

/** Throws if a half-edge and its successor do not meet or lie on different faces; used in tests. */
export function assertFaces(edges: PlanarEdges, halves: HalfEdges, faces: Faces): void {
  for (let h = 0; h < halves.next.length; h++) {
    const g = halves.next[h]!;
    if (origin(edges, g) !== origin(edges, h ^ 1)) throw new Error(`half-edge ${g} does not follow ${h}`);
    if (faces.ofHalfEdge[g] !== faces.ofHalfEdge[h])
      throw new Error(`the face changes from half-edge ${h} to ${g}`);
  }
}
