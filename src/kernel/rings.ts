/**
 * Rings as they come in: nodes and edges, each once, and the edge of each step along a ring.
 */
import { CHECKED, isWithin } from './checks';
import { at, giveBack, mark, put, takeArray } from './memory';
import { edgeBetween, ends, makeEdges, startFinding } from './edges';
import { makeNodes, nodeAfter, nodeAt, nodes, startLookingUp } from './nodes';

/** Edge of each step along a ring. Steps that stay on one lattice point are left out. */
export let stepEdge: usize = 0;
export let stepCount: i32 = 0;
let before: i32 = -1;
/** Above this lies nothing but what noding works with. */
let working: usize = 0;

/** Gets ready for rings of so many positions in all. */
export function startRings(positions: i32): void {
  makeNodes(positions);
  makeEdges(positions);
  working = mark();
  startLookingUp();
  startFinding();
  stepEdge = takeArray(positions);
  stepCount = 0;
}

/** Takes over steps along rings; no further position can be added. */
export function takeSteps(edges: usize, count: i32): void {
  stepEdge = edges;
  stepCount = count;
}

/** Gives back all but nodes and edges, which stay if they never had to move. */
export function endNoding(): void {
  if (nodes < working && ends < working) giveBack(working);
}

/** Adds positions, as x, y in lattice steps, to a ring begun now or before; returns the number of steps so far. */
export function addPositions(positions: usize, count: i32, begins: bool): i32 {
  if (CHECKED) assert(isWithin(positions, positions, (<usize>count) << 3), 'positions have two steps each');
  if (begins) before = -1;
  for (let i = 0; i < count; i++) {
    const x = at(positions, 2 * i);
    const y = at(positions, 2 * i + 1);
    const node = before < 0 ? nodeAt(x, y) : nodeAfter(before, x, y);
    if (before >= 0 && before != node) put(stepEdge, stepCount++, edgeBetween(before, node));
    before = node;
  }
  return stepCount;
}
