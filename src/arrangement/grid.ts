/**
 * A uniform grid of square cells that edges walk.
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
import { sortByCell, type Runs } from './sort-by-cell.js';

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

/** Edges by cell: the items of a run are edges. */
export interface EdgeCells extends Runs {
  readonly grid: Grid;
  /** Bounding box of each entry's edge: least x, least y, greatest x, greatest y. */
  readonly box: Int32Array;
}

const MOST_CELLS = 2 ** 28;

/** A grid over a box, with cells of about the given size (larger where there would be too many). */
export function makeGrid(minX: number, minY: number, maxX: number, maxY: number, size: number): Grid {
  const width = maxX - minX + 1;
  const height = maxY - minY + 1;
  const cellSize = Math.max(1, size, Math.sqrt((width * height) / MOST_CELLS), (width + height) / MOST_CELLS);
  return {
    minX,
    minY,
    cellSize,
    columns: Math.floor(width / cellSize) + 1,
    rows: Math.floor(height / cellSize) + 1,
  };
}

/** Mean reach of edges: the larger of their extents in x and y. */
export function meanReach({ low, high, x, y }: Segments, count: number): number {
  let sum = 0;
  for (let e = 0; e < count; e++) {
    const dx = Math.abs(x[high[e]!]! - x[low[e]!]!);
    const dy = Math.abs(y[high[e]!]! - y[low[e]!]!);
    sum += dx > dy ? dx : dy;
  }
  return count === 0 ? 1 : sum / count;
}

/** How far, in steps, an edge reaches into cells beside it: half a pixel, and the rounding of the walk. */
const MARGIN = 1.5;

/** Lists which cells each edge passes. `subset` names the edges, or null for the first `count`. */
export function listEdgesByCell(
  grid: Grid,
  segments: Segments,
  subset: Int32Array | null,
  count: number,
): EdgeCells {
  const { low, high, x, y } = segments;
  const { minX, minY, cellSize, columns, rows } = grid;
  const scale = 1 / cellSize;
  let cellOf = new Int32Array(count * 2 + 64);
  let edgeOf = new Int32Array(count * 2 + 64);
  let entries = 0;
  for (let i = 0; i < count; i++) {
    const edge = subset === null ? i : subset[i]!;
    const u = low[edge]!;
    const v = high[edge]!;
    let ax = x[u]! - minX;
    let ay = y[u]! - minY;
    let bx = x[v]! - minX;
    let by = y[v]! - minY;
    if (ax > bx) {
      let swap = ax;
      ax = bx;
      bx = swap;
      swap = ay;
      ay = by;
      by = swap;
    }
    let firstColumn = Math.floor(ax * scale);
    let lastColumn = Math.floor(bx * scale);
    const lowY = ay < by ? ay : by;
    const highY = ay < by ? by : ay;
    let firstRow = Math.floor(lowY * scale);
    let lastRow = Math.floor(highY * scale);
    if (firstColumn < 0) firstColumn = 0;
    if (lastColumn >= columns) lastColumn = columns - 1;
    if (firstRow < 0) firstRow = 0;
    if (lastRow >= rows) lastRow = rows - 1;
    if (firstColumn > lastColumn || firstRow > lastRow) continue;
    const oneLine = firstColumn === lastColumn || firstRow === lastRow;
    // Room for a whole line of cells; a slanting edge asks again for every column, as its box may be the whole grid.
    let room = oneLine ? lastColumn - firstColumn + lastRow - firstRow + 1 : 0;
    if (entries + room > cellOf.length) {
      cellOf = widened(cellOf, (entries + room) * 2);
      edgeOf = widened(edgeOf, (entries + room) * 2);
    }
    if (oneLine) {
      for (let row = firstRow; row <= lastRow; row++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          const cell = row * columns + column;
          cellOf[entries] = cell;
          edgeOf[entries++] = edge;
        }
      }
      continue;
    }
    const slope = (by - ay) / (bx - ax);
    for (let column = firstColumn; column <= lastColumn; column++) {
      const left = Math.max(ax, column * cellSize - MARGIN);
      const right = Math.min(bx, (column + 1) * cellSize + MARGIN);
      const atLeft = ay + (left - ax) * slope;
      const atRight = ay + (right - ax) * slope;
      const least = (atLeft < atRight ? atLeft : atRight) - MARGIN;
      const greatest = (atLeft < atRight ? atRight : atLeft) + MARGIN;
      let from = Math.floor(least * scale);
      let to = Math.floor(greatest * scale);
      if (from < firstRow) from = firstRow;
      if (to > lastRow) to = lastRow;
      room = to - from + 1;
      if (entries + room > cellOf.length) {
        cellOf = widened(cellOf, (entries + room) * 2);
        edgeOf = widened(edgeOf, (entries + room) * 2);
      }
      for (let row = from; row <= to; row++) {
        const cell = row * columns + column;
        cellOf[entries] = cell;
        edgeOf[entries++] = edge;
      }
    }
  }
  const runs = sortByCell(cellOf, edgeOf, entries, columns * rows);
  return { grid, ...runs, box: boxesInOrder(segments, runs.item) };
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

/** The edges of one crowded cell, listed by the cells of a finer grid over it. */
export function splitCell(cells: EdgeCells, run: number, segments: Segments): EdgeCells {
  const { grid, cell, start, item } = cells;
  const subset = item.subarray(start[run], start[run + 1]);
  const minX = Math.floor(grid.minX + (cell[run]! % grid.columns) * grid.cellSize) - 1;
  const minY = Math.floor(grid.minY + Math.floor(cell[run]! / grid.columns) * grid.cellSize) - 1;
  const size = Math.ceil(grid.cellSize) + 2;
  const finer = makeGrid(minX, minY, minX + size, minY + size, size / Math.sqrt(subset.length * 2));
  return listEdgesByCell(finer, segments, subset, subset.length);
}

function widened(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(size);
  wider.set(array);
  return wider;
}
