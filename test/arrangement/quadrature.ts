/**
 * Areas and lengths on the ellipsoid by Gauss-Legendre quadrature, straight from the element of area and of arc.
 *
 * Land between an edge and the equator is ∫∫ M(φ) N(φ) cos φ dφ dλ, with M and N the radii of curvature; no series
 * and no authalic latitude. The figure of the Earth is WGS84.
 */
const A = 6378137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const RADIAN = Math.PI / 180;

const primeVertical = (phi: number): number => A / Math.sqrt(1 - E2 * Math.sin(phi) ** 2);
const meridian = (phi: number): number => (A * (1 - E2)) / (1 - E2 * Math.sin(phi) ** 2) ** 1.5;

/** Nodes and weights on 0 to 1: roots of the Legendre polynomial by Newton's method. */
function gaussLegendre(order: number): [number, number][] {
  return Array.from({ length: order }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (order + 0.5));
    let slope = 1;
    for (let step = 0; step < 60; step++) {
      let [before, value] = [1, x];
      for (let n = 2; n <= order; n++)
        [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
      slope = (order * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    return [(1 + x) / 2, 1 / ((1 - x * x) * slope * slope)];
  });
}

const RULE = gaussLegendre(24);

const integral = (f: (t: number) => number, from: number, to: number): number =>
  (to - from) * RULE.reduce((sum, [t, weight]) => sum + weight * f(from + (to - from) * t), 0);

const belt = (phi: number): number =>
  [0, 1, 2, 3].reduce(
    (sum, k) =>
      sum + integral((t) => meridian(t) * primeVertical(t) * Math.cos(t), (phi * k) / 4, (phi * (k + 1)) / 4),
    0,
  );

/** Square metres between an edge, straight in longitude and latitude, and the equator; positive to the west. */
export function areaByQuadrature(
  lon1: number,
  lat1: number,
  lon2: number,
  lat2: number,
  pieces = 16,
): number {
  const at = (t: number): number => belt((lat1 + (lat2 - lat1) * t) * RADIAN);
  let sum = 0;
  for (let k = 0; k < pieces; k++) sum += integral(at, k / pieces, (k + 1) / pieces);
  return (lon1 - lon2) * RADIAN * sum;
}

/** Metres along an edge, straight in longitude and latitude. */
export function lengthByQuadrature(
  lon1: number,
  lat1: number,
  lon2: number,
  lat2: number,
  pieces = 16,
): number {
  const speed = (t: number): number => {
    const phi = (lat1 + (lat2 - lat1) * t) * RADIAN;
    return Math.hypot(
      (lon2 - lon1) * RADIAN * primeVertical(phi) * Math.cos(phi),
      (lat2 - lat1) * RADIAN * meridian(phi),
    );
  };
  let sum = 0;
  for (let k = 0; k < pieces; k++) sum += integral(speed, k / pieces, (k + 1) / pieces);
  return sum;
}
