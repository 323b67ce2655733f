/**
 * Edges by cell of a grid that is coarse enough to know every cell by its number.
 *
 *     ┌───┬───┬───┐
 *     │   │ · │ · │      cell = row · columns + column, rows from the south;
 *     ├───┼───┼───┤      its edges are edge[start[cell]] to edge[start[cell + 1] - 1]
 *     │ · │ · │   │
 *     └───┴───┴───┘
 *
 * The side of a cell is a power of two, so a cell takes its left and lower sides exactly: a lattice point and an
 * edge through it are never put into different cells by rounding.
 */
import { listEdgesByCell, makeGrid, type Grid } from './grid.js';
import type { PlanarEdges } from './noding.js';

export interface DenseCells {
  readonly grid: Grid;
  /** Cell c lists edge[start[c]] to edge[start[c + 1] - 1]. */
  readonly start: Uint32Array;
  readonly edge: Int32Array;
}

const MOST_CELLS = 2 ** 24;
/** Room beside the edges, in steps, so that the first column and row begin outside everything. */
const RIM = 1;

/**
 * Lists which cells each edge passes; `subset` names the edges, or null for all. There are between a quarter of
 * `cellsWanted` and `cellsWanted` cells, 2^24 at most, and as many again along the sides.
 */
export function listByDenseCell(
  edges: PlanarEdges,
  subset: Int32Array | null,
  cellsWanted: number,
): DenseCells {
  const { from, to, nodeX, nodeY } = edges;
  const count = subset === null ? from.length : subset.length;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const e = subset === null ? i : subset[i]!;
    for (const v of [from[e]!, to[e]!]) {
      minX = Math.min(minX, nodeX[v]!);
      maxX = Math.max(maxX, nodeX[v]!);
      minY = Math.min(minY, nodeY[v]!);
      maxY = Math.max(maxY, nodeY[v]!);
    }
  }
  if (count === 0) [minX, minY, maxX, maxY] = [0, 0, 0, 0];
  const [width, height] = [maxX - minX + 2 * RIM, maxY - minY + 2 * RIM];
  const wanted = Math.min(MOST_CELLS, Math.max(1, cellsWanted));
  const size = Math.max(Math.sqrt((width * height) / wanted), Math.max(width, height) / wanted);
  const grid = makeGrid(minX - RIM, minY - RIM, maxX, maxY, 2 ** Math.ceil(Math.log2(size)));
  const runs = listEdgesByCell(grid, { low: from, high: to, x: nodeX, y: nodeY }, subset, count);
  const start = new Uint32Array(grid.columns * grid.rows + 1);
  for (let run = 0; run < runs.cell.length; run++) {
    start[runs.cell[run]! + 1] = runs.start[run + 1]! - runs.start[run]!;
  }
  for (let cell = 1; cell < start.length; cell++) start[cell]! += start[cell - 1]!;
  return { grid, start, edge: runs.item };
}
