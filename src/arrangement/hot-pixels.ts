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
import { splitCell } from './crossings.js';
import type { EdgeCells, NodeCells, Segments } from './grid.js';
import { listNodesByCell } from './grid.js';
import type { NodeTable } from './node-table.js';
import { meetsPixel } from './predicates.js';

/** Pairs of an edge and a node whose pixel it meets, end points apart; in no particular order. */
export interface PixelHits {
  edge: Int32Array;
  node: Int32Array;
  count: number;
}

/** More tests than this in one cell and the cell gets a grid of its own. */
const CROWDED = 40_000;
const MOST_LEVELS = 6;

/** An empty list of hits. */
export const noHits = (): PixelHits => ({ edge: new Int32Array(1024), node: new Int32Array(1024), count: 0 });

/** Adds every edge that meets the pixel of a node from `first` on. `segments` are the original edges. */
export function addPixelHits(
  cells: EdgeCells,
  segments: Segments,
  nodes: NodeTable,
  first: number,
  hits: PixelHits,
): void {
  const wanted = new Int32Array(nodes.count - first);
  for (let i = 0; i < wanted.length; i++) wanted[i] = first + i;
  const nodeCells = listNodesByCell(cells.grid, nodes.x, nodes.y, wanted);
  hitsInCells(cells, nodeCells, segments, nodes, hits, 1);
}

function hitsInCells(
  cells: EdgeCells,
  nodeCells: NodeCells,
  segments: Segments,
  nodes: NodeTable,
  hits: PixelHits,
  level: number,
): void {
  const { start, grid } = cells;
  let nodeRun = 0;
  for (let run = 0; run < cells.cell.length; run++) {
    while (nodeRun < nodeCells.cell.length && nodeCells.cell[nodeRun]! < cells.cell[run]!) nodeRun++;
    if (nodeRun === nodeCells.cell.length) return;
    if (nodeCells.cell[nodeRun] !== cells.cell[run]) continue;
    const points = nodeCells.start[nodeRun + 1]! - nodeCells.start[nodeRun]!;
    if ((start[run + 1]! - start[run]!) * points > CROWDED && level < MOST_LEVELS && grid.cellSize > 8) {
      // The finer grid is a little wider than the cell; only this cell's own nodes are put into it.
      const finer = splitCell(cells, run, segments);
      const own = nodeCells.item.subarray(nodeCells.start[nodeRun]!, nodeCells.start[nodeRun + 1]!);
      const ownCells = listNodesByCell(finer.grid, nodes.x, nodes.y, own);
      hitsInCells(finer, ownCells, segments, nodes, hits, level + 1);
    } else {
      hitsInCell(cells, run, nodeCells, nodeRun, segments, nodes, hits);
    }
  }
}

function hitsInCell(
  cells: EdgeCells,
  run: number,
  nodeCells: NodeCells,
  nodeRun: number,
  segments: Segments,
  nodes: NodeTable,
  hits: PixelHits,
): void {
  const { box, item, start } = cells;
  const { at } = nodeCells;
  const { low, high } = segments;
  const firstNode = nodeCells.start[nodeRun]!;
  const lastNode = nodeCells.start[nodeRun + 1]!;
  for (let i = start[run]!; i < start[run + 1]!; i++) {
    const minX = box[i * 4]!;
    const minY = box[i * 4 + 1]!;
    const maxX = box[i * 4 + 2]!;
    const maxY = box[i * 4 + 3]!;
    const e = item[i]!;
    const u = low[e]!;
    const v = high[e]!;
    for (let j = firstNode; j < lastNode; j++) {
      const px = at[j * 2]!;
      if (px < minX || px > maxX) continue;
      const py = at[j * 2 + 1]!;
      if (py < minY || py > maxY) continue;
      const p = nodeCells.item[j]!;
      if (p === u || p === v) continue;
      if (meetsPixel(nodes.x[u]!, nodes.y[u]!, nodes.x[v]!, nodes.y[v]!, px, py)) addHit(hits, e, p);
    }
  }
}

/** Adds one hit. */
export function addHit(hits: PixelHits, edge: number, node: number): void {
  if (hits.count === hits.edge.length) {
    const size = hits.count * 2;
    hits.edge = widened(hits.edge, size);
    hits.node = widened(hits.node, size);
  }
  hits.edge[hits.count] = edge;
  hits.node[hits.count++] = node;
}

function widened(array: Int32Array, size: number): Int32Array {
  const wider = new Int32Array(size);
  wider.set(array);
  return wider;
}
