/**
 * Which outlines each piece of an edge bounds: a kernel of its own is given edges, steps and pieces, and nothing else.
 */
import { giveEdges } from '../give-edges.js';
import { readInts, viewInts, writeBytes, writeInts } from '../kernel.js';
import { readOutlines } from '../outlines.js';
import type { PlanarEdges } from '../planar-edges.js';
import type { CutRings } from './cut-rings.js';

/** Edges that bound something, with their sides. */
export type BoundEdges = Pick<PlanarEdges, 'from' | 'to' | 'sideStart' | 'sideOutline' | 'outlines'>;

/** The outlines of rings, and the pieces that bound them; those that bound nothing are left out. */
export function boundPieces({ nodeX, nodeY, low, high, pieces, rings }: CutRings): BoundEdges {
  const kernel = giveEdges(nodeX, nodeY, low, high);
  const { stepEdge, stepStart, ringStart } = rings;
  kernel.boundGiven(
    writeInts(kernel, stepEdge),
    writeBytes(kernel, new Uint8Array(stepStart.buffer)),
    stepStart.length - 1,
    writeInts(kernel, pieces.start),
    writeInts(kernel, pieces.piece),
  );
  const edges = kernel.edgeCount.value;
  const pairs = viewInts(kernel, kernel.ends.value, 2 * edges);
  return {
    from: Int32Array.from({ length: edges }, (_, e) => pairs[2 * e]!),
    to: Int32Array.from({ length: edges }, (_, e) => pairs[2 * e + 1]!),
    sideStart: new Uint32Array(readInts(kernel, kernel.sideStart, edges + 1).buffer),
    sideOutline: readInts(kernel, kernel.sideOutline, kernel.sideCount.value),
    outlines: readOutlines(kernel, ringStart),
  };
}
