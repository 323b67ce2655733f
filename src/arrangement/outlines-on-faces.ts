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
  const starts = edges.outlines.layerStart;
  const layers = Array.from(starts.subarray(1), (end, l) => ({
    sets: new SetTable(end - starts[l]!),
    ofFace: new Int32Array(faces.count).fill(NOTHING),
  }));
  const layerOf = layerOfOutline(starts);
  const ofFaces = layers.map(({ ofFace }) => ofFace);
  for (let step = 0; (step = crossPlainly(step, edges, faces, layerOf, ofFaces)) < faces.route.length; step++)
    cross(faces.route[step]!, edges, faces, layerOf, layers);
  return layers;
}

/**
 * Goes the route from a step on, to the first that makes sets of several outlines or changes them: these are few, and
 * without them a short loop over arrays is left, which is compiled while it runs the only time it does.
 */
function crossPlainly(
  from: number,
  { sideStart, sideOutline, outlines: { layerStart } }: SidedEdges,
  { route, ofHalfEdge }: Faces,
  layerOf: Uint16Array,
  ofFaces: readonly Int32Array[],
): number {
  for (let step = from; step < route.length; step++) {
    const h = route[step]!;
    const before = ofHalfEdge[h]!;
    const face = ofHalfEdge[h ^ 1]!;
    for (let l = 0; l < ofFaces.length; l++) ofFaces[l]![face] = ofFaces[l]![before]!;
    const end = sideStart[(h >> 1) + 1]!;
    for (let i = sideStart[h >> 1]!; i < end; i++) {
      const l = layerOf[sideOutline[i]!]!;
      const first = layerStart[l]!;
      const member = sideOutline[i]! - first;
      const around = ofFaces[l]![face]!;
      if (i + 1 < end && layerOf[sideOutline[i + 1]!] === l && sideOutline[i + 1]! - first === around) {
        // From one outline into its neighbour: no set of the two needs to be made on the way.
        ofFaces[l]![face] = member;
        i++;
      } else if (around === NOTHING) {
        ofFaces[l]![face] = member;
      } else if (around === member) {
        ofFaces[l]![face] = NOTHING;
      } else {
        return step;
      }
    }
  }
  return route.length;
}

/** Gives the face beyond a half-edge the label of that left of it, with the outlines of the edge entered or left. */
function cross(
  h: number,
  { sideStart, sideOutline, outlines }: SidedEdges,
  { ofHalfEdge }: Faces,
  layerOf: Uint16Array,
  layers: readonly OutlinesOnFaces[],
): void {
  const face = ofHalfEdge[h ^ 1]!;
  for (const { ofFace } of layers) ofFace[face] = ofFace[ofHalfEdge[h]!]!;
  const end = sideStart[(h >> 1) + 1]!;
  for (let i = sideStart[h >> 1]!; i < end; i++) {
    const l = layerOf[sideOutline[i]!]!;
    const { ofFace, sets } = layers[l]!;
    const first = outlines.layerStart[l]!;
    const member = sideOutline[i]! - first;
    const around = ofFace[face]!;
    if (i + 1 < end && layerOf[sideOutline[i + 1]!] === l && sideOutline[i + 1]! - first === around) {
      ofFace[face] = member;
      i++;
    } else {
      ofFace[face] = sets.toggled(around, member);
    }
  }
}

function layerOfOutline(layerStart: Uint32Array): Uint16Array {
  const layerOf = new Uint16Array(layerStart[layerStart.length - 1]!);
  for (let l = 0; l < layerStart.length - 1; l++) layerOf.fill(l, layerStart[l], layerStart[l + 1]);
  return layerOf;
}
