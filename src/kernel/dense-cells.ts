/**
 * Edges by cell of a grid that is coarse enough to know every cell by its number.
 *
 *     ┌───┬───┬───┐
 *     │   │ · │ · │      cell = row · columns + column, rows from the south;
 *     ├───┼───┼───┤      its edges are cellEdge[cellStart[cell]] to cellEdge[cellStart[cell + 1] - 1]
 *     │ · │ · │   │
 *     └───┴───┴───┘
 *
 * The side of a cell is a power of two, so a cell takes its left and lower sides exactly: a lattice point and an
 * edge through it are never put into different cells by rounding.
 */
import { areOffsets, CHECKED } from './checks';
import { Grid, listEdges, listedCell, listedCount, listedItem, makeGrid } from './cells';
import { highEnd, lowEnd } from './edges';
import { at, countDown, countUp, mark, put, settle, takeArray } from './memory';
import { nodeX, nodeY } from './nodes';

export let cellStart: usize = 0;
export let cellEdge: usize = 0;

const MOST_CELLS: f64 = 16777216;
/** Room beside the edges, in steps, so that the first column and row begin outside everything. */
const RIM: f64 = 1;

/**
 * Lists which cells each of some edges passes, all of the first `count` if `edges` is 0; the grid. There are between a quarter of `cellsWanted` and
 * `cellsWanted` cells, 2^24 at most, and as many again along the sides.
 */
export function listDense(edges: usize, count: i32, cellsWanted: f64): Grid {
  const grid = coarseGrid(edges, count, cellsWanted);
  const working = mark();
  listEdges(grid, edges, count);
  const cells = grid.columns * grid.rows;
  const start = takeArray(cells + 1);
  for (let i = 0; i < listedCount; i++) countUp(start, at(listedCell, i));
  let total = 0;
  for (let cell = 0; cell <= cells; cell++) {
    total += at(start, cell);
    put(start, cell, total);
  }
  const edge = takeArray(listedCount);
  for (let i = listedCount - 1; i >= 0; i--)
    put(edge, countDown(start, at(listedCell, i)), at(listedItem, i));
  if (CHECKED) assert(areOffsets(start, cells, listedCount), 'every edge listed has its place in its cell');
  settle(start, working);
  cellStart = working;
  cellEdge = working + (edge - start);
  return grid;
}

function coarseGrid(edges: usize, count: i32, cellsWanted: f64): Grid {
  let minX = i32.MAX_VALUE;
  let minY = i32.MAX_VALUE;
  let maxX = i32.MIN_VALUE;
  let maxY = i32.MIN_VALUE;
  for (let i = 0; i < count; i++) {
    const e = edges == 0 ? i : at(edges, i);
    const u = lowEnd(e);
    const v = highEnd(e);
    minX = min(minX, min(nodeX(u), nodeX(v)));
    minY = min(minY, min(nodeY(u), nodeY(v)));
    maxX = max(maxX, max(nodeX(u), nodeX(v)));
    maxY = max(maxY, max(nodeY(u), nodeY(v)));
  }
  const west = count == 0 ? 0 : <f64>minX - RIM;
  const south = count == 0 ? 0 : <f64>minY - RIM;
  const east = count == 0 ? 0 : <f64>maxX;
  const north = count == 0 ? 0 : <f64>maxY;
  const width = east - west + RIM;
  const height = north - south + RIM;
  const wanted = min(MOST_CELLS, max(1.0, cellsWanted));
  const least = max(Math.sqrt((width * height) / wanted), max(width, height) / wanted);
  let size: f64 = 1;
  while (size < least) size *= 2;
  return makeGrid(west, south, east, north, size);
}
