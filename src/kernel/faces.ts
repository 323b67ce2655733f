/**
 * Faces: the pieces of the sheet that edges cut it into.
 *
 *     ┌───────────────┐      cycle 1 runs around the big face, cycle 2 the other way around the hole's rim;
 *     │  1   ┌───┐    │      the two belong to one face, cycle 3 to the face inside.
 *     │      │ 3 │2   │      The outer cycle of a connected piece of linework belongs to the face
 *     │      └───┘    │      that the piece lies in.
 *     └───────────────┘
 *
 * Face 0 is all that lies outside everything.
 */
import { CHECKED } from './checks';
import { halfCount, origin } from './half-edges';
import { at, countUp, put, takeArray, takeUnsetArray, widened } from './memory';
import { nearest, nearestToTheLeft } from './nesting';
import { nodeX, nodeY } from './nodes';
import { sortBySteps, sortedItems } from './sort';
import { following, isPassed, lastLeaving } from './turns';

/** Face on the left of each half-edge. */
export let faceOf: usize = 0;
export let faceCount: i32 = 0;
/**
 * Half-edges to cross, from their left to their right, so that every face is reached once from the outside: the
 * face left of each is the outside or was reached before.
 */
export let route: usize = 0;
export let routeLength: i32 = 0;

/** Cycles of half-edges; until faces are settled, `faceOf` has their numbers. */
let cycleCount: i32 = 0;
/** The half-edge across which each cycle was found, on the cycle's own side; -1 for the first of a piece. */
let foundAt: usize = 0;
let cycleRoom: i32 = 0;

/** Connected pieces of linework: westernmost, then southernmost, node; cycles firstCycle[i] to firstCycle[i + 1] - 1. */
let pieceCount: i32 = 0;
let westernmost: usize = 0;
/** A half-edge from each of those nodes. */
let fromWest: usize = 0;
let firstCycle: usize = 0;
let pieceRoom: i32 = 0;

const NONE: i32 = -1;

/** Takes what outlives the search for faces. */
export function startFaces(halves: i32): void {
  faceOf = takeUnsetArray(halves);
}

/** Finds all faces, nested pieces included. */
export function findFaces(): void {
  findCycles();
  nearestToTheLeft(westernmost, pieceCount);
  const outer = takeUnsetArray(pieceCount);
  const faceOfCycle = takeUnsetArray(cycleCount);
  memory.fill(faceOfCycle, 0xff, (<usize>cycleCount) << 2);
  for (let p = 0; p < pieceCount; p++) {
    // The last half-edge counter-clockwise from due west has the outside of the piece on its left.
    const last = lastLeaving(at(westernmost, p), at(fromWest, p));
    put(outer, p, at(faceOf, last));
    put(faceOfCycle, at(faceOf, last), 0);
  }
  faceCount = 1;
  for (let c = 0; c < cycleCount; c++) if (at(faceOfCycle, c) == NONE) put(faceOfCycle, c, faceCount++);
  route = takeUnsetArray(faceCount);
  routeLength = 0;
  const reached = takeArray(cycleCount);
  const byWest = piecesByWest();
  for (let i = 0; i < pieceCount; i++) {
    // What a piece lies in starts further west, so its faces are settled already.
    const p = at(byWest, i);
    const around = at(nearest, p);
    if (CHECKED && around >= 0) {
      assert(at(faceOfCycle, at(faceOf, around)) != NONE, 'what a piece lies in is settled before it');
    }
    if (around >= 0) put(faceOfCycle, at(outer, p), at(faceOfCycle, at(faceOf, around)));
    routeThrough(p, at(outer, p), reached);
  }
  for (let h = 0; h < halfCount; h++) put(faceOf, h, at(faceOfCycle, at(faceOf, h)));
  if (CHECKED) checkRoute();
}

/** The route reaches every face once, from one that was reached before. */
function checkRoute(): void {
  const known = takeArray(faceCount);
  put(known, 0, 1);
  for (let i = 0; i < routeLength; i++) {
    const half = at(route, i);
    assert(at(known, at(faceOf, half)) == 1, 'the route goes on from a face that was reached');
    assert(countUp(known, at(faceOf, half ^ 1)) == 0, 'the route reaches a face once');
  }
  assert(routeLength == faceCount - 1, 'the route reaches every face');
}

