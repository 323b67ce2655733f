/**
 * The face graph without what some labels do not tell apart: neighbouring faces that all of them label alike become one,
 * and edges inside it are gone.
 *
 *     a x│a x│b x        a x │ b x
 *     ───┼───┤      ──►  ────┤
 *     a y│a y│b x        a y │
 *
 * Areas and lengths are whole fractions of a square metre and of a metre, so sums over the faces and edges that are left
 * are those over all of them to the last bit. Faces and edges keep their order, so patches are numbered alike.
 */
import { leftFace, rightFace, type FaceGraph } from './arrangement.js';
import { ExactSums } from './exact-sum.js';
import { OUTSIDE_FACE } from './faces.js';
import { joinFaces } from './join.js';
import { NO_UNIT, type LayerLabels } from './labels.js';

export interface ContractedFaces {
  /** With the labels that were given, in their order. */
  readonly graph: FaceGraph;
  /** For each face the one it went into, and of each of those the first that did. */
  readonly ofFace: Int32Array;
  readonly first: Int32Array;
}

/**
 * Contracts a face graph to what labels of its faces tell apart. The outside stays face 0; faces that are in no unit by any
 * label go into it, wherever they lie. Nothing joins a face that is to stay as it is.
 */
export function contractFaces(
  graph: FaceGraph,
  labels: readonly LayerLabels[],
  stays: (face: number) => boolean = (face) => face === OUTSIDE_FACE,
): ContractedFaces {
  const numbers = labels.map(({ ofFace }) => ofFace);
  const alike = (left: number, right: number): boolean => {
    if (stays(left) || stays(right)) return false;
    for (const ofFace of numbers) if (ofFace[left] !== ofFace[right]) return false;
    return true;
  };
  // Each region goes by its first face, which is numbered before the others.
  const ofFace = joinFaces(graph, alike);
  const isNowhere = (face: number): boolean => numbers.every((labelled) => labelled[face] === NO_UNIT);
  const first: number[] = [];
  for (let face = 0; face < ofFace.length; face++)
    if (ofFace[face] === face && face !== OUTSIDE_FACE && !stays(face) && isNowhere(face))
      ofFace[face] = OUTSIDE_FACE;
    else ofFace[face] = ofFace[face] === face ? first.push(face) - 1 : ofFace[ofFace[face]!]!;
  const sums = new ExactSums(first.length);
  for (let face = 0; face < ofFace.length; face++) sums.add(ofFace[face]!, graph.area[face]!);
  return {
    ofFace,
    first: Int32Array.from(first),
    graph: {
      ...edgesLeft(graph, ofFace),
      area: sums.values(),
      labels: labels.map((layer): LayerLabels => ({
        ofFace: Int32Array.from(first, (face) => layer.ofFace[face]!),
        sets: layer.sets,
        disputed: [],
      })),
    },
  };
}

/** Edges between two faces that are left. */
function edgesLeft(graph: FaceGraph, ofFace: Int32Array): Pick<FaceGraph, 'length' | 'faces'> {
  const edges = graph.length.length;
  const sides = new Int32Array(2 * edges);
  const length = new Float64Array(edges);
  let count = 0;
  for (let e = 0; e < edges; e++) {
    const left = ofFace[leftFace(graph, e)]!;
    const right = ofFace[rightFace(graph, e)]!;
    if (left === right) continue;
    sides[2 * count] = left;
    sides[2 * count + 1] = right;
    length[count++] = graph.length[e]!;
  }
  return { length: length.slice(0, count), faces: { ofHalfEdge: sides.slice(0, 2 * count) } };
}

/** The graph with one edge between every two faces that border on one another, with the metres of all of them. */
export function joinEdges(graph: FaceGraph): FaceGraph {
  const faces = graph.area.length;
  const edgeOf = new Map<number, number>();
  const sides: number[] = [];
  const length: number[] = [];
  for (let e = 0; e < graph.length.length; e++) {
    const left = leftFace(graph, e);
    const right = rightFace(graph, e);
    const key = Math.min(left, right) * faces + Math.max(left, right);
    const edge = edgeOf.get(key);
    if (edge === undefined) {
      edgeOf.set(key, length.push(graph.length[e]!) - 1);
      sides.push(left, right);
    } else length[edge]! += graph.length[e]!;
  }
  return { ...graph, length: Float64Array.from(length), faces: { ofHalfEdge: Int32Array.from(sides) } };
}
