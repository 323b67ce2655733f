/**
 * Cuts edges at the pixels that were met in all strips, and joins pieces that coincide, as the kernel does
 * (src/kernel/cutting.ts).
 */
import type { EdgeTable } from './edge-table.js';
import type { Hits } from './meet-strip.js';
import type { PointTable } from './point-table.js';

export interface Pieces {
  /** Edge e was cut into piece[start[e]] to piece[start[e + 1] - 1]; one that was not cut has none. */
  readonly start: Int32Array;
  readonly piece: Int32Array;
  /** How many cuts were made. */
  readonly cuts: number;
}

/** Cuts all edges there are; pieces are entered after them. */
export function cutEdges(points: PointTable, edges: EdgeTable, hits: readonly Hits[]): Pieces {
  const original = edges.count;
  const { start: hitStart, node } = hitsByEdge(original, hits);
  const start = new Int32Array(original + 1);
  const piece = new Int32Array(2 * node.length);
  let [pieces, cuts] = [0, 0];
  for (let e = 0; e < original; e++) {
    const [first, last] = [hitStart[e]!, hitStart[e + 1]!];
    if (last > first) {
      const [low, high] = [edges.low[e]!, edges.high[e]!];
      let before = low;
      for (const next of inOrder(points, low, high, node.subarray(first, last))) {
        // A pixel that was met several times stands several times in a row.
        if (next === before) continue;
        piece[pieces++] = edges.between(before, next);
        before = next;
        cuts++;
      }
      piece[pieces++] = edges.between(before, high);
    }
    start[e + 1] = pieces;
  }
  return { start, piece: piece.subarray(0, pieces), cuts };
}

/** Edge e meets the pixels of node[start[e]] to node[start[e + 1] - 1]. */
function hitsByEdge(edges: number, hits: readonly Hits[]): { start: Int32Array; node: Int32Array } {
  // Counts stand two entries on; filling moves each start to its end, which is the next one's start.
  const start = new Int32Array(edges + 2);
  let all = 0;
  for (const { edge } of hits) {
    all += edge.length;
    for (const e of edge) start[e + 2]!++;
  }
  for (let e = 2; e < start.length; e++) start[e]! += start[e - 1]!;
  const node = new Int32Array(all);
  for (const { edge, node: met } of hits) {
    for (let i = 0; i < edge.length; i++) node[start[edge[i]! + 1]!++] = met[i]!;
  }
  return { start, node };
}

/**
 * The pixels of one edge from its lower to its higher node. An edge passes pixels monotonously in x and y, so the sum of
 * the two, signed by its direction, rises from each to the next.
 */
function inOrder({ x, y }: PointTable, low: number, high: number, met: Int32Array): Int32Array {
  const signX = x[high]! < x[low]! ? -1 : 1;
  const signY = y[high]! < y[low]! ? -1 : 1;
  const along = (node: number): number => signX * x[node]! + signY * y[node]!;
  return met.length === 1 ? met : met.sort((u, v) => along(u) - along(v));
}
