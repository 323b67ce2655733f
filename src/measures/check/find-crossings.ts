/**
 * Where a feature meets itself between vertices of its rings: two edges cross, or a vertex lies on an edge.
 *
 *         ╲ ╱           │            │ ╱
 *          ×            ●────        ●       the ring stays on one side of the edge (it touches it),
 *         ╱ ╲           │           ╱│       or goes through (it crosses it)
 *
 * Edges are listed by the cells of a grid and compared in each. Positions are compared as read, exactly; the lattice
 * only says which cells an edge passes. A layer whose arrangement cut no edge has no such place, and need not be
 * searched.
 */
import { orient2d } from 'robust-predicates';
import {
  listEdgesByCell,
  makeLister,
  splitCell,
  type EdgeCells,
  type Lister,
} from '../../arrangement/grid.js';
import { stepX, stepY, type Lattice } from '../../arrangement/lattice.js';
import type { Shapes } from '../../layer/shapes.js';
import { countBefore } from '../../trouble/order.js';

/** A place where rings of a feature meet, or a ring meets itself. */
export interface RingMeeting {
  readonly rings: readonly [number, number];
  readonly kind: 'crossing' | 'touch';
  readonly x: number;
  readonly y: number;
}

const CELL_REACH = 2;
const CROWDED = 160;
const MOST_LEVELS = 6;

/** All edges of a layer: edge e runs from position start[e] to the next. */
interface Edges {
  readonly start: Int32Array;
  readonly feature: Int32Array;
  readonly lister: Lister;
}

/**
 * All meetings of the polygons of a layer with themselves, by polygon, then place; each place once. Rings in `flat`
 * enclose nothing and are passed over.
 */
export function findMeetings(
  shapes: Shapes,
  lattice: Lattice,
  flat: ReadonlySet<number> = new Set(),
): RingMeeting[] {
  const edges = listEdges(shapes, lattice, flat);
  const cells = listEdgesByCell(edges.lister, CELL_REACH);
  const found = new Map<string, RingMeeting>();
  const note = (meeting: RingMeeting): void => {
    const key = `${meeting.rings.join(' ')} ${meeting.x} ${meeting.y}`;
    if (meeting.kind === 'crossing' || !found.has(key)) found.set(key, meeting);
  };
  meetInCells(cells, edges, shapes, note, 1);
  return [...found.values()].sort(
    (p, q) => p.rings[0] - q.rings[0] || p.rings[1] - q.rings[1] || p.x - q.x || p.y - q.y,
  );
}

function listEdges(
  { coordinates, ringStart, polygonStart, featureStart }: Shapes,
  lattice: Lattice,
  flat: ReadonlySet<number>,
): Edges {
  const positions = coordinates.length / 2;
  const x = Int32Array.from({ length: positions }, (_, i) => stepX(lattice, coordinates[2 * i]!));
  const y = Int32Array.from({ length: positions }, (_, i) => stepY(lattice, coordinates[2 * i + 1]!));
  const start = new Int32Array(positions);
  const feature = new Int32Array(positions);
  let count = 0;
  for (let f = 0; f < featureStart.length - 1; f++) {
    for (let ring = polygonStart[featureStart[f]!]!; ring < polygonStart[featureStart[f + 1]!]!; ring++) {
      if (flat.has(ring)) continue;
      for (let i = ringStart[ring]!; i < ringStart[ring + 1]! - 1; i++) {
        if (samePlace(coordinates, i, i + 1)) continue;
        start[count] = i;
        feature[count++] = f;
      }
    }
  }
  const low = start.slice(0, count);
  return {
    start: low,
    feature: feature.subarray(0, count),
    lister: makeLister({ low, high: low.map((i) => i + 1), x, y }),
  };
}

const samePlace = (coordinates: Float64Array, i: number, j: number): boolean =>
  coordinates[2 * i] === coordinates[2 * j] && coordinates[2 * i + 1] === coordinates[2 * j + 1];

type Note = (meeting: RingMeeting) => void;

