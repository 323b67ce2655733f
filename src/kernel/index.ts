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
import { edgeCount, ends } from './edges';
import { faceCount, faceOf, findFaces, startFaces } from './faces';
import { startHalfEdges } from './half-edges';
import * as measuring from './measuring';
import { giveBack, mark } from './memory';
import {
  endCutting,
  endNoding,
  hitRest,
  listCells,
  meetWithin,
  meetFirst,
  meetRest,
  hitFirst,
  startCutting,
  startHitting,
} from './noding';
import { nodeCount } from './nodes';
import { makeShare, roomForPatches, roomForSums, ROOM_FOR_DISTANCES, Share, showEdges } from './sharing';
import * as turns from './turns';

export { giveBack, mark, take } from './memory';
export { startRings, addPositions, stepEdge } from './rings';
export { nodes, nodeCount, readAhead } from './nodes';
export { ends, edgeCount } from './edges';
export { makeColumns, nodeX, nodeY, from, to } from './columns';
export { cuts } from './cutting';
export {
  startCutting,
  listCells,
  meetWithin,
  startMeetings,
  meetFirst,
  meetRest,
  takeMeetings,
} from './noding';
export { startHitting, hitFirst, hitRest, takeHittings, endCutting } from './noding';
export { hitEdge, hitNode, hitCount } from './hits';
export { boundGiven, faceGiven } from './given-stages';
export {
  distanceShare,
  hitShare,
  measureShare,
  meetShare,
  patchShare,
  sumShare,
  takePatches,
  turnShare,
  withinShare,
} from './sharing';
export { asked, findDistances, metres } from './border-distances';
export { borderOfA, borderOfB, borderOfBoth, findKinds, startKinds } from './border-kinds';
export { combine } from './combinations';
export { beside, listBeside } from './edges-beside';
export { makeLabels } from './face-labels';
export { groupOf, judgeGroups, judgements, judgePatches, materials, shown, thinArea } from './judging';
export { endPatches, joinPatches, partStart, patchOf, startPatches } from './patches';
export { groupA, groupArea, groupB, groupCount, groupPatches, groupWidest } from './patch-groups';
export { patchArea, patchCount, patchPerimeter, patchUnitA, patchUnitB } from './patches';
export { outlineCount, outlineRing, outlineTurn } from './outlines';
export { sideStart, sideOutline, sideCount } from './sides';
export { out, outStart, next } from './half-edges';
export { cellStart, cellEdge } from './dense-cells';
export { give, forget, link, listAll, listSome, listByCell, prepareLocating } from './given-edges';
export { gridX, gridY, cellSize, columns, rows, runCell, runStart, runEdge, runCount } from './given-edges';
export { findNearEdges, locate } from './locating';
export { startMeasuring, edgeLength, swept, faceArea } from './measuring';
export { authalic, areaUnderEdge, lengthOfEdge } from './ellipsoid';
export { makeSums, moveTerm, writeSums } from './exact-sums';
export { faceOf, faceCount, route, routeLength } from './faces';
export { side, meetsPixel, crossProperly, roundCrossing, roundedX, roundedY } from './predicates';

/** Finds the nodes that edges pass, those of their crossings among them, with nobody's help. */
export function meet(): void {
  startCutting(false);
  listCells();
  meetWithin();
  meetFirst();
  meetRest();
  startHitting();
  hitFirst();
  hitRest();
}

/** Makes the edges of all rings planar, and finds which outlines each bounds, with nobody's help. */
export function cut(): void {
  meet();
  endCutting();
}

/** Where the memory begins that the search for faces works in. */
let searching: usize = 0;

/**
 * Gets ready for faces and measures: what a second instance needs to measure the edges that are left, while faces are
 * found: a Share. The lists of their outlines are gone then.
 */
export function startFacing(): usize {
  endNoding();
  startFaces(2 * edgeCount);
  measuring.startMeasuring();
  const measures = makeShare(0);
  showEdges(measures);
  measures.lengths = measuring.edgeLength;
  measures.areas = measuring.swept;
  measures.ofNode = measuring.ofNode;
  return changetype<usize>(measures);
}

/**
 * Lists half-edges around nodes; `shared` where a second instance is to sort them around a part of the nodes, by what is
 * given: a Share.
 */
export function startTurning(shared: bool): usize {
  searching = mark();
  startHalfEdges(ends, edgeCount);
  turns.startTurns(2 * edgeCount);
  const share = makeShare(0);
  showEdges(share);
  share.first = shared ? nodeCount >> 1 : nodeCount;
  share.last = nodeCount;
  share.ofTurns = turns.ofNode;
  share.leaving = turns.leaving;
  return changetype<usize>(share);
}

/** Sorts half-edges around the first nodes. */
export function turnFirst(address: usize): void {
  turns.sortTurns(0, changetype<Share>(address).first, turns.ofNode, turns.leaving);
}

/** Sorts them around the rest: where no second instance has. */
export function turnRest(address: usize): void {
  const share = changetype<Share>(address);
  turns.sortTurns(share.first, share.last, turns.ofNode, turns.leaving);
}

/** Finds the faces between the edges that are left. */
export function face(): void {
  findFaces();
}

/** Measures edges, in fractions of a degree or else of a metre. */
export function measure(stepsPerUnit: f64, onEllipsoid: bool): void {
  if (onEllipsoid) measuring.measureOnEllipsoid(stepsPerUnit);
  else measuring.measureOnPlane(stepsPerUnit);
}

/**
 * Gets ready to sum measures of edges to those of faces, which a second instance can do once it has measured edges, by what is
 * given: a Share. The route is gone then.
 */
export function startSums(shared: bool): usize {
  giveBack(searching);
  measuring.startSumming();
  const share = makeShare(shared ? roomForSums(faceCount) : 0);
  share.faceOf = faceOf;
  share.faceCount = faceCount;
  share.faceArea = measuring.faceArea;
  return changetype<usize>(share);
}

/** Sums them: where no second instance has. */
export function sum(): void {
  measuring.sumFaces(faceOf, faceCount, measuring.faceArea);
}

/** What a second instance needs to find distances between borders: a Share. */
export function shareDistances(): usize {
  const share = makeShare(ROOM_FOR_DISTANCES);
  showEdges(share);
  return changetype<usize>(share);
}

/** What a second instance needs to find patches between so many faces: a Share. */
export function sharePatches(faces: i32): usize {
  return changetype<usize>(makeShare(roomForPatches(faces)));
}

/** How many positions the second instance has asked, and where what it found stands. */
export function askedBySecond(share: usize): i32 {
  return changetype<Share>(share).asked;
}

export function metresOfSecond(share: usize): usize {
  return changetype<Share>(share).metres;
}
