/**
 * The area under each edge and its length, summed to the faces on both sides.
 *
 * The formulas are those of arrangement/ellipsoid.ts. For the millions of short edges what depends on latitude alone
 * is worked out once a node; long edges are measured by the host, piece by piece.
 */
import { edgeCount, highEnd, lowEnd } from './edges';
import { makeSums, moveTerm, roundPositive, writeSums } from './exact-sums';
import { faceCount, faceOf } from './faces';
import { longArea, longLength, sin } from './host';
import { at, take } from './memory';
import { nodeCount, nodeX, nodeY } from './nodes';

/** Metres of each edge, as 64-bit floats. */
export let edgeLength: usize = 0;
/** Square metres of each face; of the outside 0. */
export let faceArea: usize = 0;

/** Fractions of a metre that lengths are rounded to, so that their sums are exact in any order. */
const LENGTH_FRACTIONS: f64 = 1048576;

const SEMI_MAJOR: f64 = 6378137;
const FLATTENING: f64 = 1 / 298.257223563;
const E2: f64 = FLATTENING * (2 - FLATTENING);
const SEMI_MINOR: f64 = SEMI_MAJOR * (1 - FLATTENING);
const B2: f64 = SEMI_MINOR * SEMI_MINOR;
const RADIAN: f64 = Math.PI / 180;
/** Longest piece, in degrees of latitude or longitude, that the formulas take at once (about 5 km). */
const LONGEST_PIECE: f64 = 0.045;

const C1: f64 = (2 * E2) / 3;
const C2: f64 = (3 * E2 * E2) / 5;
const C3: f64 = (4 * E2 * E2 * E2) / 7;
const C4: f64 = (5 * E2 * E2 * E2 * E2) / 9;
const C5: f64 = (6 * E2 * E2 * E2 * E2 * E2) / 11;
const C6: f64 = (7 * E2 * E2 * E2 * E2 * E2 * E2) / 13;

/** Square metres per radian of longitude between a sine of latitude and the equator. */
function authalic(sine: f64): f64 {
  const s = sine * sine;
  return B2 * sine * (1 + s * (C1 + s * (C2 + s * (C3 + s * (C4 + s * (C5 + s * C6))))));
}

/** Its slope along the meridian: square metres per radian, squared. */
function authalicSlope(sine: f64): f64 {
  const d = 1 - E2 * sine * sine;
  return (B2 * Math.sqrt((1 - sine) * (1 + sine))) / (d * d);
}

/** Of each node: the sine of its latitude, the authalic term there, and its slope. */
let ofNode: usize = 0;
let sums: usize = 0;

/** Measures all edges and faces; steps are fractions of a degree. */
export function measureOnEllipsoid(stepsPerDegree: f64): void {
  startMeasuring();
  ofNode = take(<usize>nodeCount * 24);
  for (let v = 0; v < nodeCount; v++) measureNode(v, stepsPerDegree);
  for (let e = 0; e < edgeCount; e++) measureEdge(e, stepsPerDegree);
  endMeasuring();
}

function measureNode(node: i32, stepsPerDegree: f64): void {
  const sine = sin((<f64>nodeY(node) / stepsPerDegree) * RADIAN);
  const record = ofNode + <usize>node * 24;
  store<f64>(record, sine);
  store<f64>(record, authalic(sine), 8);
  store<f64>(record, authalicSlope(sine), 16);
}

function measureEdge(e: i32, stepsPerDegree: f64): void {
  const u = lowEnd(e);
  const v = highEnd(e);
  const runLon = (<f64>nodeX(v) - <f64>nodeX(u)) / stepsPerDegree;
  const runLat = (<f64>nodeY(v) - <f64>nodeY(u)) / stepsPerDegree;
  if (abs(runLon) > LONGEST_PIECE || abs(runLat) > LONGEST_PIECE) {
    measureLongEdge(e, stepsPerDegree);
    return;
  }
  const ofU = ofNode + <usize>u * 24;
  const ofV = ofNode + <usize>v * 24;
  const dPhi = runLat * RADIAN;
  const mean = 0.5 * (load<f64>(ofU, 8) + load<f64>(ofV, 8));
  const bend = (dPhi / 12) * (load<f64>(ofV, 16) - load<f64>(ofU, 16));
  // The sine at the middle latitude: the mean of both, over the cosine of half the difference.
  const middle = 0.5 * (load<f64>(ofU) + load<f64>(ofV)) * (1 + (dPhi * dPhi) / 8);
  const d = 1 - E2 * middle * middle;
  const primeVertical = SEMI_MAJOR / Math.sqrt(d);
  const east = runLon * RADIAN * primeVertical * Math.sqrt(1 - middle * middle);
  const north = dPhi * ((primeVertical * (1 - E2)) / d);
  record(e, -runLon * RADIAN * (mean - bend), Math.sqrt(east * east + north * north));
}

/**
 * A long edge is cut into pieces, and rounds along the way: it is measured from its western (else southern) end,
 * however it was drawn, so that the two directions cannot differ in the last bit.
 */
function measureLongEdge(e: i32, stepsPerDegree: f64): void {
  let u = lowEnd(e);
  let v = highEnd(e);
  const turned = nodeX(u) > nodeX(v) || (nodeX(u) == nodeX(v) && nodeY(u) > nodeY(v));
  if (turned) {
    const swap = u;
    u = v;
    v = swap;
  }
  const lon1 = <f64>nodeX(u) / stepsPerDegree;
  const lat1 = <f64>nodeY(u) / stepsPerDegree;
  const lon2 = <f64>nodeX(v) / stepsPerDegree;
  const lat2 = <f64>nodeY(v) / stepsPerDegree;
  const area = longArea(lon1, lat1, lon2, lat2);
  record(e, turned ? -area : area, longLength(lon1, lat1, lon2, lat2));
}

/** Measures all edges and faces of a plane; steps are fractions of a metre. */
export function measureOnPlane(stepsPerMetre: f64): void {
  startMeasuring();
  for (let e = 0; e < edgeCount; e++) {
    const u = lowEnd(e);
    const v = highEnd(e);
    const dx = <f64>nodeX(v) - <f64>nodeX(u);
    const dy = <f64>nodeY(v) - <f64>nodeY(u);
    const twice = -dx * (<f64>nodeY(u) + <f64>nodeY(v));
    record(e, twice / (2 * stepsPerMetre * stepsPerMetre), Math.sqrt(dx * dx + dy * dy) / stepsPerMetre);
  }
  endMeasuring();
}

function startMeasuring(): void {
  edgeLength = take((<usize>edgeCount) << 3);
  faceArea = take((<usize>faceCount) << 3);
  sums = makeSums(faceCount);
}

/** Notes what an edge sweeps, positive with the land on the left of its first to its second node, and its length. */
function record(e: i32, swept: f64, length: f64): void {
  moveTerm(sums, at(faceOf, 2 * e), at(faceOf, 2 * e + 1), swept);
  store<f64>(edgeLength + ((<usize>e) << 3), roundPositive(length * LENGTH_FRACTIONS) / LENGTH_FRACTIONS);
}

function endMeasuring(): void {
  writeSums(sums, faceCount, faceArea);
  store<f64>(faceArea, 0);
}
