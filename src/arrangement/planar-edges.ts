/**
 * A planar set of edges, each stored once with the outlines it bounds.
 *
 * "Sides" are the outlines that run along an edge an odd number of times. Direction is not kept: crossing an edge
 * enters or leaves each outline on its list, so winding does not matter, spikes cancel, and holes and islands need no
 * special case. Edges that bound nothing are not among them.
 */
import type { Lattice } from './lattice.js';
import type { Outlines } from './outlines.js';

/** A planar set of edges. Edges meet at nodes only; no node lies on an edge; no two edges coincide. */
export interface PlanarEdges {
  readonly lattice: Lattice;
  /** Lattice steps of each node. */
  readonly nodeX: Int32Array;
  readonly nodeY: Int32Array;
  /** End nodes of each edge. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Edge e bounds outlines sideOutline[sideStart[e]] to sideOutline[sideStart[e + 1] - 1], rising. */
  readonly sideStart: Uint32Array;
  readonly sideOutline: Int32Array;
  readonly outlines: Outlines;
  /** How the work went, for notes and benchmarks: positions of rings, nodes made of crossings, cuts made. */
  readonly counts: { readonly positions: number; readonly crossings: number; readonly cuts: number };
}
