/**
 * Edges, faces and their measures: what is made of the rings of all layers before faces are labelled with units.
 */
import type { Faces } from './faces.js';
import type { OutlinesOnFaces } from './outlines-on-faces.js';
import type { PlanarEdges } from './planar-edges.js';

export interface PlanarMap {
  readonly edges: PlanarEdges;
  readonly faces: Faces;
  /** One entry a layer: which outlines lie around each face. */
  readonly around: readonly OutlinesOnFaces[];
  /** Square metres of each face; 0 for the outside. */
  readonly area: Float64Array;
  /** Metres of each edge. */
  readonly length: Float64Array;
}
