/**
 * A planar set of edges, each stored once with the polygons it bounds.
 *
 * "Sides" are the polygons whose ring runs along an edge an odd number of times. Direction is not kept: crossing an edge
 * enters or leaves each polygon on its list, so winding does not matter, spikes cancel, and holes and islands need no
 * special case. Edges that bound nothing are not among them.
 */
import type { Lattice } from './lattice.js';

/** A planar set of edges. Edges meet at nodes only; no node lies on an edge; no two edges coincide. */
export interface PlanarEdges {
  readonly lattice: Lattice;
  /** Lattice steps of each node. */
  readonly nodeX: Int32Array;
  readonly nodeY: Int32Array;
  /** End nodes of each edge. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Edge e bounds polygons sidePolygon[sideStart[e]] to sidePolygon[sideStart[e + 1] - 1], rising. */
  readonly sideStart: Uint32Array;
  readonly sidePolygon: Int32Array;
  /** Polygons are numbered through all layers: layer l has polygonStart[l] to polygonStart[l + 1] - 1. */
  readonly polygonStart: Uint32Array;
  /** LEFT_OUT or DRAWN_AGAIN for a polygon that repeats another of its unit, else 0. */
  readonly repeated: Uint8Array;
  /** How the work went, for notes and benchmarks. */
  readonly counts: { readonly positions: number; readonly crossings: number; readonly cuts: number };
}
