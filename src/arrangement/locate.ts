/**
 * Which face a point lies on, found by the kernel (src/kernel/locating.ts).
 *
 * Exact for every lattice point. One on an edge lies on the face to the east of that edge, on an edge that runs due
 * east on the face to the north, on a node on the face just east of it, in the north where an edge runs due east.
 * So each point is on one face, and a point of a border between two units in one of them, however it was drawn.
 */
import type { Arrangement } from './arrangement.js';
import { giveEdges } from './give-edges.js';
import { NO_UNIT } from './labels.js';
import { viewFloats, viewInts, writeInts, type Kernel } from './kernel.js';
import { stepX, stepY, type Lattice } from './lattice.js';

/** Everything needed to locate points; built once for an arrangement. Its kernel lives as long as it does. */
export interface Locator {
  readonly lattice: Lattice;
  readonly kernel: Kernel;
  /** Where points are handed over, as x, y in lattice steps, and their faces come back. */
  readonly points: Float64Array;
  readonly faces: Int32Array;
  /** For each face the number of layers that have land there, and how many there are. */
  readonly layersOn: Uint8Array;
  readonly layers: number;
}

/** Most points that are handed over at once. */
const WIDTH = 4096;

/** Lists edges by cell and finds the face at the corner of every cell. */
export function buildLocator({ edges, faces, labels }: Arrangement): Locator {
  const kernel = giveEdges(edges.nodeX, edges.nodeY, edges.from, edges.to);
  kernel.prepareLocating(writeInts(kernel, faces.ofHalfEdge));
  // Locating takes no memory, so it grows no more and views of it stay.
  const [points, found] = [kernel.take(16 * WIDTH), kernel.take(4 * WIDTH)];
  const layersOn = new Uint8Array(faces.count);
  for (const { ofFace } of labels)
    ofFace.forEach((label, face) => {
      if (label !== NO_UNIT) layersOn[face]!++;
    });
  return {
    lattice: edges.lattice,
    kernel,
    points: viewFloats(kernel, points, 2 * WIDTH),
    faces: viewInts(kernel, found, WIDTH),
    layersOn,
    layers: labels.length,
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

/** Where positions are. */
export interface LocatedPositions {
  readonly faces: Int32Array;
  /** Positions that touch several faces of as many layers, of which the first was taken. */
  readonly onBorders: number;
}

/** The face of each position, as `placePositions` finds it. */
export const locatePositions = (locator: Locator, positions: Float64Array): Int32Array =>
  placePositions(locator, positions).faces;

/**
 * The face of each position (x, y after one another, in degrees or metres), rounded to the lattice. One on the outer
 * border of a layer, or of a hole in it, belongs to the land it touches: to the face of most layers, of several the
 * first from east by north, west and south.
 */
export function placePositions(locator: Locator, positions: Float64Array): LocatedPositions {
  const { lattice, layersOn, layers } = locator;
  const found = locateMany(locator, positions.length >> 1, (points, i, place) => {
    points[place] = stepX(lattice, positions[2 * i]!);
    points[place + 1] = stepY(lattice, positions[2 * i + 1]!);
  });
  const notAll = Int32Array.from(found.keys()).filter((i) => layersOn[found[i]!]! < layers);
  const isNear = askMany(locator, 'findNearEdges', notAll.length, (points, i, place) => {
    points[place] = stepX(lattice, positions[2 * notAll[i]!]!);
    points[place + 1] = stepY(lattice, positions[2 * notAll[i]! + 1]!);
  });
  const partly = notAll.filter((_, at) => isNear[at] === 1);
  const around = locateMany(locator, partly.length * AROUND.length, (points, i, place) => {
    const [east, north] = AROUND[i % AROUND.length]!;
    const position = 2 * partly[Math.floor(i / AROUND.length)]!;
    points[place] = stepX(lattice, positions[position]!) + east;
    points[place + 1] = stepY(lattice, positions[position + 1]!) + north;
  });
  let onBorders = 0;
  partly.forEach((i, at) => {
    const touched = around.subarray(at * AROUND.length, (at + 1) * AROUND.length);
    const most = touched.reduce((best, face) => Math.max(best, layersOn[face]!), 0);
    if (most <= layersOn[found[i]!]!) return;
    const best = [...new Set(touched.filter((face) => layersOn[face] === most))];
    if (best.length > 1) onBorders++;
    found[i] = best[0]!;
  });
  return { faces: found, onBorders };
}

/** The lattice points next to one, in steps east and north, from east by north. */
const AROUND = [[1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]] as const; // prettier-ignore

const locateMany = (
  locator: Locator,
  count: number,
  write: (points: Float64Array, i: number, place: number) => void,
): Int32Array => askMany(locator, 'locate', count, write);

/** Hands points over, which `write` puts in place, and takes back what the kernel says of each. */
function askMany(
  { kernel, points, faces }: Locator,
  question: 'locate' | 'findNearEdges',
  count: number,
  write: (points: Float64Array, i: number, place: number) => void,
): Int32Array {
  const found = new Int32Array(count);
  for (let from = 0; from < count; from += WIDTH) {
    const some = Math.min(WIDTH, count - from);
    for (let i = 0; i < some; i++) write(points, from + i, 2 * i);
    kernel[question](points.byteOffset, some, faces.byteOffset);
    found.set(faces.subarray(0, some), from);
  }
  return found;
}
