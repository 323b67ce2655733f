/**
 * Shapes of rows as lines of whole steps, with no more positions than a map shows (Douglas and Peucker 1973).
 */
import type { ShapeGeometry } from '../../result/shape-record.js';

export interface StepGrid {
  readonly step: number;
  readonly west: number;
  readonly south: number;
}

type Position = readonly [number, number];

/** A position less than this many metres off the line between its neighbours is left out. */
const LEAST_METRES = 12;
const METRES_PER_DEGREE = 111_320;

/** Rings or lines of a geometry: x and y of the first position in steps, then differences. */
export function shapeLines(geometry: ShapeGeometry, grid: StepGrid): number[][] {
  return runsOf(geometry).map((run) => {
    const found: number[] = [];
    let [x, y] = [0, 0];
    for (const [longitude, latitude] of thinRun(run)) {
      const u = Math.round((longitude - grid.west) / grid.step);
      const v = Math.round((latitude - grid.south) / grid.step);
      found.push(u - x, v - y);
      [x, y] = [u, v];
    }
    return found;
  });
}

/** All rings, or the one line. */
export function runsOf(geometry: ShapeGeometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'LineString':
      return [geometry.coordinates];
  }
}

/** The run without positions that hardly bend it; its ends stay, and of a ring at least four positions. */
function thinRun(run: readonly Position[]): readonly Position[] {
  if (run.length <= 4) return run;
  const narrowing = Math.cos((run[0]![1] * Math.PI) / 180) * METRES_PER_DEGREE;
  const keep = new Uint8Array(run.length);
  const last = run.length - 1;
  keep[0] = keep[last] = 1;
  // A ring is cut at the position furthest from its start, so that it never falls into a line.
  const isRing = run[0]![0] === run[last]![0] && run[0]![1] === run[last]![1];
  const stack: [number, number, boolean][] = [[0, last, isRing]];
  while (stack.length > 0) {
    const [from, to, always] = stack.pop()!;
    let [furthest, most] = [-1, always ? -1 : LEAST_METRES];
    for (let i = from + 1; i < to; i++) {
      const distance = distanceTo(run[i]!, run[from]!, run[to]!, narrowing);
      if (distance > most) [furthest, most] = [i, distance];
    }
    if (furthest < 0) continue;
    keep[furthest] = 1;
    stack.push([from, furthest, false], [furthest, to, false]);
  }
  const kept = run.filter((_, i) => keep[i] === 1);
  return isRing && kept.length < 4 ? run.filter((_, i) => keep[i] === 1 || i === last >> 1 || i === 1) : kept;
}

function distanceTo(p: Position, a: Position, b: Position, narrowing: number): number {
  const [dx, dy] = [(b[0] - a[0]) * narrowing, (b[1] - a[1]) * METRES_PER_DEGREE];
  const [px, py] = [(p[0] - a[0]) * narrowing, (p[1] - a[1]) * METRES_PER_DEGREE];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  return Math.hypot(px - t * dx, py - t * dy);
}
