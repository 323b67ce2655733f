/**
 * Edges given as such, instead of rings: their half-edges, lists of them by cell, and locating points among them.
 *
 *     nodes, ends of edges ──► given ──► half-edges
 *                                    ──► which cells of a grid each passes
 *                                    ──► faces at the corners of cells ──► faces of points
 *
 * What is given lies at the bottom of memory and stays. What is made of it lies above, until `forget` or another list.
 */
import { Grid, listEdges, makeGrid, sortList } from './cells';
import { CHECKED } from './checks';
import { listDense } from './dense-cells';
import { edgeCount, ends, takeEdges } from './edges';
import { linkHalfEdges, startHalfEdges } from './half-edges';
import { startLocating } from './locating';
import { at, giveBack, mark } from './memory';
import { takeNodes } from './nodes';
import { makeWholeGrid, meanReach } from './whole-grid';

/** Cells of the grid in which points are located. */
const CELLS_PER_EDGE: f64 = 4;

/** Where the memory begins that lists of edges given are made in. */
let listing: usize = 0;

/** Takes over edges given, instead of rings: positions of nodes, and ends of edges, both in pairs. */
export function give(positions: usize, nodes: i32, ends: usize, edges: i32): void {
  if (CHECKED) {
    for (let i = 0; i < 2 * edges; i++) {
      assert(at(ends, i) >= 0 && at(ends, i) < nodes, 'an edge ends at a node that there is');
    }
  }
  takeNodes(positions, nodes);
  takeEdges(ends, edges);
  listing = mark();
}

/** Links the half-edges of edges given. */
export function link(): void {
  startHalfEdges(ends, edgeCount);
  linkHalfEdges();
}

/** Forgets all that was made of edges given or written after them. */
export function forget(): void {
  giveBack(listing);
}

/** The grid of the last list by cell. */
export let gridX: f64 = 0;
export let gridY: f64 = 0;
export let cellSize: f64 = 0;
export let columns: i32 = 0;
export let rows: i32 = 0;
/** What lies in its cells that are not empty. Run r is of cell runCell[r] and holds edges as Runs says. */
export let runCell: usize = 0;
export let runStart: usize = 0;
export let runEdge: usize = 0;
export let runCount: i32 = 0;

/** Lists edges given by cell, of a grid over all, whose cells are so many times the mean reach of edges wide. */
export function listAll(reach: f64): void {
  listRuns(makeWholeGrid(reach * meanReach(edgeCount)), 0, edgeCount);
}

/** Lists some of the edges given by cell, of a grid over a square. */
export function listSome(minX: f64, minY: f64, width: f64, size: f64, edges: usize, count: i32): void {
  listRuns(makeGrid(minX, minY, minX + width, minY + width, size), edges, count);
}

function listRuns(grid: Grid, edges: usize, count: i32): void {
  listEdges(grid, edges, count);
  const runs = sortList(grid);
  tellGrid(grid);
  runCell = runs.cell;
  runStart = runs.start;
  runEdge = runs.item;
  runCount = runs.count;
}

/** Lists some of the edges given by every cell of a grid over them. */
export function listByCell(edges: usize, count: i32, cellsWanted: f64): void {
  tellGrid(listDense(edges, count, cellsWanted));
}

function tellGrid(grid: Grid): void {
  gridX = grid.minX;
  gridY = grid.minY;
  cellSize = grid.cellSize;
  columns = grid.columns;
  rows = grid.rows;
}

/** Gets ready to locate points among edges given, with the face on the left of each half-edge. */
export function prepareLocating(faceOfHalf: usize): void {
  startLocating(listDense(0, edgeCount, CELLS_PER_EDGE * <f64>edgeCount), faceOfHalf);
}
