/**
 * Lattice points, each stored once: a hash table from x, y to a node number.
 *
 * Numbers are given in order of arrival; nothing that leaves the arrangement depends on them.
 */
import { CHECKED, isWithin } from './checks';
import { memoryFull } from './host';
import { at, put, settled, takeArray, widened } from './memory';

/** Positions in lattice steps: node v has x at entry 2 v and y at entry 2 v + 1. */
export let nodes: usize = 0;
export let nodeCount: i32 = 0;
let room: i32 = 0;
let slots: usize = 0;
let mask: i32 = 0;

/** Makes an empty table. */
export function makeNodes(expected: i32): void {
  if (expected > NUMBER) memoryFull();
  nodeCount = 0;
  room = withRoom(expected);
  nodes = takeArray(2 * room);
}

/** So many nodes, and as many more as crossings mostly make. */
export function withRoom(count: i32): i32 {
  return count + (count >> 2) + 64;
}

/** Takes what looking nodes up needs: enough where every second position is a node that is known, as in most layers. */
export function startLookingUp(expected: i32): void {
  let size = 64;
  while (size - (size >> 2) < expected >> 1) size <<= 1;
  makeSlots(size);
}

/** Takes over positions known to differ; no further node can be looked up. */
export function takeNodes(positions: usize, count: i32): void {
  if (CHECKED) assert(isWithin(positions, positions, (<usize>count) << 3), 'nodes have two steps each');
  nodes = positions;
  nodeCount = count;
}

/** Moves nodes down to where memory was given back, with room for more. */
export function settleNodes(): void {
  room = min(room, withRoom(nodeCount));
  nodes = settled(nodes, 2 * nodeCount, 2 * room);
}

/** The same of what looks them up. */
export function settleSlots(): void {
  slots = settled(slots, mask + 1, mask + 1);
}

/** Whether what looks nodes up has not moved above an address while it grew. */
export function slotsLieBelow(address: usize): bool {
  return slots < address;
}

/** Whether the table has not moved above an address while it grew. */
export function nodesLieBelow(address: usize): bool {
  return nodes < address && slotsLieBelow(address);
}

/** Step in x of a node. */
export function nodeX(node: i32): i32 {
  if (CHECKED) assert(node >= 0 && node < nodeCount, 'there is no such node');
  return load<i32>(nodes + ((<usize>node) << 3));
}

/** Step in y of a node. */
export function nodeY(node: i32): i32 {
  if (CHECKED) assert(node >= 0 && node < nodeCount, 'there is no such node');
  return load<i32>(nodes + ((<usize>node) << 3), 4);
}

/** The node at a lattice point, made if it is new. */
export function nodeAt(x: i32, y: i32): i32 {
  if (CHECKED) assert(nodeCount < mask, 'a slot is free, or the search does not end');
  const mixed = mix(x, y);
  const tag = mixed & ~NUMBER;
  let slot = mixed & mask;
  for (;;) {
    const entry = at(slots, slot);
    if (entry == 0) break;
    if ((entry & ~NUMBER) == tag) {
      const found = (entry & NUMBER) - 1;
      if (isAt(found, x, y)) return found;
    }
    slot = (slot + 1) & mask;
  }
  const node = nodeCount++;
  if (nodeCount > NUMBER) memoryFull();
  if (node == room) {
    room += (room >> 1) + 64;
    nodes = widened(nodes, 2 * node, 2 * room);
  }
  put(nodes, 2 * node, x);
  put(nodes, 2 * node + 1, y);
  put(slots, slot, tag | (node + 1));
  if (nodeCount + (nodeCount >> 2) > mask) makeSlots((mask + 1) << 1);
  return node;
}

/**
 * The same, where the point before it on a ring has its node: a ring that runs along another one meets its nodes one
 * after the other, up or down, and they need not be looked up.
 */
export function nodeAfter(before: i32, x: i32, y: i32): i32 {
  if (before > 0 && isAt(before - 1, x, y)) return before - 1;
  if (before + 1 < nodeCount && isAt(before + 1, x, y)) return before + 1;
  return nodeAt(x, y);
}

/** What was read ahead, so that it has to be read. */
export let readAhead: i32 = 0;

/**
 * Reads the entries that some points will be looked up at first, one after the other with nothing between, so that the
 * next is on its way before the last has come: each is somewhere else in memory.
 */
export function lookAhead(positions: usize, count: i32): void {
  let all = 0;
  for (let i = 0; i < count; i++)
    all ^= at(slots, mix(at(positions, 2 * i), at(positions, 2 * i + 1)) & mask);
  readAhead = all;
}

function isAt(node: i32, x: i32, y: i32): bool {
  return nodeX(node) == x && nodeY(node) == y;
}

/** The part of an entry that is a node's number and one; the rest is a tag, which spares most looks at the node. */
const NUMBER: i32 = 0x3ffffff;

/** Enters all nodes in a table of so many slots, a power of two. */
function makeSlots(size: i32): void {
  if (CHECKED)
    assert((size & (size - 1)) == 0 && size > nodeCount, 'slots are a power of two, more than nodes');
  slots = takeArray(size);
  mask = size - 1;
  for (let node = 0; node < nodeCount; node++) {
    const mixed = mix(nodeX(node), nodeY(node));
    let slot = mixed & mask;
    while (at(slots, slot) != 0) slot = (slot + 1) & mask;
    put(slots, slot, (mixed & ~NUMBER) | (node + 1));
  }
}

/** Spreads a lattice point over all bits of a number. */
function mix(x: i32, y: i32): i32 {
  let mixed = x * 0x85ebca77 + y * 0x9e3779b1;
  mixed = (mixed ^ (mixed >>> 15)) * 0x2c1b3c6d;
  return mixed ^ (mixed >>> 13);
}
