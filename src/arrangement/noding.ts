/**
 * From the rings of all layers to one planar set of edges, each stored once with the polygons it bounds, and to the
 * faces between them. The kernel does the work.
 *
 *     rings ──► nodes and edges, once ──► meetings and hot pixels ──► pieces ──► edges with their sides
 *           ──► faces ──► areas and lengths
 *
 * "Sides" are the polygons whose ring runs along an edge an odd number of times. Direction is not kept: crossing
 * an edge enters or leaves each polygon on its list, so winding does not matter, spikes cancel, and holes and
 * islands need no special case. Edges that bound nothing are dropped.
 */
import type { Faces } from './faces.js';
import { makeKernel, readColumn, readFloats, readInts, writeBytes } from './kernel.js';
import type { Lattice } from './lattice.js';
import type { LandLayer } from './land-layer.js';
import { LEFT_OUT } from './repeated-polygons.js';
import { addRings } from './ring-edges.js';

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

/** What the kernel makes of all layers. */
export interface PlanarMap {
  readonly edges: PlanarEdges;
  readonly faces: Faces;
  /** Square metres of each face; 0 for the outside. */
  readonly area: Float64Array;
  /** Metres of each edge. */
  readonly length: Float64Array;
}

/** Nodes all layers on one lattice, finds the faces between their edges and measures both. */
export function nodeLayers(layers: readonly LandLayer[], lattice: Lattice): PlanarMap {
  const kernel = makeKernel();
  const { stepStart, polygonStart, repeated, positions } = addRings(layers, lattice, kernel);
  const steps = writeBytes(kernel, new Uint8Array(stepStart.buffer));
  const leftOut = writeBytes(
    kernel,
    repeated.map((mark) => (mark === LEFT_OUT ? 1 : 0)),
  );
  kernel.node(repeated.length, steps, leftOut);
  const nodeCount = kernel.nodeCount.value;
  const edgeCount = kernel.edgeCount.value;
  const edges: PlanarEdges = {
    lattice,
    nodeX: readColumn(kernel, kernel.nodes, nodeCount, 0),
    nodeY: readColumn(kernel, kernel.nodes, nodeCount, 1),
    from: readColumn(kernel, kernel.ends, edgeCount, 0),
    to: readColumn(kernel, kernel.ends, edgeCount, 1),
    sideStart: new Uint32Array(readInts(kernel, kernel.sideStart, edgeCount + 1).buffer),
    sidePolygon: readInts(kernel, kernel.sidePolygon, kernel.sideCount.value),
    polygonStart,
    repeated,
    counts: { positions, crossings: kernel.crossings.value, cuts: kernel.cuts.value },
  };
  kernel.face();
  const faceCount = kernel.faceCount.value;
  const faces: Faces = {
    ofHalfEdge: readInts(kernel, kernel.faceOf, 2 * edgeCount),
    count: faceCount,
    route: readInts(kernel, kernel.route, kernel.routeLength.value),
  };
  kernel.measure(lattice.stepsPerUnit, lattice.model === 'ellipsoid');
  const area = readFloats(kernel, kernel.faceArea, faceCount);
  return { edges, faces, area, length: readFloats(kernel, kernel.edgeLength, edgeCount) };
}
