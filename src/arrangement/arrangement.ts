/**
 * The arrangement: all layers on one sheet, every piece of boundary stored once, every face labelled.
 *
 *     layers ──► planar edges ──► half-edges ──► faces ──► labels, areas, lengths
 *
 * This is what every measure works on: faces with an area and a label, and edges with a length between two faces.
 * A layer owns an edge when its labels left and right differ.
 *
 * Known limits: a ring that runs over the antimeridian is taken as drawn, around the world.
 */
import { areaUnderEdge, edgeLength } from './ellipsoid.js';
import { ExactSums } from './exact-sum.js';
import { findFaces, OUTSIDE_FACE, type Faces } from './faces.js';
import { linkHalfEdges, type HalfEdges } from './half-edges.js';
import { labelFaces, type LayerLabels } from './labels.js';
import type { LandLayer } from './land-layer.js';
import { valueX, valueY, type Lattice } from './lattice.js';
import { nodeLayers, type PlanarEdges } from './noding.js';

export interface Arrangement {
  readonly edges: PlanarEdges;
  readonly halves: HalfEdges;
  readonly faces: Faces;
  /** One entry a layer, in the order given. */
  readonly labels: readonly LayerLabels[];
  /** Square metres of each face; 0 for the outside. */
  readonly area: Float64Array;
  /** Metres of each edge. */
  readonly length: Float64Array;
}

/** Builds the arrangement of any number of layers. */
export function buildArrangement(layers: readonly LandLayer[], lattice: Lattice): Arrangement {
  const edges = nodeLayers(layers, lattice);
  const halves = linkHalfEdges(edges);
  const faces = findFaces(edges, halves);
  const labels = labelFaces(layers, edges, faces);
  return { edges, halves, faces, labels, ...measureEdges(edges, faces) };
}

/** Face left of an edge, seen from its first node to its second. */
export const leftFace = (arrangement: Arrangement, edge: number): number =>
  arrangement.faces.ofHalfEdge[2 * edge]!;
/** Face right of an edge. */
export const rightFace = (arrangement: Arrangement, edge: number): number =>
  arrangement.faces.ofHalfEdge[2 * edge + 1]!;

function measureEdges(edges: PlanarEdges, faces: Faces): { area: Float64Array; length: Float64Array } {
  const { from, to, nodeX, nodeY, lattice } = edges;
  const measure = lattice.model === 'ellipsoid' ? onEllipsoid : onPlane;
  const length = new Float64Array(from.length);
  const sums = new ExactSums(faces.count);
  const out = new Float64Array(2);
  for (let e = 0; e < from.length; e++) {
    // Every edge is measured from its western (else southern) end, however it was drawn: a half rounds up, and an
    // edge of many pieces rounds along the way, so the two directions could differ in the last bit.
    const turned = nodeX[from[e]!]! - nodeX[to[e]!]! || nodeY[from[e]!]! - nodeY[to[e]!]!;
    const h = turned > 0 ? 2 * e + 1 : 2 * e;
    const u = turned > 0 ? to[e]! : from[e]!;
    const v = turned > 0 ? from[e]! : to[e]!;
    measure(lattice, nodeX[u]!, nodeY[u]!, nodeX[v]!, nodeY[v]!, out);
    length[e] = out[1]!;
    sums.move(faces.ofHalfEdge[h]!, faces.ofHalfEdge[h ^ 1]!, out[0]!);
  }
  const area = sums.values();
  area[OUTSIDE_FACE] = 0;
  return { area, length };
}

/** Fractions of a metre that lengths are rounded to, so that their sums are exact in any order. */
const LENGTH_FRACTIONS = 2 ** 20;

function onEllipsoid(
  lattice: Lattice,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  out: Float64Array,
): void {
  const lon1 = valueX(lattice, ax);
  const lat1 = valueY(lattice, ay);
  const lon2 = valueX(lattice, bx);
  const lat2 = valueY(lattice, by);
  out[0] = areaUnderEdge(lon1, lat1, lon2, lat2);
  out[1] = Math.round(edgeLength(lon1, lat1, lon2, lat2) * LENGTH_FRACTIONS) / LENGTH_FRACTIONS;
}

function onPlane(lattice: Lattice, ax: number, ay: number, bx: number, by: number, out: Float64Array): void {
  const scale = lattice.stepsPerUnit;
  out[0] = ((ax - bx) * (ay + by)) / (2 * scale * scale);
  out[1] = Math.round((Math.hypot(bx - ax, by - ay) / scale) * LENGTH_FRACTIONS) / LENGTH_FRACTIONS;
}
