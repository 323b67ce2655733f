/**
 * The border of one layer, edge by edge: does another layer's border run there too?
 *
 *      a  ║  a'            exact               the other layer has the same edge
 *     ────╫────
 *      a ╱│ a'             within tolerance    the edge bounds a sliver: the other layer's border runs close by
 *       ╱s│                                    (s is a thin patch between the two)
 *      a  │  a'            deviating           neither: one unit of the other layer lies on both sides
 *       b │ b
 *
 * The border of a layer is every edge across which its label changes. An edge bounds a sliver when a thin patch of
 * the two layers, remainders included, ends there. The outer border has none of the layer's units on one side; all
 * else runs between units. Where a layer overlaps itself each edge still counts once for the layer.
 */
import { leftFace, rightFace, type Arrangement } from './arrangement.js';
import { NO_UNIT } from './labels.js';
import type { Patches } from './patches.js';

/** Not an edge of the layer's border. */
export const NO_BORDER = 0;
/** The other layer has the same edge. */
export const EXACT = 1;
/** The edge bounds a sliver. */
export const WITHIN_TOLERANCE = 2;
/** The other layer has no border here. */
export const DEVIATING = 3;

/** The border of layer `layerA`, held against layer `layerB`. */
export interface Border {
  readonly layerA: number;
  readonly layerB: number;
  /** NO_BORDER, EXACT, WITHIN_TOLERANCE or DEVIATING for each edge of the arrangement. */
  readonly edgeClass: Uint8Array;
}

/** Metres of border: in all, and by class. The three add up to the total. */
export interface BorderLength {
  readonly total: number;
  readonly exact: number;
  readonly within: number;
  readonly deviating: number;
}

/** Classes of all edges. `patches` are those of layerA and layerB, in this order; `isThin` says which are slivers. */
export function classifyBorder(
  arrangement: Arrangement,
  layerA: number,
  layerB: number,
  patches: Patches,
  isThin: Uint8Array,
): Border {
  const a = arrangement.labels[layerA]!.ofFace;
  const b = arrangement.labels[layerB]!.ofFace;
  const edgeClass = new Uint8Array(arrangement.length.length);
  for (let e = 0; e < edgeClass.length; e++) {
    const left = leftFace(arrangement, e);
    const right = rightFace(arrangement, e);
    if (a[left] === a[right]) continue;
    const thin = thinPatchEnds(patches, isThin, left, right) || thinPatchEnds(patches, isThin, right, left);
    edgeClass[e] = b[left] !== b[right] ? EXACT : thin ? WITHIN_TOLERANCE : DEVIATING;
  }
  return { layerA, layerB, edgeClass };
}

/** Whether a thin patch lies on one face and not on its neighbour. */
function thinPatchEnds(
  { faceStart, ofFace }: Patches,
  isThin: Uint8Array,
  face: number,
  neighbour: number,
): boolean {
  const others = ofFace.subarray(faceStart[neighbour], faceStart[neighbour + 1]);
  for (let i = faceStart[face]!; i < faceStart[face + 1]!; i++) {
    if (isThin[ofFace[i]!] === 1 && !others.includes(ofFace[i]!)) return true;
  }
  return false;
}

/** Metres of the whole border of the layer, between its units and outside, each edge once. */
export function borderLengths(
  arrangement: Arrangement,
  border: Border,
): { readonly between: BorderLength; readonly outer: BorderLength } {
  const a = arrangement.labels[border.layerA]!.ofFace;
  const sums = { between: makeSums(), outer: makeSums() };
  for (let e = 0; e < border.edgeClass.length; e++) {
    if (border.edgeClass[e] === NO_BORDER) continue;
    const outer = a[leftFace(arrangement, e)] === NO_UNIT || a[rightFace(arrangement, e)] === NO_UNIT;
    addLength(outer ? sums.outer : sums.between, border.edgeClass[e]!, arrangement.length[e]!);
  }
  return { between: toLength(sums.between), outer: toLength(sums.outer) };
}

/** Metres by class. Lengths of edges are whole fractions of a metre, so that plain sums are exact in any order. */
export const makeSums = (): Float64Array => new Float64Array(DEVIATING + 1);

/** Adds an edge. */
export function addLength(sums: Float64Array, edgeClass: number, metres: number): void {
  sums[edgeClass]! += metres;
}

/** The sums by name. */
export const toLength = (sums: Float64Array): BorderLength => ({
  total: sums[EXACT]! + sums[WITHIN_TOLERANCE]! + sums[DEVIATING]!,
  exact: sums[EXACT]!,
  within: sums[WITHIN_TOLERANCE]!,
  deviating: sums[DEVIATING]!,
});
