/**
 * Takes rings apart into loops that come to no node twice.
 *
 *     a b c d b e a    ──►    b c d, a b e          the walk is cut where it comes back to a node
 *     a b c d a b c d  ──►    a b c d, a b c d      a ring walked twice
 *     a b c b a        ──►    nothing               out and back the same way encloses nothing
 *
 * A walk can be taken apart in more than one way, so it is first turned to where its nodes read lowest: how the ring was
 * told changes nothing.
 */
import { areOffsets, CHECKED } from './checks';
import { piece, pieceStart } from './cutting';
import { farEnd, highEnd, lowEnd } from './edges';
import { at, giveBack, mark, put, takeArray } from './memory';
import { nodeCount, nodeX, nodeY } from './nodes';
import { stepEdge } from './rings';

/** Loop l has edges loopEdge[loopStart[l]] to loopEdge[loopStart[l + 1] - 1]; none comes twice in one. */
export let loopStart: usize = 0;
export let loopEdge: usize = 0;
/** 1 for each loop that runs counter-clockwise, -1 for one that runs clockwise. */
export let loopTurn: usize = 0;
export let loopCount: i32 = 0;

/** Where the memory begins that is given back once all rings are taken apart. */
let working: usize = 0;
/** The place of each node on the path that is not closed yet, from 1; 0 for one that is not on it. */
let placeOf: usize = 0;

/** No more loops come of so many pieces: a loop has three edges at least. */
export function mostLoops(pieces: i32): i32 {
  return pieces / 3;
}

/** Gets ready for rings of so many pieces in all. */
export function startLoops(pieces: i32): void {
  const most = mostLoops(pieces);
  loopEdge = takeArray(pieces);
  loopStart = takeArray(most + 1);
  loopTurn = takeArray(most);
  loopCount = 0;
  working = mark();
  if (pieces > 0) placeOf = takeArray(nodeCount);
}

/** Gives back all but the loops. */
export function endLoops(): void {
  if (CHECKED) assert(areOffsets(loopStart, loopCount, at(loopStart, loopCount)), 'loops have edges');
  giveBack(working);
}

/** Adds the loops of a ring by its steps, in the order in which the walk closes them. */
export function takeApart(first: i32, end: i32): void {
  const before = mark();
  walkRing(first, end);
  turnToLowest();
  path = takeArray(walked);
  along = takeArray(walked);
  depth = 0;
  let place = begin;
  for (let i = 0; i < walked; i++) {
    visit(at(walkNode, place));
    const next = placeAfter(place, direction);
    // Backwards a node is left by the edge that led to it.
    put(along, depth++, at(walkEdge, direction > 0 ? place : next));
    place = next;
  }
  visit(at(walkNode, begin));
  put(placeOf, at(walkNode, begin), 0);
  giveBack(before);
}

/** The path that is not closed yet: nodes, and the edge that leaves each. */
let path: usize = 0;
let along: usize = 0;
let depth: i32 = 0;

/** Comes to a node: if it is on the path, what lies between is a loop. */
function visit(node: i32): void {
  const known = at(placeOf, node);
  if (known == 0) {
    put(path, depth, node);
    put(placeOf, node, depth + 1);
    return;
  }
  const from = known - 1;
  const length = depth - from;
  if (length > 2) {
    const start = at(loopStart, loopCount);
    for (let i = 0; i < length; i++) put(loopEdge, start + i, at(along, from + i));
    put(loopTurn, loopCount++, turnOf(from));
    put(loopStart, loopCount, start + length);
  }
  for (let i = known; i < depth; i++) put(placeOf, at(path, i), 0);
  depth = from;
}

/** The direction of the loop that the path makes from a place on. */
function turnOf(from: i32): i32 {
  const x = <f64>nodeX(at(path, from));
  const y = <f64>nodeY(at(path, from));
  let twice: f64 = 0;
  for (let i = from + 1; i + 1 < depth; i++) {
    const u = at(path, i);
    const v = at(path, i + 1);
    twice += (<f64>nodeX(u) - x) * (<f64>nodeY(v) - y) - (<f64>nodeX(v) - x) * (<f64>nodeY(u) - y);
  }
  return twice < 0 ? -1 : 1;
}

/** The closed walk of a ring: each node, and the edge that leaves it. */
let walkNode: usize = 0;
let walkEdge: usize = 0;
let walked: i32 = 0;

function walkRing(first: i32, end: i32): void {
  walked = 0;
  for (let s = first; s < end; s++) {
    const step = at(stepEdge, s);
    walked += max(1, at(pieceStart, step + 1) - at(pieceStart, step));
  }
  walkNode = takeArray(walked);
  walkEdge = takeArray(walked);
  let node = beginning(first, end);
  let used = 0;
  for (let s = first; s < end; s++) {
    const step = at(stepEdge, s);
    const from = at(pieceStart, step);
    const to = at(pieceStart, step + 1);
    const isBackwards = node != lowEnd(step);
    for (let i = from; i < max(to, from + 1); i++) {
      const edge = from == to ? step : at(piece, isBackwards ? from + to - 1 - i : i);
      put(walkNode, used, node);
      put(walkEdge, used++, edge);
      node = farEnd(edge, node);
    }
  }
}

/** The node at which steps begin, which know no direction: told by the first that goes elsewhere than the one before. */
export function beginning(first: i32, end: i32): i32 {
  const step = at(stepEdge, first);
  const low = lowEnd(step);
  const high = highEnd(step);
  let turning = first + 1;
  while (turning < end && at(stepEdge, turning) == step) turning++;
  if (turning == end) return low;
  const next = at(stepEdge, turning);
  const sharesLow = lowEnd(next) == low || highEnd(next) == low;
  // Run along once, or there and back and there again, the first edge is left at its other end.
  return sharesLow == (((turning - first) & 1) == 1) ? high : low;
}

/** Where, and in which direction, the positions of the walk's nodes read lowest. */
let begin: i32 = 0;
let direction: i32 = 1;

function turnToLowest(): void {
  begin = 0;
  direction = 1;
  for (let from = 0; from < walked; from++) {
    if (compare(at(walkNode, from), at(walkNode, begin)) > 0) continue;
    if (readsLower(from, 1)) {
      begin = from;
      direction = 1;
    }
    if (readsLower(from, -1)) {
      begin = from;
      direction = -1;
    }
  }
}

/** Whether the walk reads lower from a place than from where it begins so far. */
function readsLower(from: i32, step: i32): bool {
  let p = from;
  let q = begin;
  for (let i = 0; i < walked; i++) {
    const sign = compare(at(walkNode, p), at(walkNode, q));
    if (sign != 0) return sign < 0;
    p = placeAfter(p, step);
    q = placeAfter(q, direction);
  }
  return false;
}

/** The place that follows in a direction, around the walk. */
function placeAfter(place: i32, step: i32): i32 {
  const next = place + step;
  return next < 0 ? walked - 1 : next == walked ? 0 : next;
}

/** -1 where the first of two nodes lies west of the second, or south of it on one meridian; 0 for one node. */
function compare(u: i32, v: i32): i32 {
  if (u == v) return 0;
  if (nodeX(u) != nodeX(v)) return nodeX(u) < nodeX(v) ? -1 : 1;
  return nodeY(u) < nodeY(v) ? -1 : 1;
}
