/**
 * Lattice points, each stored once: a hash table from x, y to a node number.
 *
 * Numbers are given in order of arrival; nothing that leaves the arrangement depends on them.
 */
import { at, put, takeArray, widened } from './memory';

/** Positions in lattice steps: node v has x at entry 2 v and y at entry 2 v + 1. */
export let nodes: usize = 0;
export let nodeCount: i32 = 0;
let room: i32 = 0;
let slots: usize = 0;
let mask: i32 = 0;

/** Makes an empty table. */
export function makeNodes(expected: i32): void {
  nodeCount = 0;
  room = expected + 64;
  nodes = takeArray(2 * room);
}

/** Takes what looking nodes up needs. */
export function startLookingUp(): void {
  let size = 64;
  while (size < room) size <<= 1;
  makeSlots(size);
}

/** Takes over positions known to differ; no further node can be looked up. */
export function takeNodes(positions: usize, count: i32): void {
  nodes = positions;
  nodeCount = count;
}

/** Step in x of a node. */
export function nodeX(node: i32): i32 {
  return load<i32>(nodes + ((<usize>node) << 3));
}

/** Step in y of a node. */
export function nodeY(node: i32): i32 {
  return load<i32>(nodes + ((<usize>node) << 3), 4);
}

/** The node at a lattice point, made if it is new. */
export function nodeAt(x: i32, y: i32): i32 {
  let slot = hash(x, y) & mask;
  for (;;) {
    const found = at(slots, slot) - 1;
    if (found < 0) break;
    if (nodeX(found) == x && nodeY(found) == y) return found;
    slot = (slot + 1) & mask;
  }
  const node = nodeCount++;
  if (node == room) {
    room += (room >> 1) + 64;
    nodes = widened(nodes, 2 * node, 2 * room);
  }
  put(nodes, 2 * node, x);
  put(nodes, 2 * node + 1, y);
  put(slots, slot, node + 1);
  if (nodeCount + (nodeCount >> 2) > mask) rehash();
  return node;
}

function makeSlots(size: i32): void {
  slots = takeArray(size);
  mask = size - 1;
}

function rehash(): void {
  makeSlots((mask + 1) << 1);
  for (let node = 0; node < nodeCount; node++) {
    let slot = hash(nodeX(node), nodeY(node)) & mask;
    while (at(slots, slot) != 0) slot = (slot + 1) & mask;
    put(slots, slot, node + 1);
  }
}

/** Spreads lattice points over the table: every bit of both steps moves the low bits of the result. */
function hash(x: i32, y: i32): i32 {
  let mixed = x * 0x85ebca77 + y * 0x9e3779b1;
  mixed = (mixed ^ (mixed >>> 15)) * 0x2c1b3c6d;
  return mixed ^ (mixed >>> 13);
}
