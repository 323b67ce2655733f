/**
 * Nodes and ends of edges as columns, made last of all for whoever reads the results where they stand.
 *
 *     x y x y x y   ──►   x x x, y y y
 */
import { edgeCount, ends } from './edges';
import { at, put, takeUnsetArray } from './memory';
import { nodeCount, nodes } from './nodes';

/** Steps of each node, and the nodes that each edge ends at. */
export let nodeX: usize = 0;
export let nodeY: usize = 0;
export let from: usize = 0;
export let to: usize = 0;

/** Makes them. */
export function makeColumns(): void {
  nodeX = column(nodes, nodeCount, 0);
  nodeY = column(nodes, nodeCount, 1);
  from = column(ends, edgeCount, 0);
  to = column(ends, edgeCount, 1);
}

/** Every second entry, from the first or the second on. */
function column(pairs: usize, count: i32, first: i32): usize {
  const entries = takeUnsetArray(count);
  for (let i = 0; i < count; i++) put(entries, i, at(pairs, 2 * i + first));
  return entries;
}
