/**
 * Strands: short runs of edges, one after the other in the table of edges, with one box around them.
 *
 *      ┌───────────┐
 *      │  ●──●     │        Rings number their edges in sequence, so edges that follow one another in the table
 *      │ ╱    ╲  ●─│─●      mostly follow one another on the sheet. Whole strands are told apart by their boxes;
 *      ●╱      ●╱──┘        only edges of strands that come near each other are looked at one by one.
 *
 * A strand ends where its box would grow wider than a given reach, so a jump to another ring starts a new one, and an
 * edge longer than that is a strand of its own.
 */
import { areOffsets, CHECKED, isWithin } from './checks';
import { cellSouth, cellWest, Grid, listBox, listEdge, makeGrid, Runs, sortList, startList } from './cells';
import { highEnd, lowEnd } from './edges';
import { at, put, take, takeUnset, takeUnsetArray } from './memory';
import { nodeX, nodeY } from './nodes';

@unmanaged
export class Strands {
  count: i32;
  /** Strand s holds edge[start[s]] to edge[start[s + 1] - 1]. */
  start: usize;
  edge: usize;
  /**
   * Boxes of edges and of strands: least x, least y, greatest x, greatest y, in half steps rounded down, so that
   * differences of any two fit 32 bits and boxes that meet are never told apart.
   */
  edgeBox: usize;
  box: usize;
}

/** Strands by cell: the items of a run are strands. */
@unmanaged
export class StrandCells {
  grid: Grid;
  strands: Strands;
  runs: Runs;
}

/**
 * Least width of a cell, in steps: an edge is listed in cells that it passes at less than two steps, so that much
 * smaller ones would each hold the edges of their neighbours too.
 */
export const LEAST_CELL: f64 = 64;

/** Most edges of a strand. */
export const LONGEST = 12;

/** Gathers edges into strands whose boxes are at most `reach` steps wide and high, single long edges apart. */
export function makeStrands(edge: usize, edges: i32, reach: f64): Strands {
  const strands = changetype<Strands>(take(offsetof<Strands>()));
  const edgeBox = takeUnset((<usize>edges) << 4);
  const start = takeUnsetArray(edges + 1);
  const box = takeUnset((<usize>edges) << 4);
  const widest = <i32>Math.floor(min(reach / 2, 1e9));
  let count = 0;
  let longest = 0;
  let minX = 0;
  let minY = 0;
  let maxX = 0;
  let maxY = 0;
  for (let i = 0; i < edges; i++) {
    const u = lowEnd(at(edge, i));
    const v = highEnd(at(edge, i));
    const west = min(nodeX(u), nodeX(v)) >> 1;
    const south = min(nodeY(u), nodeY(v)) >> 1;
    const east = max(nodeX(u), nodeX(v)) >> 1;
    const north = max(nodeY(u), nodeY(v)) >> 1;
    putBox(edgeBox, i, west, south, east, north);
    minX = min(minX, west);
    minY = min(minY, south);
    maxX = max(maxX, east);
    maxY = max(maxY, north);
    if (i == longest || maxX - minX > widest || maxY - minY > widest) {
      put(start, count++, i);
      longest = i + LONGEST;
      minX = west;
      minY = south;
      maxX = east;
      maxY = north;
    }
    putBox(box, count - 1, minX, minY, maxX, maxY);
  }
  put(start, count, edges);
  if (CHECKED) {
    assert(areOffsets(start, count, edges), 'every edge is of one strand');
    for (let s = 0; s < count; s++) assert(at(start, s + 1) - at(start, s) <= LONGEST, 'a strand is short');
  }
  strands.count = count;
  strands.start = start;
  strands.edge = edge;
  strands.edgeBox = edgeBox;
  strands.box = box;
  return strands;
}

function putBox(boxes: usize, i: i32, minX: i32, minY: i32, maxX: i32, maxY: i32): void {
  const box = boxes + ((<usize>i) << 4);
  if (CHECKED) {
    assert(isWithin(boxes, box, 16), 'a box is written beside its array');
    assert(minX <= maxX && minY <= maxY, 'a box holds something');
  }
  store<i32>(box, minX);
  store<i32>(box, minY, 4);
  store<i32>(box, maxX, 8);
  store<i32>(box, maxY, 12);
}

/** Lists which cells each strand may pass: those of its box, and for a single edge those it passes. */
export function listStrands(grid: Grid, strands: Strands): StrandCells {
  startList(strands.count * 2);
  for (let s = 0; s < strands.count; s++) {
    const first = at(strands.start, s);
    if (at(strands.start, s + 1) - first == 1) {
      const u = lowEnd(at(strands.edge, first));
      const v = highEnd(at(strands.edge, first));
      listEdge(grid, s, <f64>nodeX(u), <f64>nodeY(u), <f64>nodeX(v), <f64>nodeY(v));
    } else {
      const box = strands.box + ((<usize>s) << 4);
      const minX = <f64>load<i32>(box) * 2;
      const minY = <f64>load<i32>(box, 4) * 2;
      const maxX = <f64>load<i32>(box, 8) * 2 + 1;
      const maxY = <f64>load<i32>(box, 12) * 2 + 1;
      listBox(grid, s, minX, minY, maxX, maxY);
    }
  }
  const cells = changetype<StrandCells>(take(offsetof<StrandCells>()));
  cells.grid = grid;
  cells.strands = strands;
  cells.runs = sortList(grid);
  return cells;
}

/** The edges of one crowded cell, in shorter strands, listed by the cells of a finer grid over it. */
export function splitCell(cells: StrandCells, run: i32): StrandCells {
  const grid = cells.grid;
  const runs = cells.runs;
  const strands = cells.strands;
  const from = at(runs.start, run);
  const to = at(runs.start, run + 1);
  let count = 0;
  for (let i = from; i < to; i++) {
    const s = at(runs.item, i);
    count += at(strands.start, s + 1) - at(strands.start, s);
  }
  const edges = takeUnsetArray(count);
  count = 0;
  for (let i = from; i < to; i++) {
    const s = at(runs.item, i);
    const last = at(strands.start, s + 1);
    for (let k = at(strands.start, s); k < last; k++) put(edges, count++, at(strands.edge, k));
  }
  const minX = Math.floor(cellWest(grid, at(runs.cell, run))) - 1;
  const minY = Math.floor(cellSouth(grid, at(runs.cell, run))) - 1;
  const size = Math.ceil(grid.cellSize) + 2;
  const finer = makeGrid(minX, minY, minX + size, minY + size, max(LEAST_CELL, size / Math.sqrt(<f64>count)));
  return listStrands(finer, makeStrands(edges, count, finer.cellSize / 2));
}
