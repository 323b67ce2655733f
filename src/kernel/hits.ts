/**
 * Hits: pairs of an edge and a node whose pixel it meets, its own ends apart; in no particular order.
 */
import { CHECKED } from './checks';
import { highEnd, lowEnd } from './edges';
import { put, takeUnsetArray, widened } from './memory';
import { nodeX, nodeY } from './nodes';
import { meetsPixel } from './predicates';

export let hitEdge: usize = 0;
export let hitNode: usize = 0;
export let hitCount: i32 = 0;
let room: i32 = 0;

/** Makes an empty list. */
export function startHits(expected: i32): void {
  hitCount = 0;
  room = expected + 64;
  hitEdge = takeUnsetArray(room);
  hitNode = takeUnsetArray(room);
}

/** Whether the list has not moved above an address while it grew. */
export function hitsLieBelow(address: usize): bool {
  return hitNode < address;
}

/** Notes that an edge meets the pixel of a node, if it does and does not end there. */
export function addIfInPixel(edge: i32, node: i32): void {
  const u = lowEnd(edge);
  const v = highEnd(edge);
  if (u == node || v == node) return;
  const px = nodeX(node);
  if (px < min(nodeX(u), nodeX(v)) || px > max(nodeX(u), nodeX(v))) return;
  const py = nodeY(node);
  if (py < min(nodeY(u), nodeY(v)) || py > max(nodeY(u), nodeY(v))) return;
  if (meetsPixel(<f64>nodeX(u), <f64>nodeY(u), <f64>nodeX(v), <f64>nodeY(v), <f64>px, <f64>py)) {
    addHit(edge, node);
  }
}

/** Takes over hits that another instance has listed. */
export function takeHits(edges: usize, nodes: usize, count: i32): void {
  if (hitCount + count > room) {
    room = (hitCount + count) * 2;
    hitEdge = widened(hitEdge, hitCount, room);
    hitNode = widened(hitNode, hitCount, room);
  }
  const before = (<usize>hitCount) << 2;
  memory.copy(hitEdge + before, edges, (<usize>count) << 2);
  memory.copy(hitNode + before, nodes, (<usize>count) << 2);
  hitCount += count;
}

function addHit(edge: i32, node: i32): void {
  if (hitCount == room) {
    room *= 2;
    hitEdge = widened(hitEdge, hitCount, room);
    hitNode = widened(hitNode, hitCount, room);
  }
  if (CHECKED) assert(hitCount < room, 'there is room for a hit');
  put(hitEdge, hitCount, edge);
  put(hitNode, hitCount++, node);
}
