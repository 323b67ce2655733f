/**
 * A uniform grid of square cells, and which things lie in which.
 *
 *     ┌───┬───┬───┬───┐
 *     │   │   │  ·│·  │      an edge is listed in the cells it passes (·),
 *     ├───┼───┼─·─┼───┤      not in all cells of its box
 *     │   │ · │·  │   │
 *     └───┴───┴───┴───┘
 *
 * There may be far more cells than things, most of them empty: only runs of entries are stored, sorted by cell.
 */
import { areOffsets, CHECKED } from './checks';
import { highEnd, lowEnd } from './edges';
import { at, put, take, takeUnsetArray, widened } from './memory';
import { nodeX, nodeY } from './nodes';
import { sortByKey, sortedItems, sortedKeys } from './sort';

@unmanaged
export class Grid {
  minX: f64;
  minY: f64;
  cellSize: f64;
  columns: i32;
  rows: i32;
}

/** What lies in each cell that is not empty. */
@unmanaged
export class Runs {
  count: i32;
  /** Cell of each run, rising. */
  cell: usize;
  /** Run r holds items start[r] to start[r + 1] - 1. */
  start: usize;
  item: usize;
}

const MOST_CELLS: f64 = 268435456;
/** How far, in steps, an edge reaches into cells beside it: half a pixel, and the rounding of the walk. */
const MARGIN: f64 = 1.5;

/** A grid over a box, with cells of about the given size (larger where there would be too many). */
export function makeGrid(minX: f64, minY: f64, maxX: f64, maxY: f64, size: f64): Grid {
  const width = maxX - minX + 1;
  const height = maxY - minY + 1;
  const grid = changetype<Grid>(take(offsetof<Grid>()));
  const least = max(Math.sqrt((width * height) / MOST_CELLS), (width + height) / MOST_CELLS);
  grid.minX = minX;
  grid.minY = minY;
  grid.cellSize = max(max(1.0, size), least);
  grid.columns = <i32>Math.floor(width / grid.cellSize) + 1;
  grid.rows = <i32>Math.floor(height / grid.cellSize) + 1;
  if (CHECKED) {
    assert(width > 0 && height > 0, 'a grid has a width and a height');
    assert(<f64>grid.columns * <f64>grid.rows <= <f64>i32.MAX_VALUE, 'a cell has a number of 32 bits');
  }
  return grid;
}

/** Western bound of a cell. */
export function cellWest(grid: Grid, cell: i32): f64 {
  return grid.minX + <f64>(cell % grid.columns) * grid.cellSize;
}

/** Southern bound of a cell. */
export function cellSouth(grid: Grid, cell: i32): f64 {
  return grid.minY + <f64>(cell / grid.columns) * grid.cellSize;
}

/** The list being made: one entry for each cell of each thing. */
export let listedCell: usize = 0;
export let listedItem: usize = 0;
export let listedCount: i32 = 0;
let room: i32 = 0;

/** Starts a list. */
export function startList(expected: i32): void {
  listedCount = 0;
  room = expected + 64;
  listedCell = takeUnsetArray(room);
  listedItem = takeUnsetArray(room);
}

/** Lists an item in all cells of a box, clipped to the grid. */
export function listBox(grid: Grid, item: i32, minX: f64, minY: f64, maxX: f64, maxY: f64): void {
  const scale = 1 / grid.cellSize;
  const firstColumn = max(0, <i32>Math.floor((minX - grid.minX) * scale));
  const lastColumn = min(grid.columns - 1, <i32>Math.floor((maxX - grid.minX) * scale));
  const firstRow = max(0, <i32>Math.floor((minY - grid.minY) * scale));
  const lastRow = min(grid.rows - 1, <i32>Math.floor((maxY - grid.minY) * scale));
  for (let column = firstColumn; column <= lastColumn; column++) {
    listColumn(grid, item, column, firstRow, lastRow);
  }
}

