/**
 * Areas and lengths on the WGS84 ellipsoid, edge by edge.
 *
 * The land between an edge and the equator is ∫ Q(φ) dλ along it, where Q is the authalic term
 *
 *     Q(φ) = b² ∫₀^φ cos t / (1 − e² sin² t)² dt       (Snyder 1987, Map projections: a working manual, p. 16)
 *
 * so that the area of a face is the sum over its edges. Edges are straight in longitude and latitude (RFC 7946).
 * A trapezoid alone is off by 1 ha on a 10 km edge; the Hermite correction Δλ·Δφ/12·(Q′₂ − Q′₁) makes it exact to
 * rounding for short edges, and long ones are cut into pieces first, so splitting an edge changes nothing.
 */

const SEMI_MAJOR: f64 = 6378137;
const FLATTENING: f64 = 1 / 298.257223563;
/** Square of the eccentricity. */
const E2: f64 = FLATTENING * (2 - FLATTENING);
const SEMI_MINOR: f64 = SEMI_MAJOR * (1 - FLATTENING);
const B2: f64 = SEMI_MINOR * SEMI_MINOR;
/** Radians of a degree. */
export const RADIAN: f64 = Math.PI / 180;

/** Longest piece, in degrees of latitude or longitude, that the formulas take at once (about 5 km). */
export const LONGEST_PIECE: f64 = 0.045;

/** Coefficients of Q in powers of sin: (k + 1) e^2k / (2k + 1). */
const C1: f64 = (2 * E2) / 3;
const C2: f64 = (3 * E2 * E2) / 5;
const C3: f64 = (4 * E2 * E2 * E2) / 7;
const C4: f64 = (5 * E2 * E2 * E2 * E2) / 9;
const C5: f64 = (6 * E2 * E2 * E2 * E2 * E2) / 11;
const C6: f64 = (7 * E2 * E2 * E2 * E2 * E2 * E2) / 13;

/** Q at a sine of latitude: square metres per radian of longitude between it and the equator. */
export function authalic(sine: f64): f64 {
  const s = sine * sine;
  return B2 * sine * (1 + s * (C1 + s * (C2 + s * (C3 + s * (C4 + s * (C5 + s * C6))))));
}

/** dQ/dφ at a latitude given by its sine and cosine: square metres per radian, squared. */
export function authalicSlope(sine: f64, cosine: f64): f64 {
  const d = 1 - E2 * sine * sine;
  return (B2 * cosine) / (d * d);
}

/**
 * Square metres between an edge and the equator, positive for an edge that runs west with the land on its left
 * (so that a counter-clockwise ring in the north has a positive sum). Degrees in.
 */
export function areaUnderEdge(lon1: f64, lat1: f64, lon2: f64, lat2: f64): f64 {
  const run = max(abs(lon2 - lon1), abs(lat2 - lat1));
  if (run <= LONGEST_PIECE) return areaUnderPiece(lon1, lat1, lon2, lat2);
  const pieces = Math.ceil(run / LONGEST_PIECE);
  let sum: f64 = 0;
  for (let i: f64 = 0; i < pieces; i++) {
    const from = i / pieces;
    const to = (i + 1) / pieces;
    sum += areaUnderPiece(
      lon1 + (lon2 - lon1) * from,
      lat1 + (lat2 - lat1) * from,
      lon1 + (lon2 - lon1) * to,
      lat1 + (lat2 - lat1) * to,
    );
  }
  return sum;
}

function areaUnderPiece(lon1: f64, lat1: f64, lon2: f64, lat2: f64): f64 {
  const phi1 = lat1 * RADIAN;
  const phi2 = lat2 * RADIAN;
  const s1 = Math.sin(phi1);
  const s2 = Math.sin(phi2);
  const mean = 0.5 * (authalic(s1) + authalic(s2));
  const bend = ((phi2 - phi1) / 12) * (authalicSlope(s2, Math.cos(phi2)) - authalicSlope(s1, Math.cos(phi1)));
  return (lon1 - lon2) * RADIAN * (mean - bend);
}

/** Length of an edge in metres, by the radii of curvature at its middle latitude. Degrees in. */
export function lengthOfEdge(lon1: f64, lat1: f64, lon2: f64, lat2: f64): f64 {
  const run = max(abs(lon2 - lon1), abs(lat2 - lat1));
  if (run <= LONGEST_PIECE) return lengthOfPiece(lon2 - lon1, lat2 - lat1, (lat1 + lat2) / 2);
  const pieces = Math.ceil(run / LONGEST_PIECE);
  let sum: f64 = 0;
  for (let i: f64 = 0; i < pieces; i++) {
    const middle = lat1 + ((lat2 - lat1) * (i + 0.5)) / pieces;
    sum += lengthOfPiece((lon2 - lon1) / pieces, (lat2 - lat1) / pieces, middle);
  }
  return sum;
}

function lengthOfPiece(dLon: f64, dLat: f64, middle: f64): f64 {
  return metresOfStep(Math.sin(middle * RADIAN), dLon * RADIAN, dLat * RADIAN);
}

/** Metres of a short step in longitude and latitude (radians) at a middle latitude, given by its sine. */
export function metresOfStep(sine: f64, dLon: f64, dLat: f64): f64 {
  const d = 1 - E2 * sine * sine;
  const primeVertical = SEMI_MAJOR / Math.sqrt(d);
  const meridian = (primeVertical * (1 - E2)) / d;
  const east = dLon * primeVertical * Math.sqrt(1 - sine * sine);
  const north = dLat * meridian;
  return Math.sqrt(east * east + north * north);
}
