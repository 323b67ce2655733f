/**
 * The projection of maps, on the page and in pictures: longitude and latitude to kilometres.
 */

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
