/**
 * Where positions come to lie on a picture: degrees of longitude narrowed by the cosine of the middle latitude, north
 * up, the whole fitted into a box.
 */
import type { Position } from './map-lines.js';

export interface Paper {
  /** Size of the box in pixels. */
  readonly width: number;
  readonly height: number;
  /** A position in pixels from the box's upper left corner. */
  readonly place: (position: Position) => Position;
}

/** The paper for positions, at most so wide and so high; a lone point gets a small box. */
export function fitPaper(
  lines: readonly (readonly Position[])[],
  mostWidth: number,
  mostHeight: number,
): Paper {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (const [x, y] of line) {
      [west, south] = [Math.min(west, x), Math.min(south, y)];
      [east, north] = [Math.max(east, x), Math.max(north, y)];
    }
  }
  if (west > east) [west, south, east, north] = [0, 0, 0, 0];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const across = Math.max((east - west) * narrow, 1e-6);
  const up = Math.max(north - south, 1e-6);
  const scale = Math.min(mostWidth / across, mostHeight / up);
  return {
    width: Math.ceil(across * scale),
    height: Math.ceil(up * scale),
    place: ([x, y]) => [(x - west) * narrow * scale, (north - y) * scale],
  };
}