/** Lists an item in the cells that an edge passes, clipped to the grid. */
export function listEdge(grid: Grid, item: i32, x1: f64, y1: f64, x2: f64, y2: f64): void {
  const cellSize = grid.cellSize;
  const scale = 1 / cellSize;
  const eastward = x1 <= x2;
  const ax = (eastward ? x1 : x2) - grid.minX;
  const ay = (eastward ? y1 : y2) - grid.minY;
  const bx = (eastward ? x2 : x1) - grid.minX;
  const by = (eastward ? y2 : y1) - grid.minY;
  const firstColumn = max(0, <i32>Math.floor(ax * scale));
  const lastColumn = min(grid.columns - 1, <i32>Math.floor(bx * scale));
  const firstRow = max(0, <i32>Math.floor(min(ay, by) * scale));
  const lastRow = min(grid.rows - 1, <i32>Math.floor(max(ay, by) * scale));
  if (firstColumn == lastColumn || firstRow == lastRow) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      listColumn(grid, item, column, firstRow, lastRow);
    }
    return;
  }
  const slope = (by - ay) / (bx - ax);
  for (let column = firstColumn; column <= lastColumn; column++) {
    const atLeft = ay + (max(ax, <f64>column * cellSize - MARGIN) - ax) * slope;
    const atRight = ay + (min(bx, <f64>(column + 1) * cellSize + MARGIN) - ax) * slope;
    const from = max(firstRow, <i32>Math.floor((min(atLeft, atRight) - MARGIN) * scale));
    const to = min(lastRow, <i32>Math.floor((max(atLeft, atRight) + MARGIN) * scale));
    listColumn(grid, item, column, from, to);
  }
}

/** Starts a list of the cells that each of some edges passes; all of the first `count` if `edges` is 0. */
export function listEdges(grid: Grid, edges: usize, count: i32): void {
  startList(count * 2);
  for (let i = 0; i < count; i++) {
    const e = edges == 0 ? i : at(edges, i);
    const u = lowEnd(e);
    const v = highEnd(e);
    listEdge(grid, e, <f64>nodeX(u), <f64>nodeY(u), <f64>nodeX(v), <f64>nodeY(v));
  }
}

/** Lists an item in the cell of a point, if the grid has it. */
export function listPoint(grid: Grid, item: i32, x: f64, y: f64): void {
  const scale = 1 / grid.cellSize;
  const column = <i32>Math.floor((x - grid.minX) * scale);
  const row = <i32>Math.floor((y - grid.minY) * scale);
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return;
  listColumn(grid, item, column, row, row);
}

function listColumn(grid: Grid, item: i32, column: i32, firstRow: i32, lastRow: i32): void {
  if (CHECKED && lastRow >= firstRow) {
    assert(column >= 0 && column < grid.columns, 'a column is one of the grid');
    assert(firstRow >= 0 && lastRow < grid.rows, 'rows are those of the grid');
  }
  const more = lastRow - firstRow + 1;
  if (more > 0 && listedCount + more > room) {
    room = (listedCount + more) * 2;
    listedCell = widened(listedCell, listedCount, room);
    listedItem = widened(listedItem, listedCount, room);
  }
  for (let row = firstRow; row <= lastRow; row++) {
    put(listedCell, listedCount, row * grid.columns + column);
    put(listedItem, listedCount++, item);
  }
}

/** The list, sorted by cell. */
export function sortList(grid: Grid): Runs {
  sortByKey(listedCell, listedItem, listedCount, <f64>grid.columns * <f64>grid.rows);
  const keys = sortedKeys;
  const runs = changetype<Runs>(take(offsetof<Runs>()));
  runs.item = sortedItems;
  runs.count = 0;
  for (let i = 0; i < listedCount; i++) if (i == 0 || at(keys, i) != at(keys, i - 1)) runs.count++;
  runs.cell = takeUnsetArray(runs.count);
  runs.start = takeUnsetArray(runs.count + 1);
  let run = 0;
  for (let i = 0; i < listedCount; i++) {
    if (i > 0 && at(keys, i) == at(keys, i - 1)) continue;
    put(runs.cell, run, at(keys, i));
    put(runs.start, run++, i);
  }
  put(runs.start, runs.count, listedCount);
  if (CHECKED) {
    assert(areOffsets(runs.start, runs.count, listedCount), 'runs follow one another');
    for (let r = 1; r < runs.count; r++)
      assert(at(runs.cell, r - 1) < at(runs.cell, r), 'cells of runs rise');
  }
  return runs;
}
