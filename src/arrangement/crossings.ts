/**
 * Where edges meet one another: proper crossings, and ends that lie in the pixel of another edge.
 *
 *         ╲ ╱                      │
 *          ×   a crossing inside   □───   an end of one edge whose pixel □
 *         ╱ ╲  both: its pixel     │      the other passes: that one is
 *              becomes a node             cut there
 *
 * Pairs are met in the cells both edges pass; a pair met twice gives the same node and the same cut twice.
 */
import type { EdgeCells, Segments } from './grid.js';
import { listEdgesByCell, makeGrid } from './grid.js';
import { addHit, type PixelHits } from './hot-pixels.js';
import type { NodeTable } from './node-table.js';
import { crossProperly, meetsPixel, roundCrossing } from './predicates.js';

/** More edges than this in one cell and the cell gets a grid of its own. */
const CROWDED = 160;
const MOST_LEVELS = 6;

/**
 * Adds a node for every crossing and a hit for every end in another edge's pixel; returns how many crossings were
 * met.
 */
export function meetEdges(cells: EdgeCells, segments: Segments, nodes: NodeTable, hits: PixelHits): number {
  return meetInCells(cells, segments, nodes, hits, 1);
}

function meetInCells(
  cells: EdgeCells,
  segments: Segments,
  nodes: NodeTable,
  hits: PixelHits,
  level: number,
): number {
  const { start, grid } = cells;
  let met = 0;
  for (let run = 0; run < start.length - 1; run++) {
    const from = start[run]!;
    const to = start[run + 1]!;
    if (to - from < 2) continue;
    if (to - from > CROWDED && level < MOST_LEVELS && grid.cellSize > 8) {
      met += meetInCells(splitCell(cells, run, segments), segments, nodes, hits, level + 1);
    } else {
      met += meetInCell(cells, from, to, segments, nodes, hits);
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

function meetInCell(
  cells: EdgeCells,
  from: number,
  to: number,
  segments: Segments,
  nodes: NodeTable,
  hits: PixelHits,
): number {
  const { box, item } = cells;
  const { low, high, x, y } = segments;
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
      if (box[j * 4]! > maxX || box[j * 4 + 2]! < minX) continue;
      if (box[j * 4 + 1]! > maxY || box[j * 4 + 3]! < minY) continue;
      const f = item[j]!;
      const c = low[f]!;
      const d = high[f]!;
      if (c !== a && c !== b) addIfInPixel(x, y, e, a, b, c, hits);
      if (d !== a && d !== b) addIfInPixel(x, y, e, a, b, d, hits);
      if (a !== c && a !== d) addIfInPixel(x, y, f, c, d, a, hits);
      if (b !== c && b !== d) addIfInPixel(x, y, f, c, d, b, hits);
      if (a === c || a === d || b === c || b === d) continue;
      // Boxes that only touch hold no crossing inside both edges.
      if (box[j * 4]! >= maxX || box[j * 4 + 2]! <= minX) continue;
      if (box[j * 4 + 1]! >= maxY || box[j * 4 + 3]! <= minY) continue;
      if (roundIfCrossing(x, y, a, b, c, d)) {
        nodes.at(crossing[0]! | 0, crossing[1]! | 0);
        met++;
      }
    }
  }
  return met;
}

/** Notes that edge e, from u to v, meets the pixel of node p, if it does. */
function addIfInPixel(
  x: Int32Array,
  y: Int32Array,
  e: number,
  u: number,
  v: number,
  p: number,
  hits: PixelHits,
): void {
  const px = x[p]!;
  const ux = x[u]!;
  const vx = x[v]!;
  if (ux < vx ? px < ux || px > vx : px < vx || px > ux) return;
  const py = y[p]!;
  const uy = y[u]!;
  const vy = y[v]!;
  if (uy < vy ? py < uy || py > vy : py < vy || py > uy) return;
  if (meetsPixel(ux, uy, vx, vy, px, py)) addHit(hits, e, p);
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
