/**
 * Cuts edges at the pixels they meet, joins pieces that coincide, and works out which outlines each edge bounds: rings,
 * or the loops that a ring which meets itself was taken apart into.
 */
import { areOffsets, CHECKED } from './checks';
import { edgeBetween, edgeCount, highEnd, keepEdges, lowEnd, moveEdge } from './edges';
import { hitCount, hitEdge, hitNode } from './hits';
import { at, countDown, countUp, put, take, takeArray } from './memory';
import { nodeCount, nodeX, nodeY } from './nodes';
import { stepCount, stepEdge } from './rings';

/** Edge e meets nodeOfHit[hitStart[e]] to nodeOfHit[hitStart[e + 1] - 1], in that order from its lower end. */
let hitStart: usize = 0;
let nodeOfHit: usize = 0;
/** Edge e was cut into piece[pieceStart[e]] to piece[pieceStart[e + 1] - 1]; one that was not cut has none. */
export let pieceStart: usize = 0;
export let piece: usize = 0;

/** How many cuts were made. */
export let cuts: i32 = 0;
/** For each ring a byte: whether it comes to a node more than once. */
export let meetsItself: usize = 0;
/** The outlines that each edge bounds, rising. */
export let sideStart: usize = 0;
export let sideOutline: usize = 0;
export let sideCount: i32 = 0;

/** Cuts the first `original` edges. Pieces that coincide are one edge. */
export function cutEdges(original: i32): void {
  orderHits(original);
  pieceStart = takeArray(original + 1);
  piece = takeArray(2 * hitCount);
  let pieces = 0;
  cuts = 0;
  for (let e = 0; e < original; e++) {
    const first = at(hitStart, e);
    const last = at(hitStart, e + 1);
    if (last > first) {
      let before = lowEnd(e);
      for (let i = first; i < last; i++) {
        const node = at(nodeOfHit, i);
        // A pixel met in several cells stands several times in a row.
        if (node == before) continue;
        put(piece, pieces++, edgeBetween(before, node));
        before = node;
        cuts++;
      }
      put(piece, pieces++, edgeBetween(before, highEnd(e)));
    }
    put(pieceStart, e + 1, pieces);
  }
  if (CHECKED) assert(areOffsets(pieceStart, original, pieces), 'every piece is of one edge');
}

function orderHits(original: i32): void {
  // Counts stand two entries on; filling moves each start to its end, which is the next one's start.
  hitStart = takeArray(original + 2);
  for (let i = 0; i < hitCount; i++) countUp(hitStart, at(hitEdge, i) + 2);
  for (let e = 2; e <= original; e++) put(hitStart, e, at(hitStart, e) + at(hitStart, e - 1));
  nodeOfHit = takeArray(hitCount);
  for (let i = 0; i < hitCount; i++) put(nodeOfHit, countUp(hitStart, at(hitEdge, i) + 1), at(hitNode, i));
  if (CHECKED)
    assert(areOffsets(hitStart, original, hitCount), 'every hit is of an edge that was there before');
  for (let e = 0; e < original; e++) {
    if (at(hitStart, e + 1) - at(hitStart, e) > 1) orderAlong(e, at(hitStart, e), at(hitStart, e + 1));
  }
}

/**
 * Sorts the pixels of one edge from its lower to its higher node. An edge passes pixels monotonously in x and y,
 * so the sum of the two, signed by its direction, rises from each to the next.
 */
function orderAlong(edge: i32, first: i32, last: i32): void {
  const u = lowEnd(edge);
  const v = highEnd(edge);
  const signX: i64 = nodeX(v) < nodeX(u) ? -1 : 1;
  const signY: i64 = nodeY(v) < nodeY(u) ? -1 : 1;
  if (last - first > 24) sortLong(first, last, signX, signY);
  else {
    for (let i = first + 1; i < last; i++) {
      const node = at(nodeOfHit, i);
      const key = along(node, signX, signY);
      let j = i - 1;
      while (j >= first && along(at(nodeOfHit, j), signX, signY) > key) {
        put(nodeOfHit, j + 1, at(nodeOfHit, j));
        j--;
      }
      put(nodeOfHit, j + 1, node);
    }
  }
  if (CHECKED) checkAlong(edge, first, last, signX, signY);
}

/** An edge goes from pixel to pixel without turning back: two pixels of one distance along it are the same. */
function checkAlong(edge: i32, first: i32, last: i32, signX: i64, signY: i64): void {
  let before = lowEnd(edge);
  for (let i = first; i <= last; i++) {
    const node = i == last ? highEnd(edge) : at(nodeOfHit, i);
    if (node == before) continue;
    assert(
      along(before, signX, signY) < along(node, signX, signY),
      'pixels of an edge stand in order along it',
    );
    before = node;
  }
}

function along(node: i32, signX: i64, signY: i64): i64 {
  return signX * <i64>nodeX(node) + signY * <i64>nodeY(node);
}

/** Heap sort, for edges that meet many pixels. */
function sortLong(first: i32, last: i32, signX: i64, signY: i64): void {
  for (let i = (last - first) / 2 - 1; i >= 0; i--) sink(first, i, last - first, signX, signY);
  for (let size = last - first - 1; size > 0; size--) {
    const greatest = at(nodeOfHit, first);
    put(nodeOfHit, first, at(nodeOfHit, first + size));
    put(nodeOfHit, first + size, greatest);
    sink(first, 0, size, signX, signY);
  }
}

