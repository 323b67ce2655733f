/**
 * Area and perimeter of a polygon from its positions, in the words every engine with lists has.
 *
 * Land between an edge that is straight in longitude and latitude and the equator is (λ₂ − λ₁) times the mean, along the
 * edge, of b²/2 · q(φ), q(φ) = sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e: Gauss and Legendre's two points give that
 * mean to a square metre for edges of a degree. (Snyder, Map Projections: A Working Manual, 1987, equations 3-12 and
 * 10-18.) The engines' own functions take edges for geodesics or the Earth for a sphere.
 */

/** Half the major axis of WGS 84 in metres, and the square of its eccentricity. */
const A = 6378137;
const E2 = 0.0066943799901413165;
const E = Math.sqrt(E2);
const B = A * Math.sqrt(1 - E2);

/** Where Gauss and Legendre's two points stand on an edge, from 0 to 1. */
const GAUSS = [0.5 - Math.sqrt(3) / 6, 0.5 + Math.sqrt(3) / 6];

/** Square metres from the equator to the edge (x1, y1) to (x2, y2), given as expressions in degrees; signed. */
export function landToEquator(x1: string, y1: string, x2: string, y2: string): string {
  const mean = GAUSS.map((at) => q(`sin(radians(${y1} + ${at} * (${y2} - ${y1})))`)).join(' + ');
  return `radians(${x2} - ${x1}) * ${(B * B) / 4} * (${mean})`;
}

const q = (sine: string): string =>
  `(${sine} / (1 - ${E2} * ${sine} * ${sine}) + ln((1 + ${E} * ${sine}) / (1 - ${E} * ${sine})) / ${2 * E})`;

/** Metres of a short edge: along the meridian and across it, each with its radius of curvature at the middle. */
export function metresOfEdge(x1: string, y1: string, x2: string, y2: string): string {
  const middle = `radians((${y1} + ${y2}) / 2)`;
  const w = `(1 - ${E2} * sin(${middle}) * sin(${middle}))`;
  const north = `radians(${y2} - ${y1}) * ${A * (1 - E2)} / (${w} * sqrt(${w}))`;
  const east = `radians(${x2} - ${x1}) * cos(${middle}) * ${A} / sqrt(${w})`;
  return `sqrt(pow(${north}, 2) + pow(${east}, 2))`;
}
