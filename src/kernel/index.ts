/**
 * The kernel: what runs millions of times while layers are laid on one sheet, compiled to WebAssembly.
 *
 *     rings ──► nodes and edges, once ──► meetings and hot pixels ──► pieces ──► edges with their sides
 *                                              ──► half-edges ──► faces ──► their areas, lengths of edges
 *
 * Written in AssemblyScript, a dialect of TypeScript. arrangement/kernel.ts is the only file that calls it. Data come
 * in by `take` and writing to memory, results go out by addresses; one instance is good for one arrangement, or for edges
 * given to it instead of rings.
 */
import { meetEdges } from './crossings';
import { cutEdges } from './cutting';
import { edgeCount, ends } from './edges';
import { findFaces, startFaces } from './faces';
import { startHalfEdges } from './half-edges';
import { hitsLieBelow, startHits } from './hits';
import { hitNodesFrom } from './hot-pixels';
import * as measuring from './measuring';
import { giveBack, mark, put, takeArray } from './memory';
import { nodeCount, nodesLieBelow } from './nodes';
import { findOutlines } from './outlines';
import { endNoding } from './rings';
import { findSides } from './sides';
import { listStrands, makeStrands } from './strands';
import { makeWholeGrid, meanReach } from './whole-grid';

export { take } from './memory';
export { startRings, addPositions, stepEdge } from './rings';
export { nodes, nodeCount } from './nodes';
export { crossings } from './crossings';
export { ends, edgeCount } from './edges';
export { cuts } from './cutting';
export { outlineCount, outlineRing, outlineTurn } from './outlines';
export { sideStart, sideOutline, sideCount } from './sides';
export { out, outStart, next } from './half-edges';
export { cellStart, cellEdge } from './dense-cells';
export { give, forget, link, listAll, listSome, listByCell, prepareLocating } from './given-edges';
export { gridX, gridY, cellSize, columns, rows, runCell, runStart, runEdge, runCount } from './given-edges';
export { findNearEdges, locate } from './locating';
export { edgeLength, faceArea } from './measuring';
export { authalic, areaUnderEdge, lengthOfEdge } from './ellipsoid';
export { makeSums, moveTerm, writeSums } from './exact-sums';
export { faceOf, faceCount, route, routeLength } from './faces';
export { side, meetsPixel, crossProperly, roundCrossing, roundedX, roundedY } from './predicates';

/** Width of a cell, and reach of a strand, in mean edge lengths. */
const CELL_REACH: f64 = 8;
const STRAND_REACH: f64 = 6;

/** Makes the edges of all rings planar, and finds which outlines each bounds. `stepStart` as for findOutlines. */
export function cut(rings: i32, stepStart: usize): void {
  const original = edgeCount;
  const vertices = nodeCount;
  const reach = meanReach(original);
  startHits(original >> 1);
  const working = mark();
  const all = takeArray(original);
  for (let e = 0; e < original; e++) put(all, e, e);
  const cells = listStrands(
    makeWholeGrid(CELL_REACH * reach),
    makeStrands(all, original, STRAND_REACH * reach),
  );
  meetEdges(cells);
  hitNodesFrom(vertices, cells);
  if (nodesLieBelow(working) && hitsLieBelow(working)) giveBack(working);
  cutEdges(original);
  findOutlines(rings, stepStart);
  findSides();
}

/** Where the memory begins that the search for faces works in. */
let searching: usize = 0;

/** Finds the faces between the edges that are left. The lists of their outlines are gone then. */
export function face(): void {
  endNoding();
  startFaces(2 * edgeCount);
  searching = mark();
  startHalfEdges(ends, edgeCount);
  findFaces();
}

/** Measures edges and faces, in fractions of a degree or else of a metre. The route is gone then. */
export function measure(stepsPerUnit: f64, onEllipsoid: bool): void {
  giveBack(searching);
  if (onEllipsoid) measuring.measureOnEllipsoid(stepsPerUnit);
  else measuring.measureOnPlane(stepsPerUnit);
}
