/**
 * Which face a point lies on, found by the kernel (src/kernel/locating.ts).
 *
 * Exact for every lattice point. One on an edge lies on the face to the east of that edge, on an edge that runs due
 * east on the face to the north, on a node on the face just east of it, in the north where an edge runs due east.
 * So each point is on one face, and a point of a border between two units in one of them, however it was drawn.
 */
import type { Arrangement } from './arrangement.js';
import { OUTSIDE_FACE } from './faces.js';
import { giveEdges } from './give-edges.js';
import { viewFloats, viewInts, writeInts, type Kernel } from './kernel.js';
import { stepX, stepY, type Lattice } from './lattice.js';

/** Everything needed to locate points; built once for an arrangement. Its kernel lives as long as it does. */
export interface Locator {
  readonly lattice: Lattice;
  readonly kernel: Kernel;
  /** Where points are handed over, as x, y in lattice steps, and their faces come back. */
  readonly points: Float64Array;
  readonly faces: Int32Array;
}

/** Most points that are handed over at once. */
const WIDTH = 4096;

/** Lists edges by cell and finds the face at the corner of every cell. */
export function buildLocator({ edges, faces }: Arrangement): Locator {
  const kernel = giveEdges(edges.nodeX, edges.nodeY, edges.from, edges.to);
  kernel.prepareLocating(writeInts(kernel, faces.ofHalfEdge));
  // Locating takes no memory, so it grows no more and views of it stay.
  const [points, found] = [kernel.take(16 * WIDTH), kernel.take(4 * WIDTH)];
  return {
    lattice: edges.lattice,
    kernel,
    points: viewFloats(kernel, points, 2 * WIDTH),
    faces: viewInts(kernel, found, WIDTH),
  };
}

/**
 * The face of each of the first `count` points, given in lattice steps (whole numbers); OUTSIDE_FACE for points
 * outside everything, and for those whose position is not a number.
 */
export function locatePoints(
  locator: Locator,
  x: Float64Array | Int32Array,
  y: Float64Array | Int32Array,
  count: number = x.length,
): Int32Array {
  return locateMany(locator, count, (points, i, place) => {
    points[place] = x[i]!;
    points[place + 1] = y[i]!;
  });
}

/**
 * The face of each position (x, y after one another, in degrees or metres), rounded to the lattice. One on the outer
 * border, where the rule puts it outside, is on the face it touches where that is one alone.
 */
export function locatePositions(locator: Locator, positions: Float64Array): Int32Array {
  const { lattice } = locator;
  const found = locateMany(locator, positions.length >> 1, (points, i, place) => {
    points[place] = stepX(lattice, positions[2 * i]!);
    points[place + 1] = stepY(lattice, positions[2 * i + 1]!);
  });
  const outside = Array.from(found.keys()).filter((i) => found[i] === OUTSIDE_FACE);
  const around = locateMany(locator, outside.length * AROUND.length, (points, i, place) => {
    const [east, north] = AROUND[i % AROUND.length]!;
    const position = 2 * outside[Math.floor(i / AROUND.length)]!;
    points[place] = stepX(lattice, positions[position]!) + east;
    points[place + 1] = stepY(lattice, positions[position + 1]!) + north;
  });
  outside.forEach((i, at) => {
    const touched = new Set(around.subarray(at * AROUND.length, (at + 1) * AROUND.length));
    touched.delete(OUTSIDE_FACE);
    if (touched.size === 1) found[i] = [...touched][0]!;
  });
  return found;
}

/** The lattice points next to one, in steps east and north. */
const AROUND = [-1, 0, 1].flatMap((east) =>
  [-1, 0, 1].flatMap((north) => (east === 0 && north === 0 ? [] : [[east, north] as const])),
);

/** Hands points over, which `write` puts in place, and takes back their faces. */
function locateMany(
  { kernel, points, faces }: Locator,
  count: number,
  write: (points: Float64Array, i: number, place: number) => void,
): Int32Array {
  const found = new Int32Array(count);
  for (let from = 0; from < count; from += WIDTH) {
    const some = Math.min(WIDTH, count - from);
    for (let i = 0; i < some; i++) write(points, from + i, 2 * i);
    kernel.locate(points.byteOffset, some, faces.byteOffset);
    found.set(faces.subarray(0, some), from);
  }
  return found;
}
