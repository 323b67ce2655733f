/**
 * The proper crossings of edges, rounded to the lattice.
 *
 *         ╲ ╱
 *          ×        two edges that cross inside both: the pixel of × becomes a node
 *         ╱ ╲
 *
 * Edges that only touch or lie on one another need no crossing: their end points are nodes already and the pixel
 * pass cuts there. Pairs are met in the cells both edges pass; a pair met twice gives the same node twice.
 */
import type { EdgeCells, Segments } from './grid.js';
import { listEdgesByCell, makeGrid } from './grid.js';
import type { NodeTable } from './node-table.js';
import { crossProperly, roundCrossing } from './predicates.js';

/** More edges than this in one cell and the cell gets a grid of its own. */
const CROWDED = 160;
const MOST_LEVELS = 6;

/** Adds a node for every crossing; returns how many crossings were met (a pair may be met in several cells). */
export function addCrossings(cells: EdgeCells, segments: Segments, nodes: NodeTable): number {
  return crossingsInCells(cells, segments, nodes, 1);
}

function crossingsInCells(cells: EdgeCells, segments: Segments, nodes: NodeTable, level: number): number {
  const { start, grid } = cells;
  let met = 0;
  for (let run = 0; run < start.length - 1; run++) {
    const from = start[run]!;
    const to = start[run + 1]!;
    if (to - from < 2) continue;
    if (to - from > CROWDED && level < MOST_LEVELS && grid.cellSize > 8) {
      met += crossingsInCells(splitCell(cells, run, segments), segments, nodes, level + 1);
    } else {
      met += crossingsInCell(cells, from, to, segments, nodes);
    }
  }
  return met;
}

/** The edges of one crowded cell, listed by the cells of a finer grid over it. */
export function splitCell(cells: EdgeCells, run: number, segments: Segments): EdgeCells {
  const { grid, cell, start, item } = cells;
  const subset = item.subarray(start[run]!, start[run + 1]!);
  const minX = Math.floor(grid.minX + (cell[run]! % grid.columns) * grid.cellSize) - 1;
  const minY = Math.floor(grid.minY + Math.floor(cell[run]! / grid.columns) * grid.cellSize) - 1;
  const size = Math.ceil(grid.cellSize) + 2;
  const finer = makeGrid(minX, minY, minX + size, minY + size, size / Math.sqrt(subset.length * 2));
  return listEdgesByCell(finer, segments, subset, subset.length);
}

const crossing = new Float64Array(2);

function crossingsInCell(
  cells: EdgeCells,
  from: number,
  to: number,
  segments: Segments,
  nodes: NodeTable,
): number {
  const { box, item } = cells;
  const { low, high } = segments;
  let met = 0;
  for (let i = from; i < to - 1; i++) {
    const minX = box[i * 4]!;
    const minY = box[i * 4 + 1]!;
    const maxX = box[i * 4 + 2]!;
    const maxY = box[i * 4 + 3]!;
    const e = item[i]!;
    const a = low[e]!;
    const b = high[e]!;
    for (let j = i + 1; j < to; j++) {
      // Boxes that only touch hold no crossing inside both edges.
      if (box[j * 4]! >= maxX || box[j * 4 + 2]! <= minX) continue;
      if (box[j * 4 + 1]! >= maxY || box[j * 4 + 3]! <= minY) continue;
      const f = item[j]!;
      const c = low[f]!;
      const d = high[f]!;
      if (a === c || a === d || b === c || b === d) continue;
      if (roundIfCrossing(nodes.x, nodes.y, a, b, c, d)) {
        nodes.at(crossing[0]!, crossing[1]!);
        met++;
      }
    }
  }
  return met;
}

function roundIfCrossing(x: Int32Array, y: Int32Array, a: number, b: number, c: number, d: number): boolean {
  const ax = x[a]!;
  const ay = y[a]!;
  const bx = x[b]!;
  const by = y[b]!;
  const cx = x[c]!;
  const cy = y[c]!;
  const dx = x[d]!;
  const dy = y[d]!;
  if (!crossProperly(ax, ay, bx, by, cx, cy, dx, dy)) return false;
  roundCrossing(ax, ay, bx, by, cx, cy, dx, dy, crossing);
  return true;
}
