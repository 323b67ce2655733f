/**
 * Which edges pass which pixels: what makes the arrangement planar.
 *
 * Every node (vertex or rounded crossing) has a pixel. Each original edge is bent through the centres of all
 * pixels it meets (snap rounding: Hobby 1999, Guibas and Marimont 1998). Pieces then meet at nodes only or
 * coincide; no second pass is needed.
 *
 *       ───────┐□┌──────        an edge that passes the pixel □
 *              └─┘              is cut at its centre
 *
 * The pixels of vertices are met where edges are compared with one another; those of crossings are looked up here.
 */
import { CHECKED, isWithin } from './checks';
import { Grid, listPoint, Runs, sortList, startList } from './cells';
import { addIfInPixel, hitsLieBelow } from './hits';
import { at, giveBack, mark, put, takeArray } from './memory';
import { nodeCount, nodeX, nodeY } from './nodes';
import { LEAST_CELL, splitCell, StrandCells, Strands } from './strands';

/** More tests than this in one cell and the cell gets a grid of its own. */
const CROWDED: f64 = 40000;
const MOST_LEVELS = 6;

/** The nodes from `first` on, by the cells of a grid. */
export function listNodesFrom(first: i32, grid: Grid): Runs {
  const count = nodeCount - first;
  const wanted = takeArray(count);
  for (let i = 0; i < count; i++) put(wanted, i, first + i);
  return listNodes(grid, wanted, count);
}

/** Adds a hit for every edge that meets the pixel of a node of the runs from `first` to `last` - 1. */
export function hitNodes(cells: StrandCells, points: Runs, first: i32, last: i32): void {
  hitInCells(cells, points, first, last, 1);
}

function listNodes(grid: Grid, wanted: usize, count: i32): Runs {
  startList(count);
  for (let i = 0; i < count; i++) {
    const node = at(wanted, i);
    listPoint(grid, node, <f64>nodeX(node), <f64>nodeY(node));
  }
  return sortList(grid);
}

function hitInCells(cells: StrandCells, points: Runs, from: i32, to: i32, level: i32): void {
  const runs = cells.runs;
  let point = from;
  for (let run = 0; run < runs.count; run++) {
    const cell = at(runs.cell, run);
    while (point < to && at(points.cell, point) < cell) point++;
    if (point == to) return;
    if (at(points.cell, point) != cell) continue;
    const first = at(points.start, point);
    const last = at(points.start, point + 1);
    const tests = <f64>(at(runs.start, run + 1) - at(runs.start, run)) * <f64>(last - first);
    if (tests > CROWDED && level < MOST_LEVELS && cells.grid.cellSize > 2 * LEAST_CELL) {
      // The finer grid is a little wider than the cell; only this cell's own nodes are put into it.
      const working = mark();
      const finer = splitCell(cells, run);
      const own = points.item + ((<usize>first) << 2);
      const inner = listNodes(finer.grid, own, last - first);
      hitInCells(finer, inner, 0, inner.count, level + 1);
      if (hitsLieBelow(working)) giveBack(working);
    } else {
      hitInCell(cells, run, points.item, first, last);
    }
  }
}

function hitInCell(cells: StrandCells, run: i32, points: usize, first: i32, last: i32): void {
  const strands = cells.strands;
  const end = at(cells.runs.start, run + 1);
  for (let i = at(cells.runs.start, run); i < end; i++) {
    const s = at(cells.runs.item, i);
    const box = strands.box + ((<usize>s) << 4);
    for (let j = first; j < last; j++) {
      const node = at(points, j);
      const px = nodeX(node) >> 1;
      const py = nodeY(node) >> 1;
      if (holds(box, px, py)) hitInStrand(strands, s, node, px, py);
    }
  }
}

function hitInStrand(strands: Strands, s: i32, node: i32, px: i32, py: i32): void {
  const last = at(strands.start, s + 1);
  for (let i = at(strands.start, s); i < last; i++) {
    if (holds(strands.edgeBox + ((<usize>i) << 4), px, py)) addIfInPixel(at(strands.edge, i), node);
  }
}

/** Whether a box holds a point, both in half steps. */
function holds(box: usize, px: i32, py: i32): bool {
  if (CHECKED) assert(isWithin(box, box, 16), 'a box is read beside its array');
  const differences =
    (px - load<i32>(box)) | (py - load<i32>(box, 4)) | (load<i32>(box, 8) - px) | (load<i32>(box, 12) - py);
  return differences >= 0;
}
