/**
 * How far it is from some edges to others, asked at positions spread evenly along the first.
 *
 *      ·   ·   ·   ·   ·         positions lie where edges cross the lines of a grid (·), so that neither the order of
 *     ─┼───┼───┼──╱┼───┼─        edges, nor their direction, nor how many vertices they have makes a difference
 *      ·   ·   ·╱  ·   ·
 *
 * Positions are few and edges many, so positions are listed by the cells of a coarse grid and each edge looks for those
 * around it.
 */
import type { Lattice } from './lattice.js';
import { metresPerStep } from './nearest-edge.js';
import type { PlanarEdges } from './planar-edges.js';

/** Distances are looked for so far, in metres. */
export const REACH = 1000;

export interface BorderDistances {
  /** Metres to the nearest of the other edges, rising; only those of at most REACH. */
  readonly metres: Float64Array;
  /** How many positions were asked, those further away included. */
  readonly asked: number;
}

/** Edges of which those bits of their kind that `mask` has are as `wanted`. */
export interface ChosenEdges {
  /** Bits for each edge. */
  readonly kind: Uint8Array;
  readonly mask: number;
  readonly wanted: number;
}

/**
 * Distances from about `wanted` positions on the edges `from` to the nearest of the edges `to`. Where edges have owners,
 * those of the edge that a position lies on are passed over.
 */
export function borderDistances(
  edges: PlanarEdges,
  from: ChosenEdges,
  to: ChosenEdges,
  wanted: number,
  owner: Int32Array | null = null,
): BorderDistances {
  const { positions, onEdge } = spreadPositions(edges, from, wanted);
  const ownerOf = owner === null ? null : Int32Array.from(onEdge, (e) => owner[e]!);
  const metres = positions.length === 0 ? new Float64Array(0) : nearest(edges, positions, to, owner, ownerOf);
  return { metres: metres.filter((distance) => distance <= REACH).sort(), asked: metres.length };
}

/** Where the lines of the grid lie between its steps: not where drawn coordinates are likely to. */
const PHASE = Math.SQRT2 - 1;

/** Lattice positions (x, y after one another) at which edges cross evenly spaced lines, and the edge of each. */
function spreadPositions(
  edges: PlanarEdges,
  chosen: ChosenEdges,
  count: number,
): { readonly positions: readonly number[]; readonly onEdge: readonly number[] } {
  const { nodeX, nodeY, from, to } = edges;
  const { kind, mask, wanted } = chosen;
  const positions: number[] = [];
  const onEdge: number[] = [];
  const [apartX, apartY] = spacing(edges, chosen, count);
  const put = (edge: number, x: number, y: number): void => {
    positions.push(x, y);
    onEdge.push(edge);
  };
  // Most edges cross no line: they lie between the same two as the edge before, at whole steps that need no division.
  let [west, east, south, north] = [0, -1, 0, -1];
  for (let e = 0; e < kind.length; e++) {
    if ((kind[e]! & mask) !== wanted) continue;
    const x = nodeX[from[e]!]!;
    const y = nodeY[from[e]!]!;
    const endX = nodeX[to[e]!]!;
    const endY = nodeY[to[e]!]!;
    if (x < west || x > east || endX < west || endX > east) {
      const fromX = firstLine(x, apartX);
      const toX = firstLine(endX, apartX);
      for (let k = Math.min(fromX, toX); k < Math.max(fromX, toX); k++) {
        const line = (k + PHASE) * apartX;
        put(e, line, y + ((line - x) / (endX - x)) * (endY - y));
      }
      [west, east] = betweenLines(toX, apartX);
    }
    if (y < south || y > north || endY < south || endY > north) {
      const fromY = firstLine(y, apartY);
      const toY = firstLine(endY, apartY);
      for (let k = Math.min(fromY, toY); k < Math.max(fromY, toY); k++) {
        const line = (k + PHASE) * apartY;
        put(e, x + ((line - y) / (endY - y)) * (endX - x), line);
      }
      [south, north] = betweenLines(toY, apartY);
    }
  }
  return { positions, onEdge };
}

