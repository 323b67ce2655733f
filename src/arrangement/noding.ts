/**
 * From the rings of all layers to one planar set of edges, each stored once with the polygons it bounds.
 *
 *     rings ──► nodes and edges, once ──► meetings and hot pixels ──► pieces ──► edges with their sides
 *
 * "Sides" are the polygons whose ring runs along an edge an odd number of times. Direction is not kept: crossing
 * an edge enters or leaves each polygon on its list, so winding does not matter, spikes cancel, and holes and
 * islands need no special case. Edges that bound nothing are dropped.
 */
import { meetEdges } from './crossings.js';
import { cutAtPixels } from './cutting.js';
import { listEdgesByCell, makeGrid, meanReach } from './grid.js';
import { addPixelHits, noHits } from './hot-pixels.js';
import type { Lattice } from './lattice.js';
import { collectRings } from './ring-edges.js';
import type { LandLayer } from './land-layer.js';

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

/** Width of a cell in mean edge lengths. */
const CELL_REACH = 2;

/** Nodes all layers on one lattice. */
export function nodeLayers(layers: readonly LandLayer[], lattice: Lattice): PlanarEdges {
  const rings = collectRings(layers, lattice);
  const { nodes, edges } = rings;
  const original = edges.count;
  const segments = { low: edges.low, high: edges.high, x: nodes.x, y: nodes.y };
  const cellSize = CELL_REACH * meanReach(segments, original);
  const grid = makeGrid(rings.minX, rings.minY, rings.maxX, rings.maxY, cellSize);
  const cells = listEdgesByCell(grid, segments, null, original);
  const hits = noHits();
  const vertices = nodes.count;
  const crossings = meetEdges(cells, segments, nodes, hits);
  addPixelHits(cells, segments, nodes, vertices, hits);
  const { cut, cuts } = cutAtPixels(rings, hits);
  return { lattice, ...cut, counts: { positions: rings.positions, crossings, cuts } };
}
