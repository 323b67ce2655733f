/**
 * Where positions come to lie on a picture: the projection about the middle of the map, fitted into a box.
 */
import type { Position } from './map-lines.js';
import { projectionAbout } from './projection.js';

/** Least and greatest longitude and latitude. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Paper {
  /** Size of the box in pixels. */
  readonly width: number;
  readonly height: number;
  readonly pixelsPerKilometre: number;
  /** A position in pixels from the box's upper left corner; outside the box for positions outside the bounds. */
  readonly place: (position: Position) => Position;
}

/** Bounds of lines; null where there is no position. */
export function boundsOf(lines: Iterable<readonly Position[]>): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (const [x, y] of line) {
      [west, south] = [Math.min(west, x), Math.min(south, y)];
      [east, north] = [Math.max(east, x), Math.max(north, y)];
    }
  }
  return west > east ? null : { west, south, east, north };
}

/** What all bounds have in common, or the first of them where that is nothing. */
export function commonBounds(all: readonly Bounds[]): Bounds {
  const common = {
    west: Math.max(...all.map(({ west }) => west)),
    south: Math.max(...all.map(({ south }) => south)),
    east: Math.min(...all.map(({ east }) => east)),
    north: Math.min(...all.map(({ north }) => north)),
  };
  return common.west < common.east && common.south < common.north ? common : all[0]!;
}

/** Kilometres that a picture shows at least. */
const LEAST_SIZE = 1e-4;

/** The paper for the positions in the bounds, at most so wide and so high. */
export function fitPaper(bounds: Bounds, mostWidth: number, mostHeight: number): Paper {
  const { west, south, east, north } = bounds;
  const project = projectionAbout((west + east) / 2, (south + north) / 2, east - west);
  const onPlane = ([longitude, latitude]: Position): Position => project(longitude, latitude);
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const edge = steps.flatMap((t): Position[] => [
    [west + t * (east - west), south],
    [west + t * (east - west), north],
    [west, south + t * (north - south)],
    [east, south + t * (north - south)],
  ]);
  const plane = boundsOf([edge.map(onPlane)])!;
  const across = Math.max(plane.east - plane.west, LEAST_SIZE);
  const up = Math.max(plane.north - plane.south, LEAST_SIZE);
  const scale = Math.min(mostWidth / across, mostHeight / up);
  return {
    width: Math.ceil(across * scale),
    height: Math.ceil(up * scale),
    pixelsPerKilometre: scale,
    place: (position) => {
      const [x, y] = onPlane(position);
      return [(x - plane.west) * scale, (plane.north - y) * scale];
    },
  };
}
