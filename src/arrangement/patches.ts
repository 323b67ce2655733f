/**
 * Patches: the connected pieces of each overlap of a unit of one layer and a unit of another.
 *
 *        a a a│b b            two layers, a patch of (a, x) on the left,
 *        x x┌─┘x x            patches of (a, x) and (b, x) meet at a corner only:
 *        a a│b b b            corner contact does not join
 *
 * Faces join across an edge when the pair lies on both sides of it, so edges of any further layer join and loading
 * one changes nothing. The perimeter of a patch counts the edges across which its pair ends, holes included.
 * Land of a unit that the other layer does not cover makes patches too, with NO_UNIT on the other side.
 */
import { meetingsOf, type FaceGraph } from './arrangement.js';
import { faceKernel } from './face-kernel.js';
import { readFloats, readInts } from './kernel.js';

export interface Patches {
  readonly count: number;
  /** Unit of the first and of the second layer, or NO_UNIT. */
  readonly unitA: Int32Array;
  readonly unitB: Int32Array;
  /** Square metres. */
  readonly area: Float64Array;
  /** Metres of edge around the patch, holes included. */
  readonly perimeter: Float64Array;
  /** Face f belongs to patches ofFace[faceStart[f]] to ofFace[faceStart[f + 1] - 1]: one, unless layers overlap themselves. */
  readonly faceStart: Uint32Array;
  readonly ofFace: Int32Array;
}

/** Mean width of a patch in metres: twice its area over its perimeter. */
export const patchWidth = (patches: Patches, patch: number): number =>
  patches.perimeter[patch]! > 0 ? (2 * patches.area[patch]!) / patches.perimeter[patch]! : 0;

/** The patches of all pairs of two layers, remainders of both included. The kernel finds them (src/kernel/patches.ts). */
export function findPatches(graph: FaceGraph, layerA: number, layerB: number): Patches {
  const { kernel, writeLabels, writeAreas, overEdges, close } = faceKernel(meetingsOf(graph));
  const faces = graph.area.length;
  const first = writeLabels(graph.labels[layerA]!);
  const second = layerA === layerB ? first : writeLabels(graph.labels[layerB]!);
  kernel.startPatches(faces, first, second);
  overEdges(kernel.joinPatches);
  kernel.endPatches(writeAreas(graph.area));
  const count = kernel.patchCount.value;
  const faceStart = new Uint32Array(readInts(kernel, kernel.partStart, faces + 1).buffer);
  const patches = {
    count,
    unitA: readInts(kernel, kernel.patchUnitA, count),
    unitB: readInts(kernel, kernel.patchUnitB, count),
    area: readFloats(kernel, kernel.patchArea, count),
    perimeter: readFloats(kernel, kernel.patchPerimeter, count),
    faceStart,
    ofFace: readInts(kernel, kernel.patchOf, faceStart[faces]!),
  };
  close();
  return patches;
}
