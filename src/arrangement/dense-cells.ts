/**
 * Edges by cell of a grid that is coarse enough to know every cell by its number, listed by the kernel.
 *
 *     ┌───┬───┬───┐
 *     │   │ · │ · │      cell = row · columns + column, rows from the south;
 *     ├───┼───┼───┤      its edges are edge[start[cell]] to edge[start[cell + 1] - 1]
 *     │ · │ · │   │
 *     └───┴───┴───┘
 */
import { giveEdges } from './give-edges.js';
import { readGrid, type Grid } from './grid.js';
import { readInts, writeInts } from './kernel.js';
import type { PlanarEdges } from './planar-edges.js';

export interface DenseCells {
  readonly grid: Grid;
  /** Cell c lists edge[start[c]] to edge[start[c + 1] - 1]. */
  readonly start: Int32Array;
  readonly edge: Int32Array;
}

/**
 * Lists which cells each of some edges passes. There are between a quarter of `cellsWanted` and `cellsWanted` cells,
 * 2^24 at most, and as many again along the sides.
 */
export function listByDenseCell(edges: PlanarEdges, subset: Int32Array, cellsWanted: number): DenseCells {
  const kernel = giveEdges(edges.nodeX, edges.nodeY, edges.from, edges.to);
  kernel.listByCell(writeInts(kernel, subset), subset.length, cellsWanted);
  const grid = readGrid(kernel);
  const start = readInts(kernel, kernel.cellStart, grid.columns * grid.rows + 1);
  return { grid, start, edge: readInts(kernel, kernel.cellEdge, start[start.length - 1]!) };
}