function meetInCells(cells: EdgeCells, edges: Edges, shapes: Shapes, note: Note, level: number): void {
  const { start, grid, item, box } = cells;
  for (let run = 0; run < start.length - 1; run++) {
    const from = start[run]!;
    const to = start[run + 1]!;
    if (to - from > CROWDED && level < MOST_LEVELS && grid.cellSize > 8) {
      meetInCells(splitCell(edges.lister, cells, run), edges, shapes, note, level + 1);
      continue;
    }
    for (let i = from; i < to - 1; i++) {
      const feature = edges.feature[item[i]!]!;
      for (let j = i + 1; j < to; j++) {
        if (edges.feature[item[j]!] !== feature) continue;
        if (box[j * 4]! > box[i * 4 + 2]! || box[j * 4 + 2]! < box[i * 4]!) continue;
        if (box[j * 4 + 1]! > box[i * 4 + 3]! || box[j * 4 + 3]! < box[i * 4 + 1]!) continue;
        meet(shapes, edges.start[item[i]!]!, edges.start[item[j]!]!, note);
      }
    }
  }
}

/** Notes where the edges from positions i and j meet, if they do other than at their ends. */
function meet(shapes: Shapes, i: number, j: number, note: Note): void {
  const c = shapes.coordinates;
  const turn = (p: number, q: number, r: number): number =>
    Math.sign(orient2d(c[2 * p]!, c[2 * p + 1]!, c[2 * q]!, c[2 * q + 1]!, c[2 * r]!, c[2 * r + 1]!));
  const sides = [turn(i, i + 1, j), turn(i, i + 1, j + 1), turn(j, j + 1, i), turn(j, j + 1, i + 1)] as const;
  if (sides[0] * sides[1] < 0 && sides[2] * sides[3] < 0) {
    note({ rings: ringsOf(shapes, i, j), kind: 'crossing', ...crossingOf(c, i, j) });
    return;
  }
  for (const [vertex, edge, at] of [
    [j, i, 0],
    [j + 1, i, 1],
    [i, j, 2],
    [i + 1, j, 3],
  ] as const) {
    if (sides[at] !== 0 || !isBetween(c, vertex, edge)) continue;
    const [before, after] = neighbours(shapes, vertex);
    const aside = turn(edge, edge + 1, before) * turn(edge, edge + 1, after);
    const rings = ringsOf(shapes, i, j);
    // Two rings may not run on together either; what a ring does with itself there is a spike.
    note({
      rings,
      kind: aside < 0 || (aside === 0 && rings[0] !== rings[1]) ? 'crossing' : 'touch',
      x: c[2 * vertex]!,
      y: c[2 * vertex + 1]!,
    });
  }
}

/** Whether a position on the line of an edge lies between its ends. */
function isBetween(c: Float64Array, vertex: number, edge: number): boolean {
  const along = (at: number): number =>
    (c[2 * vertex]! - c[2 * at]!) * (c[2 * edge + 2]! - c[2 * edge]!) +
    (c[2 * vertex + 1]! - c[2 * at + 1]!) * (c[2 * edge + 3]! - c[2 * edge + 1]!);
  return along(edge) > 0 && along(edge + 1) < 0;
}

/** Where two edges cross, to the precision of doubles. */
function crossingOf(c: Float64Array, i: number, j: number): { x: number; y: number } {
  const [ax, ay, cx, cy] = [c[2 * i]!, c[2 * i + 1]!, c[2 * j]!, c[2 * j + 1]!];
  const [rx, ry] = [c[2 * i + 2]! - ax, c[2 * i + 3]! - ay];
  const [sx, sy] = [c[2 * j + 2]! - cx, c[2 * j + 3]! - cy];
  const along = ((cx - ax) * sy - (cy - ay) * sx) / (rx * sy - ry * sx);
  return { x: ax + along * rx, y: ay + along * ry };
}

const ringAt = (ringStart: Uint32Array, position: number): number =>
  countBefore(ringStart.length, (r) => ringStart[r]! <= position) - 1;

/** The rings of two positions, the lower first. */
function ringsOf({ ringStart }: Shapes, i: number, j: number): [number, number] {
  const [p, q] = [ringAt(ringStart, i), ringAt(ringStart, j)];
  return [Math.min(p, q), Math.max(p, q)];
}

/** The positions before and after one along its ring, doubled ones passed over. */
function neighbours({ coordinates, ringStart }: Shapes, position: number): [number, number] {
  const ring = ringAt(ringStart, position);
  const [from, to] = [ringStart[ring]!, ringStart[ring + 1]! - 1];
  const length = to - from;
  const step = (direction: number): number => {
    let at = position;
    do at = from + ((at - from + direction + length) % length);
    while (at !== position && samePlace(coordinates, at, position));
    return at;
  };
  return [step(-1), step(1)];
}
