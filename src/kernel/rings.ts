/**
 * Rings as they come in: nodes and edges, each once, and the edge of each step along a ring.
 */
import { CHECKED, isWithin } from './checks';
import { at, giveBack, mark, put, settled, takeArray } from './memory';
import { edgeBetween, makeEdges, settleEdges } from './edges';
import {
  lookAhead,
  makeNodes,
  nodeAfter,
  nodeAt,
  settleNodes,
  settleSlots,
  slotsLieBelow,
  startLookingUp,
} from './nodes';

/** Edge of each step along a ring. Steps that stay on one lattice point are left out. */
export let stepEdge: usize = 0;
export let stepCount: i32 = 0;
/** Ring r has steps stepStart[r] to stepStart[r + 1] - 1. */
export let stepStart: usize = 0;
/** How many rings have come in whole. */
export let ringCount: i32 = 0;
let before: i32 = -1;
/** Above this lies nothing but nodes and edges, and what noding works with. */
export let bottom: usize = 0;

/** Nodes are looked up ahead for so many positions: what is read of the table is still near when it is needed. */
const AHEAD = 32;

/** Gets ready for so many rings, of so many positions in all. */
export function startRings(positions: i32, rings: i32): void {
  bottom = mark();
  startLookingUp(positions);
  stepEdge = takeArray(positions);
  stepStart = takeArray(rings + 1);
  // Last what has most room to spare: above it nothing is used yet.
  makeEdges(positions);
  makeNodes(positions);
  stepCount = 0;
  ringCount = 0;
  before = -1;
}

/** Takes over rings by their steps; no further position can be added. */
export function takeSteps(edges: usize, starts: usize, rings: i32): void {
  stepEdge = edges;
  stepStart = starts;
  ringCount = rings;
  stepCount = at(starts, rings);
}

/**
 * Moves all tables together: they had room for as many nodes and edges as there are positions, and most layers draw a border
 * for both of its sides. No further position can be added.
 */
export function endRings(): void {
  giveBack(bottom);
  // What lies lowest first; where slots have grown, they lie above all else.
  const grown = !slotsLieBelow(stepEdge);
  if (!grown) settleSlots();
  stepEdge = settled(stepEdge, stepCount, stepCount);
  stepStart = settled(stepStart, ringCount + 1, ringCount + 1);
  settleEdges();
  settleNodes();
  if (grown) settleSlots();
}

/**
 * Adds positions, as x, y in lattice steps, to the ring that was begun before and to those that follow. `rings` of them
 * end here, the first with the positions before ringEnd[0], which count from these positions; the last may go on.
 */
export function addPositions(positions: usize, count: i32, ringEnd: usize, rings: i32): void {
  if (CHECKED) assert(isWithin(positions, positions, (<usize>count) << 3), 'positions have two steps each');
  let ring = 0;
  for (let i = 0; i <= count; i++) {
    for (; ring < rings && at(ringEnd, ring) == i; ring++) {
      put(stepStart, ++ringCount, stepCount);
      before = -1;
    }
    if (i == count) break;
    if (i % AHEAD == 0) lookAhead(positions + ((<usize>i) << 3), min(AHEAD, count - i));
    const x = at(positions, 2 * i);
    const y = at(positions, 2 * i + 1);
    const node = before < 0 ? nodeAt(x, y) : nodeAfter(before, x, y);
    if (before >= 0 && before != node) put(stepEdge, stepCount++, edgeBetween(before, node));
    before = node;
  }
  if (CHECKED) assert(ring == rings, 'rings end in order');
}
