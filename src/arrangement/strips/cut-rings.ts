/**
 * The edges of all rings, cut where they meet: strip by strip, each in a kernel that is let go before the next.
 *
 *     rings ──► nodes and edges, once ──► strip 0: crossings, hits ──► pieces
 *                                         strip 1: crossings, hits
 *                                         …
 */
import type { LandLayer } from '../land-layer.js';
import type { Lattice } from '../lattice.js';
import { cutEdges, type Pieces } from './cut-edges.js';
import { enterRings, type EnteredRings } from './enter-rings.js';
import { meetStrip } from './meet-strip.js';
import { stripBounds } from './strip-bounds.js';

export interface CutRings {
  readonly nodeX: Int32Array;
  readonly nodeY: Int32Array;
  /** Ends of each edge: of those of rings, then of pieces. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** What each edge of a ring was cut into. */
  readonly pieces: Pieces;
  readonly rings: Omit<EnteredRings, 'points' | 'edges'>;
  /** How many nodes crossings made. */
  readonly crossings: number;
}

/** Cuts the edges of all rings, in strips of so many nodes each. */
export function cutRings(layers: readonly LandLayer[], lattice: Lattice, stripNodes: number): CutRings {
  const { points, edges, ...rings } = enterRings(layers, lattice);
  const vertices = points.count;
  const bounds = stripBounds(points, stripNodes);
  const hits = bounds.slice(1).map((north, strip) => meetStrip(points, edges, bounds[strip]!, north));
  const pieces = cutEdges(points, edges, hits);
  const [nodes, all] = [points.count, edges.count];
  return {
    nodeX: points.x.subarray(0, nodes),
    nodeY: points.y.subarray(0, nodes),
    low: edges.low.subarray(0, all),
    high: edges.high.subarray(0, all),
    pieces,
    rings,
    crossings: nodes - vertices,
  };
}