/** Walks around every face, piece by piece, from each cycle to those across its edges. */
function findCycles(): void {
  memory.fill(faceOf, 0xff, (<usize>halfCount) << 2);
  // An edge waits to be walked along its other side once at the most. Cycles and pieces are few.
  const waiting = takeUnsetArray((halfCount >> 1) + 1);
  cycleCount = 0;
  pieceCount = 0;
  cycleRoom = 1024;
  pieceRoom = 64;
  foundAt = takeUnsetArray(cycleRoom);
  westernmost = takeUnsetArray(pieceRoom);
  fromWest = takeUnsetArray(pieceRoom);
  firstCycle = takeUnsetArray(pieceRoom);
  for (let first = 0; first < halfCount; first += 2) {
    if (at(faceOf, first) != NONE) continue;
    if (pieceCount == pieceRoom) widenPieces();
    put(firstCycle, pieceCount, cycleCount);
    const west = walkPiece(first, waiting);
    put(westernmost, pieceCount, at(origin, west));
    put(fromWest, pieceCount++, west);
  }
  if (pieceCount == pieceRoom) widenPieces();
  put(firstCycle, pieceCount, cycleCount);
}

function widenPieces(): void {
  pieceRoom += pieceRoom >> 1;
  westernmost = widened(westernmost, pieceCount, pieceRoom);
  fromWest = widened(fromWest, pieceCount, pieceRoom);
  firstCycle = widened(firstCycle, pieceCount, pieceRoom);
}

function widenCycles(): void {
  cycleRoom += cycleRoom >> 1;
  foundAt = widened(foundAt, cycleCount, cycleRoom);
}

/** Walks around all faces of one piece; returns a half-edge from its westernmost node. */
function walkPiece(first: i32, waiting: usize): i32 {
  let west = first;
  let westX = nodeX(at(origin, first));
  let westY = nodeY(at(origin, first));
  let depth = 0;
  put(waiting, depth++, first);
  while (depth > 0) {
    const start = at(waiting, --depth);
    if (at(faceOf, start) != NONE) continue;
    if (cycleCount == cycleRoom) widenCycles();
    put(foundAt, cycleCount, start == first ? NONE : start);
    let h = start;
    do {
      if (CHECKED) {
        assert(at(faceOf, h) == NONE, 'a half-edge is of one cycle');
        assert(following(h) != (h ^ 1), 'what edges bound is closed, so none ends by itself');
      }
      put(faceOf, h, cycleCount);
      // A node is left for the first time along an edge that nobody has walked back yet.
      if (at(faceOf, h ^ 1) == NONE) {
        const v = at(origin, h);
        // Up to the next node of three edges the same cycle lies beyond.
        if (h == start || !isPassed(v)) put(waiting, depth++, h ^ 1);
        if (nodeX(v) < westX || (nodeX(v) == westX && nodeY(v) < westY)) {
          west = h;
          westX = nodeX(v);
          westY = nodeY(v);
        }
      }
      h = following(h);
    } while (h != start);
    cycleCount++;
  }
  return west;
}

/** Pieces by their westernmost node, west before east, then south before north. */
function piecesByWest(): usize {
  const steps = takeUnsetArray(pieceCount);
  const items = takeUnsetArray(pieceCount);
  for (let p = 0; p < pieceCount; p++) {
    put(steps, p, nodeY(at(westernmost, p)));
    put(items, p, p);
  }
  sortBySteps(steps, items, pieceCount);
  const bySouth = sortedItems;
  const stepsWest = takeUnsetArray(pieceCount);
  for (let i = 0; i < pieceCount; i++) put(stepsWest, i, nodeX(at(westernmost, at(bySouth, i))));
  sortBySteps(stepsWest, bySouth, pieceCount);
  return sortedItems;
}

/**
 * Adds the crossings that reach all cycles of a piece from its outer one: first back along the way the outer one
 * was found, then along the way all others were.
 */
function routeThrough(p: i32, outer: i32, reached: usize): void {
  let cycle = outer;
  put(reached, cycle, 1);
  while (at(foundAt, cycle) != NONE) {
    const h = at(foundAt, cycle);
    put(route, routeLength++, h);
    cycle = at(faceOf, h ^ 1);
    put(reached, cycle, 1);
  }
  const end = at(firstCycle, p + 1);
  for (let other = at(firstCycle, p); other < end; other++) {
    if (at(reached, other) == 0) put(route, routeLength++, at(foundAt, other) ^ 1);
  }
}
