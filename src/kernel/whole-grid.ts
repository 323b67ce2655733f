/**
 * A grid over all nodes, and how far edges reach, from which the width of its cells is chosen.
 */
import { Grid, makeGrid } from './cells';
import { highEnd, lowEnd } from './edges';
import { nodeCount, nodeX, nodeY } from './nodes';

/** Mean reach of edges: the larger of their extents in x and y. */
export function meanReach(count: i32): f64 {
  let sum: f64 = 0;
  for (let e = 0; e < count; e++) {
    const u = lowEnd(e);
    const v = highEnd(e);
    sum += max(abs(<f64>nodeX(u) - <f64>nodeX(v)), abs(<f64>nodeY(u) - <f64>nodeY(v)));
  }
  return count == 0 ? 1 : sum / <f64>count;
}

/** A grid over all nodes. */
export function makeWholeGrid(cellSize: f64): Grid {
  let minX = i32.MAX_VALUE;
  let minY = i32.MAX_VALUE;
  let maxX = i32.MIN_VALUE;
  let maxY = i32.MIN_VALUE;
  for (let v = 0; v < nodeCount; v++) {
    minX = min(minX, nodeX(v));
    minY = min(minY, nodeY(v));
    maxX = max(maxX, nodeX(v));
    maxY = max(maxY, nodeY(v));
  }
  if (nodeCount == 0) return makeGrid(0, 0, 0, 0, cellSize);
  return makeGrid(<f64>minX, <f64>minY, <f64>maxX, <f64>maxY, cellSize);
}
