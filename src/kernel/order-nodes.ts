/**
 * Nodes of crossings in an order of their own: from south to north, then from west to east.
 *
 * They are met cell by cell, or by another instance, or strip by strip where a map is too large for one memory. Put in
 * order they have the same numbers however they were met.
 */
import { CHECKED } from './checks';
import { giveBack, mark, put, takeArray, at } from './memory';
import { nodeCount, nodes, nodeX, nodeY } from './nodes';
import { sortBySteps, sortedItems } from './sort';

/** Puts the nodes from `first` on in order. None of them can be looked up any more. */
export function orderNodesFrom(first: i32): void {
  const count = nodeCount - first;
  const working = mark();
  const byWest = takeArray(count);
  const steps = takeArray(count);
  for (let i = 0; i < count; i++) {
    put(byWest, i, first + i);
    put(steps, i, nodeX(first + i));
  }
  sortBySteps(steps, byWest, count);
  const items = sortedItems;
  const stepsNorth = takeArray(count);
  for (let i = 0; i < count; i++) put(stepsNorth, i, nodeY(at(items, i)));
  sortBySteps(stepsNorth, items, count);
  const ordered = takeArray(2 * count);
  for (let i = 0; i < count; i++) {
    put(ordered, 2 * i, nodeX(at(sortedItems, i)));
    put(ordered, 2 * i + 1, nodeY(at(sortedItems, i)));
  }
  memory.copy(nodes + ((<usize>first) << 3), ordered, (<usize>count) << 3);
  giveBack(working);
  if (CHECKED) {
    for (let v = first + 1; v < nodeCount; v++) {
      const rises = nodeY(v - 1) < nodeY(v) || (nodeY(v - 1) == nodeY(v) && nodeX(v - 1) < nodeX(v));
      assert(rises, 'nodes of crossings stand in order, none of them twice');
    }
  }
}
