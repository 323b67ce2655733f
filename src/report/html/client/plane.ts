/**
 * The map plane, in kilometres so that numbers on the way to the screen stay neither large nor small: the projection
 * onto it, and boxes on it.
 */

/** A line or ring on the map plane: x, y after one another, in kilometres. */
export type PlaneLine = Float64Array;

/** Least x and y, greatest x and y. */
export type Box = readonly [number, number, number, number];

/** Longitude and latitude to kilometres east and north of the middle. */
export type Projection = (longitude: number, latitude: number) => [number, number];

const RADIUS = 6371.009;
const RADIANS = Math.PI / 180;
/** Degrees of longitude beyond which a map is no longer drawn about its middle meridian. */
const WIDEST = 60;

/**
 * The projection of a map about its middle (degrees): a transverse Mercator projection of the sphere (Snyder 1987,
 * equations 8-1 to 8-3), the look that maps of Britain have. A map wider than 60° has straight meridians and parallels.
 */
export function projectionAbout(longitude: number, latitude: number, degreesWide: number): Projection {
  if (degreesWide > WIDEST) {
    const narrowing = Math.cos(latitude * RADIANS);
    return (x, y) => [(x - longitude) * RADIANS * RADIUS * narrowing, (y - latitude) * RADIANS * RADIUS];
  }
  return (x, y) => {
    const turn = (x - longitude) * RADIANS;
    const up = y * RADIANS;
    return [
      RADIUS * Math.atanh(Math.cos(up) * Math.sin(turn)),
      RADIUS * (Math.atan2(Math.tan(up), Math.cos(turn)) - latitude * RADIANS),
    ];
  };
}

/** The box of no position: it meets nothing, and joins any other without changing it. */
const NOWHERE: Box = [Infinity, Infinity, -Infinity, -Infinity];

/** The box of all positions of lines. */
export function boxOf(lines: readonly ArrayLike<number>[]): Box {
  const box: [number, number, number, number] = [...NOWHERE];
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      box[0] = Math.min(box[0], line[i]!);
      box[1] = Math.min(box[1], line[i + 1]!);
      box[2] = Math.max(box[2], line[i]!);
      box[3] = Math.max(box[3], line[i + 1]!);
    }
  }
  return box;
}

/** The box of some boxes. */
export const joinBoxes = (boxes: readonly Box[]): Box =>
  boxes.reduce(
    (p, q) => [Math.min(p[0], q[0]), Math.min(p[1], q[1]), Math.max(p[2], q[2]), Math.max(p[3], q[3])],
    NOWHERE,
  );

/** Whether two boxes share more than an edge. */
export const boxesMeet = (p: Box, q: Box): boolean =>
  p[0] < q[2] && p[2] > q[0] && p[1] < q[3] && p[3] > q[1];
