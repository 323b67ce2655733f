/**
 * Finds positions that cannot be degrees in a file whose others are.
 *
 *     -1.20, 52.10     most positions lie within 180 and 90
 *     -1.21, 952.10    one does not: a slip, and a reason to stop
 *
 * A file that is wholly in metres is another matter: its system is recognised from its numbers.
 */
import { boundsOf, type Bounds } from '../layer/coordinate-system.js';
import type { Shapes } from '../layer/shapes.js';

export interface StrayPosition {
  /** Index of the feature, from 0. */
  readonly feature: number;
  readonly x: number;
  readonly y: number;
  /** How many positions stray. */
  readonly count: number;
}

/**
 * The first position outside the range of degrees where at least half lie within it, else null; null too for a layer on
 * the meridian of Greenwich whose longitudes are counted from 0 to 360, of which none strays.
 */
export function strayFromDegrees(shapes: Shapes): StrayPosition | null {
  const { coordinates } = shapes;
  const bounds = boundsOf(coordinates);
  if (bounds === null || areDegrees(bounds)) return null;
  if (areWrappedDegrees(bounds) && meetAtGreenwich(coordinates)) return null;
  let first = -1;
  let count = 0;
  for (let i = 0; i < coordinates.length; i += 2) {
    if (Math.abs(coordinates[i]!) <= FURTHEST_EAST && Math.abs(coordinates[i + 1]!) <= FURTHEST_NORTH)
      continue;
    if (first < 0) first = i;
    count++;
  }
  if (first < 0 || 4 * count > coordinates.length) return null;
  return { feature: featureAt(shapes, first / 2), x: coordinates[first]!, y: coordinates[first + 1]!, count };
}

/** A little beyond the range, since some files draw the antimeridian at 180.00001. */
const FURTHEST_EAST = 180.0001;
const FURTHEST_NORTH = 90.0001;

/** Whether bounds can be those of longitudes and latitudes. */
export const areDegrees = ({ minX, minY, maxX, maxY }: Bounds): boolean =>
  minX >= -FURTHEST_EAST && maxX <= FURTHEST_EAST && minY >= -FURTHEST_NORTH && maxY <= FURTHEST_NORTH;

/** Whether bounds can be those of latitudes and of longitudes counted on beyond 180. */
export const areWrappedDegrees = ({ minX, minY, maxX, maxY }: Bounds): boolean =>
  minX >= -FURTHEST_EAST &&
  maxX > FURTHEST_EAST &&
  maxX <= 2 * FURTHEST_EAST &&
  minY >= -FURTHEST_NORTH &&
  maxY <= FURTHEST_NORTH;

/** Whether all longitudes, read from 0 to 360, lie within a quarter of the globe of Greenwich: 359.2 and 0.3. */
function meetAtGreenwich(coordinates: Float64Array): boolean {
  for (let i = 0; i < coordinates.length; i += 2) {
    const x = coordinates[i]!;
    if (x < 0 || (x > 90 && x < 270)) return false;
  }
  return true;
}

function featureAt({ ringStart, polygonStart, featureStart }: Shapes, position: number): number {
  return lastAtMost(featureStart, lastAtMost(polygonStart, lastAtMost(ringStart, position)));
}

/** The item whose span holds a place; starts rise, the last one is the end of all. */
function lastAtMost(starts: Uint32Array, place: number): number {
  let item = 0;
  while (starts[item + 1]! <= place) item++;
  return item;
}