/** Steps in x and in y between lines that edges cross about `count` times in all. */
function spacing(
  { nodeX, nodeY, from, to, lattice }: PlanarEdges,
  { kind, mask, wanted }: ChosenEdges,
  count: number,
): readonly [x: number, y: number] {
  let [alongX, alongY] = [0, 0];
  let [south, north] = [Infinity, -Infinity];
  for (let e = 0; e < kind.length; e++) {
    if ((kind[e]! & mask) !== wanted) continue;
    const u = from[e]!;
    const v = to[e]!;
    alongX += Math.abs(nodeX[v]! - nodeX[u]!);
    const y = nodeY[u]!;
    const endY = nodeY[v]!;
    alongY += Math.abs(endY - y);
    if (y < south) south = y;
    if (endY < south) south = endY;
    if (y > north) north = y;
    if (endY > north) north = endY;
  }
  if (south > north) return [1, 1];
  const [scaleX, scaleY] = metresPerStep(lattice, (south + north) / 2);
  const metresApart = (alongX * scaleX + alongY * scaleY) / count;
  return [metresApart / scaleX, metresApart / scaleY];
}

/** The first line at or above a place: from one end of an edge to the other, the lower included and the upper not. */
const firstLine = (place: number, apart: number): number => Math.ceil(place / apart - PHASE);

/** Least and greatest step for which a line is surely the first at or above: no rounding reaches a step from it. */
const betweenLines = (line: number, apart: number): readonly [least: number, greatest: number] => [
  Math.ceil((line - 1 + PHASE) * apart) + 1,
  Math.floor((line + PHASE) * apart) - 1,
];

/** Positions by the cells within REACH of them; the sheet is taken for flat around each, with its local scale. */
interface Cells {
  readonly minX: number;
  readonly minY: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly start: Int32Array;
  readonly position: Int32Array;
}

/** At most so many cells to a side: coarser ones hold more than is near, which only takes longer. */
const MOST_CELLS = 256;

function listByCell(positions: readonly number[], scales: Float64Array): Cells {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  let leastX = Infinity;
  let leastY = Infinity;
  for (let i = 0; i < positions.length; i += 2) {
    minX = Math.min(minX, positions[i]!);
    maxX = Math.max(maxX, positions[i]!);
    minY = Math.min(minY, positions[i + 1]!);
    maxY = Math.max(maxY, positions[i + 1]!);
    leastX = Math.min(leastX, scales[i]!);
    leastY = Math.min(leastY, scales[i + 1]!);
  }
  const reachX = REACH / leastX;
  const reachY = REACH / leastY;
  minX -= reachX;
  minY -= reachY;
  const width = Math.max(reachX, (maxX + reachX - minX) / MOST_CELLS);
  const height = Math.max(reachY, (maxY + reachY - minY) / MOST_CELLS);
  const columns = Math.floor((maxX + reachX - minX) / width) + 1;
  const rows = Math.floor((maxY + reachY - minY) / height) + 1;
  const start = new Int32Array(columns * rows + 1);
  const rowsAround = (i: number, take: (first: number, last: number) => void): void => {
    const west = Math.floor((positions[i]! - reachX - minX) / width);
    const east = Math.floor((positions[i]! + reachX - minX) / width);
    const north = Math.floor((positions[i + 1]! + reachY - minY) / height);
    for (let row = Math.floor((positions[i + 1]! - reachY - minY) / height); row <= north; row++)
      take(row * columns + west, row * columns + east);
  };
  for (let i = 0; i < positions.length; i += 2) {
    rowsAround(i, (first, last) => {
      for (let cell = first; cell <= last; cell++) start[cell + 1]!++;
    });
  }
  for (let cell = 0; cell < columns * rows; cell++) start[cell + 1]! += start[cell]!;
  const position = new Int32Array(start[columns * rows]!);
  const next = start.slice();
  for (let i = 0; i < positions.length; i += 2) {
    rowsAround(i, (first, last) => {
      for (let cell = first; cell <= last; cell++) position[next[cell]!++] = i;
    });
  }
  return { minX, minY, width, height, columns, rows, start, position };
}

/** Scales are worked out on so many parallels; between them they change along a line. */
const PARALLELS = 64;

