/**
 * Fans: edges that share one end. They meet at that end and nowhere else, so in a crowded cell that their other ends
 * do not lie in, none of them needs to be compared with another of them.
 *
 *        ┌─────┐
 *      ──┼──___│              ● the shared end; it may lie in the cell or beside it
 *      ──┼─────●
 *      ──┼──‾‾‾│──            the rest: what ends elsewhere, or has its other end in the cell
 *        └─────┘
 *
 * Without this, n edges through one node cost n² comparisons in every ring of cells around it.
 */
import { highEnd, lowEnd } from './edges';
import { at, mark, giveBack, put, takeArray } from './memory';
import { nodeX, nodeY } from './nodes';
import { Strands } from './strands';

/** Ends counted at a time: whatever is an end of more than every second edge is among the last three (Misra, Gries). */
const SLOTS = 3;
let slotNode: usize = 0;
let slotCount: usize = 0;

/** Takes what counting ends needs. */
export function startFans(): void {
  slotNode = takeArray(SLOTS);
  slotCount = takeArray(SLOTS);
}

/**
 * Puts the strands that are not of the fan before those that are; how many come before. All of them where no fan holds
 * more than half. Strands are those of `item` in [from, to); the box, in steps, is the cell's with its rim.
 */
export function restBeforeFan(
  strands: Strands,
  item: usize,
  from: i32,
  to: i32,
  minX: f64,
  minY: f64,
  maxX: f64,
  maxY: f64,
): i32 {
  const shared = mostSharedEnd(strands, item, from, to);
  if (shared < 0) return to - from;
  const working = mark();
  const fan = takeArray(to - from);
  let rest = 0;
  let ofFan = 0;
  for (let i = from; i < to; i++) {
    const s = at(item, i);
    if (isOfFan(strands, s, shared, minX, minY, maxX, maxY)) put(fan, ofFan++, s);
    else put(item, from + rest++, s);
  }
  for (let i = 0; i < ofFan; i++) put(item, from + rest + i, at(fan, i));
  giveBack(working);
  return rest;
}

/** The edge of a strand that has one edge only, or -1. */
function onlyEdge(strands: Strands, s: i32): i32 {
  const first = at(strands.start, s);
  return at(strands.start, s + 1) - first == 1 ? at(strands.edge, first) : -1;
}

function isOfFan(strands: Strands, s: i32, shared: i32, minX: f64, minY: f64, maxX: f64, maxY: f64): bool {
  const e = onlyEdge(strands, s);
  if (e < 0) return false;
  const low = lowEnd(e);
  const high = highEnd(e);
  if (low != shared && high != shared) return false;
  const other = low == shared ? high : low;
  const x = <f64>nodeX(other);
  const y = <f64>nodeY(other);
  return x < minX || x > maxX || y < minY || y > maxY;
}

/** The node that more than half of the strands have as an end, if there is one; else some node, or -1. */
function mostSharedEnd(strands: Strands, item: usize, from: i32, to: i32): i32 {
  for (let slot = 0; slot < SLOTS; slot++) put(slotCount, slot, 0);
  for (let i = from; i < to; i++) {
    const e = onlyEdge(strands, at(item, i));
    if (e < 0) continue;
    countEnd(lowEnd(e));
    countEnd(highEnd(e));
  }
  let best = -1;
  let most = 0;
  for (let slot = 0; slot < SLOTS; slot++) {
    if (at(slotCount, slot) <= most) continue;
    most = at(slotCount, slot);
    best = at(slotNode, slot);
  }
  return best;
}

function countEnd(node: i32): void {
  let free = -1;
  for (let slot = 0; slot < SLOTS; slot++) {
    const count = at(slotCount, slot);
    if (count == 0) free = slot;
    else if (at(slotNode, slot) == node) {
      put(slotCount, slot, count + 1);
      return;
    }
  }
  if (free >= 0) {
    put(slotNode, free, node);
    put(slotCount, free, 1);
    return;
  }
  for (let slot = 0; slot < SLOTS; slot++) put(slotCount, slot, at(slotCount, slot) - 1);
}
