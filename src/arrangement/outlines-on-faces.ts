/**
 * Which outlines lie around each face: by crossing edges from outside, each of which enters or leaves the outlines on its
 * list.
 */
import type { Faces } from './faces.js';
import type { PlanarEdges } from './planar-edges.js';
import { NOTHING, SetTable } from './set-table.js';

/** Outlines of a layer, numbered within it, that lie around each face. */
export interface OutlinesOnFaces {
  readonly sets: SetTable;
  readonly ofFace: Int32Array;
}

/** What says which outlines each edge bounds. */
type SidedEdges = Pick<PlanarEdges, 'sideStart' | 'sideOutline' | 'outlines'>;

/** For every layer the outlines around each face. */
export function outlinesOnFaces(edges: SidedEdges, faces: Faces): OutlinesOnFaces[] {
  const starts = [...edges.outlines.layerStart];
  const outlineSets = starts.slice(1).map((end, l) => new SetTable(end - starts[l]!));
  const outlinesOfFace = outlineSets.map(() => new Int32Array(faces.count).fill(NOTHING));
  spreadLabels(edges, faces, outlineSets, outlinesOfFace);
  return outlineSets.map((sets, l) => ({ sets, ofFace: outlinesOfFace[l]! }));
}

function spreadLabels(
  edges: SidedEdges,
  faces: Faces,
  outlineSets: readonly SetTable[],
  outlinesOfFace: readonly Int32Array[],
): void {
  const layerOf = layerOfOutline(edges.outlines.layerStart);
  for (let step = 0; step < faces.route.length; step++) {
    const h = faces.route[step]!;
    const before = faces.ofHalfEdge[h]!;
    cross(edges, h >> 1, before, faces.ofHalfEdge[h ^ 1]!, layerOf, outlineSets, outlinesOfFace);
  }
}

/** Gives `face` the label of `before`, with the outlines of the edge between them entered or left. */
function cross(
  edges: SidedEdges,
  edge: number,
  before: number,
  face: number,
  layerOf: Uint16Array,
  outlineSets: readonly SetTable[],
  outlinesOfFace: readonly Int32Array[],
): void {
  const { sideStart, sideOutline, outlines } = edges;
  for (let l = 0; l < outlinesOfFace.length; l++) outlinesOfFace[l]![face] = outlinesOfFace[l]![before]!;
  const end = sideStart[edge + 1]!;
  for (let i = sideStart[edge]!; i < end; i++) {
    const l = layerOf[sideOutline[i]!]!;
    const ofFace = outlinesOfFace[l]!;
    const first = outlines.layerStart[l]!;
    const member = sideOutline[i]! - first;
    if (i + 1 < end && layerOf[sideOutline[i + 1]!] === l && sideOutline[i + 1]! - first === ofFace[face]) {
      // From one outline into its neighbour: no set of the two needs to be made on the way.
      ofFace[face] = member;
      i++;
    } else {
      ofFace[face] = outlineSets[l]!.toggled(ofFace[face]!, member);
    }
  }
}

function layerOfOutline(layerStart: Uint32Array): Uint16Array {
  const layerOf = new Uint16Array(layerStart[layerStart.length - 1]!);
  for (let l = 0; l < layerStart.length - 1; l++) layerOf.fill(l, layerStart[l], layerStart[l + 1]);
  return layerOf;
}
