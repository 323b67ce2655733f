/**
 * Sides: which outlines each edge bounds.
 */
import { areOffsets, CHECKED } from './checks';
import { piece, pieceStart } from './cutting';
import { edgeCount, keepEdges, moveEdge } from './edges';
import { at, countDown, countUp, put, settled, takeArray, takeUnsetArray } from './memory';
import { loopEdge } from './loops';
import { outlineCount, outlineSpan } from './outlines';
import { stepCount, stepEdge } from './rings';

/** The outlines that each edge bounds, rising. */
export let sideStart: usize = 0;
export let sideOutline: usize = 0;
export let sideCount: i32 = 0;

/** Lists the outlines on each edge, cancels those that come an even number of times, drops edges left with none. */
export function findSides(): void {
  const listed = takeArray(edgeCount + 1);
  for (let o = 0; o < outlineCount; o++) {
    const end = at(outlineSpan, 2 * o + 1);
    for (let s = at(outlineSpan, 2 * o); s < end; s++) {
      if (s >= stepCount) {
        countUp(listed, at(loopEdge, s - stepCount));
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
  sideOutline = takeUnsetArray(total);
  // Written from the last outline to the first, from behind, so each list rises.
  for (let o = outlineCount - 1; o >= 0; o--) {
    const end = at(outlineSpan, 2 * o + 1);
    for (let s = at(outlineSpan, 2 * o); s < end; s++) {
      if (s >= stepCount) {
        put(sideOutline, countDown(listed, at(loopEdge, s - stepCount)), o);
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

/** Moves the lists down to where memory was given back. */
export function settleSides(): void {
  sideStart = settled(sideStart, edgeCount + 1, edgeCount + 1);
  sideOutline = settled(sideOutline, sideCount, sideCount);
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
