/**
 * Edges listed by the cells of a grid that they pass, by the kernel (src/kernel/cells.ts).
 *
 *     ┌───┬───┬───┬───┐
 *     │   │   │  ·│·  │      an edge is listed in the cells it passes (·),
 *     ├───┼───┼─·─┼───┤      not in all cells of its bounding box
 *     │   │ · │·  │   │
 *     └───┴───┴───┴───┘
 *
 * Cells are a few edges wide, so there are far more of them than edges and most are empty: only runs of entries
 * are stored, sorted by cell. What the edges of one cell need to know of one another lies in that order, so that
 * the inner loops read memory in sequence. A crowded cell is meant to be split by a grid of its own.
 */
import { giveEdges } from './give-edges.js';
import { readInts, writeInts, type Kernel } from './kernel.js';

export interface Grid {
  readonly minX: number;
  readonly minY: number;
  readonly cellSize: number;
  readonly columns: number;
  readonly rows: number;
}

/** End nodes of edges and where the nodes are, in lattice steps. */
export interface Segments {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly x: Int32Array;
  readonly y: Int32Array;
}

/** Edges by cell. */
export interface EdgeCells {
  readonly grid: Grid;
  /** Cell of each run, rising. */
  readonly cell: Int32Array;
  /** Run r holds edges item[start[r]] to item[start[r + 1] - 1]. */
  readonly start: Int32Array;
  readonly item: Int32Array;
  /** Bounding box of each entry's edge: least x, least y, greatest x, greatest y. */
  readonly box: Int32Array;
}

/** Edges that can be listed, and the kernel that has them: it lives as long as this. */
export interface Lister {
  readonly segments: Segments;
  readonly kernel: Kernel;
}

/** Gets ready to list edges. */
export function makeLister(segments: Segments): Lister {
  return { segments, kernel: giveEdges(segments.x, segments.y, segments.low, segments.high) };
}

/** Lists which cells each edge passes, of a grid over all nodes; cells are so many times the mean reach of edges wide. */
export function listEdgesByCell(lister: Lister, reach: number): EdgeCells {
  lister.kernel.forget();
  lister.kernel.listAll(reach);
  return readCells(lister);
}

/** The edges of one crowded cell, listed by the cells of a finer grid over it. */
export function splitCell(lister: Lister, { grid, cell, start, item }: EdgeCells, run: number): EdgeCells {
  const { kernel } = lister;
  const edges = item.subarray(start[run], start[run + 1]);
  const minX = Math.floor(grid.minX + (cell[run]! % grid.columns) * grid.cellSize) - 1;
  const minY = Math.floor(grid.minY + Math.floor(cell[run]! / grid.columns) * grid.cellSize) - 1;
  const width = Math.ceil(grid.cellSize) + 2;
  kernel.forget();
  const address = writeInts(kernel, edges);
  kernel.listSome(minX, minY, width, width / Math.sqrt(edges.length * 2), address, edges.length);
  return readCells(lister);
}

/** The grid of the kernel's last list. */
export const readGrid = (kernel: Kernel): Grid => ({
  minX: kernel.gridX.value,
  minY: kernel.gridY.value,
  cellSize: kernel.cellSize.value,
  columns: kernel.columns.value,
  rows: kernel.rows.value,
});

function readCells({ segments, kernel }: Lister): EdgeCells {
  const runs = kernel.runCount.value;
  const start = readInts(kernel, kernel.runStart, runs + 1);
  const item = readInts(kernel, kernel.runEdge, start[runs]!);
  const cell = readInts(kernel, kernel.runCell, runs);
  return { grid: readGrid(kernel), cell, start, item, box: boxesInOrder(segments, item) };
}

function boxesInOrder({ low, high, x, y }: Segments, edges: Int32Array): Int32Array {
  const box = new Int32Array(edges.length * 4);
  for (let i = 0; i < edges.length; i++) {
    const u = low[edges[i]!]!;
    const v = high[edges[i]!]!;
    const ux = x[u]!;
    const vx = x[v]!;
    const uy = y[u]!;
    const vy = y[v]!;
    box[i * 4] = ux < vx ? ux : vx;
    box[i * 4 + 1] = uy < vy ? uy : vy;
    box[i * 4 + 2] = ux < vx ? vx : ux;
    box[i * 4 + 3] = uy < vy ? vy : uy;
  }
  return box;
}
