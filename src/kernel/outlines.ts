/**
 * Outlines: the closed lines whose insides make up polygons. A ring is one outline; a ring that meets itself is as many
 * as it has loops, so that a ring walked twice, or with a curl, can be told from one that encloses nothing.
 *
 *     ┌──────┐                ┌──────┐              two loops of one ring,
 *     │   ┌──●──┐      ──►    │      ● + ●──┐       each with its direction
 *     └───┘  └──┘             └──────┘   └──┘
 *
 * Only rings that come to a node twice are taken apart; of all others the steps are the outline.
 */
import { piece, pieceStart } from './cutting';
import { highEnd, lowEnd } from './edges';
import { endLoops, loopCount, loopStart, loopTurn, mostLoops, startLoops, takeApart } from './loops';
import { at, giveBack, mark, put, take, takeArray } from './memory';
import { nodeCount } from './nodes';
import { stepCount, stepEdge } from './rings';

/** Ring of each outline; outlines stand in the order of rings. */
export let outlineRing: usize = 0;
/** 1 for a whole ring and for a loop that runs counter-clockwise, -1 for one that runs clockwise. */
export let outlineTurn: usize = 0;
/**
 * Outline o has places outlineSpan[2 o] to outlineSpan[2 o + 1] - 1: of steps along rings, and after the last of these of
 * the edges of loops, which are pieces already.
 */
export let outlineSpan: usize = 0;
export let outlineCount: i32 = 0;

/** Finds the outlines of all rings. Ring r has steps stepStart[r] to stepStart[r + 1] - 1. */
export function findOutlines(rings: i32, stepStart: usize): void {
  const meets = take(rings);
  const pieces = findMeetings(rings, stepStart, meets);
  const most = rings + mostLoops(pieces);
  outlineRing = takeArray(most);
  outlineTurn = takeArray(most);
  outlineSpan = takeArray(2 * most);
  outlineCount = 0;
  startLoops(pieces);
  for (let r = 0; r < rings; r++) {
    const first = at(stepStart, r);
    const end = at(stepStart, r + 1);
    if (load<u8>(meets + r) == 0) {
      addOutline(r, 1, first, end);
      continue;
    }
    let loop = loopCount;
    takeApart(first, end);
    for (; loop < loopCount; loop++) {
      addOutline(r, at(loopTurn, loop), stepCount + at(loopStart, loop), stepCount + at(loopStart, loop + 1));
    }
  }
  endLoops();
}

function addOutline(ring: i32, turn: i32, from: i32, to: i32): void {
  put(outlineRing, outlineCount, ring);
  put(outlineTurn, outlineCount, turn);
  put(outlineSpan, 2 * outlineCount, from);
  put(outlineSpan, 2 * outlineCount++ + 1, to);
}

/** Marks the rings that come to a node more than once, each by a byte; how many pieces they have in all. */
function findMeetings(rings: i32, stepStart: usize, meets: usize): i32 {
  const working = mark();
  // For each node how many ends of pieces of the last ring that came there lie on it, counted from three times the ring.
  const visits = takeArray(nodeCount);
  let pieces = 0;
  for (let r = 0; r < rings; r++) {
    const end = at(stepStart, r + 1);
    let own = 0;
    let often = false;
    for (let s = at(stepStart, r); s < end; s++) {
      const e = at(stepEdge, s);
      const last = at(pieceStart, e + 1);
      let i = at(pieceStart, e);
      own += max(1, last - i);
      if (i == last) often = visitEnds(visits, e, 3 * r) || often;
      for (; i < last; i++) often = visitEnds(visits, at(piece, i), 3 * r) || often;
    }
    if (!often) continue;
    store<u8>(meets + r, 1);
    pieces += own;
  }
  giveBack(working);
  return pieces;
}

/** Notes that a ring has a piece along an edge; whether it has more than two at one of its ends. */
function visitEnds(visits: usize, edge: i32, none: i32): bool {
  const low = visit(visits, lowEnd(edge), none);
  const high = visit(visits, highEnd(edge), none);
  return low || high;
}

function visit(visits: usize, node: i32, none: i32): bool {
  const before = max(none, at(visits, node));
  if (before == none + 2) return true;
  put(visits, node, before + 1);
  return false;
}
