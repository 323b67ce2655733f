/**
 * Edges between nodes, each stored once whatever number of rings use it and in whichever direction.
 *
 * Edges with the same lower node number form a chain from that node; chains are short (a node has two or three
 * edges), and rings number their nodes in sequence, so looking an edge up reads memory in order.
 */
import { CHECKED } from './checks';
import { at, put, settled, takeArray, widened } from './memory';
import { nodeCount, withRoom } from './nodes';

/** End nodes: edge e has the lower number at entry 2 e and the higher at entry 2 e + 1. */
export let ends: usize = 0;
export let edgeCount: i32 = 0;
let room: i32 = 0;
let chain: usize = 0;
let firstOf: usize = 0;
let firstRoom: i32 = 0;

/** Makes an empty table. */
export function makeEdges(expected: i32): void {
  edgeCount = 0;
  room = expected + (expected >> 1) + 64;
  firstRoom = withRoom(expected);
  firstOf = takeArray(firstRoom);
  chain = takeArray(room);
  ends = takeArray(2 * room);
}

/** Takes over edges between nodes, in pairs; no further edge can be made. */
export function takeEdges(pairs: usize, count: i32): void {
  ends = pairs;
  edgeCount = count;
}

/** Moves the table down to where memory was given back, with room for pieces of edges. */
export function settleEdges(): void {
  firstRoom = min(firstRoom, withRoom(nodeCount));
  firstOf = settled(firstOf, nodeCount, firstRoom);
  memory.fill(firstOf + ((<usize>nodeCount) << 2), 0, (<usize>(firstRoom - nodeCount)) << 2);
  room = min(room, edgeCount + (edgeCount >> 1) + 64);
  chain = settled(chain, edgeCount, room);
  ends = settled(ends, 2 * edgeCount, 2 * room);
}

/** Gives an edge another number, in place of the edge that had it. No edge can be found by its ends any more. */
export function moveEdge(edge: i32, number: i32): void {
  if (CHECKED) assert(number <= edge && edge < edgeCount, 'edges move to the front');
  store<i64>(ends + ((<usize>number) << 3), load<i64>(ends + ((<usize>edge) << 3)));
}

/** Keeps the first `count` edges only. */
export function keepEdges(count: i32): void {
  edgeCount = count;
}

/** The lower end of an edge. */
export function lowEnd(edge: i32): i32 {
  if (CHECKED) assert(edge >= 0 && edge < edgeCount, 'there is no such edge');
  return load<i32>(ends + ((<usize>edge) << 3));
}

/** The higher end of an edge. */
export function highEnd(edge: i32): i32 {
  if (CHECKED) assert(edge >= 0 && edge < edgeCount, 'there is no such edge');
  return load<i32>(ends + ((<usize>edge) << 3), 4);
}

/** The end of an edge that a node is not. */
export function farEnd(edge: i32, node: i32): i32 {
  const low = lowEnd(edge);
  const high = highEnd(edge);
  if (CHECKED) assert(node == low || node == high, 'an edge has the node for an end');
  return node == low ? high : low;
}

/** The edge between two different nodes, made if it is new. */
export function edgeBetween(u: i32, v: i32): i32 {
  if (CHECKED) assert(u != v && u >= 0 && v >= 0, 'an edge has two ends');
  const low = min(u, v);
  const high = max(u, v);
  if (low >= firstRoom) {
    const wider = low + (low >> 1) + 64;
    firstOf = widened(firstOf, firstRoom, wider);
    firstRoom = wider;
  }
  let link = at(firstOf, low);
  while (link != 0) {
    if (highEnd(link - 1) == high) return link - 1;
    link = at(chain, link - 1);
  }
  const edge = edgeCount++;
  if (edge == room) {
    room += (room >> 1) + 64;
    ends = widened(ends, 2 * edge, 2 * room);
    chain = widened(chain, edge, room);
  }
  put(ends, 2 * edge, low);
  put(ends, 2 * edge + 1, high);
  put(chain, edge, at(firstOf, low));
  put(firstOf, low, edge + 1);
  return edge;
}
