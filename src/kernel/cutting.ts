/**
 * Cuts edges at the pixels they meet, and joins pieces that coincide.
 */
import { areOffsets, CHECKED } from './checks';
import { edgeBetween, highEnd, lowEnd } from './edges';
import { hitCount, hitEdge, hitNode } from './hits';
import { at, countUp, put, takeArray, takeUnsetArray } from './memory';
import { nodeX, nodeY } from './nodes';

/** Edge e meets nodeOfHit[hitStart[e]] to nodeOfHit[hitStart[e + 1] - 1], in that order from its lower end. */
let hitStart: usize = 0;
let nodeOfHit: usize = 0;
/** Edge e was cut into piece[pieceStart[e]] to piece[pieceStart[e + 1] - 1]; one that was not cut has none. */
export let pieceStart: usize = 0;
export let piece: usize = 0;

/** How many cuts were made. */
export let cuts: i32 = 0;

/** Takes over pieces that edges were cut into. */
export function takePieces(starts: usize, pieces: usize): void {
  pieceStart = starts;
  piece = pieces;
}

/** Cuts the first `original` edges. Pieces that coincide are one edge. */
export function cutEdges(original: i32): void {
  orderHits(original);
  pieceStart = takeArray(original + 1);
  piece = takeUnsetArray(2 * hitCount);
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
  nodeOfHit = takeUnsetArray(hitCount);
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
