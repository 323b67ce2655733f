/**
 * The arrangement: all layers on one sheet, every piece of boundary stored once, every face labelled.
 *
 *     layers ──► planar edges and faces ──► labels, areas, lengths
 *
 * This is what every measure works on: faces with an area and a label, and edges with a length between two faces.
 * A layer owns an edge when its labels left and right differ. Walks around faces need half-edges too, which most
 * measures do without: `halfEdgesOf` links them.
 *
 * Known limits: a ring that runs over the antimeridian is taken as drawn, around the world.
 */
import type { Faces, Meetings } from './faces.js';
import { labelFaces, type LayerLabels, type LayerRepeats } from './labels.js';
import type { LandLayer } from './land-layer.js';
import type { Lattice } from './lattice.js';
import type { PlanarEdges } from './planar-edges.js';
import { nodeLayers } from './noding.js';

export interface Arrangement {
  readonly edges: PlanarEdges;
  readonly faces: Faces;
  /** One entry a layer, in the order given. */
  readonly labels: readonly LayerLabels[];
  /** What of each layer is drawn twice, in the order given. */
  readonly repeats: readonly LayerRepeats[];
  /** Square metres of each face; 0 for the outside. */
  readonly area: Float64Array;
  /** Metres of each edge. */
  readonly length: Float64Array;
  /** Made where the sheet is measured again and again: see `meetingsOf`. */
  readonly meetings?: Meetings;
}

/** Builds the arrangement of any number of layers. */
export function buildArrangement(layers: readonly LandLayer[], lattice: Lattice): Arrangement {
  const map = nodeLayers(layers, lattice);
  const labelled = labelFaces(layers, map);
  const { edges, faces, area, length } = map;
  return {
    edges,
    faces,
    labels: labelled.map(({ labels }) => labels),
    repeats: labelled.map(({ repeats }) => repeats),
    area,
    length,
  };
}

/** Faces, their areas and labels, and lengths of edges between them: what measures need that draw nothing. */
export interface FaceGraph extends Sided, Pick<Arrangement, 'labels' | 'area' | 'length' | 'meetings'> {}

/** What knows the faces on both sides of its edges. */
interface Sided {
  readonly faces: Pick<Faces, 'ofHalfEdge'>;
}

/** Face left of an edge, seen from its first node to its second. */
export const leftFace = ({ faces }: Sided, edge: number): number => faces.ofHalfEdge[2 * edge]!;
/** Face right of an edge. */
export const rightFace = ({ faces }: Sided, edge: number): number => faces.ofHalfEdge[2 * edge + 1]!;

/**
 * What sums over edges that ask for faces and metres alone go through: one edge for every two faces that meet, where these
 * were joined before, else all edges. Lengths are whole fractions of a metre, so sums are the same.
 */
export const meetingsOf = (graph: FaceGraph): Meetings => graph.meetings ?? graph;