function sink(first: i32, start: i32, size: i32, signX: i64, signY: i64): void {
  const node = at(nodeOfHit, first + start);
  const key = along(node, signX, signY);
  let hole = start;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    let childKey = along(at(nodeOfHit, first + child), signX, signY);
    if (child + 1 < size) {
      const otherKey = along(at(nodeOfHit, first + child + 1), signX, signY);
      if (otherKey > childKey) {
        child++;
        childKey = otherKey;
      }
    }
    if (childKey <= key) break;
    put(nodeOfHit, first + hole, at(nodeOfHit, first + child));
    hole = child;
  }
  put(nodeOfHit, first + hole, node);
}

/** Finds the rings that come to a node more than once. Ring r has steps stepStart[r] to stepStart[r + 1] - 1. */
export function findMeetings(rings: i32, stepStart: usize): void {
  meetsItself = take(rings);
  // For each node the last ring that came there, from 1, and how many ends of its pieces lie there.
  const visits = takeArray(2 * nodeCount);
  for (let r = 0; r < rings; r++) {
    const end = at(stepStart, r + 1);
    for (let s = at(stepStart, r); s < end; s++) {
      const e = at(stepEdge, s);
      const last = at(pieceStart, e + 1);
      let i = at(pieceStart, e);
      let often = i == last && visitEnds(visits, e, r + 1);
      for (; i < last; i++) often = visitEnds(visits, at(piece, i), r + 1) || often;
      if (often) store<u8>(meetsItself + r, 1);
    }
  }
}

/** Notes that a ring has a piece along an edge; whether it has more than two at one of its ends. */
function visitEnds(visits: usize, edge: i32, ring: i32): bool {
  const low = visit(visits, lowEnd(edge), ring);
  const high = visit(visits, highEnd(edge), ring);
  return low || high;
}

function visit(visits: usize, node: i32, ring: i32): bool {
  if (at(visits, 2 * node) == ring) return countUp(visits, 2 * node + 1) >= 2;
  put(visits, 2 * node, ring);
  put(visits, 2 * node + 1, 1);
  return false;
}

/**
 * Lists the outlines on each edge, cancels those that come an even number of times, drops edges left with none.
 * Outline o has places spans[2 o] to spans[2 o + 1] - 1: of steps along rings, and after the last of these of
 * `loopPieces`, edges that are pieces already.
 */
export function findSides(outlines: i32, spans: usize, loopPieces: usize): void {
  const listed = takeArray(edgeCount + 1);
  for (let o = 0; o < outlines; o++) {
    const end = at(spans, 2 * o + 1);
    for (let s = at(spans, 2 * o); s < end; s++) {
      if (s >= stepCount) {
        countUp(listed, at(loopPieces, s - stepCount));
        continue;
      }
      const e = at(stepEdge, s);
      const last = at(pieceStart, e + 1);
      let i = at(pieceStart, e);
      if (i == last) countUp(listed, e);
      else for (; i < last; i++) countUp(listed, at(piece, i));
    }
  }
  let total = 0;
  for (let e = 0; e <= edgeCount; e++) {
    total += at(listed, e);
    put(listed, e, total);
  }
  if (CHECKED) assert(at(listed, edgeCount) == total, 'the last offset is how many sides there are');
  sideOutline = takeArray(total);
  // Written from the last outline to the first, from behind, so each list rises.
  for (let o = outlines - 1; o >= 0; o--) {
    const end = at(spans, 2 * o + 1);
    for (let s = at(spans, 2 * o); s < end; s++) {
      if (s >= stepCount) {
        put(sideOutline, countDown(listed, at(loopPieces, s - stepCount)), o);
        continue;
      }
      const e = at(stepEdge, s);
      const last = at(pieceStart, e + 1);
      let i = at(pieceStart, e);
      if (i == last) put(sideOutline, countDown(listed, e), o);
      else for (; i < last; i++) put(sideOutline, countDown(listed, at(piece, i)), o);
    }
  }
  if (CHECKED) assert(areOffsets(listed, edgeCount, total), 'every side is of one edge');
  cancelSides(listed);
}

/** Edges that are left, and the lists of their outlines, move to the front of the arrays they stand in. */
function cancelSides(listed: usize): void {
  sideStart = listed;
  sideCount = 0;
  let kept = 0;
  let first = at(listed, 0);
  for (let e = 0; e < edgeCount; e++) {
    const last = at(listed, e + 1);
    const before = sideCount;
    for (let i = first; i < last;) {
      const outline = at(sideOutline, i);
      let end = i + 1;
      while (end < last && at(sideOutline, end) == outline) end++;
      if (((end - i) & 1) == 1) put(sideOutline, sideCount++, outline);
      i = end;
    }
    first = last;
    if (sideCount == before) continue;
    moveEdge(e, kept++);
    put(sideStart, kept, sideCount);
  }
  keepEdges(kept);
  if (CHECKED) {
    assert(areOffsets(sideStart, kept, sideCount), 'every side that is left is of one edge');
    for (let e = 0; e < kept; e++) {
      assert(at(sideStart, e) < at(sideStart, e + 1), 'an edge that is left bounds something');
      for (let i = at(sideStart, e) + 1; i < at(sideStart, e + 1); i++) {
        assert(at(sideOutline, i - 1) < at(sideOutline, i), 'outlines of an edge rise');
      }
    }
  }
}
