/**
 * From metres on the drawing to positions in degrees, and from square degrees to hectares.
 *
 * Positions are integers, 1e-7 degree a step. Only + - * / and square roots are used, because those give the same
 * result on every machine; sine and cosine need not.
 */

/** Where the drawing's origin (its north-west corner) lies, and metres in a degree there. */
const west = -0.95;
const north = 53.85;
const metresLongitude = 66210;
const metresLatitude = 111290;

/** The lattice position [x, y] of a place x metres east and y metres north of the origin. */
export const toLattice = (x, y) => [
  Math.round((west + x / metresLongitude) * 1e7),
  Math.round((north + y / metresLatitude) * 1e7),
];

/** Metres between two lattice positions, good to a part in a thousand within the region. */
export function metresBetween([ax, ay], [bx, by]) {
  const x = ((bx - ax) * metresLongitude) / 1e7;
  const y = ((by - ay) * metresLatitude) / 1e7;
  return Math.sqrt(x * x + y * y);
}

/** Cosine of an angle in degrees by its series; exact to the last digits up to 90 degrees. */
function cosine(degrees) {
  const x = (degrees * 3.141592653589793) / 180;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 30; n++) {
    term *= (-x * x) / ((2 * n - 1) * (2 * n));
    sum += term;
  }
  return sum;
}

/**
 * Hectares of a small area on the WGS84 ellipsoid: square lattice steps times the two radii of curvature at its
 * middle latitude. Off by less than a part in a million for anything the size of a block.
 */
export function hectares(squareSteps, latitude) {
  const cos = cosine(latitude);
  const eccentricity = 0.00669437999014;
  const w = 1 - eccentricity * (1 - cos * cos);
  const across = 6378137 / Math.sqrt(w);
  const along = (across * (1 - eccentricity)) / w;
  const step = (1e-7 * 3.141592653589793) / 180;
  return (squareSteps * step * step * across * along * cos) / 10000;
}

/** Twice the signed area of a closed ring, in square lattice steps: positive when it runs anticlockwise. Exact. */
export function twiceArea(ring) {
  const [ox, oy] = ring[0];
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[i + 1];
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return sum;
}

/** True when the position is inside the closed ring (crossings of a ray to the east are odd). */
export function inside([x, y], ring) {
  let odd = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[i + 1];
    if (ay > y !== by > y) {
      const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
      if (turn > 0 === by > ay) odd = !odd;
    }
  }
  return odd;
}

/** Metres from a position to the nearest place on a line of positions. */
export function metresToLine([x, y], line) {
  let least = Infinity;
  for (let i = 0; i + 1 < line.length; i++) {
    const [ax, ay] = line[i].map(
      (value, axis) => ((value - [x, y][axis]) * (axis ? metresLatitude : metresLongitude)) / 1e7,
    );
    const [bx, by] = line[i + 1].map(
      (value, axis) => ((value - [x, y][axis]) * (axis ? metresLatitude : metresLongitude)) / 1e7,
    );
    const [dx, dy] = [bx - ax, by - ay];
    const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
    const [px, py] = [ax + along * dx, ay + along * dy];
    least = Math.min(least, Math.sqrt(px * px + py * py));
  }
  return least;
}