/** Metres of one step in x and in y at each position. */
function scalesAt(lattice: Lattice, positions: readonly number[]): Float64Array {
  let [south, north] = [Infinity, -Infinity];
  for (let i = 1; i < positions.length; i += 2) {
    south = Math.min(south, positions[i]!);
    north = Math.max(north, positions[i]!);
  }
  const apart = (north - south) / (PARALLELS - 1) || 1;
  const known = Array.from({ length: PARALLELS + 1 }, (_, k) => metresPerStep(lattice, south + k * apart));
  const scales = new Float64Array(positions.length);
  for (let i = 0; i < scales.length; i += 2) {
    const at = (positions[i + 1]! - south) / apart;
    const [below, above] = [known[Math.floor(at)]!, known[Math.floor(at) + 1]!];
    const part = at - Math.floor(at);
    scales[i] = below[0] + part * (above[0] - below[0]);
    scales[i + 1] = below[1] + part * (above[1] - below[1]);
  }
  return scales;
}

/** Metres from each position to the nearest of some edges; what is further than REACH may be Infinity. */
function nearest(
  edges: PlanarEdges,
  positions: readonly number[],
  { kind, mask, wanted }: ChosenEdges,
  owner: Int32Array | null,
  ownerOf: Int32Array | null,
): Float64Array {
  const { nodeX, nodeY, from, to } = edges;
  const scales = scalesAt(edges.lattice, positions);
  const { minX, minY, width, height, columns, rows, start, position } = listByCell(positions, scales);
  const squared = new Float64Array(positions.length / 2).fill(Infinity);
  const perX = 1 / width;
  const perY = 1 / height;
  const last = columns - 1;
  // Most edges lie in the same cell as the edge before, and far from all positions.
  let [emptyWest, emptyEast, emptySouth, emptyNorth] = [0, -1, 0, -1];
  for (let e = 0; e < kind.length; e++) {
    if ((kind[e]! & mask) !== wanted) continue;
    const u = from[e]!;
    const v = to[e]!;
    const ux = nodeX[u]!;
    const uy = nodeY[u]!;
    const vx = nodeX[v]!;
    const vy = nodeY[v]!;
    if (ux > emptyWest && ux < emptyEast && uy > emptySouth && uy < emptyNorth)
      if (vx > emptyWest && vx < emptyEast && vy > emptySouth && vy < emptyNorth) continue;
    const columnU = Math.floor((ux - minX) * perX);
    const columnV = Math.floor((vx - minX) * perX);
    const rowU = Math.floor((uy - minY) * perY);
    const rowV = Math.floor((vy - minY) * perY);
    const west = columnU < columnV ? Math.max(0, columnU) : Math.max(0, columnV);
    const east = columnU < columnV ? Math.min(last, columnV) : Math.min(last, columnU);
    const south = rowU < rowV ? Math.max(0, rowU) : Math.max(0, rowV);
    const north = rowU < rowV ? Math.min(rows - 1, rowV) : Math.min(rows - 1, rowU);
    let met = false;
    for (let row = south; row <= north && west <= east; row++) {
      const end = start[row * columns + east + 1]!;
      for (let k = start[row * columns + west]!; k < end; k++) {
        met = true;
        const i = position[k]!;
        if (owner !== null && owner[e] === ownerOf![i >> 1]) continue;
        const scaleX = scales[i]!;
        const scaleY = scales[i + 1]!;
        const dx = (vx - ux) * scaleX;
        const dy = (vy - uy) * scaleY;
        const px = (positions[i]! - ux) * scaleX;
        const py = (positions[i + 1]! - uy) * scaleY;
        const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)));
        const here = (px - along * dx) ** 2 + (py - along * dy) ** 2;
        if (here < squared[i >> 1]!) squared[i >> 1] = here;
      }
    }
    if (met || columnU !== columnV || rowU !== rowV) continue;
    // A step inside the cell, so that no rounding reaches its neighbours.
    emptyWest = Math.ceil(minX + columnU * width) + 1;
    emptyEast = Math.floor(minX + (columnU + 1) * width) - 1;
    emptySouth = Math.ceil(minY + rowU * height) + 1;
    emptyNorth = Math.floor(minY + (rowU + 1) * height) - 1;
  }
  return squared.map(Math.sqrt);
}
