/**
 * Noding: the edges of all rings become planar, in stages between which a second instance can be asked to help.
 *
 *     strands ──► their cells ──► meetings ──► hot pixels ──► pieces ──► outlines, sides
 *                 meetings within   shared        shared
 *                 by the second
 */
import { Runs } from './cells';
import { meetEdges, meetStrandsWithin, startMeeting } from './crossings';
import { cutEdges } from './cutting';
import { edgeCount, ends, takeEdges } from './edges';
import { hitsLieBelow, startHits } from './hits';
import { hitNodes, listNodesFrom } from './hot-pixels';
import { giveBack, mark, put, settled, takeUnsetArray } from './memory';
import { nodeCount, nodes, nodesLieBelow, takeNodes } from './nodes';
import { orderNodesFrom } from './order-nodes';
import { findOutlines } from './outlines';
import { bottom, endRings } from './rings';
import { makeShare, roomForMeetings, runAt, Share, showEdges, takeHit, takeMet } from './sharing';
import { findSides, settleSides } from './sides';
import { listStrands, makeStrands, StrandCells, Strands } from './strands';
import { makeWholeGrid, meanReach } from './whole-grid';

/** Width of a cell, and reach of a strand, in mean edge lengths. */
const CELL_REACH: f64 = 8;
const STRAND_REACH: f64 = 6;

/** What the first instance does of the work in cells; it also takes over. */
const OWN_MEETINGS: f64 = 0.5;
const OWN_HITS: f64 = 0.5;

/** Edges and nodes there were before any was cut. */
let original: i32 = 0;
let vertices: i32 = 0;
/** Above this lies what meeting works with. */
let working: usize = 0;
let strands: Strands = changetype<Strands>(0);
let cells: StrandCells = changetype<StrandCells>(0);
let reach: f64 = 0;
let hasSecond: bool = false;
let points: Runs = changetype<Runs>(0);
/** Where the second instance's part begins. */
let split: i32 = 0;
/** What a second instance is to do and has done. */
let share: Share = changetype<Share>(0);

/** Makes strands; `shared` where a second instance is to meet a part of them. What that is told: a Share. */
export function startCutting(shared: bool): usize {
  endRings();
  original = edgeCount;
  vertices = nodeCount;
  reach = meanReach(original);
  hasSecond = shared;
  startHits(original >> 1);
  startMeeting();
  working = mark();
  const all = takeUnsetArray(original);
  for (let e = 0; e < original; e++) put(all, e, e);
  strands = makeStrands(all, original, STRAND_REACH * reach);
  share = makeShare(shared ? roomForMeetings() : 0);
  showEdges(share);
  share.strands = strands;
  return changetype<usize>(share);
}

/** Lists strands by cell. */
export function listCells(): void {
  cells = listStrands(makeWholeGrid(CELL_REACH * reach), strands);
  split = hasSecond ? runAt(cells.runs, OWN_MEETINGS) : cells.runs.count;
}

/** Meets strands within themselves: where no second instance has. */
export function meetWithin(): void {
  meetStrandsWithin(strands);
}

/** Says which cells the second instance is to meet, once what it has met before is taken over. */
export function startMeetings(): void {
  setOut(cells.runs.count);
}

/** Says which runs are the second instance's. */
function setOut(runs: i32): void {
  showEdges(share);
  share.cells = cells;
  share.points = points;
  share.first = split;
  share.last = runs;
}

/** Meets strands in the first cells. */
export function meetFirst(): void {
  meetEdges(cells, 0, split);
}

/** Meets strands in the rest of the cells: where no second instance has. */
export function meetRest(): void {
  meetEdges(cells, split, cells.runs.count);
}

/** Takes over what the second instance has met. */
export function takeMeetings(): void {
  takeMet(share);
}

/** Puts the nodes of crossings in order, and lists their pixels by cell. */
export function startHitting(): void {
  orderNodesFrom(vertices);
  points = listNodesFrom(vertices, cells.grid);
  split = hasSecond ? runAt(points, OWN_HITS) : points.count;
  setOut(points.count);
}

/** Hits the first pixels of crossings. */
export function hitFirst(): void {
  hitNodes(cells, points, 0, split);
}

/** Hits the rest of them: where no second instance has. */
export function hitRest(): void {
  hitNodes(cells, points, split, points.count);
}

/** Takes over what the second instance has hit. */
export function takeHittings(): void {
  takeHit(share);
}

/** Cuts edges where they meet, and finds which outlines each of the pieces bounds. */
export function endCutting(): void {
  if (nodesLieBelow(working) && hitsLieBelow(working)) giveBack(working);
  cutEdges(original);
  findOutlines();
  findSides();
}

/** Gives back all but nodes, edges and their sides, which move together. */
export function endNoding(): void {
  giveBack(bottom);
  // Each of them may have moved upwards as it grew.
  if (nodes < ends) {
    takeNodes(settled(nodes, 2 * nodeCount, 2 * nodeCount), nodeCount);
    takeEdges(settled(ends, 2 * edgeCount, 2 * edgeCount), edgeCount);
  } else {
    takeEdges(settled(ends, 2 * edgeCount, 2 * edgeCount), edgeCount);
    takeNodes(settled(nodes, 2 * nodeCount, 2 * nodeCount), nodeCount);
  }
  settleSides();
}
