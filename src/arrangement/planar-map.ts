/**
 * Edges, faces and their measures: what is made of the rings of all layers before anything is labelled.
 */
import type { Faces } from './faces.js';
import type { PlanarEdges } from './planar-edges.js';

export interface PlanarMap {
  readonly edges: PlanarEdges;
  readonly faces: Faces;
  /** Square metres of each face; 0 for the outside. */
  readonly area: Float64Array;
  /** Metres of each edge. */
  readonly length: Float64Array;
}
