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
import { farEnd, lowEnd } from './edges';
import {
  beginning,
  endLoops,
  loopCount,
  loopStart,
  loopTurn,
  mostLoops,
  startLoops,
  takeApart,
} from './loops';
import { at, giveBack, mark, put, take, takeArray, takeUnsetArray } from './memory';
import { nodeCount } from './nodes';
import { ringCount, stepCount, stepEdge, stepStart } from './rings';

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

/** Finds the outlines of all rings. */
export function findOutlines(): void {
  const meets = take(ringCount);
  const pieces = findMeetings(meets);
  const most = ringCount + mostLoops(pieces);
  outlineRing = takeUnsetArray(most);
  outlineTurn = takeUnsetArray(most);
  outlineSpan = takeUnsetArray(2 * most);
  outlineCount = 0;
  startLoops(pieces);
  for (let r = 0; r < ringCount; r++) {
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
function findMeetings(meets: usize): i32 {
  const working = mark();
  // For each node the last ring that came there, from 1.
  const visitor = takeArray(nodeCount);
  let pieces = 0;
  for (let r = 0; r < ringCount; r++) {
    const begin = at(stepStart, r);
    const end = at(stepStart, r + 1);
    let node = begin < end ? beginning(begin, end) : 0;
    let own = 0;
    let again = false;
    for (let s = begin; s < end; s++) {
      const e = at(stepEdge, s);
      const first = at(pieceStart, e);
      const last = at(pieceStart, e + 1);
      const isBackwards = node != lowEnd(e);
      for (let i = first; i < max(last, first + 1); i++) {
        node = farEnd(first == last ? e : at(piece, isBackwards ? first + last - 1 - i : i), node);
        if (at(visitor, node) == r + 1) again = true;
        else put(visitor, node, r + 1);
        own++;
      }
    }
    if (!again) continue;
    store<u8>(meets + r, 1);
    pieces += own;
  }
  giveBack(working);
  return pieces;
}
