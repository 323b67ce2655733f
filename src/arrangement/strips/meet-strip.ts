/**
 * Where edges meet one another within one strip: a kernel of its own is given every edge that reaches into the strip,
 * whole, and what it finds is kept where it lies in the strip's own rows.
 *
 *     ───────╱────────      the crossing × and the pixel □ are this strip's: it has all edges that come there.
 *       □──╱──              An edge over several strips is given to each and cut in none of them;
 *        ╱   ╲ ×╱           what is met beyond the bounds is for the strips that own it
 *     ─╱──────╳───────
 */
import { makeKernel, readInts, viewInts, type Kernel } from '../kernel.js';
import type { EdgeTable } from './edge-table.js';
import type { PointTable } from './point-table.js';

/** Most positions that are handed over at once. */
const WIDTH = 4096;

/** Pairs of an edge and a node whose pixel it meets, its own ends apart; in no particular order, some more than once. */
export interface Hits {
  readonly edge: Int32Array;
  readonly node: Int32Array;
}

/**
 * Meets the edges in the rows from `south` up to, but not including, `north`: numbers the crossings there after all
 * points so far, from south to north, then from west to east, and gives the hits there.
 */
export function meetStrip(points: PointTable, edges: EdgeTable, south: number, north: number): Hits {
  const reaching = edgesReaching(points, edges, south, north);
  const kernel = makeKernel();
  giveLines(kernel, points, edges, reaching);
  const vertices = kernel.nodeCount.value;
  kernel.meet();
  const nodes = kernel.nodeCount.value;
  const at = viewInts(kernel, kernel.nodes.value, 2 * nodes);
  const isOwn = (node: number): boolean => at[2 * node + 1]! >= south && at[2 * node + 1]! < north;
  const numberOf = (node: number): number => points.numberOf(at[2 * node]!, at[2 * node + 1]!);
  for (let node = vertices; node < nodes; node++) if (isOwn(node)) numberOf(node);
  const edge = readInts(kernel, kernel.hitEdge, kernel.hitCount.value);
  const node = readInts(kernel, kernel.hitNode, kernel.hitCount.value);
  let own = 0;
  for (let i = 0; i < edge.length; i++) {
    if (!isOwn(node[i]!)) continue;
    edge[own] = reaching[edge[i]!]!;
    node[own++] = numberOf(node[i]!);
  }
  return { edge: edge.slice(0, own), node: node.slice(0, own) };
}

/** Edges that come into rows. A pixel lies in the box of every edge that meets it, so no more of them are needed. */
function edgesReaching(points: PointTable, edges: EdgeTable, south: number, north: number): Int32Array {
  const { y } = points;
  const reaches = (e: number): boolean => {
    const [u, v] = [y[edges.low[e]!]!, y[edges.high[e]!]!];
    return Math.min(u, v) < north && Math.max(u, v) >= south;
  };
  let count = 0;
  for (let e = 0; e < edges.count; e++) if (reaches(e)) count++;
  const reaching = new Int32Array(count);
  count = 0;
  for (let e = 0; e < edges.count; e++) if (reaches(e)) reaching[count++] = e;
  return reaching;
}

/** Hands edges to a kernel as lines, which number them in the order given; those that go on from one another are one. */
function giveLines(kernel: Kernel, points: PointTable, edges: EdgeTable, given: Int32Array): void {
  const lines = linesIn(edges, given);
  const [address, endAddress] = [kernel.take(8 * WIDTH), kernel.take(4 * WIDTH)];
  kernel.startRings(given.length + lines, lines);
  let room = viewInts(kernel, address, 2 * WIDTH);
  let ends = viewInts(kernel, endAddress, WIDTH);
  let [filled, ended, end] = [0, 0, -1];
  const flush = (): void => {
    kernel.addPositions(address, filled, endAddress, ended);
    [filled, ended] = [0, 0];
    if (room.length > 0) return;
    // A memory that has grown has left its views empty.
    room = viewInts(kernel, address, 2 * WIDTH);
    ends = viewInts(kernel, endAddress, WIDTH);
  };
  const put = (node: number): void => {
    if (filled === WIDTH) flush();
    room[2 * filled] = points.x[node]!;
    room[2 * filled++ + 1] = points.y[node]!;
  };
  for (const e of given) {
    if (edges.low[e] !== end) {
      if (end >= 0) ends[ended++] = filled;
      put(edges.low[e]!);
    }
    end = edges.high[e]!;
    put(end);
  }
  if (lines > 0) ends[ended++] = filled;
  flush();
}

function linesIn(edges: EdgeTable, given: Int32Array): number {
  let lines = 0;
  let end = -1;
  for (const e of given) {
    if (edges.low[e] !== end) lines++;
    end = edges.high[e]!;
  }
  return lines;
}
